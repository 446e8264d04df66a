//! What on the screens is computed from a figure.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::figure::{Derivation, Figure, Rule};
use crate::model::measure::{IdName, Measure};
use crate::model::target::Target;
use crate::model::unit::Unit;
use crate::say;
use crate::text::line::Line;
use crate::text::say::{formula, what};
use crate::text::template::Speaker;
use crate::text::{Lang, cells, show};

use super::super::table::Style;
use super::super::{Block, Page, Tab, TargetSummary, View, foot, page_of, targets};
use super::links::is_same;
use super::{ROOM, headed};

/// So many are told.
const MOST: usize = 3;
/// Numbers of a formula that is short enough to stand beside its result.
const SHORT: usize = 2;
/// The panels of so many targets are looked through; of hundreds those that are nearest to the figure, for each takes as
/// long as a page.
const PANELS: usize = 32;

/// The derived figures of the pages that are computed from this one: directly first, then by way of a range that its
/// rounding allows.
pub fn uses(view: &View, figure: &Figure) -> Vec<Figure> {
    let mut direct: Vec<Figure> = Vec::new();
    let mut by_range: Vec<Figure> = Vec::new();
    for found in blocks(view, figure).iter().flat_map(foot::figures) {
        let found_in = if rests_on(found, figure) {
            &mut direct
        } else if ranges(found).any(|range| rests_on(range, figure)) {
            &mut by_range
        } else {
            continue;
        };
        if found.subject != figure.subject && !found_in.iter().any(|f| f.subject == found.subject) {
            found_in.push(found.clone());
        }
    }
    by_range.retain(|f| !direct.iter().any(|d| d.subject == f.subject));
    // Of a figure that a target asks about, what that one asks: by the range of all households it bears on others too.
    let targets: Vec<&Arc<IdName>> = direct.iter().filter_map(target_of).collect();
    by_range.retain(|f| targets.is_empty() || target_of(f).is_none_or(|own| targets.contains(&own)));
    let far = |f: Figure| (rank(&f) + FAR, f);
    let near = direct.into_iter().map(|f| (rank(&f), f));
    let mut found: Vec<(u8, Figure)> = near.chain(by_range.into_iter().map(far)).collect();
    found.retain(|(_, figure)| says_something(figure));
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, figure)| figure).collect()
}

/// The target that a figure is of.
fn target_of(figure: &Figure) -> Option<&Arc<IdName>> {
    match &figure.subject.measure {
        Measure::Target(id, _) => Some(id),
        _ => None,
    }
}

/// What comes by way of a range stands after what is directly asked and summed, but before the rest.
const FAR: u8 = 3;

/// Nothing fallen yet is no use of a figure.
fn says_something(figure: &Figure) -> bool {
    figure.one().is_none_or(|amount| !amount.is_zero())
}

/// What a reader would look for first: what is asked of the unit, then the two groups together, then the rest.
fn rank(figure: &Figure) -> u8 {
    use crate::model::measure::{Group, TargetField};
    match figure.subject.measure {
        Measure::Target(_, TargetField::Level) => 0,
        Measure::Target(_, TargetField::GoalHouseholds) => 1,
        Measure::Target(_, TargetField::Goal | TargetField::Surplus) => 2,
        Measure::Of(Group::Combined, _) => 3,
        Measure::Of(..) | Measure::Programme(..) | Measure::Coverage(..) | Measure::Indicator(_) => 4,
        Measure::Target(_, TargetField::LevelHouseholds | TargetField::Done) => 5,
        Measure::AllHouseholds
        | Measure::Inhabitants
        | Measure::TotalRange
        | Measure::Target(..)
        | Measure::Money
        | Measure::FirstAreas(..)
        | Measure::FirstAreasShare(..) => 6,
    }
}

/// What the pages of the view that compute are made of, the targets with the panels of their rows.
fn blocks(view: &View, figure: &Figure) -> Vec<Block> {
    let view = View { chosen: "", list: "", what_if: 0, ..*view };
    let of_targets = page_of(Tab::Targets, &view);
    let panels: Vec<Block> = nearest(&view, &of_targets, figure)
        .iter()
        .flat_map(|it| targets::panel_of(&view, it).blocks)
        .collect();
    let others = [Tab::Overview, Tab::Households, Tab::Support, Tab::Trends].map(|tab| page_of(tab, &view));
    let whole = (!view.path.is_empty()).then(|| page_of(Tab::Households, &View { path: &[], ..view }));
    let of_page =
        |page: Page| page.blocks.into_iter().chain(page.detail.into_iter().flat_map(|it| it.blocks));
    let pages = others.into_iter().chain(whole).flat_map(of_page);
    of_page(of_targets).chain(panels).chain(pages).collect()
}

/// The targets that have a row on the page, in its order; of very many those that are nearest to the figure.
fn nearest<'a>(view: &View<'a>, page: &Page, figure: &Figure) -> Vec<TargetSummary<'a>> {
    let rows: HashMap<&str, usize> = page.rows().map(|row| row.key.as_str()).zip(0..).collect();
    let place = |it: &TargetSummary| rows.get(targets::key(it.target).as_str()).copied();
    let found = view.targets(|target| rows.contains_key(targets::key(target).as_str()));
    let mut found: Vec<(usize, TargetSummary)> =
        found.into_iter().filter_map(|it| Some((place(&it)?, it))).collect();
    if found.len() > PANELS {
        found.sort_by_key(|(place, it)| (far(view, it.target, figure), *place));
        found.truncate(PANELS);
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, it)| it).collect()
}

/// How little a target has to do with a figure: least the one that it is of, then those of the same area.
fn far(view: &View, target: &Target, figure: &Figure) -> u8 {
    if target_of(figure).is_some_and(|own| own.id == target.named.id) {
        return 0;
    }
    let area = target.area.as_ref().unwrap_or(&view.history.unit);
    let is_near = target.reads.is_near(&figure.subject.measure);
    1 + u8::from(!is_near) + 2 * u8::from(!figure.subject.whose.is(area))
}

/// Is the figure among the numbers of the formula?
fn rests_on(found: &Figure, figure: &Figure) -> bool {
    found.derivation.inputs().any(|input| is_same(input, figure))
}

/// The ranges among the numbers of a formula, those that a range was made from with them.
fn ranges(found: &Figure) -> impl Iterator<Item = &Figure> {
    let of_rounding = |f: &&Figure| f.one().is_none() && f.is_derived();
    let near = found.derivation.inputs().filter(of_rounding);
    near.flat_map(move |range| std::iter::once(range).chain(range.derivation.inputs().filter(of_rounding)))
}

/// "chỉ tiêu 2023: 2,20 − 0,69 = 1,51%* · hộ phải giảm 447-449*", as many as fit the line.
pub(super) fn used_in(view: &View, figure: &Figure, used: &[Figure]) -> Option<Line> {
    let (mut all, mut names): (Vec<Line>, Vec<String>) = (Vec::new(), Vec::new());
    let mut cells = 0;
    for one in used {
        let (name, line) = (what::short(view.lang, &one.subject), use_of(view, figure, one));
        let width = cells::width(&line.text()) + if all.is_empty() { 0 } else { GAP.chars().count() };
        if names.contains(&name) || all.len() == MOST || (!all.is_empty() && cells + width > ROOM) {
            continue;
        }
        cells += width;
        names.push(name);
        all.push(line);
    }
    Line::joined(all, GAP).map(|line| headed(view, ("Dùng ở", "Used in"), line))
}

/// What stands between two uses.
const GAP: &str = " · ";

/// What is computed from it, with the formula where that is short: "chỉ tiêu 2023: 2,20 − 0,69 = 1,51%*".
fn use_of(view: &View, figure: &Figure, used: &Figure) -> Line {
    let formula = match &*used.derivation {
        Derivation::Derived(derived)
            if matches!(derived.rule, Rule::Difference | Rule::Sum | Rule::Points) =>
        {
            (used.derivation.inputs().count() <= SHORT)
                .then(|| formula::terms(&Bare(view.lang), &formula::precise(used, derived), ""))
        }
        Derivation::Derived(_) | Derivation::Stated(_) => None,
    };
    let elsewhere = (!used.subject.whose.is(&figure.subject.whose)).then_some(&used.subject.whose.name);
    say!(view, "{name}[ {elsewhere}][: {formula} =] {used}"; 
        name = what::short(view.lang, &used.subject), elsewhere, formula, used)
}

/// Writes figures without marks and percent signs: the result beside them has both.
struct Bare(Lang);

impl Speaker for Bare {
    fn lang(&self) -> Lang {
        self.0
    }

    fn figure(&self, line: Line, figure: &Figure, style: Style, _has_unit: bool) -> Line {
        let is_percent = matches!(figure.unit, Unit::Percent | Unit::Point);
        line.written(show::number(self.0, figure, if is_percent { Style::Bare } else { style }), figure)
    }
}
