//! What is found and what is copied belongs together: a hit is one row of one table, a copied table says whose figures
//! it holds, of which day and from where, and a sentence names every day it rests on. On the sample and on made-up
//! units, in both languages.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use giamngheo::app::find::Find;
use giamngheo::model::figure::{Derivation, Figure, Reliability};
use giamngheo::model::measure::Measure;
use giamngheo::page::table::Table;
use giamngheo::page::{Block, Cell, Facts, Page, Row, Style, Tab, View, WHOLE, explain, next_sort, page_of};
use giamngheo::report::copy;
use giamngheo::source::{Limits, Load, load};
use giamngheo::text::line::Line;
use giamngheo::text::say::what;
use giamngheo::text::{Lang, date, show};

use super::made_up;
use super::program::{begun, choices, press, sample, screen};
use super::stories::paths;
use super::view::opened;

/// Every unit at every date in both languages.
pub fn each_view(mut visit: impl FnMut(&View)) {
    let made = made_up::ALL.iter().map(|unit| load(&[made_up::folder(unit)], &Limits::default()));
    let loads: Vec<Load> = made.chain([sample().clone()]).collect();
    for load in &loads {
        for (number, history) in load.world.histories.iter().enumerate() {
            for at in 0..history.snapshots.len() {
                for lang in [Lang::Vi, Lang::En] {
                    let facts = Facts::new(history.snapshots.len());
                    visit(&opened(lang, load, &facts, (number, at)));
                }
            }
        }
    }
}

/// Every page of it: the tabs, the unit's own page, those of its areas.
fn each_page(mut visit: impl FnMut(&View, &Page)) {
    each_view(|view| {
        for tab in Tab::ALL {
            visit(view, &page_of(tab, view));
        }
        let whole = View { list: WHOLE, ..*view };
        visit(&whole, &page_of(Tab::Households, &whole));
        for path in paths(view.whole()).iter().take(3) {
            let area = View { path, ..*view };
            visit(&area, &page_of(Tab::Households, &area));
        }
    });
}

/// Words for where figures come from, as a head says them.
const KINDS: [(&str, &str); 5] = [
    ("báo cáo", "report"),
    ("MINH HỌA", "ILLUSTRATIVE"),
    ("suy ra", "derived"),
    ("ước", "estimated"),
    ("cộng từ", "sum of"),
];

#[test]
fn every_copied_table_begins_with_unit_day_and_source() {
    let mut seen = 0;
    each_page(|view, page| {
        let copied = copy::tables(view, page, 160);
        assert_eq!(copied.text.is_empty(), page.tables().next().is_none());
        let name = view.lang.wording(&view.area().name.name);
        for block in copied.text.split("\n\n").filter(|block| !block.is_empty()) {
            let head = block.lines().next().unwrap();
            assert!(head.contains(name), "whose? {head}");
            let days = view.history.snapshots.iter().map(|s| date::day(view.lang, s.as_of()));
            assert!(days.into_iter().any(|day| head.contains(&day)), "when? {head}");
            assert!(KINDS.iter().any(|(vi, en)| head.contains(view.lang.pick(vi, en))), "from where? {head}");
            assert!(!head.contains('\t'), "{head}");
            assert!(!block.contains('▌'), "a cursor is of the screen: {block}");
            seen += 1;
        }
    });
    assert!(seen > 500, "{seen}");
}

/// An invented number is never pasted as a reported one: the word for it stands in the head where all is invented, else
/// over its column, before its row or behind it.
#[test]
fn every_invented_figure_is_told_where_it_is_pasted() {
    let mut invented = 0;
    each_page(|view, page| {
        let copied = copy::tables(view, page, 400);
        if copied.kept < copied.lines {
            return;
        }
        let (word, mark) =
            (view.lang.pick("MINH HỌA", "ILLUSTRATIVE"), view.lang.pick("(minh họa)", "(illustrative)"));
        let blocks: Vec<Vec<&str>> = copied.text.split("\n\n").map(|block| block.lines().collect()).collect();
        let apart: Vec<Table> = page.tables().flat_map(Table::apart).collect();
        assert_eq!(apart.len(), blocks.iter().filter(|block| !block.is_empty()).count());
        for (table, block) in apart.iter().zip(&blocks) {
            let figures = || table.rows.iter().flat_map(|row| &row.cells).flat_map(of_cell);
            let is_illustrative = |figure: &&Figure| figure.reliability == Reliability::Illustrative;
            let count = figures().filter(is_illustrative).count();
            assert!(count == 0 || block[0].contains(word), "{block:?}");
            if count == 0 || count == figures().count() {
                continue;
            }
            invented += count;
            let is_blank = |row: &&Row| {
                row.label.full.trim().is_empty() && row.cells.iter().all(|c| matches!(c, Cell::Blank))
            };
            let shown: Vec<&Row> = table.rows.iter().filter(|row| !is_blank(row)).collect();
            let (heads, rows) = block.split_at(block.len() - shown.len());
            let heads = heads[heads.len() - 1];
            let over = heads.matches(mark).count();
            for (row, line) in shown.into_iter().zip(rows) {
                let cells = row.cells.iter().filter(|cell| of_cell(cell).iter().any(is_illustrative)).count();
                let told = line.matches(mark).count();
                assert!(
                    line.split('\t').next().unwrap().contains(mark) || told + over >= cells,
                    "{cells} of {line:?} under {heads:?}"
                );
                // And no reported row is said to be invented.
                assert!(told == 0 || cells > 0, "{line:?}");
            }
        }
    });
    assert!(invented > 200, "{invented}");
}

fn of_cell(cell: &Cell) -> Vec<&Figure> {
    match cell {
        Cell::Known(Ok(figure), _) => vec![figure],
        Cell::Line(line) => line.figures().collect(),
        Cell::Known(Err(_), _) | Cell::Blank | Cell::Bar(_) => Vec::new(),
    }
}

/// Tables that stand side by side say so: what a programme reached is no figure of the group in whose row it stands.
#[test]
fn a_row_of_two_tables_is_known_as_two() {
    let mut beside = 0;
    each_page(|_, page| {
        for table in page.tables() {
            beside += usize::from(table.beside.is_some());
            for (table, row) in
                table.apart().iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)))
            {
                let of = |is: fn(&Measure) -> bool| {
                    row.cells.iter().flat_map(of_cell).any(|figure| is(&figure.subject.measure))
                };
                let mixed =
                    of(|it| matches!(it, Measure::Programme(..))) && of(|it| matches!(it, Measure::Of(..)));
                assert!(!mixed, "{:?} in {:?}", row.label, table.head);
            }
        }
    });
    assert!(beside > 10, "{beside}");
}

fn found(view: &View, typed: &str) -> Find {
    let mut find = Find::default();
    look(&mut find, view, typed);
    find
}

/// Looks for something else in what is looked through already.
fn look(find: &mut Find, view: &View, typed: &str) {
    find.query.clear();
    find.query.add(typed);
    find.search(view);
}

/// All figures of a hit stand in one row of that name.
#[test]
fn every_figure_of_a_hit_belongs_to_its_row() {
    let mut seen = 0;
    each_view(|view| {
        // Looking makes all pages: the newest figures of each unit are enough.
        if view.at + 1 < view.history.snapshots.len() {
            return;
        }
        let lists = Tab::ALL.map(|tab| (tab, "")).into_iter().chain([(Tab::Households, WHOLE)]);
        let pages: Vec<Page> = lists.map(|(tab, list)| page_of(tab, &View { list, ..*view })).collect();
        let apart: Vec<Table> = pages.iter().flat_map(Page::tables).flat_map(Table::apart).collect();
        let labels: BTreeSet<&str> =
            apart.iter().flat_map(|table| &table.rows).map(|row| row.label.full.trim()).collect();
        let mut find = Find::default();
        for label in labels.into_iter().filter(|label| !label.is_empty()).take(20) {
            look(&mut find, view, label);
            for hit in find.hits.iter().filter(|hit| hit.label == label) {
                let rows =
                    apart.iter().flat_map(|table| &table.rows).filter(|row| row.label.full.trim() == label);
                let numbers = |row: &Row| -> Vec<String> {
                    let number = |figure| show::number(view.lang, figure, Style::Plain);
                    row.in_cells().map(number).collect()
                };
                let figures = hit.figures.as_deref().expect("nothing is drawn, all are made");
                let fits = |row| {
                    let numbers: Vec<String> = numbers(row);
                    figures.split(" · ").all(|said| {
                        said.is_empty()
                            || numbers.iter().any(|n| said.replace(['*', '!'], "").contains(n.trim()))
                    })
                };
                let mut rows = rows.peekable();
                assert!(rows.peek().is_none() || rows.any(fits), "{label}: {figures}");
                seen += 1;
            }
        }
    });
    assert!(seen > 300, "{seen}");
}

/// Beside the deprivations of the unit stand the programmes: 218 turns of the one are none of the other.
#[test]
fn what_stands_beside_a_row_is_another_hit() {
    let load = sample();
    let facts = Facts::new(5);
    let view = opened(Lang::Vi, load, &facts, (0, 4));
    let hits = found(&view, "bao hiem y te").hits;
    assert!(hits.len() > 1, "{hits:?}");
    for hit in hits {
        let figures = hit.figures.unwrap_or_default();
        let is_card = figures.contains("thẻ");
        let is_lack = hit.key.starts_with("lack:") && !hit.label.contains("Thẻ");
        assert!(!(is_card && is_lack), "{}: {figures}", hit.label);
    }
}

#[test]
fn a_ward_is_found_however_it_is_typed() {
    for typed in ["P10", "P.10", "p 10", "p. 10", "phuong10", "phuong 10", "PHƯỜNG 10", "Phường 010", "27385"]
    {
        for (lang, label) in [(Lang::Vi, "Phường 10"), (Lang::En, "Ward 10")] {
            let facts = Facts::new(5);
            let view = opened(lang, sample(), &facts, (0, 1));
            let hits = found(&view, typed).hits;
            let first = hits.first().map(|hit| hit.label.as_str());
            // The code is another's: it tells that codes are still asked.
            if typed == "27385" {
                assert!(first.is_some(), "{typed}");
            } else {
                assert_eq!(first, Some(label), "{typed}");
            }
        }
    }
    let facts = Facts::new(5);
    let view = opened(Lang::En, sample(), &facts, (0, 1));
    assert_eq!(found(&view, "w10").hits.first().map(|hit| hit.label.as_str()), Some("Ward 10"));
}

/// The days that a figure rests on, found by walking its formula.
fn days(figure: &Figure, all: &mut BTreeSet<NaiveDate>) {
    match &*figure.derivation {
        Derivation::Stated(stated) => {
            all.insert(stated.location.origin.as_of);
        }
        Derivation::Derived(_) => figure.derivation.inputs().for_each(|input| days(input, all)),
    }
}

#[test]
fn a_figure_of_two_days_is_quoted_with_both_and_the_report_of_each() {
    let (mut two, mut one) = (0, 0);
    each_page(|view, page| {
        for figure in page.rows().flat_map(Row::figures) {
            let mut rests_on = BTreeSet::new();
            days(figure, &mut rests_on);
            let Some(Ok(said)) = explain::quote(view, figure) else { continue };
            assert!(said.contains(view.lang.wording(&figure.subject.whose.name)), "whose? {said}");
            let when = what::when(view.lang, what::held(&figure.subject));
            assert!(said.contains(&when), "when? {when}: {said}");
            if rests_on.len() == 2 {
                for day in &rests_on {
                    assert!(said.contains(&date::day(view.lang, *day)), "{day}: {said}");
                    let file = view.world.histories.iter().flat_map(|h| &h.snapshots);
                    let published: Vec<NaiveDate> = file
                        .filter(|s| s.as_of() == *day)
                        .filter_map(|s| s.origin.published.filter(|_| s.origin.summed.is_none()))
                        .collect();
                    let is_named = published.iter().any(|day| said.contains(&date::day(view.lang, *day)));
                    let has_kind = KINDS[1..].iter().any(|(vi, en)| said.contains(view.lang.pick(vi, en)));
                    assert!(is_named || published.is_empty() || has_kind, "report of {day}: {said}");
                }
                two += 1;
            }
            one += usize::from(rests_on.len() == 1);
        }
    });
    assert!(two > 100 && one > 1_000, "{two}, {one}");
}

#[test]
fn a_change_of_the_sample_names_both_its_files() {
    let facts = Facts::new(5);
    let view = opened(Lang::Vi, sample(), &facts, (0, 1));
    let page = page_of(Tab::Overview, &view);
    let rests_on_two = |figure: &&Figure| {
        let mut all = BTreeSet::new();
        days(figure, &mut all);
        all.len() == 2
    };
    let said: Vec<String> = page
        .rows()
        .flat_map(Row::figures)
        .filter(rests_on_two)
        .filter_map(|figure| explain::quote(&view, figure)?.ok())
        .collect();
    assert!(
        said.iter().all(|said| said.contains("31/12/2021 (suy ra) và 31/12/2022 (báo cáo 04/03/2023)")),
        "{said:?}"
    );
}

/// The sentences under the list are of the order it has: no "first five" of an order by something else, and no group
/// but the one it is sorted by.
#[test]
fn the_sentences_under_a_list_follow_its_sort() {
    for lang in [Lang::Vi, Lang::En] {
        let facts = Facts::new(5);
        let view = opened(lang, sample(), &facts, (0, 1));
        let (five, near) = (lang.pick("5 phường đầu", "Top 5"), lang.pick("cận nghèo", "near-poor"));
        // The order of the first count, as one asks for it.
        let mut sort = (1, true);
        let mut told = 0;
        for _ in 0..10 {
            for down in [true, false] {
                let page = page_of(Tab::Households, &View { sort: (sort.0, down), ..view });
                let Some(Block::Lines(lines)) = page.blocks.last() else { panic!("sentences") };
                let said: Vec<String> = lines.iter().map(Line::text).collect();
                let table = page.tables().next().unwrap();
                // The first five of the sentence are the first five rows below the pinned one.
                let column = |at: usize| table.columns.get(at).map(|column| column.head.full.as_str());
                let is_count = column(sort.0).is_some_and(|head| head.trim() == lang.pick("Hộ", "Hhs"));
                let has_five = said.iter().any(|line| line.contains(five));
                assert_eq!(has_five, is_count && down, "{sort:?} {down} {:?}: {said:?}", column(sort.0));
                told += usize::from(has_five);
                let group = table.groups.iter().find(|(_, first, last)| (*first..=*last).contains(&sort.0));
                // A ranking is of the group it is sorted by; an order that ranks nothing has none. A rise is told always.
                let ranks = |line: &&String| {
                    ["nhất", "Most", "ighest", "argest"].iter().any(|word| line.contains(word))
                };
                if let (Some((title, ..)), Some(ranking)) = (group, said.iter().find(ranks)) {
                    let is_near = title.to_lowercase().contains(near);
                    assert_eq!(ranking.to_lowercase().contains(near), is_near, "{title}: {said:?}");
                }
            }
            sort = next_sort(&View { sort, ..view }, |_| true);
        }
        assert_eq!(told, 2, "by the poor, by the near-poor");
    }
}

/// "10 hộ, Hỗ trợ đóng tàu, kế hoạch, theo …" is no sentence: the name comes first, then what of it, then how much.
#[test]
fn a_figure_of_an_entry_is_quoted_as_a_sentence() {
    let load = load(&[made_up::folder("dac-khu")], &Limits::default());
    let last = load.world.histories[0].snapshots.len() - 1;
    for (lang, planned, cover) in [
        (Lang::Vi, "đóng tàu: kế hoạch 10 hộ, theo", "có thẻ BHYT: tỷ lệ bao phủ "),
        (Lang::En, ": 10 households planned, ", ": coverage "),
    ] {
        let facts = Facts::new(last + 1);
        let view = opened(lang, &load, &facts, (0, last));
        let said: Vec<String> = [Tab::Support, Tab::Targets]
            .iter()
            .flat_map(|tab| {
                let page = page_of(*tab, &view);
                let figures: Vec<Figure> = page.rows().flat_map(Row::figures).cloned().collect();
                figures
                    .into_iter()
                    .filter_map(|figure| explain::quote(&view, &figure)?.ok())
                    .collect::<Vec<_>>()
            })
            .collect();
        for told in [planned, cover] {
            assert!(said.iter().any(|said| said.contains(told)), "{told}: {said:#?}");
        }
    }
}

/// `y` in a source panel copies how to say the figure; of an invented one nothing leaves.
#[test]
fn in_a_source_panel_the_sentence_is_what_is_copied() {
    let mut app = begun(choices(Lang::Vi, "2022-12-31"), (80, 24), sample());
    press(&mut app, "1 <Enter>");
    assert!(screen(&app).contains("Nguồn số liệu"));
    let figure = app.dock.as_ref().unwrap().figure(&app.page, app.chosen()).unwrap();
    let view = app.view().unwrap();
    let said = explain::quote(&view, &figure).unwrap().unwrap();
    assert_eq!(
        said,
        "Quận 6, TP.HCM, 31/12/2022: 1.429 hộ nghèo, 2,20% tổng hộ dân, theo báo cáo ngày 04/03/2023"
    );
    assert_eq!(copy::sentence(&said).text, format!("{said}\n"));
}
