//! The legend at the bottom of a page: what the marks on it mean, said once.

use crate::model::figure::{Figure, Source, Story};
use crate::model::source_file::Provenance;
use crate::text::date;
use crate::text::say::units;

use super::{Block, Page, View};
use crate::text::line::{Line, Role};

/// The words that say so.
const INVENTED: [&str; 2] = ["MINH HỌA", "ILLUSTRATIVE"];
/// Cells of the legend between the margins of a terminal of 80.
const WIDTH: usize = 76;

/// The legend of a page: derived, estimated and illustrative figures on it, then what the page itself adds.
pub fn lines(view: &View, page: &Page, own: Vec<Line>) -> Vec<Line> {
    let figures: Vec<&Figure> = page.blocks.iter().flat_map(figures).collect();
    let mut line = Line::default();
    let mut add = |text: &str| {
        let gap = if line.spans.is_empty() { "" } else { " · " };
        line = std::mem::take(&mut line).role(Role::Dim, format!("{gap}{text}"));
    };
    if figures.iter().any(|f| f.is_derived()) {
        add(view.pick("* suy ra", "* derived"));
    }
    if figures.iter().any(|f| f.source == Source::Estimated) {
        add(view.pick("ước: ước thực hiện", "est.: estimated"));
    }
    let invented = figures.iter().any(|f| f.source == Source::Illustrative);
    if invented && view.snapshot().origin.provenance == Provenance::Illustrative {
        let full =
            ("số liệu minh họa, không phải kết quả rà soát", "illustrative figures, not a result of review");
        let (vi, en) = if view.narrow { ("số liệu minh họa", "illustrative figures") } else { full };
        line = line.role(Role::Warn, "   ! ").role(Role::Dim, view.pick(vi, en));
    }
    let named = own.iter().any(|line| INVENTED.iter().any(|word| line.text().contains(word)));
    if invented && !named && view.snapshot().origin.provenance != Provenance::Illustrative {
        let gap = if line.spans.is_empty() { "" } else { "   " };
        line = line.role(Role::Warn, format!("{gap}! ")).role(Role::Dim, which(view, &figures));
    }
    let mut own = own.into_iter();
    if let Some(first) = own.next() {
        let gap = if line.spans.is_empty() { "" } else { " · " };
        line = line.role(Role::Dim, gap);
        line.spans.extend(first.spans);
    }
    let mut lines = vec![line];
    lines.retain(|line| !line.spans.is_empty());
    lines.extend(own);
    lines
}

/// Of a file that is not invented as a whole: which of its figures are.
fn which(view: &View, figures: &[&Figure]) -> String {
    let invented: Vec<&Figure> = figures.iter().copied().filter(|f| is_invented(f)).collect();
    let (later, now): (Vec<&Figure>, Vec<&Figure>) = invented.into_iter().partition(|f| is_later(view, f));
    let mut named = Vec::new();
    if now.iter().any(|figure| is_of_parts(view, figure)) {
        let parts = units::noun_of_parts(view.whole()).many(view.lang);
        named.push(format!("{} {parts}", view.pick("số của các", "figures of the")));
    }
    if !later.is_empty() {
        let day = date::day(view.lang, view.snapshot().as_of());
        named.push(format!("{} {day}", view.pick("số sau", "after")));
    }
    if now.iter().any(|figure| !is_of_parts(view, figure)) {
        named.push(view.pick("một số khác", "some others").to_owned());
    }
    format!("{}: {}", named.join(", "), view.pick("MINH HỌA", "ILLUSTRATIVE"))
}

fn is_invented(figure: &Figure) -> bool {
    figure.source == Source::Illustrative
}

/// Is it of a part of the unit, or made from such?
fn is_of_parts(view: &View, figure: &Figure) -> bool {
    let mut inputs = figure.story.inputs().filter(|input| is_invented(input));
    !figure.what.whose.is(&view.whole().name) || inputs.any(|input| is_of_parts(view, input))
}

/// Does it stand in a later file, or is it made from such?
fn is_later(view: &View, figure: &Figure) -> bool {
    match &*figure.story {
        Story::Stated(stated) => stated.location.origin.as_of > view.snapshot().as_of(),
        Story::Derived(_) => figure.story.inputs().any(|input| is_later(view, input)),
    }
}

/// The legend of a page with what needs care beside it, where the line holds both and nothing else needs care.
pub fn with_care(view: &View, page: &Page, care: Option<Line>) -> Vec<Line> {
    let mut lines = lines(view, page, Vec::new());
    let Some(care) = care else { return lines };
    let Some(legend) = lines.first_mut() else { return vec![care] };
    let width = |line: &Line| crate::text::cells::width(&line.text());
    let is_calm = legend.spans.iter().all(|span| span.role == Role::Dim);
    if is_calm && width(legend) + 3 + width(&care) <= WIDTH {
        *legend = std::mem::take(legend).say("   ");
        legend.spans.extend(care.spans);
    }
    lines
}

/// All figures of a block.
pub fn figures(block: &Block) -> Vec<&Figure> {
    match block {
        Block::Lines(lines) => lines.iter().flat_map(Line::figures).collect(),
        Block::Table(table) => table.rows.iter().flat_map(super::Row::figures).collect(),
        Block::Gap | Block::Chart(_) => Vec::new(),
    }
}
