//! Markdown (with the tables of GitHub's flavour): for wikis and for papers that are written on.

use crate::page::table::{Align, Cell, Row, Table};
use crate::page::{Block, View};
use crate::text::line::{Line, Role, Span};
use crate::text::say::what;
use crate::text::show;

use super::figure_index::column_name;
use super::grid;
use super::pages::{self, Section};

/// What a table's cell indents with: a blank that Markdown keeps.
const NO_BREAK: &str = "\u{A0}";

/// The report.
pub fn report(view: &View, sections: &[Section]) -> String {
    let mut title = pages::title(view).into_iter();
    let mut text = format!("# {}\n", escape(&title.next().unwrap_or_default()));
    for line in title {
        text.extend(["\n", &escape(&line), "\n"]);
    }
    if let Some(words) = pages::badge(view, sections) {
        text.extend(["\n**", &escape(&words), "**\n"]);
    }
    for section in sections {
        text.extend(["\n## ", &escape(&section.title), "\n"]);
        for block in &section.blocks {
            match block {
                Block::Gap | Block::Chart(_) => {}
                Block::Lines(lines) => lines.iter().for_each(|line| push_line(&mut text, line)),
                Block::Table(table) => push_table(view, &mut text, table),
            }
        }
    }
    text
}

fn push_line(text: &mut String, line: &Line) {
    let words = inline(line);
    if !words.is_empty() {
        text.extend(["\n", &begun(&words), "\n"]);
    }
}

/// The parts of a line, escaped, what is strong in bold.
fn inline(line: &Line) -> String {
    // Parts of one look are one: bold beside bold would be taken for something else.
    let alike = line.spans.chunk_by(|a, b| (a.role == Role::Strong) == (b.role == Role::Strong));
    let part = |spans: &[Span]| {
        let words: String = spans.iter().map(|span| escape(&span.text)).collect();
        let bare = words.trim();
        let is_strong = spans.iter().any(|span| span.role == Role::Strong);
        if !is_strong || bare.is_empty() {
            return words;
        }
        // Bold letters begin and end with a letter, or they are no bold.
        words.replacen(bare, &format!("**{bare}**"), 1)
    };
    // What stands apart on the screen stays apart.
    alike.map(part).collect::<String>().trim().replace("   ", &format!(" {NO_BREAK} "))
}

fn push_table(view: &View, text: &mut String, table: &Table) {
    let columns = grid::columns(table, false);
    text.extend(["\n| ", &escape(&table.head.full)]);
    for index in &columns {
        text.extend([" | ", escape(&head(view, table, *index)).trim()]);
    }
    text.push_str(" |\n| :--");
    for index in &columns {
        let right = table.columns[*index].align == Align::Right;
        text.push_str(if right { " | --:" } else { " | :--" });
    }
    text.push_str(" |\n");
    for row in &table.rows {
        text.extend(["| ", &label(row)]);
        for index in &columns {
            text.extend([" | ", &cell(view, table, *index, row.cells.get(*index))]);
        }
        text.push_str(" |\n");
    }
}

/// The head of a column with that of its group and whose figures are invented; no colon follows another.
fn head(view: &View, table: &Table, index: usize) -> String {
    let name = column_name(table, index);
    match grid::unsure_note(view, table, index, &grid::INVENTED) {
        Some(note) if what::has_colon(&note) => format!("{} ({note})", name.replacen(": ", " · ", 1)),
        Some(note) => format!("{name} ({note})"),
        None => name,
    }
}

fn label(row: &Row) -> String {
    let words = escape(row.label.full.trim());
    let indent = NO_BREAK.repeat(usize::from(row.indent));
    if (row.role == Role::Strong || grid::is_heading(row)) && !words.is_empty() {
        format!("{indent}**{words}**")
    } else {
        indent + &words
    }
}

fn cell(view: &View, table: &Table, index: usize, cell: Option<&Cell>) -> String {
    match cell {
        Some(Cell::Known(Ok(figure), style)) => {
            escape(&show::in_sentence(view.lang, &grid::evened(table, index, figure), grid::spelled(*style)))
        }
        Some(Cell::Known(Err(_), _)) => "·".to_owned(),
        Some(Cell::Line(line)) => inline(line),
        Some(Cell::Blank | Cell::Bar(_)) | None => String::new(),
    }
}

/// A text that means itself: no letter of it is a sign of Markdown or HTML, no link is made of it.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let is_sign = "\\`*_{}[]<>|#~&@$^".contains(letter)
            || rest.starts_with("://")
            || (letter == '.' && out.to_lowercase().ends_with("www"));
        if letter == '\n' || letter == '\r' {
            out.push(' ');
        } else {
            out.push_str(if is_sign { "\\" } else { "" });
            out.push(letter);
        }
        rest = &rest[letter.len_utf8()..];
    }
    out
}

/// A paragraph that is one: what would begin a list, a rule or a heading is escaped.
fn begun(paragraph: &str) -> String {
    if paragraph.starts_with(['-', '+', '=']) {
        return format!("\\{paragraph}");
    }
    let rest = paragraph.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let after = rest.strip_prefix([')', '.']);
    if rest.len() < paragraph.len() && after.is_some_and(|text| text.is_empty() || text.starts_with(' ')) {
        let digits = &paragraph[..paragraph.len() - rest.len()];
        return format!("{digits}\\{rest}");
    }
    paragraph.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markdown_mean_themselves() {
        assert_eq!(escape("1,51%* | a_b <b> `x`"), "1,51%\\* \\| a\\_b \\<b\\> \\`x\\`");
        assert_eq!(escape("[a](http://b) www.c.vn d@e.vn"), "\\[a\\](http\\://b) www\\.c.vn d\\@e.vn");
        assert_eq!(escape("hai\ndòng"), "hai dòng");
        assert_eq!(escape("Phường 1, 2.521 hộ (3,87-3,89%)"), "Phường 1, 2.521 hộ (3,87-3,89%)");
    }

    #[test]
    fn a_paragraph_begins_no_list() {
        assert_eq!(begun("- a"), "\\- a");
        assert_eq!(begun("12. a"), "12\\. a");
        assert_eq!(begun("579 vừa là"), "579 vừa là");
        assert_eq!(begun("6.145 thẻ"), "6.145 thẻ");
    }
}
