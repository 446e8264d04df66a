use super::*;
use crate::page::Facts;
use crate::source::{Limits, load};
use crate::text::Lang;
use crate::text::say::what::small_in_sentence;
use crate::view::opened;

/// The titles of the deck of the sample at a day.
fn slides(lang: Lang, day: &str) -> Vec<Slide> {
    let load = load(&[], &Limits::default());
    let history = &load.world.histories[0];
    let facts = Facts::new(history.snapshots.len());
    deck(&opened(lang, &load, &facts, (0, history.open_at(day.parse().unwrap_or_default()))))
}

fn titles(day: &str) -> Vec<String> {
    slides(Lang::Vi, day).into_iter().map(|slide| slide.title).collect()
}

#[test]
fn the_deck_of_the_report() {
    let titles = titles("2022-12-31");
    let expected = [
        "Giảm nghèo bền vững",
        "Hộ nghèo",
        "Hộ cận nghèo",
        "Biến động năm 2022",
        "Chỉ tiêu năm 2023",
        "Chỉ tiêu khác năm 2023",
        "Phường có nhiều hộ nghèo nhất",
        "9 chính sách hỗ trợ, năm 2022 (trang 1/2)",
        "9 chính sách hỗ trợ, năm 2022 (trang 2/2)",
        "Cần quyết định, cần xác minh",
    ];
    assert_eq!(titles, expected);
}

/// All that is said on the deck of a day.
fn said(day: &str) -> String {
    let slides = slides(Lang::Vi, day);
    let of_part = |part: &SlidePart| part.lines().iter().map(|line| line.text() + "\n").collect::<String>();
    let of_big = |big: &Headline| {
        big.beside.iter().fold(big.text.clone() + "\n", |said, line| said + &line.text() + "\n")
    };
    let of = |slide: &Slide| {
        let bigs: String = slide.bigs.iter().map(of_big).collect();
        let parts: String = slide.parts.iter().map(of_part).collect();
        format!("{}\n{bigs}{parts}", slide.title)
    };
    slides.iter().map(of).collect()
}

/// Nine targets of two years, nine programmes: none may be missing from the deck.
#[test]
fn every_target_and_every_programme_is_told() {
    let load = load(&[], &Limits::default());
    for (day, years) in [("2022-12-31", vec![2022, 2023]), ("2023-09-30", vec![2023])] {
        let said = said(day);
        let history = &load.world.histories[0];
        let at = history.open_at(day.parse().unwrap_or_default());
        let targets = history.targets(at).into_iter().filter(|(_, t)| years.contains(&t.year));
        let lower = said.to_lowercase();
        let mut told = 0;
        for (_, target) in targets {
            told += 1;
            if target.result.is_some() {
                // How these ended is told on the slide of their group, under its bar.
                continue;
            }
            // In the sentences of a slide households have people of merit, in its lists they are called as tables do.
            let name = &target.named.name.vi;
            let ways = [name.clone(), small_in_sentence(Lang::Vi, name)];
            assert!(ways.iter().any(|way| lower.contains(&way.to_lowercase())), "{name}\n{said}");
        }
        assert_eq!(told, if day == "2022-12-31" { 9 } else { 7 });
        if day == "2022-12-31" {
            assert!(
                said.contains("phải giảm 400* hộ\n560 hộ (140%)\n")
                    && said.contains("phải giảm 250* hộ\n402 hộ (160,80%)\n"),
                "{said}"
            );
        }
        for programme in history.programmes(at).map(|(_, all)| all).unwrap_or_default() {
            assert!(said.contains(&programme.named.name.vi), "{}\n{said}", programme.named.name.vi);
        }
    }
}

/// A sentence is said once in a deck.
#[test]
fn no_slide_repeats_another() {
    for day in ["2022-12-31", "2023-03-31", "2023-09-30"] {
        let said = said(day);
        let mut long: Vec<&str> = said.lines().filter(|line| line.chars().count() > 40).collect();
        let all = long.len();
        long.sort_unstable();
        long.dedup();
        assert_eq!(long.len(), all, "{day}\n{said}");
    }
}

#[test]
fn what_is_not_known_makes_no_slide() {
    let titles = titles("2021-12-31");
    let without = ["chính sách", "nhất", "Biến động"];
    assert!(titles.iter().all(|title| without.iter().all(|word| !title.contains(word))), "{titles:?}");
}

#[test]
fn the_stamp_of_invented_figures_is_on_every_slide_that_has_some() {
    let mut stamped = 0;
    for day in ["2022-12-31", "2023-09-30"] {
        for slide in slides(Lang::Vi, day) {
            let figures = slide.figures();
            let has = figures.iter().any(|figure| figure.is_invented());
            assert!(!has || slide.invented, "{}", slide.title);
            let said = slide.foot.iter().any(|line| line.text().to_lowercase().contains("minh họa"));
            assert_eq!(slide.invented, said, "{}", slide.title);
            // What is reported is not called invented, but where it is judged by what is.
            let reported = !figures.is_empty() && !has;
            let is_judged = slide.title.starts_with("Chỉ tiêu khác") || slide.title.starts_with("Cần");
            assert!(!reported || is_judged || !slide.invented, "{}", slide.title);
            stamped += usize::from(slide.invented);
        }
    }
    assert!(stamped > 10, "{stamped}");
}

#[test]
fn both_languages_have_the_same_slides() {
    for day in ["2022-12-31", "2023-09-30"] {
        let (vi, en) = (slides(Lang::Vi, day), slides(Lang::En, day));
        assert_eq!(vi.len(), en.len());
        for (vi, en) in vi.iter().zip(&en) {
            assert_eq!(vi.parts.len(), en.parts.len(), "{}", vi.title);
            assert_eq!(vi.bigs.len(), en.bigs.len(), "{}", vi.title);
        }
    }
}
