//! What `giamngheo check` prints: the files, notes on them, and every check of all snapshots.

use chrono::NaiveDate;

use crate::model::checks::{self, Verdict};
use crate::source::Load;
use crate::text::say::check as words;
use crate::text::{Lang, date};

/// The text, and whether anything contradicts.
pub fn report(lang: Lang, load: &Load, now: NaiveDate) -> (String, bool) {
    let mut text = match lang {
        Lang::Vi => format!("Tệp đã nạp: {}, bị từ chối: {}\n", load.files, load.refused.len()),
        Lang::En => format!("Files read: {}, refused: {}\n", load.files, load.refused.len()),
    };
    for note in &load.notes {
        text.extend(["  ", &note.say(lang), "\n"]);
    }
    let mut contradicts = false;
    for history in &load.world.histories {
        for (at, snapshot) in history.snapshots.iter().enumerate() {
            let unit = lang.of(&snapshot.whole.name.name);
            text.extend(["\n", unit, ", ", &date::day(lang, snapshot.as_of()), "\n"]);
            for check in checks::checks(history, at, now) {
                contradicts |= check.verdict == Verdict::Contradicts;
                let sentence = words::sentence(lang, &check);
                let verdict = words::verdict(lang, check.verdict);
                text.extend(["  ", words::sign(check.verdict), " ", verdict, ": ", &sentence, "\n"]);
            }
        }
    }
    (text, contradicts)
}
