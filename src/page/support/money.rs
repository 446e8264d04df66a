//! The money as far as it adds up: only bounds that point the same way do; what is left out is named.

use crate::model::measure::Support;
use crate::model::ops::Known;
use crate::model::support::{self, Kind, Programme};
use crate::text::{Lang, cells};

use super::super::table::Style;
use super::{Desk, HEADINGS, words};
use crate::text::line::{Line, Role};

/// Cells of a line at the size that must always work.
const LINE: usize = 77;

/// The sum, and which programmes state no amount; nothing where none states any.
pub fn lines(desk: &Desk) -> Vec<Line> {
    let sides = support::money(desk.whole(), desk.all());
    let line = Line::of(Role::Strong, desk.pick("Cộng tiền: ", "Money: "));
    let line = match &sides[..] {
        [] => return Vec::new(),
        [(of, sum)] => {
            let known = line.known(desk.lang(), sum, Style::Plain).say(desk.pick(" đồng", " VND"));
            if of.len() == 1 { known.say(format!(" ({})", told(desk, of))) } else { known }
        }
        several => {
            let full = apart(desk, line.clone(), several, true);
            if cells::width(&full.text()) <= LINE { full } else { apart(desk, line, several, false) }
        }
    };
    let line = Line { spare: desk.view.narrow, ..line };
    std::iter::once(line).chain(left_out(desk).map(Line::spare)).collect()
}

/// `hai học bổng hơn 4* tỷ đồng; cộng cả tiền điện: không có số đúng`: opposite bounds have no sum.
fn apart(desk: &Desk, line: Line, sides: &[(Vec<&Programme>, Known)], named: bool) -> Line {
    let lang = desk.lang();
    if !named {
        let mut line = line;
        for (i, (_, sum)) in sides.iter().enumerate() {
            line = line.say(if i == 0 { "" } else { " + " }).known(lang, sum, Style::Plain);
        }
        return line.say(desk.pick(" đồng: không có số cộng đúng", " VND: there is no exact sum"));
    }
    let (first, sum) = &sides[0];
    let line = line.say(format!("{} ", told(desk, first))).known(lang, sum, Style::Plain);
    let rest: Vec<&Programme> = sides[1..].iter().flat_map(|(of, _)| of.iter().copied()).collect();
    let rest = told(desk, &rest);
    line.say(match lang {
        Lang::Vi => format!(" đồng; cộng cả {rest}: không có số đúng"),
        Lang::En => format!(" VND; with {rest}: no exact sum"),
    })
}

/// What programmes are called together: by the words that their names share, else by their number.
fn told(desk: &Desk, of: &[&Programme]) -> String {
    let name = |p: &&Programme| desk.lang().of(&p.named.name).to_owned();
    let names: Vec<String> = of.iter().map(name).collect();
    if let [only] = &names[..] {
        return words::brief(only);
    }
    let count = counted(desk.lang(), names.len());
    match shared(desk.lang(), &names) {
        Some(shared) => format!("{count} {}", words::inside(&shared)),
        None => format!("{count} {}", desk.pick("chính sách", "programmes")),
    }
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
fn counted(lang: Lang, count: usize) -> String {
    let small = match count {
        2 => lang.pick("hai", "two"),
        3 => lang.pick("ba", "three"),
        4 => lang.pick("bốn", "four"),
        _ => return count.to_string(),
    };
    small.to_owned()
}

/// `Chưa kể vốn vay và 3 chính sách khác: báo cáo không nêu số tiền.`
fn left_out(desk: &Desk) -> Option<Line> {
    let without: Vec<&Programme> =
        desk.all().iter().filter(|p| p.stated(Support::Amount).is_none()).collect();
    if without.is_empty() {
        return None;
    }
    let headings = HEADINGS.iter().filter_map(|(vi, en, kinds)| {
        let of: Vec<&Programme> = without.iter().copied().filter(|p| kinds.contains(&p.kind)).collect();
        let heading = match kinds {
            [Kind::Credit] => desk.pick("vốn vay", "loans").to_owned(),
            _ => desk.lang().pick(vi, en).to_lowercase(),
        };
        match of.len() {
            0 => None,
            1 => Some(words::brief(desk.lang().of(&of[0].named.name))),
            many => Some(format!("{heading} ({many})")),
        }
    });
    let names = headings.collect::<Vec<_>>().join(", ");
    let text = match desk.lang() {
        Lang::Vi => format!("Chưa kể {names}: báo cáo không nêu số tiền."),
        Lang::En => format!("Without {names}: the report states no amount."),
    };
    Some(Line::of(Role::Dim, text))
}
