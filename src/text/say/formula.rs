//! The formula of a derived figure: its numbers and signs as on paper, its rule in words, what is missing from a sum.

use crate::model::exact::Rounding;
use crate::model::figure::{Derivation, Derived, Figure, Rule, Term};
use crate::say;
use crate::text::line::Line;
use crate::text::say::units;
use crate::text::show::Style;
use crate::text::template::Speaker;
use crate::text::{Lang, number};

/// The formula with its result: `1.429 : 65.000 × 100 = 2,20%*`; of a stated figure the figure alone.
pub fn equation(speaker: &impl Speaker, figure: &Figure, between: &str) -> Line {
    let derived = match &*figure.derivation {
        Derivation::Derived(derived) => Some(derived),
        Derivation::Stated(_) => None,
    };
    let terms = derived.map(|derived| terms(speaker, &derived.formula, between));
    say!(speaker, "[{terms}{equals}]{figure}";
        terms, equals = derived.map(|derived| equals(derived.rule)), figure)
}

/// The terms as they are written on paper: `1.429 : 65.000 × 100`. The words `between` stand between two numbers that
/// no sign joins: ranges that narrow each other, or the list of a rule that is no arithmetic.
pub fn terms(speaker: &impl Speaker, formula: &[Term], between: &str) -> Line {
    let mut line = Line::default();
    let mut is_after_number = false;
    for term in formula {
        let is_number = matches!(term, Term::Figure(_) | Term::Number(..));
        if is_after_number && (is_number || matches!(term, Term::Open)) {
            line = line.say(if is_number { between } else { " " });
        }
        line = match term {
            Term::Figure(figure) => speaker.figure(line, figure, Style::Plain, false),
            Term::Number(value, _, decimals) => {
                let digits = value.digits(*decimals, Rounding::Nearest);
                line.say(number::decimal(speaker.lang(), digits, *decimals, true))
            }
            Term::Plus => line.say(" + "),
            Term::Minus => line.say(" − "),
            Term::Times => line.say(" × "),
            Term::Over => line.say(speaker.lang().pick(" : ", " ÷ ")),
            Term::Open => line.say("("),
            Term::Close => line.say(")"),
        };
        is_after_number = is_number;
    }
    line
}

/// `12 trên 14 phường có số liệu`, where parts of the sum have no figure.
pub fn partial(speaker: &impl Speaker, derived: &Derived, parts: &str) -> Option<Line> {
    let (have, of) = derived.partial?;
    Some(say!(speaker, "{have} trên {of} {parts} {with} số liệu",
            "{have} of {of} {parts} {with} figures"; have, of, parts, with = units::with(have)))
}

/// What stands before a result: no equals sign follows what only bounds it.
fn equals(rule: Rule) -> &'static str {
    row(rule).0
}

/// The rule in words.
pub fn rule(lang: Lang, rule: Rule) -> &'static str {
    let (_, vi, en) = row(rule);
    lang.pick(vi, en)
}

/// A rule's sign before its result, and its words.
fn row(rule: Rule) -> (&'static str, &'static str, &'static str) {
    const IS: &str = " = ";
    const GIVES: &str = " → ";
    match rule {
        Rule::Sum => (IS, "cộng", "sum"),
        Rule::SumOfAreas => (IS, "cộng từ các địa bàn", "sum over the areas"),
        Rule::Difference => (IS, "trừ", "difference"),
        Rule::Percentage => (IS, "chia hai số đếm, nhân 100", "one count over the other, times 100"),
        Rule::Average => (IS, "bình quân", "average"),
        Rule::Product => (IS, "nhân", "product"),
        Rule::Points => {
            (IS, "hiệu hai tỷ lệ, tính bằng điểm phần trăm", "difference of two rates, in percentage points")
        }
        Rule::TotalFromRate => {
            (GIVES, "mọi tổng hộ dân mà tỷ lệ làm tròn cho phép", "all totals that the rounded rate allows")
        }
        Rule::TotalFromRates => {
            (GIVES, "tổng hộ dân hợp với mọi tỷ lệ đã nêu", "the totals that all stated rates allow")
        }
        Rule::AimFromPercent => (
            IS,
            "số tròn gần nhất với kết quả chia phần trăm đạt",
            "the whole number nearest to the result divided by the percentage",
        ),
        Rule::PointsToHouseholds => {
            (IS, "điểm phần trăm nhân tổng hộ dân", "percentage points of all households")
        }
        Rule::HouseholdsToPoints => (IS, "số hộ chia tổng hộ dân", "households over all households"),
        Rule::FloorOfRate => (IS, "số hộ tối đa mà tỷ lệ cho phép", "the most households the rate allows"),
        Rule::CeilOfShare => (IS, "số ít nhất đạt tỷ lệ", "the least that reaches the share"),
        Rule::Days => (IS, "số ngày đã qua trên tổng số ngày", "days elapsed of all days"),
        Rule::PerMonth => (IS, "chia theo tháng", "by month"),
        Rule::StraightLine => (IS, "giữ tốc độ từ đầu năm", "the pace since the start goes on"),
        Rule::LastPeriod => (IS, "giữ tốc độ kỳ gần nhất", "the pace of the last period goes on"),
        Rule::Rounded => (IS, "làm tròn", "rounded"),
        Rule::ByRounding => (GIVES, "khoảng do làm tròn", "the range that rounding allows"),
        Rule::Rank => (IS, "xếp hạng: 1 cộng số địa bàn có nhiều hơn", "1 plus those that have more"),
        Rule::Ends => (GIVES, "hai đầu của khoảng giao", "both ends of the target range"),
        Rule::Either => (GIVES, "hai cách tính đặt cạnh nhau", "two ways side by side"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build::{households, percent};
    use crate::model::unit::Unit;

    #[test]
    fn numbers_that_no_sign_joins_and_brackets_stand_apart() {
        let number = |n| Term::Figure(households(n));
        let written = |formula: &[Term]| terms(&Lang::Vi, formula, "; ").text();
        let percent = Term::Figure(percent("140", Unit::Share));
        let chosen = [number(560), Term::Over, percent, Term::Open, number(400), Term::Close];
        assert_eq!(written(&chosen), "560 : 140% (400)");
        assert_eq!(written(&[Term::Minus, Term::Open, number(3), Term::Close]), " − (3)");
        assert_eq!(written(&[number(1429), number(1092)]), "1.429; 1.092");
        let hundred = Term::Number(crate::model::exact::Exact::whole(100), None, 0);
        assert_eq!(written(&[number(2), Term::Over, number(8), Term::Times, hundred]), "2 : 8 × 100");
    }

    #[test]
    fn a_stated_figure_has_no_formula() {
        assert_eq!(equation(&Lang::En, &households(1429), "").text(), "1,429");
    }
}
