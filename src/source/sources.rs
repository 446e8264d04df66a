//! Reading the same inputs again and again: each file is a source of its own, with its last good reading and the time
//! of it. One that is half written, broken or gone for a while keeps its figures where they were, and says so.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDateTime;

use super::find::{self, Input};
use super::gather::{LoadResult, LoadedFile, gather_beside};
use super::identity;
use super::load::{Kept, Load, world_of};
use super::note::Remark;
use super::pipes::Pipes;
use super::read::{Limits, ReadFile};

/// The inputs, and what each of them gave last.
pub struct Sources<F> {
    paths: Vec<PathBuf>,
    /// Standard input is read as nothing was named; where it says nothing, the sample is.
    is_unasked: bool,
    limits: Limits,
    pipes: Pipes,
    arrived: F,
    /// By the name in messages.
    good: BTreeMap<String, Good>,
}

/// The last reading of a file that was taken.
struct Good {
    input: Input,
    reading: Arc<ReadFile>,
    at: NaiveDateTime,
}

impl<F: Fn() + Clone + Send + 'static> Sources<F> {
    /// Nothing is read yet. `arrived` is called when a pipe has come to its end and another reading is worth it.
    pub fn new(paths: Vec<PathBuf>, limits: Limits, arrived: F) -> Self {
        let pipes = Pipes::default();
        Self { paths, is_unasked: false, limits, pipes, arrived, good: BTreeMap::new() }
    }

    /// Where nothing was named: what stands on standard input, if something does; else the sample.
    pub fn unasked(limits: Limits, arrived: F) -> Self {
        let is_unasked = find::is_given();
        let paths = if is_unasked { vec![PathBuf::from("-")] } else { Vec::new() };
        Self { is_unasked, ..Self::new(paths, limits, arrived) }
    }

    /// What `-` among the paths stands for, instead of standard input: a snapshot that was made and is not written.
    pub fn instead_of_standard(&self, text: &str) {
        self.pipes.instead_of_standard(text.as_bytes());
    }

    /// Reads all inputs at the time `now`; waits for none of them longer than a moment.
    pub fn read(&mut self, now: NaiveDateTime) -> Load {
        self.pipes.start(&self.paths, self.limits.file, &self.arrived);
        if self.is_unasked && self.pipes.is_empty(find::STANDARD) {
            (self.paths, self.is_unasked) = (Vec::new(), false);
        }
        let inputs = find::inputs(&self.paths);
        let order: Vec<String> = inputs.iter().flatten().map(Input::shown).collect();
        let mut gathered = gather_beside(inputs, &self.limits, &self.pipes);
        let mut kept = Vec::new();
        self.fall_back(&mut gathered, 0, &mut kept);
        in_order(&mut gathered, &order);
        let already = gathered.refused.len();
        let mut single = identity::deduplicate(gathered);
        // A save that makes a file speak of another's unit and day takes that one's figures away neither.
        if self.fall_back(&mut single, already, &mut kept) {
            in_order(&mut single, &order);
            let told = single.refused.len();
            // Found anew, and told once.
            single.notes.retain(|note| note.what != Remark::UnclearUnit);
            single = identity::deduplicate(single);
            single.refused.truncate(told);
        }
        self.remember(&single, now);
        Load { kept, ..world_of(single) }
    }

    /// Takes the last good reading of what was refused, from the refusal at `from` on. Is there any?
    fn fall_back(&self, gathered: &mut LoadResult, from: usize, kept: &mut Vec<Kept>) -> bool {
        let before = gathered.readings.len();
        for refusal in &gathered.refused[from..] {
            // A folder that cannot be looked at is refused for all that was found in it.
            let is_in = |name: &str| {
                !refusal.file.is_empty() && Path::new(name).parent() == Some(Path::new(&refusal.file))
            };
            let is_taken = |name: &String| gathered.readings.iter().any(|file| file.file == *name);
            let of_it = self.good.iter().filter(|(name, _)| **name == refusal.file || is_in(name));
            let of_it: Vec<_> = of_it.filter(|(name, _)| !is_taken(name)).collect();
            for (name, good) in of_it {
                let reading = Arc::clone(&good.reading);
                let file =
                    LoadedFile { input: good.input.clone(), file: name.clone(), reading, preliminary: None };
                gathered.readings.push(file);
                kept.push(Kept { refused: refusal.file.clone(), at: good.at });
            }
        }
        gathered.readings.len() > before
    }

    /// What was shown is what is kept: of a file that is not named any more, nothing.
    fn remember(&mut self, taken: &LoadResult, now: NaiveDateTime) {
        let mut good = BTreeMap::new();
        for file in &taken.readings {
            let before = self.good.get(&file.file).filter(|good| Arc::ptr_eq(&good.reading, &file.reading));
            let at = before.map_or(now, |good| good.at);
            let (input, reading) = (file.input.clone(), Arc::clone(&file.reading));
            good.insert(file.file.clone(), Good { input, reading, at });
        }
        self.good = good;
    }
}

/// In the order in which they were named; what is not named now, last.
fn in_order(gathered: &mut LoadResult, order: &[String]) {
    let place: BTreeMap<&str, usize> = order.iter().map(String::as_str).zip(0..).collect();
    gathered.readings.sort_by_key(|file| place.get(file.file.as_str()).copied().unwrap_or(usize::MAX));
}
