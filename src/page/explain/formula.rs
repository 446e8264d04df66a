//! The formula behind a derived figure, its numbers as links.

use crate::model::exact::Rounding;
use crate::model::figure::{Derived, Figure, Rule, Term};
use crate::text::say::{units, what};
use crate::text::{Lang, cells, number, show};

use super::super::View;
use super::super::table::Style;
use super::{Links, head_of, links};
use crate::text::line::{Line, Role};

/// Numbers of a sum that are written out; a longer one is told by its count and as a list.
const WRITTEN: usize = 5;
/// Numbers of a list that are in sight; Tab moves on to the others.
const LISTED: usize = 24;
/// Cells of a line of the list, so that it also fits beside a page.
const LIST: usize = 60;

/// The formula with its numbers, the rule in words, and what each number is.
pub(super) fn lines(view: &View, figure: &Figure, derived: &Derived, links: &mut Links) -> Vec<Line> {
    let mut inputs: Vec<&Figure> = Vec::new();
    for input in figure.story.inputs() {
        if !inputs.iter().any(|known| links::is_same(known, input)) {
            inputs.push(input);
        }
    }
    let picked: Vec<bool> = inputs.iter().map(|input| links.add(input)).collect();
    let is_picked = |f: &Figure| inputs.iter().zip(&picked).any(|(i, p)| *p && links::is_same(i, f));
    let mut set = vec![formula(view, figure, derived, &inputs, &is_picked)];
    let words = match derived.rule {
        Rule::SumOfAreas => {
            format!("{} {}", view.pick("cộng từ các", "sum over the"), called(view.lang, &inputs))
        }
        other => rule(view.lang, other).to_owned(),
    };
    set.push(head_of(view.pick("Cách tính", "Rule")).say(words));
    set.extend(partial(view, derived, &inputs));
    let at = picked.iter().position(|p| *p).unwrap_or(0);
    if inputs.len() > WRITTEN {
        set.extend(list(view, &inputs, at));
    } else {
        set.extend(inputs.iter().zip(&picked).map(|(input, picked)| named(view, figure, input, *picked)));
    }
    set
}

/// What the parts are called, where all numbers are of parts of one unit.
fn called(lang: Lang, inputs: &[&Figure]) -> &'static str {
    units::noun_of_all(inputs.iter().map(|f| &*f.what.whose)).many(lang)
}

fn partial(view: &View, derived: &Derived, inputs: &[&Figure]) -> Option<Line> {
    let (have, of) = derived.partial?;
    let called = called(view.lang, inputs);
    let text = match view.lang {
        Lang::Vi => format!("{have} trên {of} {called} có số liệu"),
        Lang::En => format!("{have} of {of} {called} have figures"),
    };
    Some(head_of(view.pick("Thiếu", "Partial")).role(Role::Warn, text))
}

fn formula(
    view: &View,
    figure: &Figure,
    derived: &Derived,
    inputs: &[&Figure],
    is_picked: &dyn Fn(&Figure) -> bool,
) -> Line {
    let lang = view.lang;
    let mut line = head_of(view.pick("Phép tính", "Formula"));
    if derived.rule == Rule::Rank {
        let count = inputs.len();
        line = line.say(match lang {
            Lang::Vi => format!("vị trí trong {count} số"),
            Lang::En => format!("its place among {count} figures"),
        });
    } else if inputs.len() > WRITTEN && matches!(derived.rule, Rule::Sum | Rule::SumOfAreas) {
        let (count, called) = (inputs.len(), called(lang, inputs));
        line = line.say(match (lang, derived.rule) {
            (Lang::Vi, Rule::SumOfAreas) => format!("cộng {count} {called}"),
            (Lang::En, Rule::SumOfAreas) => format!("sum of {count} {called}"),
            (Lang::Vi, _) => format!("cộng {count} số"),
            (Lang::En, _) => format!("sum of {count} figures"),
        });
    } else {
        let mut after_figure = false;
        for term in &derived.formula {
            // Two ranges that narrow each other stand side by side without a sign.
            if after_figure && matches!(term, Term::Figure(_)) {
                line = line.say(lang.pick(" và ", " and "));
            }
            if after_figure && matches!(term, Term::Open) {
                line = line.say(" ");
            }
            after_figure = matches!(term, Term::Figure(_));
            line = self::term(lang, line, term, is_picked);
        }
    }
    let gives = if matches!(
        derived.rule,
        Rule::TotalFromRates | Rule::TotalFromRate | Rule::ByRounding | Rule::Either
    ) {
        " → "
    } else {
        " = "
    };
    line.say(gives).figure(lang, figure, Style::Plain)
}

fn term(lang: Lang, line: Line, term: &Term, is_picked: &dyn Fn(&Figure) -> bool) -> Line {
    match term {
        Term::Figure(figure) => {
            let role = if is_picked(figure) { Role::Accent } else { Role::Plain };
            links::span(line, role, show::in_sentence(lang, figure, Style::Plain), figure)
        }
        Term::Number(value, _, decimals) => {
            let digits = value.digits(*decimals, Rounding::Nearest);
            line.say(number::decimal(lang, digits, *decimals, true))
        }
        Term::Plus => line.say(" + "),
        Term::Minus => line.say(" − "),
        Term::Times => line.say(" x "),
        Term::Over => line.say(" : "),
        Term::Open => line.say("("),
        Term::Close => line.say(")"),
    }
}

/// "→ 1.429: số hộ nghèo, 31/12/2022".
fn named(view: &View, figure: &Figure, input: &Figure, picked: bool) -> Line {
    let lang = view.lang;
    let (role, sign) = if picked { (Role::Accent, "→ ") } else { (Role::Plain, "  ") };
    let mut name = what::name(lang, &input.what);
    if !input.what.whose.is(&view.whole().name) {
        name = format!("{name}, {}", lang.of(&input.what.whose.name));
    }
    let when = if input.what.when == figure.what.when {
        String::new()
    } else {
        format!(", {}", what::when(lang, input.what.when))
    };
    let line = head_of("").role(role, sign);
    let line = links::span(line, role, super::written(lang, input), input);
    line.role(Role::Dim, format!(": {name}{when}"))
}

/// A long list, several to a line: "Phường 1 4.812 · Phường 2 3.950 · …", with the picked one among them.
fn list(view: &View, inputs: &[&Figure], at: usize) -> Vec<Line> {
    let lang = view.lang;
    let areas = inputs.windows(2).any(|two| two[0].what.whose != two[1].what.whose);
    let first = (at + 1).saturating_sub(LISTED);
    let mut lines: Vec<Line> = Vec::new();
    let mut used = usize::MAX;
    for (i, input) in inputs.iter().enumerate().skip(first).take(LISTED) {
        let name =
            if areas { lang.of(&input.what.whose.name).to_owned() } else { what::name(lang, &input.what) };
        let number = show::in_sentence(lang, input, Style::Plain);
        let width = cells::width(&name) + cells::width(&number) + 5;
        if used.saturating_add(width) > LIST {
            lines.push(head_of(""));
            used = 0;
        }
        let Some(line) = lines.pop() else { continue };
        let (role, sign) = if i == at { (Role::Accent, "→ ") } else { (Role::Dim, "  ") };
        let line = line.role(role, format!("{sign}{name} "));
        lines.push(links::span(line, if i == at { role } else { Role::Plain }, number, input).say(" "));
        used += width;
    }
    lines
}

/// The rule in words.
fn rule(lang: Lang, rule: Rule) -> &'static str {
    match rule {
        Rule::Sum => lang.pick("cộng", "sum"),
        Rule::SumOfAreas => lang.pick("cộng từ các địa bàn", "sum over the areas"),
        Rule::Difference => lang.pick("trừ", "difference"),
        Rule::Percentage => lang.pick("chia hai số đếm, nhân 100", "one count over the other, times 100"),
        Rule::Average => lang.pick("bình quân", "average"),
        Rule::Product => lang.pick("nhân", "product"),
        Rule::Points => lang.pick("hiệu hai tỷ lệ, tính bằng điểm", "difference of two rates, in points"),
        Rule::TotalFromRate => {
            lang.pick("mọi tổng hộ dân mà tỷ lệ làm tròn cho phép", "all totals that the rounded rate allows")
        }
        Rule::TotalFromRates => {
            lang.pick("tổng hộ dân hợp với mọi tỷ lệ đã nêu", "the totals that all stated rates allow")
        }
        Rule::AimFromPercent => lang.pick(
            "số tròn gần nhất với kết quả chia phần trăm đạt",
            "the whole number nearest to result over percent",
        ),
        Rule::PointsToHouseholds => lang.pick("điểm phần trăm nhân tổng hộ dân", "points of all households"),
        Rule::HouseholdsToPoints => lang.pick("số hộ chia tổng hộ dân", "households over all households"),
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
