//! What an empty page says: that it is, and in which snapshot there is something.

use super::{Block, Medium, View};
use crate::say;
use crate::text::line::Role;

/// `Kỳ này không có số liệu chính sách. ] kỳ 31/12/2022 có 9`: the nearest snapshot that has something, with the keys
/// that lead there. `what` says of a snapshot what it has.
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
    let nothing = say!(view, "{nothing}"; nothing);
    Block::sentence(nothing.then(there.unwrap_or_default()).in_role(Role::Dim))
}

/// So many, unless there are none.
pub fn counted(count: usize) -> Option<String> {
    (count > 0).then(|| count.to_string())
}
