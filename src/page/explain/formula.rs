//! The formula behind a derived figure, its numbers as links.

use crate::model::figure::Figure;
use crate::model::story::{Derived, Rule, Term};
use crate::text::say::what;
use crate::text::{Lang, number, show};

use super::super::View;
use super::super::line::{Line, Role};
use super::super::table::Style;
use super::head_of;

/// Numbers of a sum that are written out; a longer one is told by its count.
const WRITTEN: usize = 5;

/// The rule, the formula with its numbers, and where each number stands.
pub fn lines(view: &View, figure: &Figure, derived: &Derived, pick: usize) -> Vec<Line> {
    let mut lines = vec![head_of(view.pick("Cách tính", "Rule")).say(rule(view.lang, derived.rule))];
    lines.push(formula(view, figure, derived, pick));
    if let Some((have, of)) = derived.partial {
        let text = match view.lang {
            Lang::Vi => format!("{have} trên {of} địa bàn có số liệu"),
            Lang::En => format!("{have} of {of} areas have figures"),
        };
        lines.push(head_of(view.pick("Thiếu", "Partial")).role(Role::Warn, text));
    }
    let inputs = derived.formula.iter().filter_map(|term| match term {
        Term::Figure(figure) => Some(figure),
        _ => None,
    });
    for (i, input) in inputs.enumerate().skip(pick.saturating_sub(3)).take(4) {
        let role = if i == pick { Role::Accent } else { Role::Dim };
        let sign = if i == pick { "→ " } else { "  " };
        let number = show::with_unit(view.lang, input, Style::Plain);
        let text = format!(
            "{sign}{number}: {}, {}",
            what::name(view.lang, &input.what),
            what::when(view.lang, input.what.when)
        );
        lines.push(head_of("").role(role, text));
    }
    lines
}

fn formula(view: &View, figure: &Figure, derived: &Derived, pick: usize) -> Line {
    let mut line = head_of(view.pick("Phép tính", "Formula"));
    let count = derived.formula.iter().filter(|t| matches!(t, Term::Figure(_))).count();
    if derived.rule == Rule::Rank {
        line = line.say(match view.lang {
            Lang::Vi => format!("vị trí trong {count} số"),
            Lang::En => format!("its place among {count} figures"),
        });
    } else if count > WRITTEN && matches!(derived.rule, Rule::Sum | Rule::SumOfAreas) {
        let text = match view.lang {
            Lang::Vi => format!("tổng của {count} số"),
            Lang::En => format!("sum of {count} figures"),
        };
        line = line.say(text);
    } else {
        let mut at = 0;
        for term in &derived.formula {
            line = self::term(view, line, term, &mut at, pick);
        }
    }
    line.say(" = ").figure(view.lang, figure, Style::Plain)
}

fn term(view: &View, line: Line, term: &Term, at: &mut usize, pick: usize) -> Line {
    match term {
        Term::Figure(figure) => {
            let role = if *at == pick { Role::Accent } else { Role::Plain };
            *at += 1;
            line.role(role, show::in_sentence(view.lang, figure, Style::Plain))
        }
        Term::Number(value, _, decimals) => {
            let digits = value.digits(*decimals, crate::model::exact::Rounding::Nearest);
            line.say(number::decimal(view.lang, digits, *decimals, true))
        }
        Term::Plus => line.say(" + "),
        Term::Minus => line.say(" − "),
        Term::Times => line.say(" × "),
        Term::Over => line.say(" : "),
        Term::Open => line.say("("),
        Term::Close => line.say(")"),
    }
}

fn rule(lang: Lang, rule: Rule) -> &'static str {
    match rule {
        Rule::Sum => lang.pick("cộng", "sum"),
        Rule::SumOfAreas => lang.pick("cộng các địa bàn", "sum over the areas"),
        Rule::Difference => lang.pick("trừ", "difference"),
        Rule::Percentage => lang.pick("tỷ lệ phần trăm từ hai số đếm", "percentage of two counts"),
        Rule::Average => lang.pick("bình quân", "average"),
        Rule::Product => lang.pick("nhân", "product"),
        Rule::Points => lang.pick("hiệu hai tỷ lệ, tính bằng điểm", "difference of two rates, in points"),
        Rule::TotalFromRate => {
            lang.pick("mọi tổng hộ dân mà tỷ lệ làm tròn cho phép", "all totals that the rounded rate allows")
        }
        Rule::TotalFromRates => {
            lang.pick("tổng hộ dân hợp với mọi tỷ lệ đã nêu", "the totals that all stated rates allow")
        }
        Rule::AimFromPercent => {
            lang.pick("chỉ tiêu suy từ kết quả và phần trăm đạt", "the aim that result and percent allow")
        }
        Rule::PointsToHouseholds => lang.pick("điểm phần trăm tính ra hộ", "points into households"),
        Rule::HouseholdsToPoints => lang.pick("số hộ tính ra điểm", "households into points"),
        Rule::FloorOfRate => {
            lang.pick("số hộ nhiều nhất mà tỷ lệ cho phép", "the most households the rate allows")
        }
        Rule::CeilOfShare => lang.pick("số ít nhất đạt tỷ lệ", "the least that reaches the share"),
        Rule::Days => lang.pick("số ngày đã qua trên tổng số ngày", "days gone of all days"),
        Rule::PerMonth => lang.pick("chia theo tháng", "by month"),
        Rule::StraightLine => lang.pick("giữ tốc độ từ đầu năm", "the pace since the start goes on"),
        Rule::LastPeriod => lang.pick("giữ tốc độ kỳ gần nhất", "the pace of the last period goes on"),
        Rule::Rounded => lang.pick("làm tròn", "rounded"),
        Rule::ByRounding => lang.pick("khoảng do làm tròn", "the range that rounding allows"),
        Rule::Rank => lang.pick("thứ hạng: 1 cộng số địa bàn có nhiều hơn", "1 plus those that have more"),
        Rule::Either => lang.pick("hai cách tính đặt cạnh nhau", "two ways side by side"),
    }
}
