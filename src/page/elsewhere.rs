//! What an empty page says: that it is, and in which snapshot there is something.

use super::{Block, Medium, Tab, View};
use crate::model::target::Target;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::units;
use crate::text::say::what::first_large;

/// `Kỳ này không có số liệu chính sách. ] kỳ 31/12/2022 có 9`: the nearest snapshot that has something, with the keys
/// that lead there; where none has, the tabs that have something. `what` says of a snapshot what it has.
pub fn block(
    view: &View,
    nothing: (&'static str, &'static str),
    what: impl Fn(usize) -> Option<String>,
) -> Block {
    let all = 0..view.history.snapshots.len();
    let others = all.filter(|at| *at != view.at && view.medium == Medium::Screen);
    let there = others.filter_map(|at| Some((at, what(at)?)));
    let there = there.min_by_key(|(at, _)| (at.abs_diff(view.at), *at < view.at)).map(|(at, what)| {
        let key = if at > view.at { "]" } else { "[" };
        let (keys, day) = (vec![key; at.abs_diff(view.at)].join(" "), view.history.snapshots[at].as_of());
        say!(view, " {keys} kỳ {day} có {what}", " {keys} {day} has {what}";
            keys = (Role::Strong, keys), day, what)
    });
    let there = there.or_else(|| Some(say!(view, " {there}"; there = on_tabs(view)?)));
    let nothing = say!(view, "{nothing}"; nothing);
    Block::sentence(nothing.then(there.unwrap_or_default()).in_role(Role::Dim))
}

/// `Phím 3 có 9 chính sách · phím 4 có 5 chỉ tiêu.`: where there is something of the snapshot shown.
pub fn on_tabs(view: &View) -> Option<Line> {
    let programmes = view.history.programmes(view.at).map_or(0, |(_, programmes)| programmes.len());
    let targets = count_of_targets(view.targets(|_| true).iter().map(|it| it.target));
    let there = [
        (Tab::Support, programmes, units::programmes(programmes)),
        (Tab::Targets, targets, ("chỉ tiêu", if targets == 1 { "target" } else { "targets" })),
    ];
    let is_screen = view.medium == Medium::Screen;
    let there = there.into_iter().filter(|(_, count, _)| is_screen && *count > 0).map(|(tab, count, noun)| {
        say!(view, "phím {key} có {count} {noun}", "key {key} has {count} {noun}"; key = tab.index() + 1, count, noun)
    });
    Line::joined(there, " · ").map(|there| first_large(there).say("."))
}

/// So many targets as every text counts them: those of areas are parts of the unit's own, where it has some.
pub fn count_of_targets<'a>(targets: impl Iterator<Item = &'a Target>) -> usize {
    let (own, parts): (Vec<_>, Vec<_>) = targets.partition(|target| target.area.is_none());
    if own.is_empty() { parts.len() } else { own.len() }
}

/// So many, unless there are none.
pub fn counted(count: usize) -> Option<String> {
    (count > 0).then(|| count.to_string())
}
