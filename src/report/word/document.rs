//! What a word processor is given: paragraphs and tables in sections of upright or lying pages. Sizes are half points,
//! lengths twentieths of a point, as the format has them.

/// A part of a document.
#[derive(Debug, Clone)]
pub enum Part {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Grid(Grid),
    /// The end of the pages so far, which stand upright or lie; the next part begins a new page.
    End(Layout),
}

/// How pages lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// A4 upright.
    Upright,
    /// A4 lying, for wide tables.
    Lying,
}

/// Where the text of a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Justify {
    /// Both edges straight, as running text is.
    #[default]
    Both,
    /// On the left.
    Left,
    /// In the middle.
    Center,
    /// On the right: numbers.
    Right,
}

/// A paragraph.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// Its text in parts of one look.
    pub runs: Vec<Run>,
    /// Where its text stands.
    pub justify: Justify,
    /// What it is for.
    pub kind: Kind,
    /// Is it on the page of what follows?
    pub is_kept: bool,
    /// So far in from the left, in twentieths of a point.
    pub indent: u32,
}

/// What a paragraph is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Room between others.
    #[default]
    Blank,
    /// Running text: its first line begins further in.
    Running,
    /// The same, the rest of its line dotted, to be written on.
    Dotted,
    /// A heading with such a line under it: one paragraph, for a word processor may part a heading from the next one on a
    /// page that has a footnote, whatever it is told.
    HeadedDots,
    /// A line close to the next, as those of a head and of a cell are.
    Line,
    /// Nothing but a rule, which stands in so far on both sides.
    Rule(u32),
}

/// Text of one look.
#[derive(Debug, Clone, Default)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Bold.
    pub is_bold: bool,
    /// Italic: a figure that was worked out.
    pub is_italic: bool,
    /// Half points; none: that of running text.
    pub size: Option<u32>,
    /// Does the footnote on italics hang on it?
    pub has_footnote: bool,
}

/// A table.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// The widths of its columns.
    pub widths: Vec<u32>,
    /// Its rows; those of the head come again on every page.
    pub rows: Vec<GridRow>,
    /// Has it lines around its cells?
    pub has_lines: bool,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub struct GridRow {
    /// Its cells.
    pub cells: Vec<GridCell>,
    /// Is it of the head?
    pub is_head: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, Default)]
pub struct GridCell {
    /// What stands in it.
    pub paragraphs: Vec<Paragraph>,
    /// Over so many columns.
    pub span: usize,
}

impl Run {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_bold: true, ..Self::default() }
    }

    /// The same in half points.
    #[must_use]
    pub fn sized(self, size: u32) -> Self {
        Self { size: Some(size), ..self }
    }
}

impl Paragraph {
    /// Running text.
    pub fn running(runs: Vec<Run>) -> Self {
        Self { runs, kind: Kind::Running, ..Self::default() }
    }

    /// A line on the left, close to the next.
    pub fn line(runs: Vec<Run>) -> Self {
        Self { runs, justify: Justify::Left, kind: Kind::Line, ..Self::default() }
    }

    /// A line in the middle, close to the next.
    pub fn centered(runs: Vec<Run>) -> Self {
        Self { justify: Justify::Center, ..Self::line(runs) }
    }

    /// A heading, which stays with what it heads.
    pub fn heading(text: impl Into<String>) -> Self {
        Self { is_kept: true, ..Self::running(vec![Run::bold(text)]) }
    }

    fn is_heading(&self) -> bool {
        self.is_kept && self.kind == Kind::Running && self.runs.iter().all(|run| run.is_bold)
    }

    /// A rule that stands in so far on both sides.
    pub fn rule(inset: u32) -> Self {
        Self { kind: Kind::Rule(inset), ..Self::default() }
    }

    /// A line to be written on, after these words.
    pub fn dotted(words: &str) -> Self {
        let runs = vec![Run::plain(words)];
        Self { kind: Kind::Dotted, justify: Justify::Left, ..Self::running(runs) }
    }
}

/// A heading under which nothing but a dotted line stands is one paragraph with that.
pub fn with_dots(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let mut joined: Vec<Paragraph> = Vec::new();
    for paragraph in paragraphs {
        let is_bare = paragraph.kind == Kind::Dotted && paragraph.runs.iter().all(|run| run.text.is_empty());
        let heading = joined.last_mut().filter(|last| last.is_heading() && is_bare);
        match heading {
            Some(heading) => {
                (heading.kind, heading.justify, heading.is_kept) =
                    (Kind::HeadedDots, Justify::Left, paragraph.is_kept);
            }
            None => joined.push(paragraph),
        }
    }
    joined
}

impl GridCell {
    /// A cell of one column.
    pub fn of(paragraphs: Vec<Paragraph>) -> Self {
        Self { paragraphs, span: 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_bare_dotted_line_joins_the_heading_over_it() {
        let (heading, bare) = (Paragraph::heading("III."), Paragraph::dotted(""));
        let joined = with_dots(vec![heading.clone(), bare.clone(), bare.clone()]);
        assert_eq!(joined.iter().map(|of| of.kind).collect::<Vec<_>>(), [Kind::HeadedDots, Kind::Dotted]);
        assert!(!joined[0].is_kept && joined[0].runs[0].text == "III.");
        let others =
            with_dots(vec![heading, Paragraph::dotted("Causes: "), Paragraph::running(Vec::new()), bare]);
        assert_eq!(others.len(), 4);
    }
}
