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
    let groups = [group("poor"), group("near_poor")].join(", ");
    let total = if below(10) == 0 { String::new() } else { format!(r#""households": {total}, "#) };
    format!("{total}{groups}")
}

fn list(areas: impl IntoIterator<Item = (String, String)>) -> String {
    let area = |(name, members)| format!(r#"{{ "name": "{name}", {members} }}"#);
    let areas: Vec<String> = areas.into_iter().map(area).collect();
    snapshot("2022-12-31", &format!(r#""areas": [{}]"#, areas.join(", ")))
}

/// The verdicts on rates and on totals, with how many have each.
fn verdicts(found: &[Check]) -> Vec<(bool, Verdict, usize)> {
    let of = |is_total: bool, verdict| {
        let is_it = |check: &&Check| match check.kind {
            CheckKind::Rate(_) => !is_total,
            CheckKind::Total(_) => is_total,
            _ => false,
        };
        (is_total, verdict, of_verdict(found, verdict).filter(is_it).map(Check::count).sum())
    };
    [false, true].into_iter().flat_map(|is_total| Verdict::ALL.map(|verdict| of(is_total, verdict))).collect()
}

/// What is found of many at once, mostly by numbers alone, is what is found of each by itself, with all its figures.
#[test]
fn many_areas_have_the_verdicts_that_each_has_alone() {
    let of_all = verdicts(&of(&[list((0..MANY).map(|area| (format!("Xã {area}"), numbers(area))))]));
    let mut of_each = of_all.clone();
    for (.., count) in &mut of_each {
        *count = 0;
    }
    for area in 0..MANY {
        let alone = verdicts(&of(&[list([(format!("Xã {area}"), numbers(area))])]));
        for (sum, one) in of_each.iter_mut().zip(alone) {
            sum.2 += one.2;
        }
    }
    assert_eq!(of_all, of_each);
    for met in [
        (false, Verdict::Holds),
        (false, Verdict::Contradicts),
        (false, Verdict::CannotCheck),
        (true, Verdict::Holds),
    ] {
        assert!(
            of_all.iter().any(|(is_total, verdict, count)| (*is_total, *verdict) == met && *count > 9),
            "{met:?}"
        );
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
