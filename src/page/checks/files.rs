//! The files that were read, each with its kind of source, and those that were refused, each with its reason and place.

use std::sync::Arc;

use crate::model::area::{Area, StatedAt};
use crate::model::measure::{Aspect, Group, When};
use crate::model::revision::revisions;
use crate::model::snapshot::{Snapshot, Standard};
use crate::model::source_file::SourceFile;
use crate::say;
use crate::source::{Fault, count_files};
use crate::text::say::{check as words, standard, units, what};
use crate::text::{cells, date, glossary};

use super::super::explain::source;
use super::super::headed::head_of;
use super::super::table::{Cell, Row};
use super::super::{Block, Detail, Medium, View, head, standard as standards};
use crate::text::line::{Line, Role};

/// So many revised figures are written out.
const MOST_REVISED: usize = 12;

/// An entry of the list: a file, or a note on its areas.
struct Entry {
    text: String,
    role: Role,
    /// What it says.
    of: Arc<Snapshot>,
}

/// The rows: refused files a row each, then the others in two columns where there is room.
pub fn rows(view: &View) -> Vec<Row> {
    let (read, refused) = (view.files, count_files(view.faults));
    let title = say!(view, "Tệp đã nạp ({read}), bị từ chối ({refused})[ · {standard}]",
        "Files read ({read}), refused ({refused})[ · {standard}]"; read, refused,
        standard = super::super::standard::name(view));
    let mut rows = vec![super::head(title.text())];
    for (i, fault) in view.faults.iter().enumerate() {
        let row = Row { key: format!("refused:{i}"), role: Role::Bad, ..Row::default() };
        rows.extend(super::wrapped(view, &format!("✗ {}", refusal(view, fault)), row));
        let is_first = i == 0 || view.faults[i - 1].file != fault.file;
        if is_first && !view.narrow {
            rows.extend(drawn(view, fault));
        }
    }
    rows.extend(columns(view, &entries(view)));
    rows
}

/// The line of a fault and the caret under its place, as far as they fit.
fn drawn(view: &View, fault: &Fault) -> Vec<Row> {
    let room = super::room(view);
    let row = |line: String| Row {
        label: cells::cut(&line, room).into(),
        role: Role::Dim,
        indent: 1,
        ..Row::default()
    };
    fault.drawn().into_iter().map(row).collect()
}

/// Why a file is refused, and since when what is shown of it stands.
fn refusal(view: &View, fault: &Fault) -> String {
    let kept = view.kept.iter().find(|kept| kept.refused == fault.file);
    let at = kept.map(|kept| kept.at.format("%H:%M").to_string());
    say!(view, "{fault}[; đang hiện số đọc lúc {at}]", "{fault}[; the figures shown were read at {at}]";
        fault = fault.say(view.lang), at)
    .text()
}

/// So many stand in the first column: all of them where room is short, and where one is too long for half a line.
fn first_column(view: &View, entries: &[Entry]) -> usize {
    let half = usize::from(super::half(view));
    let is_long = entries.iter().any(|entry| cells::width(&entry.text) >= half);
    if view.narrow || is_long { entries.len() } else { entries.len().div_ceil(2) }
}

/// Column after column, as a list in print: down the first, then down the second.
fn columns(view: &View, entries: &[Entry]) -> Vec<Row> {
    let half = first_column(view, entries);
    let row = |i: usize| {
        let first = &entries[i];
        let second = entries.get(half + i).filter(|_| half < entries.len());
        let cells = second.map(|entry| Cell::words(entry.role, entry.text.clone())).into_iter().collect();
        let (label, role) = (first.text.clone().into(), first.role);
        Row { key: format!("file:{i}"), label, role, indent: 1, cells, ..Row::default() }
    };
    (0..half).map(row).collect()
}

fn entries(view: &View) -> Vec<Entry> {
    let shown = view.snapshot().as_of();
    let mut entries = Vec::new();
    // Files of the unit under other standards were read too, and stand in no series here.
    for other in standards::others(view) {
        let among = standard::among(view.lang, &other.standard, [&view.history.standard]);
        let of_other = |snapshot: &Arc<Snapshot>| Entry {
            text: say!(view, "{file} · {among}"; file = named(view, &snapshot.origin), among = &among).text(),
            role: Role::Dim,
            of: Arc::clone(snapshot),
        };
        entries.extend(other.snapshots.iter().map(of_other));
    }
    for (at, snapshot) in view.history.snapshots.iter().enumerate() {
        let origin = &snapshot.origin;
        let role = if snapshot.as_of() > shown { Role::Dim } else { Role::Plain };
        let text = match head::summed(view.lang, origin) {
            Some(summed) => format!("✓ {}  {summed}", date::day(view.lang, snapshot.as_of())),
            None => named(view, origin),
        };
        let entry = |text| Entry { text, role, of: Arc::clone(snapshot) };
        entries.push(entry(text));
        entries.extend(revised(view, snapshot).into_iter().map(entry));
        entries.extend(invented_areas(view, at, snapshot).map(entry));
    }
    let plan = |plan: &Arc<Snapshot>| Entry {
        text: named(view, &plan.origin),
        role: Role::Plain,
        of: Arc::clone(plan),
    };
    entries.extend(view.history.plans.iter().map(plan));
    entries
}

/// `✓ 2022-12-31.json  báo cáo`.
fn named(view: &View, origin: &SourceFile) -> String {
    format!("✓ {}  {}", origin.file, head::paper(view.lang, origin))
}

/// `· so-bo.json: 3 số khác bản chính thức`; on paper, where nobody can choose the line, with each of them under it.
fn revised(view: &View, snapshot: &Snapshot) -> Vec<String> {
    let Some(first) = &snapshot.preliminary else { return Vec::new() };
    let found = revisions(snapshot);
    let head = words::preliminary(view, &first.origin.file, found.len());
    let each = found
        .iter()
        .filter(|_| view.medium != Medium::Screen)
        .map(|of| words::revised(view, &snapshot.whole.name, of));
    std::iter::once(head).chain(each).map(|line| line.text()).collect()
}

/// Each figure that the final report says otherwise, first as the preliminary one had it.
fn differences(view: &View, snapshot: &Snapshot) -> Vec<Line> {
    let found = revisions(snapshot);
    let few = found.iter().take(MOST_REVISED);
    let mut lines: Vec<Line> = few.map(|of| words::revised(view, &snapshot.whole.name, of)).collect();
    if let Some(more) = found.len().checked_sub(MOST_REVISED).filter(|more| *more > 0) {
        lines.push(say!(view, "và {more} số khác", "and {more} more"; more));
    }
    let head = view.pick("Sơ bộ", "Preliminary");
    lines
        .into_iter()
        .enumerate()
        .map(|(i, line)| head_of(if i == 0 { head } else { "" }).then(line))
        .collect()
}

/// "! 14 phường trong kỳ 2/5: minh họa", where the areas of a file are invented and the file is not.
fn invented_areas(view: &View, at: usize, snapshot: &Snapshot) -> Option<String> {
    let poor = |area: &Area| area.number(Group::Poor, &Aspect::Households).map(StatedAt::is_invented);
    if poor(&snapshot.whole)? {
        return None;
    }
    let count = snapshot.whole.areas.iter().filter(|area| poor(area) == Some(true)).count();
    if count == 0 {
        return None;
    }
    let called = units::noun_of_all(snapshot.whole.areas.iter().map(|area| &*area.name)).many(view.lang);
    let (at, of) = (at + 1, view.history.snapshots.len());
    let note = say!(view, "! {count} {called} trong kỳ {at}/{of}: minh họa",
        "! {count} {called} in {at}/{of}: illustrative"; count, called, at, of);
    Some(note.text())
}

/// The chosen file, or why it was refused.
pub fn panel(view: &View) -> Option<Detail> {
    if let Some(index) = view.chosen.strip_prefix("refused:") {
        let fault = view.faults.get(index.parse::<usize>().ok()?)?;
        let title = view.pick("Tệp bị từ chối", "File refused").to_owned();
        let line = fault.drawn().into_iter().map(|line| Line::with_role(Role::Dim, line)).collect();
        let blocks = vec![Block::sentence(Line::plain(refusal(view, fault))), Block::Lines(line)];
        return Some(Detail { title, blocks });
    }
    let index: usize = view.chosen.strip_prefix("file:")?.parse().ok()?;
    let entries = entries(view);
    let half = first_column(view, &entries);
    let chosen = [index, half + index].into_iter().filter_map(|i| entries.get(i));
    let mut of: Vec<&Arc<Snapshot>> = chosen.map(|entry| &entry.of).collect();
    of.dedup_by(|a, b| Arc::ptr_eq(a, b));
    let title = view.pick("Nguồn của tệp", "Source of the file").to_owned();
    let standards = of.first().map(|snapshot| standard_of(view, &snapshot.standard));
    let files = of.into_iter().flat_map(|snapshot| file(view, snapshot));
    // In a narrow place the file itself is what is asked for.
    let lines = if view.narrow {
        files.chain(standards).collect()
    } else {
        standards.into_iter().chain(files).collect()
    };
    Some(Detail { title, blocks: vec![Block::Lines(lines)] })
}

/// The standard of the chosen files.
fn standard_of(view: &View, standard: &Standard) -> Line {
    let name = standard.name.as_ref().map(|name| view.lang.wording(name)).or(standard.id.as_deref());
    let line = head_of(view.pick("Chuẩn", "Standard"));
    match name {
        Some(name) => line.say(name),
        None => line.role(Role::Dim, view.pick("không nêu chuẩn nghèo", "no poverty standard stated")),
    }
}

/// The sources of all files in full.
pub fn sources(view: &View) -> Vec<Line> {
    all(view).flat_map(|snapshot| file(view, snapshot)).collect()
}

/// The same in a line each: `31/12/2022  báo cáo: UBND Quận 6, bài đăng 04/03/2023`.
pub fn brief_sources(view: &View) -> Vec<Line> {
    let line = |snapshot: &Arc<Snapshot>| {
        let (kind, source) = (head::paper(view.lang, &snapshot.origin), source(view, &snapshot.origin));
        let head = head_of(&date::day(view.lang, snapshot.as_of()));
        head.say(after_kind(kind, &source))
    };
    all(view).map(line).collect()
}

/// A source after its kind; one that begins with the same word says it itself.
fn after_kind(kind: &str, source: &str) -> String {
    let inside = what::small(source);
    if inside.starts_with(kind) { inside } else { format!("{kind}: {source}") }
}

fn all<'a>(view: &View<'a>) -> impl Iterator<Item = &'a Arc<Snapshot>> {
    view.history.snapshots.iter().chain(&view.history.plans)
}

fn file(view: &View, snapshot: &Snapshot) -> Vec<Line> {
    let origin = &snapshot.origin;
    // A sum made here is of no file.
    let file = head::summed(view.lang, origin).unwrap_or_else(|| origin.file.clone());
    let text = say!(view, "{file}: đến {day}, kỳ {period}", "{file}: as of {day}, period {period}"; file, day = origin.as_of, period = what::when(view.lang, When::Over(origin.period)));
    let kind = head::paper(view.lang, origin);
    let by = origin.by.as_ref().map(|by| view.lang.wording(by));
    let source = source(view, origin);
    // Who made the report, besides who published it.
    let by = by.filter(|by| !source.contains(by));
    let source = say!(view, "{source}[; {by}]"; source = after_kind(kind, &source), by);
    let source = head_of(view.pick("Nguồn", "Source")).then(source);
    let note = origin.note.as_ref().map(|note| head_of("").role(Role::Dim, view.lang.wording(note)));
    let lines = [head_of(view.lang.term(glossary::FILE)).then(text), source].into_iter().chain(note);
    lines.chain(differences(view, snapshot)).collect()
}
