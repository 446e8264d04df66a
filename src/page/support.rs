//! 3 Hỗ trợ: the programmes of the period, by kind: whom they reached, what they cost, against plan and budget.
mod areas;
mod coverage;
mod money;
mod note;
mod panel;
mod table;
pub(super) mod words;

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::Datelike;

use crate::model::area::Area;
use crate::model::figure::Figure;
use crate::model::measure::{Given, Support};
use crate::model::name::AreaName;
use crate::model::ops::FigureResult;
use crate::model::snapshot::Snapshot;
use crate::model::support::{Programme, ProgrammeKind};
use crate::model::target::TargetMeasure;
use crate::text::Lang;
use crate::text::template::Speaker;

use super::{Block, Page, Table, View, elsewhere, foot, indicators};

/// Headings in the order of the page, with the kinds they hold.
const HEADINGS: [(&str, &str, &[ProgrammeKind]); 5] = [
    ("Tín dụng", "Credit", &[ProgrammeKind::Credit]),
    ("Giáo dục", "Education", &[ProgrammeKind::Education]),
    ("Y tế, bảo hiểm", "Health, insurance", &[ProgrammeKind::Health, ProgrammeKind::Insurance]),
    (
        "Việc làm, đời sống",
        "Jobs, living costs",
        &[ProgrammeKind::Employment, ProgrammeKind::Housing, ProgrammeKind::Utilities],
    ),
    ("Khác", "Other", &[ProgrammeKind::Other]),
];

/// The page.
pub fn page(view: &View) -> Page {
    let indicators = coverage::table(view).into_iter().chain(indicators::table(view, view.area()));
    let Some(ctx) = SupportPage::for_view(view) else {
        let nothing = ("Kỳ này không có số liệu chính sách.", "No figures on programmes in this period.");
        let mut blocks = vec![elsewhere::block(view, nothing, |at| {
            let there = &view.history.snapshots[at];
            there.whole.at(view.path).and_then(|_| elsewhere::counted(there.programmes.len()))
        })];
        blocks.extend(indicators.flat_map(|table| [Block::Gap, Block::Table(table)]));
        let page = Page { blocks, ..Page::default() };
        return Page { foot: foot::lines(view, &page, Vec::new()), ..page };
    };
    let (table, lacks) = table::table(&ctx);
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(lacks.map(Block::sentence));
    blocks.push(Block::Lines(money::lines(&ctx)));
    blocks.retain(|block| !matches!(block, Block::Lines(lines) if lines.is_empty()));
    blocks.extend(indicators.flat_map(|table| [Block::Gap, Block::Table(table)]));
    let mut page = Page { blocks, detail: panel::panel(&ctx), has_panel: true, ..Page::default() };
    foot::put(view, &mut page, |view, page| {
        let mut legend = foot::lines(view, page, Vec::new());
        note::append_note(&ctx, view.narrow, &mut legend);
        legend
    });
    page
}

/// The areas that the chosen programme reached as bars, so many of the largest, for a panel that has room for them.
pub fn reached_areas(view: &View, most: usize) -> Option<Table> {
    let ctx = SupportPage::for_view(view)?;
    areas::drawn(&ctx, panel::chosen(&ctx)?, most)
}

/// The snapshot whose programmes are shown, and the reader's place.
struct SupportPage<'a> {
    view: &'a View<'a>,
    /// Where it stands in the history; the shown one, or the newest before it that has programmes.
    at: usize,
    snapshot: &'a Arc<Snapshot>,
    /// The way to the area that the reader has gone into.
    path: &'a [Arc<AreaName>],
    /// That area there, or the unit.
    whole: &'a Area,
    /// Its programmes; for an area their parts there.
    programmes: Vec<Programme>,
    /// What targets say of them, once asked for.
    percents: OnceCell<HashMap<String, Figure>>,
}

impl<'a> SupportPage<'a> {
    /// None where no snapshot has programmes, and where the one that has them does not know the area shown: those of
    /// the whole unit are not the area's.
    fn for_view(view: &'a View<'a>) -> Option<Self> {
        let (at, programmes) = view.history.programmes(view.at)?;
        let snapshot = &view.history.snapshots[at];
        let path = if view.whole().at(view.path).is_some() { view.path } else { &[] };
        let whole = snapshot.whole.at(path)?;
        let programmes = programmes.iter().map(|p| in_place(p, path, whole)).collect();
        Some(Self { view, at, snapshot, path, whole, programmes, percents: OnceCell::new() })
    }

    fn pick(&self, vi: &'a str, en: &'a str) -> &'a str {
        self.view.pick(vi, en)
    }

    fn all(&self) -> &[Programme] {
        &self.programmes
    }

    fn figure(&self, programme: &Programme, part: Support) -> FigureResult {
        programme.figure(self.whole, part)
    }

    /// The share of its plan: as the report states it for the target that asks for all of it, where the numbers bear that
    /// out; else worked out.
    fn of_plan(&self, programme: &Programme) -> FigureResult {
        let counted = self.figure(programme, Support::OfPlan);
        let stated = self.percents.get_or_init(|| self.stated_percents()).get(&programme.named.id);
        match (stated.filter(|stated| !stated.is_derived()), counted) {
            (Some(stated), Ok(counted)) if stated.may_be(&counted) => Ok(stated.clone()),
            (_, counted) => counted,
        }
    }

    /// What the targets that ask for all of a programme have come to, by the ids of the programmes: the first of each.
    fn stated_percents(&self) -> HashMap<String, Figure> {
        let mut found = HashMap::new();
        if !self.path.is_empty() {
            return found;
        }
        for it in self.view.own_targets(self.snapshot.as_of().year()) {
            if let TargetMeasure::Programme(id, Given::Reached) = &it.target.reads
                && it.plan().is_some()
                && let Some(percent) = it.percent()
            {
                found.entry(id.clone()).or_insert_with(|| percent.clone());
            }
        }
        found
    }

    /// The same programme in another snapshot, with the unit or area there.
    fn a_year_before(&self, programme: &Programme, snapshot: &'a Snapshot) -> Option<(Programme, &'a Area)> {
        let same = snapshot.programmes.find(&programme.named.id)?;
        let area = snapshot.whole.at(self.path)?;
        Some((in_place(same, self.path, area), area))
    }

    /// What it reached against the same span of the year before, where that is loaded.
    fn year_on_year(&self, programme: &Programme) -> Option<(&'a Snapshot, FigureResult)> {
        let before = self.view.history.same_span_before(self.at)?;
        let (then, area) = self.a_year_before(programme, before)?;
        Some((before, programme.change(self.whole, (&then, area))))
    }
}

impl Speaker for SupportPage<'_> {
    fn lang(&self) -> Lang {
        self.view.lang
    }
}

/// A programme of the unit; for an area its part there.
fn in_place(programme: &Programme, path: &[Arc<AreaName>], area: &Area) -> Programme {
    if path.is_empty() { programme.clone() } else { programme.in_area(&area.name) }
}

/// The key of a programme's row.
fn key(programme: &Programme) -> String {
    format!("programme:{}", programme.named.id)
}
