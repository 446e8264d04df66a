use super::*;
use crate::model::figure::Source;
use crate::source::{Limits, load};

/// The titles of the deck of the sample at a day.
fn slides(lang: Lang, day: &str) -> Vec<Slide> {
    let load = load(&[], &Limits::default());
    let history = &load.world.histories[0];
    let date = |text: &str| text.parse().unwrap_or_default();
    let view = View {
        lang,
        history,
        load: &load,
        at: history.open_at(date(day)),
        now: date("2024-02-01"),
        path: &[],
        chosen: "",
        sort: (1, true),
        narrow: false,
        group: Group::Combined,
        compare: None,
        what_if: 0,
        list: "",
    };
    deck(&view)
}

fn titles(day: &str) -> Vec<String> {
    slides(Lang::Vi, day).into_iter().map(|slide| slide.title).collect()
}

#[test]
fn the_deck_of_the_report() {
    let titles = titles("2022-12-31");
    assert_eq!(titles[..4], ["Giảm nghèo bền vững", "Hộ nghèo", "Hộ cận nghèo", "Biến động"]);
    // Two results of 2022 and seven targets of 2023.
    assert_eq!(titles.iter().filter(|title| title.ends_with("· 2022")).count(), 2);
    assert_eq!(titles.iter().filter(|title| title.ends_with("· 2023")).count(), 7);
    assert_eq!(titles[13..], ["Nơi nhiều hộ nghèo nhất", "Hỗ trợ", "Cần quyết định, cần xác minh"]);
}

#[test]
fn what_is_not_known_makes_no_slide() {
    let titles = titles("2021-12-31");
    assert!(titles.iter().all(|title| title != "Hỗ trợ" && !title.starts_with("Nơi")), "{titles:?}");
}

#[test]
fn the_mark_of_invented_figures_is_on_every_slide_that_has_some() {
    let mut marked = 0;
    for slide in slides(Lang::Vi, "2023-09-30") {
        let big = slide.big.iter().map(|big| &big.figure);
        let mut figures = slide.blocks.iter().flat_map(foot::figures).chain(big);
        let invented = figures.any(|figure| figure.source == Source::Illustrative);
        let said = slide.foot.iter().any(|line| line.text().contains("minh họa"));
        assert_eq!(invented, said, "{}", slide.title);
        marked += usize::from(said);
    }
    assert!(marked > 8, "{marked}");
}

#[test]
fn both_languages_have_the_same_slides() {
    for day in ["2022-12-31", "2023-09-30"] {
        let (vi, en) = (slides(Lang::Vi, day), slides(Lang::En, day));
        assert_eq!(vi.len(), en.len());
        for (vi, en) in vi.iter().zip(&en) {
            assert_eq!(vi.blocks.len(), en.blocks.len(), "{}", vi.title);
            assert_eq!(vi.big.is_some(), en.big.is_some(), "{}", vi.title);
        }
    }
}
