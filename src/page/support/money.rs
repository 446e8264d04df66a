//! The money as far as it adds up: only bounds that point the same way do; what is left out is named.

use crate::model::measure::Support;
use crate::model::ops::FigureResult;
use crate::model::support::{self, Programme, ProgrammeKind};
use crate::say;
use crate::text::template::{Speaker, or_missing};
use crate::text::{Lang, cells, number};

use super::{HEADINGS, SupportPage, words};
use crate::text::line::{Line, Role};
use crate::text::say::what::{capital, small};

/// Cells of a line at the size that must always work.
const LINE: usize = 78;

/// The sum, and which programmes state no amount; nothing where none states any. Opposite bounds have no sum.
pub fn lines(ctx: &SupportPage) -> Vec<Line> {
    let sides = support::money(ctx.whole, ctx.all());
    let head = (Role::Strong, ctx.pick("Cộng tiền:", "Amounts:"));
    let line = match &sides[..] {
        [] => return Vec::new(),
        [(of, sum)] => say!(ctx, "{head} {sum} đồng[ ({whose})]", "{head} {sum} VND[ ({whose})]";
            head, sum = or_missing(ctx, sum), whose = (of.len() == 1).then(|| together(ctx, of))),
        [(of, sum), others @ ..] => {
            let others: Vec<&Programme> = others.iter().flat_map(|(of, _)| of.iter().copied()).collect();
            let whose = (Role::Strong, capital(&together(ctx, of)));
            let named = say!(ctx, "{whose}: {sum} đồng; cộng thêm {others}: không có tổng chính xác",
                "{whose}: {sum} VND; adding {others} gives no exact total";
                whose, sum = or_missing(ctx, sum), others = together(ctx, &others));
            if cells::width(&named.text()) <= LINE { named } else { sums(ctx, head, &sides) }
        }
    };
    let line = Line { optional: ctx.view.narrow, ..line };
    std::iter::once(line).chain(left_out(ctx).map(Line::optional)).collect()
}

/// The sums beside each other, where there is no room for whose they are.
fn sums(ctx: &SupportPage, head: (Role, &str), sides: &[(Vec<&Programme>, FigureResult)]) -> Line {
    let sums = Line::joined(sides.iter().map(|(_, sum)| or_missing(ctx, sum)), " + ").unwrap_or_default();
    say!(ctx, "{head} {sums} đồng, không có tổng chính xác",
        "{head} {sums} VND, which have no exact total"; head, sums)
}

/// What programmes are called together: by the words that their names share, else by their number.
fn together(ctx: &SupportPage, of: &[&Programme]) -> String {
    let name = |p: &&Programme| ctx.lang().wording(&p.named.name).to_owned();
    let names: Vec<String> = of.iter().map(name).collect();
    if let [only] = &names[..] {
        return words::brief(only);
    }
    let shared = shared(ctx.lang(), &names);
    say!(ctx, "{count} [{shared}][{unlike}chính sách]", "{count} [{shared}][{unlike}programmes]";
        count = in_words(ctx.lang(), names.len()), unlike = shared.is_none(), shared = shared.map(|name| small(&name)))
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
        _ => number::whole(lang, count),
    }
}

/// `Chưa kể vốn vay và 3 chính sách khác: báo cáo không nêu số tiền.`
fn left_out(ctx: &SupportPage) -> Option<Line> {
    let without: Vec<&Programme> = ctx.all().iter().filter(|p| p.stated(Support::Amount).is_none()).collect();
    if without.is_empty() {
        return None;
    }
    let headings = HEADINGS.iter().filter_map(|(vi, en, kinds)| {
        let of: Vec<&Programme> = without.iter().copied().filter(|p| kinds.contains(&p.kind)).collect();
        let heading = match kinds {
            [ProgrammeKind::Credit] => ctx.pick("vốn vay", "loans").to_owned(),
            _ => small(ctx.pick(vi, en)),
        };
        match of.len() {
            0 => None,
            1 => Some(words::brief(ctx.lang().wording(&of[0].named.name))),
            many => Some(format!("{heading} ({many})")),
        }
    });
    let names = headings.collect::<Vec<_>>().join(", ");
    let line = say!(ctx, "Chưa kể {names}: báo cáo không nêu số tiền.",
        "The report gives no amount for {names}."; names);
    Some(line.in_role(Role::Dim))
}
