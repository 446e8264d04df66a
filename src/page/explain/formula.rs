//! The formula behind a derived figure, its numbers as links.

use crate::model::figure::{Derived, Figure, Rule, Term};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::{formula, units, what};
use crate::text::template::Speaker;
use crate::text::{Lang, cells, show};

use super::super::table::Style;
use super::super::{View, whole};
use super::{Links, head_of, headed, links};

/// Numbers of a sum that are written out; a longer one is told by its count and as a list.
const WRITTEN: usize = 5;
/// Numbers of a list that are in sight; Tab moves on to the others.
const LISTED: usize = 24;
/// Cells of a line of the list, so that it also fits beside a page.
const LIST: usize = 60;

/// Writes the number that Enter follows in the colour of where the reader is.
struct Marking<'a> {
    lang: Lang,
    links: &'a Links,
}

impl Speaker for Marking<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn figure(&self, line: Line, figure: &Figure, style: Style, has_unit: bool) -> Line {
        let role = if self.links.is_picked(figure) { Role::Accent } else { Role::Plain };
        line.then(self.lang.figure(Line::default(), figure, style, has_unit).in_role(role))
    }
}

/// The formula with its numbers, the rule in words, and what each number is.
pub(super) fn lines(view: &View, figure: &Figure, derived: &Derived, links: &mut Links) -> Vec<Line> {
    // With the digits that they have in the formula.
    let precise = formula::precise(figure, derived);
    let mut inputs: Vec<&Figure> = Vec::new();
    for input in precise.iter().filter_map(Term::figure) {
        if !inputs.iter().any(|known| links::is_same(known, input)) {
            inputs.push(input);
        }
    }
    let picked: Vec<bool> = inputs.iter().map(|input| links.offer(input)).collect();
    let partial = whole::only_of(view, figure);
    let partial = partial.map(|partial| headed(view, ("Thiếu", "Partial"), partial.in_role(Role::Strong)));
    // Of a sum with a single known part "55 = 55*" says nothing: where it is taken from does.
    if figure.repeated().is_some() {
        let taken = inputs.iter().zip(picked).map(|(input, picked)| named(view, figure, input, picked));
        let head = view.pick("Lấy từ", "Taken from");
        return taken.map(|line| head_of(head).then(line)).chain(partial).collect();
    }
    let parts = units::noun_of_all(inputs.iter().map(|input| &*input.subject.whose)).many(view.lang);
    // Of what is only added, taken away or divided the formula shows it.
    let rule = match derived.rule {
        Rule::Sum
        | Rule::SumOfAreas
        | Rule::Difference
        | Rule::Points
        | Rule::Percentage
        | Rule::Average
        | Rule::Product
        | Rule::Rounded => None,
        other => Some(Line::from(formula::rule(view.lang, other))),
    };
    let mut set = vec![headed(
        view,
        ("Phép tính", "Formula"),
        equation(view, figure, derived.rule, (inputs.len(), parts), links),
    )];
    set.extend(rule.map(|rule| headed(view, ("Cách tính", "Rule"), rule)));
    set.extend(partial);
    if inputs.len() > WRITTEN {
        set.extend(list(view, &inputs, picked.iter().position(|p| *p).unwrap_or(0)));
    } else {
        let named = inputs.iter().zip(picked).map(|(input, picked)| named(view, figure, input, picked));
        set.extend(named.map(|line| head_of("").then(line)));
    }
    set
}

/// The formula with its result; of a rank and a long sum the count of the numbers and what they are of.
fn equation(view: &View, figure: &Figure, rule: Rule, (count, parts): (usize, &str), links: &Links) -> Line {
    let formula = match rule {
        Rule::Rank => say!(view, "vị trí trong {count} số", "its place among {count} figures"; count),
        Rule::SumOfAreas if count > WRITTEN => {
            say!(view, "cộng {count} {parts}", "sum of {count} {parts}"; count, parts)
        }
        Rule::Sum if count > WRITTEN => say!(view, "cộng {count} số", "sum of {count} figures"; count),
        _ => {
            return formula::equation(
                &Marking { lang: view.lang, links },
                figure,
                view.pick(" và ", " and "),
            );
        }
    };
    say!(view, "{formula} = {figure}"; formula, figure)
}

/// "→ 1.429: số hộ nghèo, 31/12/2022".
fn named(view: &View, figure: &Figure, input: &Figure, is_picked: bool) -> Line {
    let (role, sign) = if is_picked { (Role::Accent, "→ ") } else { (Role::Plain, "  ") };
    let what = &input.subject;
    let name = say!(view, ": {name}[, {whose}][, {when}]";
        name = what::small(&what::name(view.lang, what)),
        whose = (!what.whose.is(&view.whole().name)).then_some(&what.whose.name),
        when = (what::held(what) != what::held(&figure.subject)).then(|| what::when(view.lang, what::held(what))));
    let number = super::written(view, input).in_role(role);
    Line::default().role(role, sign).then(number).then(name.in_role(Role::Dim))
}

/// A long list, several to a line: "Phường 1 4.812 · Phường 2 3.950 · …", with the picked one among them.
fn list(view: &View, inputs: &[&Figure], at: usize) -> Vec<Line> {
    let lang = view.lang;
    let areas = inputs.windows(2).any(|two| two[0].subject.whose != two[1].subject.whose);
    let first = (at + 1).saturating_sub(LISTED);
    let mut lines: Vec<Line> = Vec::new();
    let mut used = usize::MAX;
    for (i, input) in inputs.iter().enumerate().skip(first).take(LISTED) {
        let name = if areas {
            lang.wording(&input.subject.whose.name).to_owned()
        } else {
            what::name(lang, &input.subject)
        };
        let number = show::in_sentence(lang, input, Style::Plain);
        let width = cells::width(&name) + cells::width(&number) + 6;
        if used.saturating_add(width) > LIST {
            lines.push(head_of(""));
            used = 0;
        }
        let Some(line) = lines.pop() else { continue };
        let (role, sign, own) =
            if i == at { (Role::Accent, "→ ", Role::Accent) } else { (Role::Dim, "  ", Role::Plain) };
        let line = line.role(role, format!("{sign}{name}: "));
        lines.push(line.written_in(own, number, input).say(" "));
        used += width;
    }
    lines
}
