//! Rates that are next to nothing, and files that write three decimals.

use giamngheo::model::change::rate_change;
use giamngheo::model::figure::Figure;
use giamngheo::model::measure::Group;
use giamngheo::text::Lang;
use giamngheo::text::show::{Style, in_sentence, number};

use super::folder::Head;
use super::program::accepted;

/// The rate of so many poor of so many, in a file whose near-poor rate is written so; and the change of it since a
/// file before.
fn rate(poor: i64, all: i64, near_poor: &str) -> (Figure, Figure) {
    let file = |day: &str, poor: i64| {
        Head::reported(r#""name": "Thành phố Thử", "kind": "province""#, day).with(&format!(
            r#""households": {all}, "poor": {{ "households": {poor} }}, "near_poor": {{ "rate_percent": "{near_poor}" }}"#
        ))
    };
    let load = accepted("small", &[file("2021-12-31", poor + 28), file("2022-12-31", poor)]);
    let [then, now] = &load.world.histories[0].snapshots[..] else { panic!("two files") };
    (now.whole.rate(Group::Poor).unwrap(), rate_change(&now.whole, &then.whole, Group::Poor).unwrap())
}

/// A rate above nothing never reads as nothing, in either language, in a column or in a sentence; nothing does. Where
/// the file writes three decimals, all of its rates and changes have three.
#[test]
fn what_is_not_nothing_never_reads_as_nothing() {
    // 1 of 40 000 is 0.0025 %, 2 are 0.005 %, which rounds up; 28 of 100 000 are 0.028 points.
    for (poor, all, near_poor, column, sentence, en, change) in [
        (0, 40_000, "0.03", "0,00%", "0,00%*", "0.00%*", "−0,07"),
        (1, 40_000, "0.03", "<0,01%", "dưới 0,01%*", "under 0.01%*", "−0,07"),
        (2, 40_000, "0.03", "0,01%", "0,01%*", "0.01%*", "−0,07"),
        (1, 40_000, "0.029", "0,003%", "0,003%*", "0.003%*", "−0,070"),
        (1, 100_000, "0.029", "0,001%", "0,001%*", "0.001%*", "−0,028"),
        (1, 9_000_000, "0.029", "<0,001%", "dưới 0,001%*", "under 0.001%*", "0,000"),
        (0, 9_000_000, "0.029", "0,000%", "0,000%*", "0.000%*", "0,000"),
        (3_000, 40_000, "1.5", "7,50%", "7,50%*", "7.50%*", "−0,07"),
    ] {
        let (rate, changed) = rate(poor, all, near_poor);
        let shown = [
            number(Lang::Vi, &rate, Style::Plain),
            in_sentence(Lang::Vi, &rate, Style::Plain),
            in_sentence(Lang::En, &rate, Style::Plain),
            number(Lang::Vi, &changed, Style::Signed),
        ];
        assert_eq!(shown, [column, sentence, en, change], "{poor} of {all}, beside {near_poor}");
    }
}
