//! The areas with most households of the group that the unit is told by first: the poor, or both as one.

use crate::model::area::Area;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::measure::{Aspect, Group};
use crate::model::places::{self, By};
use crate::say;
use crate::text::line::Line;
use crate::text::say::units;
use crate::text::say::what;
use crate::text::say::what::capital;
use crate::text::show;

use super::super::View;
use super::super::households::{FIRST, among_so_many, first_five};
use super::super::table::{Bar, Style};
use super::{Headline, Item, Slide, SlidePart, spaced};

/// The slide; none where fewer than three areas have a figure of one kind, or fewer than two of them anybody.
pub fn most(view: &View) -> Option<Slide> {
    let whole = view.whole();
    let groups: Vec<Group> = whole.groups().iter().copied().chain([Group::Combined]).collect();
    let Some((group, by)) = places::ranked_by(whole, &groups) else {
        let mut ways = groups.iter().flat_map(|group| [By::Count, By::Rate].map(|by| (*group, by)));
        return ways.find_map(|(group, by)| only(view, group, by));
    };
    let mut areas = places::ranked(whole, group, by);
    let has_all = areas.len() <= FIRST;
    let known = whole.areas.iter().filter(|area| by.figure(area, group).is_ok()).count();
    let is_partial = known < whole.areas.len() || !whole.areas_complete();
    areas.truncate(FIRST);
    let full = areas[0].1.amount.high().clone();
    let item = |(area, figure): &(&Area, Figure)| item(view, (group, by), area, figure, &full);
    let mut parts: Vec<SlidePart> = areas.iter().map(|area| SlidePart::Item(Box::new(item(area)))).collect();
    if by == By::Count {
        parts.extend(spaced(first_five(view, whole, group, true)));
    }
    // Nor is one whose rate moves with every household.
    let is_order = has_all || by == By::Rate && areas.iter().any(|(area, _)| places::is_few(area, group));
    let (of, kind) = (counted(view, group), units::noun_of_parts(whole).many(view.lang));
    // A list of all is in an order, and none of it is the most.
    let title = match (by, is_order) {
        (By::Count, false) => say!(view, "{kind} có nhiều {of} nhất", "{kind} with most {of}"; kind, of),
        (By::Count, true) => say!(view, "{kind} theo số {of}", "{kind} by {of}"; kind, of),
        (By::Rate, false) => {
            say!(view, "{kind} có tỷ lệ {of} cao nhất", "{kind} with the highest rate of {of}"; kind, of)
        }
        (By::Rate, true) => say!(view, "{kind} theo tỷ lệ {of}", "{kind} by rate of {of}"; kind, of),
    };
    let among = is_partial.then(|| among_so_many(view, whole, known));
    let title = capital(&say!(view, "{title}[{among}]"; title, among).text());
    Some(Slide { title, parts, ..Slide::default() })
}

/// The figure of the one area that has one, where the unit has none.
fn only(view: &View, group: Group, by: By) -> Option<Slide> {
    let whole = view.whole();
    let [(area, figure)] = &places::ranked(whole, group, by)[..] else { return None };
    if whole.figure(group, &Aspect::Households).is_ok() || whole.rate(group).is_ok() {
        return None;
    }
    let name = view.lang.wording(&area.name.name);
    let of = counted(view, group);
    let unit = Line::plain(show::unit_after(view.lang, figure));
    let (title, beside) = match by {
        By::Count => (say!(view, "{of}: {name}"; of, name), vec![unit]),
        By::Rate => {
            let of_all = say!(view, "tổng hộ dân", "of all households");
            (say!(view, "Tỷ lệ {of}: {name}", "Rate of {of}: {name}"; of, name), vec![of_all])
        }
    };
    let bigs = vec![Headline::of_figure(view, figure, Style::Plain, beside)];
    Some(Slide { title: capital(&title.text()), bigs, ..Slide::default() })
}

fn item(view: &View, (group, by): (Group, By), area: &Area, figure: &Figure, full: &Exact) -> Item {
    let value = figure.amount.low().clone();
    // Beside a rate that ranks the rate is not said again.
    let rate = area.rate(group).ok().filter(|_| by == By::Count);
    Item {
        number: Headline::of_figure(view, figure, Style::Plain, Vec::new()),
        name: Line::plain(view.lang.wording(&area.name.name)),
        bar: Some(Bar { value, full: full.clone(), ..Bar::default() }),
        after: rate.map(|rate| say!(view, "{rate}"; rate)).unwrap_or_default(),
    }
}

/// `hộ nghèo`, `poor households`.
fn counted<'a>(view: &View<'a>, group: Group) -> &'a str {
    let (vi, en) = what::households_of(group);
    view.pick(vi, en)
}
