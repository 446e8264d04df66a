//! No figure on any screen is without its story: where it stands in a file, or the formula with its numbers. All pages
//! are walked, with the panel of each row, the pages of areas, the open lists, what they are compared with, what-if and
//! the slides of a meeting, on the sample and on made-up units.

use std::collections::HashSet;
use std::sync::Arc;

use giamngheo::model::area::Area;
use giamngheo::model::figure::{Derivation, Figure};
use giamngheo::model::measure::{Group, Measure, Subject, When};
use giamngheo::model::name::AreaName;
use giamngheo::model::ops::Missing;
use giamngheo::model::period::{Name, Period};
use giamngheo::page::deck::{Slide, deck};
use giamngheo::page::{Block, Cell, Facts, Page, Row, Style, TASKS, Tab, View, WHOLE, explain, page_of};
use giamngheo::source::{Limits, Load, load};
use giamngheo::text::line::Line;
use giamngheo::text::{Lang, cells, show};

use super::view::opened;
use super::{made_up, published};

/// Figures are walked once for each subject and number: they come back from page to page.
type Known = HashSet<(Subject, String)>;

/// A walk over all pages of one history.
struct Walk {
    told: Known,
    seen: usize,
}

impl Walk {
    fn blocks<'a>(&mut self, view: &View, blocks: impl IntoIterator<Item = &'a Block>) {
        for block in blocks {
            match block {
                Block::Lines(lines) => self.figures(view, lines.iter().flat_map(Line::figures)),
                Block::Table(table) => self.figures(view, table.rows.iter().flat_map(Row::figures)),
                Block::Gap | Block::Chart(_) => {}
            }
        }
    }

    fn page(&mut self, view: &View, page: &Page) {
        self.blocks(view, &page.blocks);
        self.blocks(view, page.detail.iter().flat_map(|detail| &detail.blocks));
        self.figures(view, page.foot.iter().flat_map(Line::figures));
    }

    /// The page of a tab, and again for each of its rows where it has a panel on the chosen one.
    fn tab(&mut self, view: &View, tab: Tab) {
        let page = page_of(tab, view);
        self.page(view, &page);
        let keys: Vec<&str> = page.rows().map(|row| row.key.as_str()).collect();
        for chosen in keys.into_iter().filter(|_| giamngheo::page::follows_choice(tab)) {
            let view = View { chosen, ..*view };
            self.page(&view, &page_of(tab, &view));
        }
        for row in page.rows().filter(|row| row.figures().next().is_none()) {
            let panel = explain::missing(view, row);
            assert!(!panel.title.is_empty() && !panel.blocks.is_empty(), "nothing said of {:?}", row.label);
        }
    }

    fn slide(&mut self, view: &View, slide: &Slide) {
        self.figures(view, slide.figures());
        self.figures(view, slide.foot.iter().flat_map(Line::figures));
    }

    fn figures<'a>(&mut self, view: &View, figures: impl IntoIterator<Item = &'a Figure>) {
        for figure in figures {
            self.seen += 1;
            self.walk(view, figure, 0);
        }
    }

    /// The figure and all that its formula rests on lead to places in files.
    fn walk(&mut self, view: &View, figure: &Figure, depth: usize) {
        assert!(depth < 12, "a story without an end: {:?}", figure.subject);
        if !self.told.insert((figure.subject.clone(), format!("{:?}", figure.amount))) {
            return;
        }
        match &*figure.derivation {
            Derivation::Stated(stated) => {
                assert!(stated.location.line > 0, "no line: {}", stated.location.path());
                assert!(!stated.location.path().is_empty());
            }
            Derivation::Derived(derived) => {
                assert!(!derived.formula.is_empty(), "no formula: {:?}", figure.subject);
                figure.derivation.inputs().for_each(|input| self.walk(view, input, depth + 1));
            }
        }
        let panel = explain::figure(view, figure, 0);
        assert!(!panel.title.is_empty() && !panel.blocks.is_empty());
        assert!(cells::width(&panel.title) > 12, "a title without a name: {:?}", panel.title);
        let story = text(&panel.blocks);
        assert_eq!(repeats(&story), None, "{}\n{story}", panel.title);
        opens(figure, view);
    }
}

/// A story never says "1,72%* = 1,72%*": a number that only repeats another tells nothing of where it is from.
fn repeats(story: &str) -> Option<&str> {
    let is_operator = |word: &str| matches!(word, "+" | "−" | "×" | ":" | "÷" | "=" | "→");
    let is_number = |word: &str| word.contains(|letter: char| letter.is_ascii_digit());
    story.lines().find(|line| {
        let words: Vec<&str> = line.split_whitespace().filter(|word| *word != "→").collect();
        words.windows(3).enumerate().any(|(at, three)| {
            let is_alone = at == 0 || !is_operator(words[at - 1]);
            let bare = |word: &'_ str| word.trim_end_matches(['*', ',', ';']).to_owned();
            let is_same = three[1] == "=" && bare(three[0]) == bare(three[2]) && three[2].contains('*');
            is_alone && is_same && is_number(three[0])
        })
    })
}

#[test]
fn planted_repetitions_are_found() {
    for story in [
        "Phép tính   → 55 = 55*",
        "Phép tính   1,72%* = 1,72%*",
        "a
Formula 3* = 3*",
    ] {
        assert!(repeats(story).is_some(), "{story}");
    }
    for story in ["Phép tính   → 0 + 55 = 55*", "3 − 0 = 3*", "✓ 1.118 = 1.118"] {
        assert_eq!(repeats(story), None);
    }
}

/// Every number of its formula can be picked, and what is picked has a story that leads to a file in turn.
fn opens(figure: &Figure, view: &View) {
    let links = explain::links(view, figure);
    for input in figure.derivation.inputs() {
        let is_it = |link: &&Figure| link.subject == input.subject && link.amount == input.amount;
        assert!(
            links.iter().any(|link| is_it(&link)),
            "{:?} does not open {:?}",
            figure.subject,
            input.subject
        );
    }
    for link in &links {
        assert!(leads_to_a_file(link), "no file behind {:?}", link.subject);
    }
}

fn leads_to_a_file(figure: &Figure) -> bool {
    match &*figure.derivation {
        Derivation::Stated(stated) => stated.location.line > 0,
        Derivation::Derived(_) => {
            figure.derivation.inputs().count() > 0 && figure.derivation.inputs().all(leads_to_a_file)
        }
    }
}

/// The unit and its parts, as paths; of many sisters the first and the last.
pub fn paths(whole: &Area) -> Vec<Vec<Arc<AreaName>>> {
    let mut found = vec![Vec::new()];
    let last = whole.areas.len().saturating_sub(1);
    for (_, part) in whole.areas.iter().enumerate().filter(|(at, _)| *at == 0 || *at >= last) {
        let below = paths(part).into_iter();
        found.extend(below.map(|path| std::iter::once(part.name.clone()).chain(path).collect()));
    }
    found
}

/// Nothing found yet of the first history.
fn facts(load: &Load) -> Facts {
    Facts::new(load.world.histories[0].snapshots.len())
}

/// All that can be on a screen at one snapshot.
fn walk_snapshot(walk: &mut Walk, view: &View) {
    for path in paths(view.whole()) {
        let view = View { path: &path, ..*view };
        for tab in Tab::ALL {
            walk.tab(&view, tab);
        }
    }
    for group in Group::TWO {
        let view = View { group, ..*view };
        for tab in [Tab::Overview, Tab::Households, Tab::Trends] {
            walk.tab(&view, tab);
        }
    }
    walk.tab(&View { list: TASKS, ..*view }, Tab::Targets);
    walk.tab(&View { list: WHOLE, ..*view }, Tab::Households);
    walk.tab(&View { what_if: 3, ..*view }, Tab::Targets);
    for tab in Tab::ALL {
        walk.tab(&View { narrow: true, ..*view }, tab);
    }
    for slide in &deck(view) {
        walk.slide(view, slide);
    }
}

/// The same beside another snapshot.
fn walk_compared(walk: &mut Walk, view: &View, with: usize) {
    for path in paths(view.whole()) {
        let view = View { path: &path, compare: Some(with), ..*view };
        for tab in Tab::ALL {
            walk.page(&view, &page_of(tab, &view));
        }
    }
}

fn walk_all(lang: Lang, load: &Load) -> usize {
    let mut seen = 0;
    for (history, of) in load.world.histories.iter().enumerate() {
        let mut walk = Walk { told: Known::new(), seen: 0 };
        let facts = Facts::new(of.snapshots.len());
        for at in 0..of.snapshots.len() {
            let view = opened(lang, load, &facts, (history, at));
            walk_snapshot(&mut walk, &view);
            // With the one before and the one after.
            let after = Some(at + 1).filter(|with| *with < of.snapshots.len());
            for with in [at.checked_sub(1), after].into_iter().flatten() {
                walk_compared(&mut walk, &view, with);
            }
        }
        seen += walk.seen;
    }
    seen
}

#[test]
fn every_figure_of_the_sample_tells_its_story() {
    let load = load(&[], &Limits::default());
    let seen = walk_all(Lang::Vi, &load);
    assert!(seen > 10_000, "only {seen} figures were walked");
}

/// The pages of the other language hold other sentences.
#[test]
fn every_figure_of_the_english_sample_tells_its_story() {
    let load = load(&[], &Limits::default());
    let facts = facts(&load);
    for at in [1, 4] {
        let mut walk = Walk { told: Known::new(), seen: 0 };
        walk_snapshot(&mut walk, &opened(Lang::En, &load, &facts, (0, at)));
        assert!(walk.seen > 1_000, "only {} figures were walked", walk.seen);
    }
}

/// Many units at once: areas of areas, both groups as one, estimated figures, quarters, a review, two standards.
#[test]
fn every_figure_of_unlike_units_tells_its_story() {
    let load = load(&made_up::ALL.map(made_up::folder), &Limits::default());
    // Three times two of them lie within one unit, which is then summed from them; two of these are in one folder, and
    // one unit has two standards.
    let histories: Vec<&str> = load.world.histories.iter().map(|of| of.unit.name.vi.as_str()).collect();
    assert_eq!(load.world.histories.len(), made_up::ALL.len() + 5, "{histories:?}");
    let seen = walk_all(Lang::Vi, &load);
    assert!(seen > 2_000, "only {seen} figures were walked");
}

/// What was published, each report by itself.
#[test]
fn every_figure_of_published_reports_tells_its_story() {
    for report in published::ALL {
        let load = load(&[published::path(report)], &Limits::default());
        for lang in [Lang::Vi, Lang::En] {
            assert!(walk_all(lang, &load) > 0, "{report}");
        }
    }
}

/// What is supposed is said wherever a figure rests on it, and how far each figure may be quoted.
#[test]
fn a_supposed_figure_names_the_supposition() {
    let load = load(&[], &Limits::default());
    let facts = facts(&load);
    let view = View { what_if: 20, ..opened(Lang::Vi, &load, &facts, (0, 4)) };
    let page = page_of(Tab::Targets, &view);
    let line = lines(page.detail.iter().flat_map(|detail| &detail.blocks))
        .find(|line| line.text().starts_with("Giả định"))
        .unwrap();
    assert_eq!(line.figures().count(), 3, "households, rate, still to go: {}", line.text());
    for figure in line.figures() {
        let story = text(&explain::figure(&view, figure, 0).blocks);
        // 1.118 on 30 September less 20.
        assert!(story.contains("thêm 20 hộ thoát sau 30/09/2023, tổng hộ dân không đổi"), "{story}");
        assert!(story.contains("không dùng làm số liệu chính thức (số giả định)"), "{story}");
    }
}

/// A change is between two days, and its story names both.
#[test]
fn a_change_names_both_dates() {
    let load = load(&[], &Limits::default());
    let facts = facts(&load);
    let view = View { compare: Some(1), ..opened(Lang::Vi, &load, &facts, (0, 4)) };
    let page = page_of(Tab::Overview, &view);
    for key in ["change", "rate_change"] {
        for figure in page.row(key).unwrap().figures() {
            let story = text(&explain::figure(&view, figure, 0).blocks);
            assert!(story.contains("31/12/2022") && story.contains("30/09/2023"), "{key}\n{story}");
        }
    }
}

fn lines<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> impl Iterator<Item = &'a Line> {
    let lines = blocks.into_iter().filter_map(|block| match block {
        Block::Lines(lines) => Some(lines),
        _ => None,
    });
    lines.flatten()
}

fn text(blocks: &[Block]) -> String {
    lines(blocks).map(Line::text).collect::<Vec<_>>().join(
        "
",
    )
}

/// What a file that is not loaded would state, of a day or of a period, is not said to be missing in the file shown.
#[test]
fn no_file_is_blamed_for_a_day_or_period_that_is_not_its_own() {
    let load = load(&[], &Limits::default());
    let facts = facts(&load);
    let view = opened(Lang::Vi, &load, &facts, (0, 0));
    let subject = Subject {
        when: When::Over(view.snapshot().origin.period),
        ..view.whole().what(Measure::AllHouseholds)
    };
    let other = Period::from_name(Name::Half(2019, 1)).expect("a half");
    let file_line = |when: When| {
        let missing = Missing::not_stated(Subject { when, ..subject.clone() });
        let row = Row { cells: vec![Cell::Known(Err(missing), Style::Plain)], ..Row::default() };
        text(&explain::missing(&view, &row).blocks)
    };
    assert!(file_line(subject.when).contains("không nêu"), "{}", file_line(subject.when));
    for when in [When::Over(other), When::Day(other.last)] {
        assert!(file_line(when).contains("chưa nạp tệp nào của"), "{}", file_line(when));
    }
}

/// A number with the mark of a derived one that stands in a label (a check's sentence, a rate's total) is one of the
/// row's figures: `g` leads to its story.
#[test]
fn a_marked_number_in_a_label_is_a_figure_of_its_row() {
    let load = load(&[], &Limits::default());
    let facts = facts(&load);
    let mut found = 0;
    for lang in [Lang::Vi, Lang::En] {
        for at in 0..load.world.histories[0].snapshots.len() {
            let view = opened(lang, &load, &facts, (0, at));
            for page in Tab::ALL.map(|tab| page_of(tab, &view)) {
                let nobody = Row::default();
                let mut whose = &nobody;
                for row in page.blocks.iter().flat_map(Block::rows) {
                    // What goes on in a row of its own is of the row above it.
                    if !row.is_rest() {
                        whose = row;
                    }
                    for number in marked(&row.label.full) {
                        let shown = |f: &Figure| show::in_sentence(lang, f, Style::Plain);
                        let is_told = whose.figures().any(|figure| shown(figure) == number);
                        assert!(is_told, "no story of {number} in {:?}", row.label.full);
                        found += 1;
                    }
                }
            }
        }
    }
    assert!(found > 10, "only {found} marked numbers");
}

/// The words of a label that end in the mark.
fn marked(label: &str) -> impl Iterator<Item = &str> {
    let words = label.split(' ').map(|word| word.trim_matches(&['(', ')', ',', ';', ':'][..]));
    words.filter(|word| word.ends_with('*') && word.starts_with(|c: char| c.is_ascii_digit()))
}
