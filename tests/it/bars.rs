//! Bars are as long as what they stand for: the place of the end of each on the screen, held against the figures.

use giamngheo::model::exact::Exact;
use giamngheo::model::measure::{Aspect, Group};
use giamngheo::model::places;
use giamngheo::text::Lang;
use giamngheo::text::show::{self, Style};

use super::program::{picture, press, program, screen};

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 34), (160, 45), (200, 60)];

/// The cells of a line in a piece of text: whole ones, and halves.
fn cells(text: &str) -> f64 {
    text.chars().map(|c| if c == '━' { 1.0 } else { f64::from(u8::from(matches!(c, '╸' | '╺'))) / 2.0 }).sum()
}

/// A bar that goes both ways: the cell of its upright, the cells to its left and to its right.
fn both_ways(line: &str) -> (usize, f64, f64) {
    let axis = line.chars().position(|c| c == '│').unwrap_or_else(|| panic!("no upright in {line}"));
    let before: String = line.chars().take(axis).collect();
    let after: String = line.chars().skip(axis + 1).take_while(|c| !c.is_ascii_digit()).collect();
    (axis, cells(&before), cells(&after))
}

#[test]
fn a_deviation_ends_where_its_figure_says() {
    for (size, day) in SIZES.into_iter().flat_map(|size| ["2022-12-31", "2023-09-30"].map(|day| (size, day)))
    {
        let mut app = program(Lang::Vi, size, day);
        press(&mut app, "2");
        let shown = screen(&app);
        let view = app.view().unwrap();
        let whole = view.whole();
        let of = |area| {
            let rate = |area: &giamngheo::model::area::Area| area.rate(Group::Poor);
            places::from_whole(area, Group::Poor, &rate(area), &rate(whole)).unwrap()
        };
        let most = whole.areas.iter().map(|area| of(area).one().unwrap().clone().abs()).max().unwrap();
        let rows: Vec<(String, giamngheo::model::figure::Figure)> =
            whole.areas.iter().map(|area| (format!("  {} ", area.name.name.vi), of(area))).collect();
        let line = |name: &str| {
            shown.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{shown}"))
        };
        let length = |(_, left, right): (usize, f64, f64)| left.max(right);
        let longest = rows.iter().find(|(_, figure)| figure.one().unwrap().clone().abs() == most).unwrap();
        let unit = length(both_ways(line(&longest.0))) / most.approximate();
        let axis = both_ways(line(&longest.0)).0;
        for (name, figure) in &rows {
            let (at, left, right) = both_ways(line(name));
            assert_eq!(at, axis, "one upright for all\n{shown}");
            let value = figure.one().unwrap().approximate();
            let (own, other) = if value < 0.0 { (left, right) } else { (right, left) };
            assert!(other == 0.0, "{name} on the wrong side\n{shown}");
            assert!((own - value.abs() * unit).abs() <= 1.0, "{name}: {own} for {value}\n{shown}");
            assert!(line(name).contains(&show::in_cell(Lang::Vi, figure, Style::Signed)), "{name}\n{shown}");
        }
    }
}

/// 560 of 400 are 140 %, 402 of 250 are 160,8 %: the part beyond the mark is to the part before it as 40 to 100.
#[test]
fn a_target_that_is_exceeded_ends_as_far_beyond_its_mark() {
    for size in SIZES {
        let shown = picture(Lang::Vi, size, "2022-12-31", "1");
        for (name, beyond) in [("  Kéo giảm hộ nghèo ", 0.4), ("  Kéo giảm hộ cận nghèo ", 0.608)]
        {
            let line = shown.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{shown}"));
            let (before, after) = line.split_once('┃').unwrap_or_else(|| panic!("{shown}"));
            let after: String = after.chars().take_while(|c| matches!(c, '━' | '╸')).collect();
            let whole = cells(before);
            assert!((cells(&after) - whole * beyond).abs() <= 1.0, "{name}\n{shown}");
        }
    }
}

/// In the order of a count that was asked for stand its bars, from zero: also of the one that the list opens with.
#[test]
fn bars_of_a_count_are_as_long_as_the_count() {
    let counts = [("Khẩu ▼", Aspect::Persons), ("Hộ ▼", Aspect::Households)];
    for (size, (head, aspect)) in SIZES.into_iter().flat_map(|size| counts.clone().map(|of| (size, of))) {
        let mut app = program(Lang::Vi, size, "2022-12-31");
        press(&mut app, "2");
        // The list opens in the order of the households, with the differences; asked for, with their bars.
        let found = (0..20).find(|_| {
            press(&mut app, "s");
            screen(&app)
                .lines()
                .take(6)
                .any(|line| line.contains(head) || line.contains(&head.replace(' ', "")))
        });
        let shown = screen(&app);
        if found.is_none() {
            // A column without room for it is not sorted by.
            let heads: Vec<&str> = shown.lines().filter(|line| line.contains("Tỷ lệ")).take(1).collect();
            assert!(!heads[0].chars().take(81).collect::<String>().contains("Khẩu"), "{head}\n{shown}");
            continue;
        }
        let view = app.view().unwrap();
        let count = |name: &str| -> Exact {
            let mut areas = view.whole().areas.iter();
            let area = areas.find(|area| format!("  {} ", area.name.name.vi) == name).unwrap();
            area.figure(Group::Poor, &aspect).unwrap().one().unwrap().clone()
        };
        let line = |name: &str| {
            shown.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{shown}"))
        };
        let drawn = |name: &str| cells(line(name).split('│').next().unwrap());
        let (most, least) = ("  Phường 10 ", "  Phường 9 ");
        let unit = drawn(most) / count(most).approximate();
        assert!(unit > 0.0, "{shown}");
        assert!((drawn(least) - count(least).approximate() * unit).abs() <= 1.0, "{shown}");
    }
}
