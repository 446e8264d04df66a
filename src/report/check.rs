//! What `giamngheo check` prints: the files, notes on them, every check of all snapshots, and how many of each verdict.

use chrono::NaiveDate;

use crate::model::checks::{Check, Verdict};
use crate::model::history::{History, World};
use crate::model::revision::revisions;
use crate::model::snapshot::Snapshot;
use crate::model::source_file::Provenance;
use crate::page::{Facts, head, reporting};
use crate::say;
use crate::source::Load;
use crate::source::reporting::Reporting;
use crate::text::line::Line;
use crate::text::say::{check as words, standard};
use crate::text::{Lang, glossary};

/// The text, and whether anything contradicts.
pub fn report(lang: Lang, load: &Load, now: NaiveDate) -> (String, bool) {
    let files = say!(lang, "Tệp đã nạp: {read}, bị từ chối: {refused}", "Files read: {read}, refused: {refused}";
        read = load.files, refused = load.refused_files());
    let mut text = files.text() + "\n";
    for note in &load.notes {
        text.extend(["  ", &note.say(lang), "\n"]);
    }
    let mut all: Vec<Verdict> = Vec::new();
    for history in &load.world.histories {
        let mut facts = Facts::new(history.snapshots.len());
        let standard = standard_among_others(lang, &load.world, history);
        for at in 0..history.snapshots.len() {
            let found = facts.checks(history, at, now);
            let revised = revised(lang, &history.snapshots[at]);
            text.extend([
                "\n",
                &heading(lang, history, at, standard.as_deref()),
                "\n",
                &revised,
                &missing(lang, facts.reporting(&load.world, history, at)),
                &lines(lang, found),
            ]);
            all.extend(found.iter().map(|check| check.verdict));
            // The checks of all files of a history are not kept together.
            facts.forget_at(at);
        }
    }
    text.extend(["\n", &total(lang, &all), "\n"]);
    if text.contains('*') {
        text.extend(["* ", lang.term(glossary::provenance(Provenance::Derived)), "\n"]);
    }
    (text, all.contains(&Verdict::Contradicts))
}

/// Who of those that a list names has reported: each that has not on a line of its own.
pub fn expected(lang: Lang, list: &str, day: NaiveDate, found: &Reporting) -> String {
    let head = say!(lang, "Theo {list}, ngày {day}: {have} trên {all} đã gửi số liệu",
        "By {list}, {day}: {have} of {all} have reported";
        list, day, have = found.reported(), all = reporting::counted(&lang, found));
    let each = found.missing.iter().map(|part| {
        let said =
            say!(lang, "  ! {name}: {state}"; name = &part.name.name, state = reporting::state(&lang, part));
        said.text() + "\n"
    });
    std::iter::once(format!("\n{}\n", head.text())).chain(each).collect()
}

/// "Quận 6, 31/03/2023 · minh họa": nobody takes invented figures for a report's.
fn heading(lang: Lang, history: &History, at: usize, standard: Option<&str>) -> String {
    let origin = &history.snapshots[at].origin;
    let source = head::summed(lang, origin).unwrap_or_else(|| head::paper(lang, origin).to_owned());
    say!(lang, "{unit}, {day} · {source}[ · {standard}]";
        unit = &history.snapshots[at].whole.name.name, day = origin.as_of, source, standard)
    .text()
}

/// The standard of a history, where its unit stands under several: of one only, its pages name it.
fn standard_among_others(lang: Lang, world: &World, history: &History) -> Option<String> {
    let mut others =
        world.histories.iter().filter(|other| other.is_of_unit_of(history)).map(|other| &other.standard);
    let is_one_of_several = others.clone().any(|other| other.id != history.standard.id);
    is_one_of_several.then(|| standard::among(lang, &history.standard, &mut others))
}

/// What the file says otherwise than the preliminary report of its day.
fn revised(lang: Lang, snapshot: &Snapshot) -> String {
    let Some(first) = &snapshot.preliminary else { return String::new() };
    let found = revisions(snapshot);
    let head = words::preliminary(&lang, &first.origin.file, found.len());
    let each = found.iter().map(|of| words::revised(&lang, &snapshot.whole.name, of));
    let each = each.map(|line| format!("    {}\n", line.text()));
    std::iter::once(format!("  {}\n", head.text())).chain(each).collect()
}

/// Who of the parts has not reported: `! 12 trên 14 phường đã gửi số liệu; chưa có: Phường 3, Phường 7`.
fn missing(lang: Lang, found: &[Reporting]) -> String {
    let line = |of: &Reporting| {
        let names: Vec<&str> = of.path.iter().map(|name| lang.wording(&name.name)).collect();
        let of_area = (!names.is_empty()).then(|| names.join(" ▸ "));
        let said = say!(lang, "[{of_area}: ]{said}"; of_area, said = reporting::clause(&lang, of));
        format!("  ! {}\n", said.text())
    };
    found.iter().map(line).collect()
}

fn lines(lang: Lang, found: &[Check]) -> String {
    if found.is_empty() {
        return format!("  · {}\n", lang.pick("không có gì để đối chiếu", "nothing to check"));
    }
    let line = |check: &Check| {
        let verdict = words::verdict(lang, check.verdict);
        format!("  {} {verdict}: {}\n", words::sign(check.verdict), words::inside(lang, check))
    };
    found.iter().map(line).collect()
}

/// "Cộng: 0 mâu thuẫn · 4 cần xác minh · 2 không đối chiếu được · 39 khớp".
fn total(lang: Lang, all: &[Verdict]) -> String {
    let count = |verdict| all.iter().filter(|one| **one == verdict).count();
    let counts = Verdict::ALL.map(|verdict| words::counted(lang, verdict, count(verdict)));
    say!(lang, "Cộng: {counts}", "In all: {counts}"; counts = Line::joined(counts, " · ").unwrap_or_default())
        .text()
}
