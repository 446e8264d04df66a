//! Lines as an office writes them: no marks, for a paper has no legend. What was worked out stands in italics, a range
//! is "khoảng", a count of one digit has a nought before it, as such papers have so that none can be added.

use crate::model::figure::Figure;
use crate::model::qualifier::Qualifier;
use crate::model::unit::Unit;
use crate::text::Lang;
use crate::text::line::{Line, Span};
use crate::text::say::what::capital;
use crate::text::unbroken::{self, NO_BREAK};

use super::document::Run;

/// A hyphen at which no line breaks.
pub const NO_BREAK_HYPHEN: char = '\u{2011}';
/// The mark of a derived figure on a screen.
const MARK: char = '*';
/// The signs of verdicts there.
const SIGNS: [char; 5] = ['✓', '✗', '▸', '·', '!'];

/// What stands for a figure that is not known, in tables of statistics.
pub const UNKNOWN: &str = "…";

/// A sentence in parts of one look.
pub fn runs(lang: Lang, line: &Line) -> Vec<Run> {
    let number = |figure: &Figure, written: &str| number(lang, figure, written);
    runs_of(line, number, |words| counted(lang, words))
}

/// A cell in parts of one look: in a column units stand under units, so no number has a nought before it.
pub fn cell(lang: Lang, line: &Line) -> Vec<Run> {
    if line.text().trim() == "·" {
        return vec![Run::plain(UNKNOWN)];
    }
    runs_of(line, |figure, written| bare(lang, figure, written.replace(MARK, "")), str::to_owned)
}

/// Words over a column or before a row: a count that the program made begins them, or ends them in brackets. A name of a
/// file may begin with a number too: that is none.
pub fn head(lang: Lang, words: &str) -> String {
    counted(lang, words)
}

/// See [`head`].
pub fn label(lang: Lang, words: &str) -> String {
    match words.rsplit_once(" (") {
        Some((name, count)) if count.ends_with(')') => format!("{name} ({}", counted(lang, count)),
        _ => words.to_owned(),
    }
}

fn runs_of(
    line: &Line,
    number: impl Fn(&Figure, &str) -> String,
    words: impl Fn(&str) -> String,
) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for span in &line.spans {
        let mut run = of_span(span, &number, &words);
        // A sentence that begins with a range begins with "khoảng".
        if runs.last().is_some_and(|last| last.text.ends_with(". ")) {
            run.text = capital(&run.text);
        }
        match runs.last_mut() {
            Some(last) if last.is_italic == run.is_italic && last.is_bold == run.is_bold => {
                last.text.push_str(&run.text);
            }
            _ => runs.push(run),
        }
    }
    runs
}

/// Puts no-break spaces where a line may not break, also between a number and what follows it in another look.
pub fn hold_together(runs: &mut [Run]) {
    let held = unbroken::hold(&runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>());
    for (run, text) in runs.iter_mut().zip(held) {
        run.text = unbroken_ranges(&text);
    }
}

/// The hyphen of a range holds its numbers together: `1.004-1.013`.
fn unbroken_ranges(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let held = letters.iter().enumerate().map(|(at, letter)| match letter {
        '-' if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => NO_BREAK_HYPHEN,
        other => *other,
    });
    held.collect()
}

fn of_span(span: &Span, number: impl Fn(&Figure, &str) -> String, words: impl Fn(&str) -> String) -> Run {
    match &span.figure {
        // A number that was put into words already has its mark there.
        None => Run {
            text: words(&without_signs(&span.text).replace(MARK, "")),
            is_italic: span.text.contains(MARK),
            ..Run::default()
        },
        Some(figure) => {
            Run { text: number(figure, &span.text), is_italic: figure.is_derived(), ..Run::default() }
        }
    }
}

/// Words without the signs that a screen has before a verdict and after a doubtful number. The point between two parts
/// of a line is a dash.
fn without_signs(text: &str) -> String {
    let text = text.replace(" · ", " – ");
    let bare = SIGNS.iter().fold(text, |text, sign| text.replace(&format!("{sign} "), ""));
    if bare.trim() == "!" { String::new() } else { bare }
}

/// A number that was written with its mark.
fn number(lang: Lang, figure: &Figure, written: &str) -> String {
    let written = written.replace(MARK, "");
    let is_count = figure.unit.is_count() || figure.unit == Unit::HouseholdPerMonth;
    bare(lang, figure, if lang == Lang::Vi && is_count { with_noughts(&written) } else { written })
}

/// A number without marks: a range is "about".
fn bare(lang: Lang, figure: &Figure, written: String) -> String {
    if figure.one().is_none() && figure.qualifier == Qualifier::Exact {
        return format!("{} {written}", lang.pick("khoảng", "about"));
    }
    written
}

/// A nought before a count of one digit, also after a word ("khoảng 03 hộ") and at the ends of a range.
fn with_noughts(written: &str) -> String {
    let is_single = |digit: &str| digit.len() == 1 && digit.bytes().all(|b| b.is_ascii_digit() && b != b'0');
    let end = |end: &str| if is_single(end) { format!("0{end}") } else { end.to_owned() };
    let word = |word: &str| word.split('-').map(end).collect::<Vec<_>>().join("-");
    // What money is counted in is no count of its own.
    let is_money = ["nghìn", "triệu", "tỷ"].iter().any(|scale| written.contains(scale));
    if is_money { written.to_owned() } else { written.split(' ').map(word).collect::<Vec<_>>().join(" ") }
}

/// A count that the program made, with or without what it counts: `9 chính sách`. A name begins with no number.
fn counted(lang: Lang, text: &str) -> String {
    const NO_COUNTS: [&str; 6] = ["tháng", "năm", "điểm", "tỷ", "triệu", "nghìn"];
    let mut words = text.split([' ', NO_BREAK]);
    let (first, second) = (words.next().unwrap_or_default(), words.next());
    let is_count = second.is_none_or(|noun| !NO_COUNTS.contains(&noun));
    let is_word = second.is_none_or(|noun| noun.starts_with(char::is_alphabetic));
    match first.strip_prefix('(').unwrap_or(first) {
        digit if lang == Lang::Vi && is_count && is_word && digit.len() == 1 => {
            text.replacen(digit, &with_noughts(digit), 1)
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build;
    use crate::text::show::Style;

    fn said(figure: &Figure) -> (String, bool) {
        let line = Line::default().figure(Lang::Vi, figure, Style::Plain);
        let runs = runs(Lang::Vi, &line.say(" hộ"));
        (runs.iter().map(|run| run.text.as_str()).collect(), runs[0].is_italic)
    }

    #[test]
    fn a_number_stays_with_its_unit_in_another_look() {
        let line =
            Line::plain("giảm ").figure(Lang::Vi, &build::households(152), Style::Plain).say(" hộ nghèo");
        let mut runs = runs(Lang::Vi, &line);
        hold_together(&mut runs);
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(text, "giảm 152\u{a0}hộ nghèo");
    }

    #[test]
    fn ranges_hold_together_and_their_ends_have_noughts_too() {
        assert_eq!(unbroken_ranges("1.004-1.013 hộ - 5"), "1.004\u{2011}1.013 hộ - 5");
        assert_eq!(with_noughts("khoảng 3-12 hộ"), "khoảng 03-12 hộ");
        assert_eq!(with_noughts("hơn 3 tỷ đồng"), "hơn 3 tỷ đồng");
        assert_eq!(counted(Lang::Vi, "9 chính sách"), "09 chính sách");
        assert_eq!(counted(Lang::Vi, "9 tháng đầu năm"), "9 tháng đầu năm");
        assert_eq!(counted(Lang::Vi, "Phường 9"), "Phường 9");
    }

    #[test]
    fn a_count_of_one_digit_has_a_nought_before_it() {
        assert_eq!(said(&build::households(3)), ("03 hộ".to_owned(), false));
        assert_eq!(said(&build::households(0)).0, "0 hộ");
        assert_eq!(said(&build::households(13)).0, "13 hộ");
        assert_eq!(said(&build::percent("3", Unit::Percent)).0, "3% hộ");
    }
}
