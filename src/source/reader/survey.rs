//! All faults of a file that is refused: each is put right in a draft as well as that can be done, and the draft is read
//! again, so that one run tells a person what fourteen would.

use std::collections::HashMap;
use std::ops::Range;

use serde::Deserialize;

use super::Brought;
use super::context::ReadContext;
use super::draft::Draft;
use super::json;
use super::mend::mend;
use super::node::Node;
use super::read_error::ReadError;
use super::scan;
use crate::source::fault::{Expected, FOUND, Fault, Found, HIDDEN, JsonFault, Problem, ShapeFault};
use crate::source::place::Position;

/// The most readings of one file, and the most bytes read in all of them: a large file is read a few times only.
const READINGS: usize = 100;
const BYTES: usize = 16 << 20;

/// What a survey of a refused file brought.
#[derive(Debug)]
pub(in crate::source) struct Survey<T> {
    /// What is wrong with it, at least one.
    pub(in crate::source) faults: Vec<Fault>,
    /// What it says, each fault put right as its message has it; none where that cannot be known.
    pub(in crate::source) mended: Option<Brought<T>>,
}

/// Looks for all that is wrong with `text`, of which `first` is known.
pub(super) fn survey<T: for<'a> Deserialize<'a>>(text: &str, first: Fault) -> Survey<T> {
    let only = |fault: Fault| Survey { faults: vec![fault], mended: None };
    let (draft, faults) = match first.what {
        Problem::Json(JsonFault::TooDeep | JsonFault::HugeNumber) | Problem::Shape(ShapeFault::Format(_)) => {
            return only(first);
        }
        _ if text.len() > BYTES => return only(first),
        Problem::Json(_) => mend(text),
        _ => (Draft::of(text), Vec::new()),
    };
    let is_json = json::check(draft.text()).is_ok();
    // What is no JSON may be something else altogether: nothing more is asked of it where it does not say what it is.
    let is_other =
        || !draft.text().trim_start().starts_with('{') || json::check_format(draft.text()).is_err();
    if !is_json || (!faults.is_empty() && is_other()) {
        return if faults.is_empty() { only(first) } else { Survey { faults, mended: None } };
    }
    let is_cut = faults.iter().any(|fault| fault.what == JsonFault::EndsTooEarly.into());
    let surveyor = Surveyor {
        text,
        draft,
        faults,
        misnamed: Vec::new(),
        told: Vec::new(),
        tries: HashMap::new(),
        made: 0,
        is_known: !is_cut,
        is_cut,
    };
    surveyor.all()
}

struct Surveyor<'t> {
    text: &'t str,
    draft: Draft,
    faults: Vec<Fault>,
    /// The paths of faults that were told.
    told: Vec<String>,
    /// The paths of objects with a name that nobody knows.
    misnamed: Vec<String>,
    /// How often what stands at a byte of the file was put right.
    tries: HashMap<usize, usize>,
    made: usize,
    /// Whether all that was put right is as it was meant.
    is_known: bool,
    /// Does the file end before all is closed that it opens?
    is_cut: bool,
}

impl Surveyor<'_> {
    fn all<T: for<'a> Deserialize<'a>>(mut self) -> Survey<T> {
        let mut mended = None;
        for _ in 0..READINGS.min(BYTES / self.text.len().max(1)).max(1) {
            match self.reading() {
                Ok(brought) => {
                    mended = Some(brought).filter(|_| self.is_known);
                    break;
                }
                Err(error) => {
                    if !self.judge(error) {
                        break;
                    }
                }
            }
        }
        self.faults.sort_by(|a, b| (a.place, &a.path).cmp(&(b.place, &b.path)));
        self.faults.truncate(FOUND);
        Survey { faults: self.faults, mended }
    }

    fn reading<T: for<'a> Deserialize<'a>>(&self) -> Result<Brought<T>, ReadError> {
        let ctx = ReadContext::of_draft(&self.draft, self.text);
        let value = T::deserialize(Node::top(&ctx))?;
        let (places, notes) = ctx.cleared();
        Ok((value, places, notes))
    }

    /// Tells the fault, unless it only follows from another, and puts it right. Can the survey go on?
    fn judge(&mut self, error: ReadError) -> bool {
        let (at, path, what) = error.into_parts();
        let what = self.with_both_names(what);
        let (origin, is_made) = self.draft.origin(at);
        let tries = self.tries.entry(origin).or_default();
        *tries += 1;
        let tries = *tries;
        // Names that are not shown have one path: each is a fault of its own.
        let is_same = |told: &String| *told == path && !path.ends_with(HIDDEN);
        let inside =
            |told: &String| told.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with(['.', '[']));
        let parent =
            |name: &str| path.strip_suffix(name).map(|parent| parent.trim_end_matches('.').to_owned());
        let follows = is_made
            || self.is_of_the_cut(at, &path, &what)
            || match &what {
                // A name that nobody knows may be the one that is missing.
                ShapeFault::Missing { name } => {
                    self.told.contains(&path)
                        || parent(name).is_some_and(|parent| self.misnamed.contains(&parent))
                }
                _ => tries > 1 || self.told.iter().any(|told| is_same(told) || inside(told)),
            };
        if let ShapeFault::Unknown { name, near: None, .. } = &what {
            self.misnamed.extend(parent(name));
        }
        if is_made && !matches!(what, ShapeFault::Missing { .. }) {
            return false;
        }
        if !follows {
            self.tell(origin, &path, &what);
        }
        self.told.push(path.clone());
        // Each turn puts something right; what does not stay right is left.
        tries < READINGS && self.faults.len() < FOUND && self.put_right(at, &path, what, follows)
    }

    /// Does the fault only follow from a bracket that the file does not have? What an object lacks may have been cut off,
    /// and a name that it does not take may be of the one around it.
    fn is_of_the_cut(&self, at: usize, path: &str, what: &ShapeFault) -> bool {
        let is_made = |closing: usize| self.draft.origin(closing).1;
        match what {
            ShapeFault::Missing { .. } | ShapeFault::Wrong { .. } => {
                self.range(at).is_some_and(|value| is_made(value.end - 1))
            }
            ShapeFault::Unknown { name, near: None, .. } | ShapeFault::Twice { name, .. } => {
                self.is_cut && path != name
            }
            _ => false,
        }
    }

    /// A name that is given twice once the first was put right: what stands in the file is named.
    fn with_both_names(&self, what: ShapeFault) -> ShapeFault {
        let ShapeFault::Twice { name, first: Some(first), written: None } = what else { return what };
        let written = self.faults.iter().find_map(|fault| match &fault.what {
            Problem::Shape(ShapeFault::Unknown { name: written, near: Some(near), .. })
                if *near == name && fault.place == Some(first) =>
            {
                Some(written.clone())
            }
            _ => None,
        });
        ShapeFault::Twice { name, first: Some(first), written }
    }

    /// Where the draft has what stands at a place of the file.
    fn at_place(&self, place: Position) -> Option<usize> {
        let quotes = self.draft.text().match_indices('"').map(|(at, _)| at);
        quotes.into_iter().find(|at| {
            let (origin, is_made) = self.draft.origin(*at);
            !is_made && Position::from_offset(self.text, origin) == place
        })
    }

    /// What JSON does not have is told as what the format makes of it, where both speak of one place.
    fn tell(&mut self, origin: usize, path: &str, what: &ShapeFault) {
        let place = Position::from_offset(self.text, origin);
        let is_bare = |fault: &Fault| {
            let is_value = matches!(
                fault.what,
                Problem::Json(JsonFault::BadNumber | JsonFault::BareText | JsonFault::BareDay(_))
            );
            is_value && fault.place == Some(place)
        };
        let Some(known) = self.faults.iter_mut().find(|fault| is_bare(fault)) else {
            self.faults.push(Fault::new(Some(place), path, what.clone()));
            return;
        };
        if let ShapeFault::Wrong { expected, form, .. } = what {
            let found = match known.what {
                Problem::Json(JsonFault::BadNumber) => Found::OtherNumber,
                _ => Found::BareText,
            };
            *known = Fault::new(
                Some(place),
                path,
                ShapeFault::Wrong { expected: *expected, found, form: form.clone() },
            );
        }
    }

    fn put_right(&mut self, at: usize, path: &str, what: ShapeFault, follows: bool) -> bool {
        match what {
            ShapeFault::Unknown { near: Some(near), .. } if !follows => {
                self.rename(at, &format!("\"{near}\""))
            }
            // What has the name itself is read on; what was taken for it is not.
            ShapeFault::Twice { first: Some(first), written: Some(_), .. } => {
                let first = self.at_place(first).unwrap_or(at);
                self.set_aside(first)
            }
            ShapeFault::Unknown { .. } | ShapeFault::Twice { .. } => self.set_aside(at),
            ShapeFault::UnknownWord { near: Some(near), .. } if !follows => {
                self.write(at, &format!("\"{near}\""))
            }
            ShapeFault::UnknownWord { known: [first, ..], .. } => {
                self.is_known = false;
                self.write(at, &format!("\"{first}\""))
            }
            ShapeFault::Wrong { form: Some(form), .. } if !follows => self.write(at, &form),
            ShapeFault::Wrong { expected, .. } => self.without_value(at, expected),
            ShapeFault::Missing { name } => self.fill(at, path, name),
            ShapeFault::UnknownWord { .. } | ShapeFault::AreasTooDeep | ShapeFault::Format(_) => false,
        }
    }

    /// Where the value or name at `at` ends.
    fn range(&self, at: usize) -> Option<Range<usize>> {
        let text = self.draft.text();
        (at < text.len()).then(|| at..scan::value_end(text, at))
    }

    fn write(&mut self, at: usize, form: &str) -> bool {
        let range = self.range(at);
        range.map(|range| self.draft.replace(range, form, false)).is_some()
    }

    fn rename(&mut self, at: usize, name: &str) -> bool {
        self.is_name(at) && self.write(at, name)
    }

    fn is_name(&self, at: usize) -> bool {
        let rest = self.range(at).map(|range| self.draft.text()[range.end..].trim_start());
        rest.is_some_and(|rest| rest.starts_with(':'))
    }

    /// The name at `at` becomes one that is passed over; the value under a name of one's own becomes a number.
    fn set_aside(&mut self, at: usize) -> bool {
        self.is_known = false;
        self.made += 1;
        let name = format!("\"x_{}\"", self.made);
        if self.is_name(at) { self.write(at, &name) } else { self.write(at, "0") }
    }

    /// A value that nobody can put right: its field is set aside, an item of a list is made anew.
    fn without_value(&mut self, at: usize, expected: Expected) -> bool {
        self.is_known = false;
        let before = self.draft.text()[..at].trim_end();
        let Some(name) = before.strip_suffix(':').map(str::trim_end) else {
            let range = self.range(at).filter(|_| expected == Expected::Object && !before.is_empty());
            return range.map(|range| self.draft.replace(range, "{}", true)).is_some();
        };
        let opening = |from: usize| name[..from].rfind('"');
        let is_escaped =
            |quote: usize| !name[..quote].bytes().rev().take_while(|b| *b == b'\\').count().is_multiple_of(2);
        let mut quotes =
            std::iter::successors(opening(name.len().saturating_sub(1)), |quote| opening(*quote));
        let begin = quotes.find(|quote| !is_escaped(*quote));
        begin.is_some_and(|begin| self.set_aside(begin))
    }

    /// Something of the kind that the field `name` takes, in the object at `at`.
    fn fill(&mut self, at: usize, path: &str, name: &str) -> bool {
        self.is_known = false;
        self.made += 1;
        let id = || format!("\"made-up-{}\"", self.made);
        let value = if name == "id" { id() } else { made_up(path, name).to_owned() };
        let is_alone =
            self.draft.text()[at..].strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with('}'));
        let comma = if is_alone { "" } else { "," };
        if !self.draft.text()[at..].starts_with('{') {
            return false;
        }
        self.draft.replace(at + 1..at + 1, &format!("\"{name}\":{value}{comma}"), true);
        true
    }
}

/// A value that a required field takes, whatever it says: only so that reading goes on.
fn made_up(path: &str, name: &str) -> &'static str {
    match name {
        "source" => "{}",
        "unit" if path == "unit" => "{}",
        "unit" => "\"percent\"",
        "kind" => "\"other\"",
        "provenance" => "\"reported\"",
        "as_of" => "\"2022-12-31\"",
        "year" => "2022",
        "measure" => "\"poor.rate\"",
        "better" => "\"lower\"",
        "from" | "to" if path.contains("review") => "\"09-01\"",
        "value" | "from" | "to" => "0",
        _ => "\"?\"",
    }
}
