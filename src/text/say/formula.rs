//! The formula of a derived figure: its numbers and signs as on paper, its rule in words, what is missing from a sum.

use crate::model::amount::Amount;
use crate::model::exact::Rounding;
use crate::model::figure::{Derivation, Derived, Figure, Rule, Term};
use crate::say;
use crate::text::line::Line;
use crate::text::say::units;
use crate::text::show::Style;
use crate::text::template::Speaker;
use crate::text::{Lang, number, show};

mod reckoned;

/// The formula with its result: `1.429 : 65.000 × 100 = 2,20%*`; of a stated figure the figure alone.
pub fn equation(speaker: &impl Speaker, figure: &Figure, between: &str) -> Line {
    let derived = match &*figure.derivation {
        Derivation::Derived(derived) => Some(derived),
        Derivation::Stated(_) => None,
    };
    let terms = derived.map(|derived| terms(speaker, &precise(figure, derived), between));
    say!(speaker, "[{terms}{equals}]{figure}";
        terms, equals = derived.map(|derived| equals(derived.rule)), figure)
}

/// The most decimals that a number of a formula is written with.
const MOST_DECIMALS: u8 = 6;

/// The formula with so many decimals of what was itself worked out that a reader who reckons after it gets the result:
/// 0,44 of 1,00 are no 43,7%, 0,437 are.
pub fn precise(figure: &Figure, derived: &Derived) -> Vec<Term> {
    let as_usual = || derived.formula.to_vec();
    // No more digits make a number of what is none.
    if show::as_shown(figure).is_none() || reckoned::value(&derived.formula).is_none() {
        return as_usual();
    }
    let with = |decimals: u8| -> Vec<Term> {
        let term = |term: &Term| match term {
            Term::Figure(figure) => Term::Figure(show::in_decimals(figure, decimals)),
            other => other.clone(),
        };
        derived.formula.iter().map(term).collect()
    };
    let wider = (show::USUAL_DECIMALS + 1..=MOST_DECIMALS).map(with);
    std::iter::once(as_usual()).chain(wider).find(|formula| gives(figure, formula)).unwrap_or_else(as_usual)
}

/// Does a formula give a figure as it is shown, to who reckons with the numbers that are written?
pub fn gives(figure: &Figure, formula: &[Term]) -> bool {
    let reckoned =
        reckoned::value(formula).map(|value| Figure { amount: Amount::One(value), ..figure.clone() });
    let result = show::as_shown(figure);
    result.is_some() && reckoned.is_some_and(|reckoned| show::as_shown(&reckoned) == result)
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

    /// 11 of 2.520 are 0,4365 points, and these of 1 are 43,7%.
    #[test]
    fn who_reckons_after_a_formula_gets_its_result() {
        let hundred = || Term::Number(crate::model::exact::Exact::whole(100), None, 0);
        let derived = |amount, unit, rule, formula: Vec<Term>| Figure {
            amount: crate::model::amount::Amount::One(amount),
            unit,
            basis: crate::model::figure::Basis::Derived,
            derivation: std::sync::Arc::new(Derivation::Derived(Derived {
                rule,
                formula: formula.into(),
                partial: None,
            })),
            ..households(1)
        };
        let whole = crate::model::exact::Exact::whole;
        let points = whole(1100).over(&whole(2520)).unwrap();
        let fallen = derived(points.clone(), Unit::Point, Rule::Points, Vec::new());
        let asked = percent("1.00", Unit::Point);
        let formula = vec![Term::Figure(fallen), Term::Over, Term::Figure(asked), Term::Times, hundred()];
        let share = derived(&points * &whole(100), Unit::Share, Rule::Percentage, formula);
        assert_eq!(equation(&Lang::En, &share, "").text(), "0.437* ÷ 1.00 × 100 = 43.7%*");
        let formula = vec![
            Term::Figure(households(2)),
            Term::Over,
            Term::Figure(households(8)),
            Term::Times,
            hundred(),
        ];
        let rate = derived(whole(25), Unit::Percent, Rule::Percentage, formula);
        assert_eq!(equation(&Lang::En, &rate, "").text(), "2 ÷ 8 × 100 = 25.00%*");
    }

    #[test]
    fn a_stated_figure_has_no_formula() {
        assert_eq!(equation(&Lang::En, &households(1429), "").text(), "1,429");
    }
}
