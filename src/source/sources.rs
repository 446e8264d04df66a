//! Reading the same inputs again and again: each file is a source of its own, with its last good reading and the time
//! of it. One that is half written, broken or gone for a while keeps its figures where they were, and says so.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use chrono::{NaiveDate, NaiveDateTime};

use super::convert::Names;
use super::fault::Fault;
use super::find::{self, Input};
use super::gather::{LoadResult, LoadedFile, Progress, Round, gather_inputs, sizes_to_read};
use super::identity;
use super::load::{Kept, Load, world_of};
use super::newest::{LARGE, is_fit, newest};
use super::note::Remark;
use super::open::Known;
use super::pipes::Pipes;
use super::read::Limits;
use super::reading::Reading;

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
    /// What need not be read again as long as it stands as it did.
    known: Known,
    /// The names in all of them.
    names: Mutex<Names>,
    /// From so many bytes on the newest file is shown before the others are read.
    large: u64,
    /// Was a file that was refused last written a moment before?
    has_young_fault: bool,
    /// By which a stamp is young or old.
    clock: fn() -> SystemTime,
}

/// What is told before a reading is done.
pub enum Part {
    /// The newest file of those that will be shown, read before the others.
    First(Box<Load>),
    /// How far it has come.
    Progress(Progress),
}

/// Between two words about how far it has come.
const BETWEEN: Duration = Duration::from_millis(300);

/// The last reading of a file that was taken.
struct Good {
    input: Input,
    reading: Arc<Reading>,
    at: NaiveDateTime,
}

impl<F: Fn() + Clone + Send + 'static> Sources<F> {
    /// Nothing is read yet. `arrived` is called when a pipe has come to its end and another reading is worth it.
    pub fn new(paths: Vec<PathBuf>, limits: Limits, arrived: F) -> Self {
        Self {
            paths,
            is_unasked: false,
            limits,
            pipes: Pipes::default(),
            arrived,
            good: BTreeMap::new(),
            known: Known::new(),
            names: Mutex::default(),
            large: LARGE,
            has_young_fault: false,
            clock: SystemTime::now,
        }
    }

    /// Where nothing was named: what stands on standard input, if something does; else the sample.
    pub fn unasked(limits: Limits, arrived: F) -> Self {
        let is_unasked = find::is_given();
        let paths = if is_unasked { vec![PathBuf::from("-")] } else { Vec::new() };
        Self { is_unasked, ..Self::new(paths, limits, arrived) }
    }

    /// The same, with the newest file before the others from so many bytes on.
    #[must_use]
    pub fn newest_first_from(self, bytes: u64) -> Self {
        Self { large: bytes, ..self }
    }

    /// What `-` among the paths stands for, instead of standard input: a snapshot that was made and is not written.
    pub fn instead_of_standard(&self, text: &str) {
        self.pipes.instead_of_standard(text.as_bytes());
    }

    /// Reads all inputs at the time `now`; waits for none of them longer than a moment.
    pub fn read(&mut self, now: NaiveDateTime) -> Load {
        self.read_in_parts(now, now.date(), &|_| ())
    }

    /// The same. Of what takes long, `tell` hears how far it has come; and where nothing was read before, first the
    /// newest figures until `day` of what will open.
    pub fn read_in_parts(&mut self, now: NaiveDateTime, day: NaiveDate, tell: &dyn Fn(Part)) -> Load {
        let begun = (self.clock)();
        self.pipes.start(&self.paths, self.limits.file, &self.arrived);
        if self.is_unasked && self.pipes.is_empty(find::standard()) {
            (self.paths, self.is_unasked) = (Vec::new(), false);
        }
        let inputs = find::inputs(&self.paths);
        let order: Vec<String> = inputs.iter().flatten().map(Input::shown).collect();
        let mut sizes = sizes_to_read(&inputs, &self.known);
        let is_large = sizes.iter().sum::<u64>() >= self.large;
        if is_large
            && self.known.is_empty()
            && let Some(at) = newest(&inputs, day)
        {
            self.read_first(&inputs[at], sizes[at], day)
                .into_iter()
                .for_each(|load| tell(Part::First(Box::new(load))));
            // What was read is not read again with the others.
            sizes = sizes_to_read(&inputs, &self.known);
        }
        let last = Cell::new(Instant::now());
        let mut gathered = self.gather(inputs, sizes, &|progress| {
            if is_large && last.get().elapsed() >= BETWEEN {
                last.set(Instant::now());
                tell(Part::Progress(progress));
            }
        });
        let mut kept = Vec::new();
        self.fall_back(&mut gathered, 0, &mut kept);
        in_order(&mut gathered, &order);
        let already = gathered.refused.len();
        self.has_young_fault = gathered.refused.iter().any(|refusal| refusal.is_young(begun));
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
        // What changed a moment ago may change again and look the same.
        self.known.retain(|_, (stamp, _)| stamp.is_settled(begun));
        self.names.get_mut().unwrap_or_else(PoisonError::into_inner).forget_unused();
        Load { kept, ..world_of(single) }
    }

    /// Was a file that the last reading refused written so shortly before that its other half may be to come?
    pub fn may_be_half_written(&self) -> bool {
        self.has_young_fault
    }

    /// Reads the one file that is worth showing before the others; none where it turns out not to be.
    fn read_first(&mut self, input: &Result<Input, Fault>, size: u64, day: NaiveDate) -> Option<Load> {
        let first = self.gather(vec![input.clone()], vec![size], &|_| ());
        let is_fit = first.readings.iter().all(|file| is_fit(&file.reading, day));
        (is_fit && first.refused.is_empty()).then(|| world_of(first))
    }

    /// Reads what was found, and remembers it for the next time.
    fn gather(
        &mut self,
        inputs: Vec<Result<Input, Fault>>,
        sizes: Vec<u64>,
        tell: &dyn Fn(Progress),
    ) -> LoadResult {
        let round = Round {
            limits: &self.limits,
            standard: None,
            pipes: Some(&self.pipes),
            known: &self.known,
            names: &self.names,
            tell,
        };
        let (gathered, known) = gather_inputs(inputs, sizes, round);
        self.known = known;
        gathered
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
                gathered.readings.push(LoadedFile {
                    input: good.input.clone(),
                    file: name.clone(),
                    reading,
                    preliminary: None,
                    before: Some(good.at),
                });
                kept.push(Kept { refused: refusal.file.clone(), at: good.at });
            }
        }
        gathered.readings.len() > before
    }

    /// What was shown is what is kept: of a file that is not named any more, nothing.
    fn remember(&mut self, taken: &LoadResult, now: NaiveDateTime) {
        let mut good = BTreeMap::new();
        for file in &taken.readings {
            let at = file.before.unwrap_or(now);
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

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::fs;

    use super::*;
    use crate::folder::Folder;
    use crate::model::snapshot::Snapshot;
    use crate::source::load;

    const DAYS: [&str; 3] = ["2023-10-31", "2023-11-30", "2023-12-31"];

    /// A district with one ward.
    fn text(day: &str, poor: u32) -> String {
        format!(
            r#"{{ "format": "giamngheo/1", "unit": {{ "name": "Quận 6", "kind": "district" }}, "as_of": "{day}",
            "source": {{ "provenance": "reported" }}, "households": 1000,
            "poor": {{ "households": {poor} }}, "near_poor": {{ "households": 9 }},
            "areas": [{{ "name": "Phường 1", "households": 500, "poor": {{ "households": {poor} }} }}] }}"#
        )
    }

    /// For whom all that was written before he reads is old.
    fn reader(folder: &str) -> Sources<impl Fn() + Clone + Send + 'static> {
        let clock = || SystemTime::now() + Duration::from_secs(60);
        Sources { clock, ..Sources::new(vec![folder.into()], Limits::default(), || ()) }
    }

    fn snapshots(load: &Load) -> Vec<Arc<Snapshot>> {
        load.world.histories.iter().flat_map(|history| history.snapshots.iter().cloned()).collect()
    }

    fn at(minute: u32) -> NaiveDateTime {
        NaiveDateTime::default() + chrono::TimeDelta::minutes(minute.into())
    }

    #[test]
    fn a_change_reads_one_file() {
        let folder = Folder::of("one-file", DAYS.map(|day| text(day, 60)));
        let mut sources = reader(&folder.0);
        let before = snapshots(&sources.read(at(1)));
        folder.write("01.json", &text(DAYS[1], 7));
        let after = snapshots(&sources.read(at(2)));
        let same: Vec<bool> = before.iter().zip(&after).map(|(a, b)| Arc::ptr_eq(a, b)).collect();
        assert_eq!(same, [true, false, true]);
        assert!(Arc::ptr_eq(&after[1].whole.areas[0].name, &before[0].whole.areas[0].name), "one name");
        assert_eq!(sources.known.len(), 3);
        fs::remove_file(folder.at("02.json")).unwrap();
        assert_eq!(
            (sources.read(at(3)).files, sources.known.len()),
            (2, 2),
            "nothing of a file that is gone"
        );
    }

    #[test]
    fn a_file_that_was_young_is_read_again() {
        let folder = Folder::of("young", [text(DAYS[0], 60)]);
        let mut sources = Sources { clock: SystemTime::now, ..reader(&folder.0) };
        let [first, second] = [1, 2].map(|minute| snapshots(&sources.read(at(minute))));
        assert!(!Arc::ptr_eq(&first[0], &second[0]));
    }

    #[test]
    fn a_refused_file_is_told_at_each_reading_and_since_when_its_figures_stand() {
        let folder = Folder::of("refused", DAYS.map(|day| text(day, 60)));
        let mut sources = reader(&folder.0);
        sources.read(at(1));
        sources.read(at(2));
        folder.write("01.json", "{");
        for minute in [3, 4] {
            let load = sources.read(at(minute));
            assert_eq!((load.refused.len(), snapshots(&load).len()), (1, 3));
            // Its stamp said at the second minute that it was as before.
            assert_eq!(load.kept.iter().map(|kept| kept.at).collect::<Vec<_>>(), [at(2)]);
        }
    }

    /// The days of what was told before the others, and what was read at last.
    fn in_parts(folder: &Folder) -> (Vec<String>, Load) {
        let mut sources = reader(&folder.0).newest_first_from(1);
        let first = RefCell::new(Vec::new());
        let load = sources.read_in_parts(at(1), DAYS[2].parse().unwrap(), &|part| {
            if let Part::First(load) = part {
                let all = snapshots(&load);
                assert_eq!((all.len(), load.files, load.refused.len()), (1, 1, 0));
                first.borrow_mut().push(all[0].clone());
            }
        });
        let all = snapshots(&load);
        for shown in first.borrow().iter() {
            assert!(all.iter().any(|one| Arc::ptr_eq(one, shown)), "read once, and not changed");
        }
        let days = first.borrow().iter().map(|shown| shown.as_of().to_string()).collect();
        (days, load)
    }

    #[test]
    fn the_newest_is_told_first_and_all_is_told_as_ever() {
        let folder = Folder::of("first", DAYS.map(|day| text(day, 60)));
        let (first, all) = in_parts(&folder);
        assert_eq!(first, [DAYS[2]]);
        assert!(said(&all) == said(&load(&[folder.0.clone().into()], &Limits::default())));
    }

    #[test]
    fn what_is_invented_preliminary_planned_or_rests_on_others_is_never_first() {
        let source = r#""provenance": "reported""#;
        let own = r#""near_poor": { "households": 9 },"#;
        let unfit = [
            (source, r#""provenance": "illustrative""#),
            (source, r#""provenance": "reported", "stage": "preliminary""#),
            (own, ""),
        ];
        let replaced = unfit.map(|(from, to)| {
            let newest = text(DAYS[2], 60);
            assert!(newest.contains(from), "{from}");
            newest.replace(from, to)
        });
        let plan = text(DAYS[2], 60).replace(source, r#""provenance": "reported", "kind": "plan""#);
        let (head, _) = plan.split_once(r#""households": 1000"#).unwrap();
        let plan = format!(
            r#"{head} "tasks": [{{ "id": "hop", "name": "Họp tổ", "due": "2023-12-31", "status": "planned" }}] }}"#
        );
        for newest in replaced.into_iter().chain([plan]) {
            let folder = Folder::of("unfit", [text(DAYS[0], 60), newest.clone()]);
            let (first, all) = in_parts(&folder);
            assert_eq!(first, [""; 0], "{newest}");
            assert!(all.refused.is_empty(), "{:?}", all.refused);
        }
    }

    /// All of it but what is found when it is first asked for.
    fn said(load: &Load) -> String {
        let all = format!("{load:?}");
        let mut parts = all.split("OnceLock(");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |said, part| {
            let mut open = 1;
            let closes = |letter: char| {
                open += i32::from(letter == '(') - i32::from(letter == ')');
                open == 0
            };
            said + &part[part.find(closes).unwrap()..]
        })
    }

    /// Whatever is summed, taken away or counted after the reading: it is the reading's no more the second time.
    #[test]
    fn what_is_kept_gives_what_is_read_anew() {
        let tests = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it");
        let folders = ["published", "made_up"].map(|kind| fs::read_dir(format!("{tests}/{kind}")).unwrap());
        let paths = folders.into_iter().flatten().map(|entry| entry.unwrap().path());
        let mut folders = 0;
        for path in paths.filter(|path| path.is_dir()) {
            let anew = load(std::slice::from_ref(&path), &Limits::default());
            let mut sources = reader(path.to_str().unwrap());
            for minute in [1, 2, 3] {
                let load = sources.read(at(minute));
                assert!(said(&load) == said(&anew), "{}", path.display());
            }
            folders += 1;
        }
        assert!(folders > 3, "{folders}");
    }
}
