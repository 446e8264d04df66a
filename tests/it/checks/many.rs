//! A list of hundreds of areas: what holds of all of them is one line, which counts them all, keeps the numbers of some,
//! and has those of any other for its story.

use giamngheo::model::area::Area;
use giamngheo::model::checks::{Check, CheckKind, Verdict, of_verdict};
use giamngheo::model::measure::{Aspect, Group};
use giamngheo::page::{Block, Detail, Facts, Tab, explain, page_of};
use giamngheo::text::Lang;
use giamngheo::text::line::Line;
use giamngheo::text::say::check::sentence;

use super::{of, snapshot};
use crate::program::accepted;
use crate::view::opened;

/// So many areas; the last of them stand behind those whose numbers are kept.
const MANY: u64 = 300;
/// So many that have each their own numbers: of each kind more hold than are kept.
const VARIED: u64 = 1200;

/// The members of an area: rates that round from the counts, that do not, and that lie just between; with words that say
/// they are not exact, or without a total. By turns and without a pattern, the same at every run.
fn numbers(area: u64) -> String {
    let mut seed = area.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x2545_F491_4F6C_DD1D;
    let mut below = |most: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % most
    };
    let total = [8, 40, 200, 1000 + below(4000)][usize::try_from(below(4)).unwrap()];
    let mut group = |name: &str| {
        let (count, decimals) = (below(total / 4 + 1), u32::try_from(below(4)).unwrap());
        let scale = 100 * 10_u64.pow(decimals);
        let rate = (2 * count * scale + total) / (2 * total);
        let (digits, unit) = (rate + u64::from(below(12) == 0), scale / 100);
        let value = match decimals {
            0 => digits.to_string(),
            _ => format!("{}.{:02$}", digits / unit, digits % unit, decimals as usize),
        };
        let rate = match below(10) {
            0 => format!(r#"{{ "value": {value}, "qualifier": "about" }}"#),
            1 => format!(r#"{{ "value": {value}, "provenance": "derived" }}"#),
            _ => value,
        };
        let count = if below(15) == 0 { String::new() } else { format!(r#""households": {count}, "#) };
        format!(r#""{name}": {{ {count}"rate_percent": {rate} }}"#)
    };
    let mut groups = [group("poor"), group("near_poor")].join(", ");
    // How those came about who are poor, and both groups together: mostly right.
    let (poor, near_poor) = (20 + below(50), below(40));
    let (before, escaped, newly) = (poor + below(9), 5 + below(5), below(5));
    if area.is_multiple_of(2) {
        let off = u64::from(below(9) == 0);
        let end = before - escaped + newly + off;
        let start = if below(3) == 0 { String::new() } else { format!(r#""start": {before}, "#) };
        let escaped = if below(9) == 0 {
            format!(r#"{{ "value": {escaped}, "qualifier": "about" }}"#)
        } else {
            escaped.to_string()
        };
        groups = format!(
            r#""poor": {{ "households": {end}, "reduced": {}, "movement": {{ {start}"escaped": {escaped}, "newly": {newly} }} }},
            "near_poor": {{ "households": {near_poor}, "policy_families": 7 }},
            "combined": {{ "households": {}, "policy_families": {} }}"#,
            i128::from(before) - i128::from(end) + i128::from(below(9) == 0),
            end + near_poor + u64::from(below(9) == 0),
            if below(2) == 0 { 7 } else { 9 },
        );
        if below(2) == 0 {
            groups = groups.replace(r#", "policy_families": 9"#, "");
        }
    }
    let total = if area.is_multiple_of(2) || below(10) == 0 {
        String::new()
    } else {
        format!(r#""households": {total}, "#)
    };
    format!("{total}{groups}")
}

fn list(areas: impl IntoIterator<Item = (String, String)>) -> String {
    let area = |(name, members)| format!(r#"{{ "name": "{name}", {members} }}"#);
    let areas: Vec<String> = areas.into_iter().map(area).collect();
    snapshot("2022-12-31", &format!(r#""areas": [{}]"#, areas.join(", ")))
}

/// A kind of check, by its name here.
type Kind = (&'static str, fn(&CheckKind) -> bool);

/// The kinds of which much is told by numbers alone.
const KINDS: [Kind; 5] = [
    ("totals", |kind| matches!(kind, CheckKind::Total(_))),
    ("rates", |kind| matches!(kind, CheckKind::Rate(_))),
    ("both groups", |kind| matches!(kind, CheckKind::Combined(_))),
    ("movements", |kind| matches!(kind, CheckKind::Movement(_))),
    ("falls", |kind| matches!(kind, CheckKind::NetFall(_))),
];

/// How many entries of each kind have each verdict.
fn verdicts(found: &[Check]) -> Vec<(&'static str, Verdict, usize)> {
    let of = |(name, is_it): Kind| {
        Verdict::ALL.map(|verdict| {
            let found = of_verdict(found, verdict).filter(|check| is_it(&check.kind));
            (name, verdict, found.map(Check::count).sum())
        })
    };
    KINDS.into_iter().flat_map(of).collect()
}

/// What is found of many at once, mostly by numbers alone, is what is found of each by itself, with all its figures.
#[test]
fn many_areas_have_the_verdicts_that_each_has_alone() {
    let of_all = verdicts(&of(&[list((0..VARIED).map(|area| (format!("Xã {area}"), numbers(area))))]));
    let mut of_each = of_all.clone();
    for (.., count) in &mut of_each {
        *count = 0;
    }
    for area in 0..VARIED {
        let alone = verdicts(&of(&[list([(format!("Xã {area}"), numbers(area))])]));
        for (sum, one) in of_each.iter_mut().zip(alone) {
            sum.2 += one.2;
        }
    }
    assert_eq!(of_all, of_each);
    for (kind, verdict) in [
        ("totals", Verdict::Holds),
        ("rates", Verdict::Holds),
        ("rates", Verdict::Contradicts),
        ("rates", Verdict::CannotCheck),
        ("both groups", Verdict::Holds),
        ("both groups", Verdict::Contradicts),
        ("movements", Verdict::Holds),
        ("movements", Verdict::CannotCheck),
        ("falls", Verdict::Holds),
        ("falls", Verdict::CannotCheck),
    ] {
        let is_met = |of: &(&str, Verdict, usize)| (of.0, of.1) == (kind, verdict) && of.2 > 9;
        assert!(of_all.iter().any(is_met), "{kind} {verdict:?}: {of_all:?}");
    }
}

/// The same numbers in each area.
fn alike() -> String {
    let members = r#""households": 1000, "poor": { "households": 22, "rate_percent": 2.2 }"#;
    list((0..MANY).map(|area| (format!("Xã {:03}", area + 100), members.to_owned())))
}

#[test]
fn a_line_of_many_counts_all_and_keeps_the_numbers_of_some() {
    let found = of(&[alike()]);
    let line = found.iter().find(|check| matches!(check.kind, CheckKind::Rate(_))).unwrap();
    assert_eq!((line.count(), line.areas.len()), (300, 300));
    assert!(line.kinds().count() < 100);
    assert_eq!(sentence(Lang::Vi, line), "300 xã: tỷ lệ hộ nghèo theo số đếm");
}

/// The lines of a panel.
fn lines(panel: &Detail) -> impl Iterator<Item = String> {
    panel.blocks.iter().flat_map(|block| match block {
        Block::Lines(lines) => lines.iter().map(Line::text).collect(),
        _ => Vec::new(),
    })
}

/// The story of a figure, its own name and place left out.
fn story(lang: Lang, view: &giamngheo::page::View, area: &Area, aspect: &Aspect) -> String {
    let figure = area.stated(Group::Poor, aspect).unwrap();
    let detail = explain::figure(view, &figure, 0);
    let file = lang.pick("Tệp", "File");
    let told = lines(&detail).filter(|line| !line.trim_start().starts_with(file));
    told.collect::<Vec<_>>().join("\n").replace(&area.name.name.vi, "Xã")
}

#[test]
fn the_story_of_every_area_has_its_check_with_its_numbers() {
    let load = accepted("many", [alike()]);
    let facts = Facts::new(1);
    for (lang, words) in [(Lang::Vi, "22 hộ nghèo : 1.000 hộ"), (Lang::En, "22 poor ÷ 1,000 households")]
    {
        let view = opened(lang, &load, &facts, (0, 0));
        let areas = &view.history.snapshots[0].whole.areas;
        for aspect in [Aspect::Rate, Aspect::Households] {
            let told: Vec<String> = [0, 150, 299].map(|at| story(lang, &view, &areas[at], &aspect)).into();
            assert!(told.iter().all(|one| *one == told[0]), "{told:#?}");
            assert!(told[0].contains(words) || aspect == Aspect::Households, "{}", told[0]);
        }
    }
}

/// The panel sets out the first steps, and counts the rest.
#[test]
fn the_panel_of_a_line_of_many_says_how_many_more_there_are() {
    let load = accepted("many", [alike()]);
    let facts = Facts::new(1);
    let view = opened(Lang::Vi, &load, &facts, (0, 0));
    let page = page_of(Tab::Checks, &view);
    let row = page.rows().find(|row| format!("{:?}", row.label).contains("300 xã: tỷ lệ")).unwrap();
    let view = giamngheo::page::View { chosen: &row.key, ..view };
    let panel = page_of(Tab::Checks, &view).detail.unwrap();
    let said: Vec<String> = lines(&panel).collect();
    assert!(said.iter().any(|line| line.contains("và 297 mục khác")), "{said:#?}");
    assert!(said.iter().any(|line| line.ends_with("và các trường khác")), "{said:#?}");
}

/// Programmes that went to one area each lack all others: what is missing is told in few words, and the others counted.
#[test]
fn the_panel_of_what_thousands_lack_stays_short() {
    let many = 300;
    let list = |entry: &dyn Fn(usize) -> String| (0..many).map(entry).collect::<Vec<_>>().join(", ");
    let areas = list(&|i| format!(r#"{{ "name": "Xã {i}", "households": 9 }}"#));
    let programmes = list(&|i| {
        let named = format!(r#""id": "p{i}", "name": "Mục {i}", "kind": "health", "reached": 1"#);
        format!(r#"{{ {named}, "areas": [{{ "name": "Xã {i}", "reached": 1 }}] }}"#)
    });
    let members = format!(r#""areas": [{areas}], "programmes": [{programmes}]"#);
    let load = accepted("lacking", [snapshot("2022-12-31", &members)]);
    let facts = Facts::new(1);
    for (lang, line, others) in
        [(Lang::Vi, "cộng 300 xã", "và các trường khác"), (Lang::En, "300 communes against", "and others")]
    {
        let view = opened(lang, &load, &facts, (0, 0));
        let page = page_of(Tab::Checks, &view);
        let row = page.rows().find(|row| format!("{:?}", row.label).to_lowercase().contains(line)).unwrap();
        let view = giamngheo::page::View { chosen: &row.key, ..view };
        let said: Vec<String> = lines(&page_of(Tab::Checks, &view).detail.unwrap()).collect();
        assert!(said.iter().any(|line| line.ends_with(others)), "{said:#?}");
        assert!(said.iter().all(|line| line.chars().count() < 1_000), "{said:#?}");
    }
}
