//! Every question of a briefing has its answer on a screen of 80 × 24 within three keys of the start, in words and with
//! its marks: the ten that are asked most, and others of a chair, a statistician and an auditor.

mod changing;
mod levels;
mod others;
mod small;
mod ten;
mod units;

use std::path::PathBuf;

use giamngheo::text::Lang;

use super::Reader;
use crate::program::{TODAY, squeezed};

/// A question, the keys that lead to its answer, and what must stand there.
pub struct Question {
    /// As it is asked.
    pub asked: &'static str,
    /// The day whose figures are shown.
    pub as_of: &'static str,
    /// At most three, with blanks between them; typing in find counts each letter.
    pub keys: &'static str,
    /// Texts of the screen, runs of blanks taken as one; a text may go on in the next line.
    pub sees: &'static [&'static str],
}

/// More keys are no answer: the room waits.
const MOST_KEYS: usize = 3;

impl Question {
    /// What is wrong with the answer, when something is.
    fn fault(&self, lang: Lang, now: &'static str, paths: &[PathBuf]) -> Option<String> {
        let keys: Vec<&str> = self.keys.split_whitespace().collect();
        let screen = Reader { lang, as_of: self.as_of, now, paths: paths.to_vec() }.sees(&keys);
        let shown = squeezed(&screen);
        let mut lacks: Vec<String> = self
            .sees
            .iter()
            .filter(|text| !shown.contains(&squeezed(text)))
            .map(|t| format!("{t:?}"))
            .collect();
        if keys.len() > MOST_KEYS {
            lacks.push(format!("an answer within {MOST_KEYS} keys: {} are pressed", keys.len()));
        }
        let lacks = (!lacks.is_empty()).then(|| lacks.join("\n  and "))?;
        Some(format!("{}\n  at {}, keys {keys:?}, lacks {lacks}\n{screen}\n", self.asked, self.as_of))
    }
}

/// All faults of questions on the sample at once, each under its question.
fn assert_answered(lang: Lang, questions: &[Question]) {
    assert_answered_of(lang, TODAY, &[], questions);
}

/// The same of other files, on another day.
fn assert_answered_of(lang: Lang, now: &'static str, paths: &[PathBuf], questions: &[Question]) {
    let faults: Vec<String> =
        questions.iter().filter_map(|question| question.fault(lang, now, paths)).collect();
    assert!(faults.is_empty(), "{} of {} unanswered\n\n{}", faults.len(), questions.len(), faults.join("\n"));
}
