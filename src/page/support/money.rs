//! The money as far as it adds up: only bounds that point the same way do; what is left out is named.

use crate::model::measure::Support;
use crate::model::ops::FigureResult;
use crate::model::support::{self, Programme, ProgrammeKind};
use crate::say;
use crate::text::template::{Speaker, or_missing};
use crate::text::{Lang, cells};

use super::{HEADINGS, SupportPage, words};
use crate::text::line::{Line, Role};
use crate::text::say::what::small;

/// Cells of a line at the size that must always work.
const LINE: usize = 77;

/// The sum, and which programmes state no amount; nothing where none states any. Opposite bounds have no sum.
pub fn lines(desk: &SupportPage) -> Vec<Line> {
    let sides = support::money(desk.whole, desk.all());
    let head = (Role::Strong, desk.pick("Cộng tiền:", "Money:"));
    let line = match &sides[..] {
        [] => return Vec::new(),
        [(of, sum)] => say!(desk, "{head} {sum} đồng[ ({whose})]", "{head} {sum} VND[ ({whose})]";
            head, sum = or_missing(desk, sum), whose = (of.len() == 1).then(|| together(desk, of))),
        [(of, sum), others @ ..] => {
            let others: Vec<&Programme> = others.iter().flat_map(|(of, _)| of.iter().copied()).collect();
            let named = say!(desk, "{head} {whose} {sum} đồng; cộng cả {others}: không có số đúng",
                "{head} {whose} {sum} VND; with {others}: no exact sum";
                head, whose = together(desk, of), sum = or_missing(desk, sum), others = together(desk, &others));
            if cells::width(&named.text()) <= LINE { named } else { sums(desk, head, &sides) }
        }
    };
    let line = Line { optional: desk.view.narrow, ..line };
    std::iter::once(line).chain(left_out(desk).map(Line::optional)).collect()
}

/// The sums beside each other, where there is no room for whose they are.
fn sums(desk: &SupportPage, head: (Role, &str), sides: &[(Vec<&Programme>, FigureResult)]) -> Line {
    let sums = Line::joined(sides.iter().map(|(_, sum)| or_missing(desk, sum)), " + ").unwrap_or_default();
    say!(desk, "{head} {sums} đồng: không có số cộng đúng",
        "{head} {sums} VND: there is no exact sum"; head, sums)
}

/// What programmes are called together: by the words that their names share, else by their number.
fn together(desk: &SupportPage, of: &[&Programme]) -> String {
    let name = |p: &&Programme| desk.lang().wording(&p.named.name).to_owned();
    let names: Vec<String> = of.iter().map(name).collect();
    if let [only] = &names[..] {
        return words::brief(only);
    }
    let shared = shared(desk.lang(), &names);
    say!(desk, "{count} [{shared}][{unlike}chính sách]", "{count} [{shared}][{unlike}programmes]";
        count = in_words(desk.lang(), names.len()), unlike = shared.is_none(), shared = shared.map(|name| small(&name)))
    .text()
}

/// The words that all names begin with in Vietnamese, end with in English.
fn shared(lang: Lang, names: &[String]) -> Option<String> {
    let words = |name: &str| -> Vec<String> {
        let words = name.split_whitespace().map(str::to_owned);
        if lang == Lang::Vi { words.collect() } else { words.rev().collect() }
    };
    let all: Vec<Vec<String>> = names.iter().map(|name| words(name)).collect();
    let first = all.first()?;
    let same = |i: &usize| all.iter().all(|other| other.get(*i) == first.get(*i));
    let mut found: Vec<String> = (0..first.len()).take_while(same).map(|i| first[i].clone()).collect();
    if lang == Lang::En {
        found.reverse();
    }
    (!found.is_empty()).then(|| found.join(" "))
}

/// Small numbers in words, as in a sentence.
fn in_words(lang: Lang, count: usize) -> String {
    match count {
        2 => lang.pick("hai", "two").to_owned(),
        3 => lang.pick("ba", "three").to_owned(),
        4 => lang.pick("bốn", "four").to_owned(),
        _ => count.to_string(),
    }
}

/// `Chưa kể vốn vay và 3 chính sách khác: báo cáo không nêu số tiền.`
fn left_out(desk: &SupportPage) -> Option<Line> {
    let without: Vec<&Programme> =
        desk.all().iter().filter(|p| p.stated(Support::Amount).is_none()).collect();
    if without.is_empty() {
        return None;
    }
    let headings = HEADINGS.iter().filter_map(|(vi, en, kinds)| {
        let of: Vec<&Programme> = without.iter().copied().filter(|p| kinds.contains(&p.kind)).collect();
        let heading = match kinds {
            [ProgrammeKind::Credit] => desk.pick("vốn vay", "loans").to_owned(),
            _ => small(desk.pick(vi, en)),
        };
        match of.len() {
            0 => None,
            1 => Some(words::brief(desk.lang().wording(&of[0].named.name))),
            many => Some(format!("{heading} ({many})")),
        }
    });
    let names = headings.collect::<Vec<_>>().join(", ");
    let line = say!(desk, "Chưa kể {names}: báo cáo không nêu số tiền.",
        "Without {names}: the report states no amount."; names);
    Some(line.in_role(Role::Dim))
}
