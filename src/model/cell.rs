//! Stated figures as they are kept. A nation has a million of them: each is a cell of four bytes, its digits, in the table
//! of its list of areas, and becomes a [`Figure`] when somebody asks for it. What many areas have in common stands there
//! once: which figures they state, of which unit, source and exactness each is, and how many lines below its area.

use std::hash::Hash;
use std::sync::Arc;

use foldhash::HashMap;

use super::figure::Figure;
use super::location::{AreaPlace, Field, Slot};
use super::measure::Subject;
use super::name::AreaName;
use super::shape::Shape;
use super::source_file::SourceFile;
use super::stated_number::{NumberKind, StatedNumber};
use super::words::Text;

/// How a stated figure stands in its file, beside its digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Said {
    /// Lines below that of its area.
    line: u16,
    /// Its kind among those of its table.
    kind: u16,
}

impl Said {
    /// Of a figure that is kept whole, beside the cells.
    const ELSEWHERE: Self = Self { line: 0, kind: u16::MAX };
}

/// What areas that are written alike have in common: which figures they state, and how each is said. Both by their places
/// in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Form {
    shape: u32,
    said: u32,
}

/// The cells of a list of areas.
#[derive(Debug, Clone)]
struct CellTable {
    origin: Arc<SourceFile>,
    owner: Arc<str>,
    kinds: Vec<NumberKind>,
    shapes: Vec<Shape>,
    said: Vec<Vec<Said>>,
    forms: Vec<Form>,
    /// The digits of one area after the other; whatever does not fit is kept beside, whole.
    cells: Vec<i32>,
}

/// The figures of one area: its row in the table of its list.
#[derive(Debug, Clone)]
pub(super) struct AreaRow {
    table: Arc<CellTable>,
    /// The first of its cells.
    first: u32,
    /// Its form among those of the table.
    form: u32,
    /// Its place in the list of its file; [`UNIT`] for the unit itself.
    index: u32,
    line: u32,
}

/// The place of what is in no list.
const UNIT: u32 = u32::MAX;

/// What does not fit into the cells of a row, or is said beside them.
#[derive(Debug, Clone, Default)]
pub(super) struct Beside {
    /// Figures that are kept whole: sums made here, and what no cell holds.
    whole: Vec<(Slot, Figure)>,
    /// The report's words that hold a figure.
    quotes: Vec<(Slot, Arc<Text>)>,
    /// Notes on single figures.
    notes: Vec<(Slot, Arc<Text>)>,
}

impl CellTable {
    /// Without any area.
    fn new(origin: &Arc<SourceFile>, owner: &str) -> Self {
        let (kinds, shapes, said, forms, cells) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { origin: origin.clone(), owner: owner.into(), kinds, shapes, said, forms, cells }
    }

    /// Of one area alone.
    fn alone(self, shape: Shape, said: Vec<Said>, cells: Vec<i32>) -> Self {
        Self { shapes: vec![shape], said: vec![said], forms: vec![Form { shape: 0, said: 0 }], cells, ..self }
    }

    /// A figure of an area, at its place in the list.
    fn figure(
        &self,
        (whose, index): (&Arc<AreaName>, u32),
        slot: &Slot,
        number: StatedNumber,
        [quote, note]: [Option<Arc<Text>>; 2],
    ) -> Figure {
        let subject = Subject::stated(slot.measure.clone(), whose, &self.origin);
        let place = AreaPlace { owner: self.owner.clone(), index: (index != UNIT).then_some(index) };
        number.figure(subject, (&self.origin, Field::OfArea(place, slot.clone())), quote, note)
    }
}

impl AreaRow {
    /// A row without figures.
    pub fn empty(origin: &Arc<SourceFile>) -> Self {
        let table = CellTable::new(origin, "").alone(Shape::default(), Vec::new(), Vec::new());
        Self { table: Arc::new(table), first: 0, form: 0, index: UNIT, line: 0 }
    }

    /// The file it was read from.
    pub fn origin(&self) -> &Arc<SourceFile> {
        &self.table.origin
    }

    /// What it states.
    pub fn shape(&self) -> &Shape {
        &self.table.shapes[self.form().shape as usize]
    }

    fn form(&self) -> Form {
        self.table.forms[self.form as usize]
    }

    fn said(&self) -> &[Said] {
        &self.table.said[self.form().said as usize]
    }

    /// The figure at a place of its shape.
    pub fn figure(&self, at: usize, whose: &Arc<AreaName>, beside: Option<&Beside>) -> Option<Figure> {
        let slot = self.shape().slots().get(at)?;
        if let Some((_, whole)) = beside.and_then(|beside| beside.whole.iter().find(|(of, _)| of == slot)) {
            return Some(whole.clone());
        }
        let number = self.cell(at)?;
        let words = beside.map(|beside| beside.words(slot)).unwrap_or_default();
        Some(self.table.figure((whose, self.index), slot, number, words))
    }

    /// The number at a place of its shape; none where its figure is kept whole.
    pub fn number(&self, at: usize, beside: Option<&Beside>) -> Option<StatedNumber> {
        let is_whole = |beside: &Beside| {
            let slot = &self.shape().slots()[at];
            beside.whole.iter().any(|(of, _)| of == slot)
        };
        if beside.is_some_and(is_whole) { None } else { self.cell(at) }
    }

    fn cell(&self, at: usize) -> Option<StatedNumber> {
        let said = self.said().get(at)?;
        let digits = *self.table.cells.get(self.first as usize + at)?;
        let kind = *self.table.kinds.get(usize::from(said.kind))?;
        let line = if self.line == 0 { 0 } else { self.line + u32::from(said.line) };
        Some(StatedNumber { digits: digits.into(), kind, line })
    }

    /// Its shape, to be changed: the row leaves the table of its list for one of its own.
    pub fn shape_mut(&mut self) -> &mut Shape {
        &mut self.own_table().shapes[0]
    }

    #[cfg(test)]
    pub fn set_origin(&mut self, origin: &Arc<SourceFile>) {
        self.own_table();
        Arc::make_mut(&mut self.table).origin = origin.clone();
    }

    fn own_table(&mut self) -> &mut CellTable {
        let (first, count) = (self.first as usize, self.shape().slots().len());
        let is_own = self.table.forms.len() == 1 && self.table.cells.len() == count;
        if !is_own || Arc::get_mut(&mut self.table).is_none() {
            let cells = self.table.cells.get(first..first + count).unwrap_or_default().to_vec();
            let table = CellTable::new(self.origin(), &self.table.owner);
            let table = CellTable { kinds: self.table.kinds.clone(), ..table };
            self.table = Arc::new(table.alone(self.shape().clone(), self.said().to_vec(), cells));
            (self.first, self.form) = (0, 0);
        }
        Arc::make_mut(&mut self.table)
    }

    /// States a figure in the place of the one before it; none takes that away.
    pub fn set(&mut self, slot: Slot, figure: Option<Figure>, beside: &mut Beside) {
        let at = self.shape().place(slot.measure.mark(), None, |known| *known == slot.measure);
        let slot = at.map_or(slot, |at| self.shape().slots()[at].clone());
        beside.whole.retain(|(of, _)| *of != slot);
        let is_there = figure.is_some();
        beside.whole.extend(figure.map(|figure| (slot.clone(), figure)));
        match at {
            None if is_there => {
                let table = self.own_table();
                table.cells.push(0);
                table.said[0].push(Said::ELSEWHERE);
                table.shapes[0].push(slot);
            }
            Some(at) if !is_there => {
                let table = self.own_table();
                table.cells.remove(at);
                table.said[0].remove(at);
                table.shapes[0].remove(at);
            }
            None | Some(_) => {}
        }
    }
}

impl Beside {
    /// The report's words that hold a figure, and the note on it.
    fn words(&self, slot: &Slot) -> [Option<Arc<Text>>; 2] {
        let of = |words: &[(Slot, Arc<Text>)]| {
            words.iter().find(|(of, _)| of == slot).map(|(_, words)| Arc::clone(words))
        };
        [of(&self.quotes), of(&self.notes)]
    }

    /// Is there nothing?
    fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.quotes.is_empty() && self.notes.is_empty()
    }
}

/// What one area states, while its file is read.
#[derive(Debug, Default)]
pub struct RowDraft {
    /// Of which parts, deprivations and causes it speaks; its figures are stated one by one.
    pub shape: Shape,
    numbers: Vec<StatedNumber>,
    beside: Beside,
    /// The report's words for what is stated next.
    quote: Option<Arc<Text>>,
}

impl RowDraft {
    /// States a figure.
    pub fn state(&mut self, slot: Slot, number: StatedNumber, note: Option<&Text>) {
        let quote = self.quote.as_ref().filter(|quote| number.is_held_by(quote));
        self.beside.quotes.extend(quote.map(|quote| (slot.clone(), Arc::clone(quote))));
        self.beside.notes.extend(note.map(|note| (slot.clone(), Arc::new(note.clone()))));
        self.shape.push(slot);
        self.numbers.push(number);
    }

    /// Takes up the report's words for what is stated next; none where it has none.
    pub fn quote(&mut self, words: Option<&Text>) {
        self.quote = words.map(|words| Arc::new(words.clone()));
    }
}

/// A list of areas while its file is read: their rows, and the table that these will share.
#[derive(Debug)]
pub struct ListDraft {
    table: CellTable,
    shapes: HashMap<Shape, u32>,
    said: HashMap<Vec<Said>, u32>,
    forms: HashMap<Form, u32>,
    kinds: HashMap<NumberKind, u16>,
}

/// A row of a list that is not finished.
#[derive(Debug)]
pub(super) struct OpenRow {
    first: u32,
    form: u32,
    index: u32,
    line: u32,
}

impl ListDraft {
    /// The list of the area at `owner`; of the unit itself or its own list where that is empty.
    pub fn new(origin: &Arc<SourceFile>, owner: &str) -> Self {
        Self {
            table: CellTable::new(origin, owner),
            shapes: HashMap::default(),
            said: HashMap::default(),
            forms: HashMap::default(),
            kinds: HashMap::default(),
        }
    }

    /// Takes in what an area states: at `index` of the list, from `line` on; and what its cells do not hold.
    pub(super) fn add(
        &mut self,
        whose: &Arc<AreaName>,
        (index, line): (Option<usize>, u32),
        draft: RowDraft,
    ) -> (OpenRow, Option<Beside>) {
        let RowDraft { shape, numbers, mut beside, .. } = draft;
        let index = index.and_then(|index| u32::try_from(index).ok()).unwrap_or(UNIT);
        let first = self.table.cells.len();
        let mut said: Vec<Said> = Vec::with_capacity(numbers.len());
        for (slot, number) in shape.slots().iter().zip(numbers) {
            let cell = self.cell(number, line, said.last().copied());
            let (digits, how) = cell.unwrap_or_else(|| {
                let figure = self.table.figure((whose, index), slot, number, beside.words(slot));
                beside.whole.push((slot.clone(), figure));
                (0, Said::ELSEWHERE)
            });
            self.table.cells.push(digits);
            said.push(how);
        }
        let first = u32::try_from(first).expect("a file of 64 MiB has fewer figures");
        let row = OpenRow { first, form: self.form(shape, said), index, line };
        (row, (!beside.is_empty()).then_some(beside))
    }

    /// A number as a cell, where it fits.
    fn cell(&mut self, number: StatedNumber, from: u32, before: Option<Said>) -> Option<(i32, Said)> {
        let digits = i32::try_from(number.digits).ok()?;
        let line = u16::try_from(number.line.checked_sub(from)?).ok()?;
        Some((digits, Said { line, kind: self.kind(number.kind, before)? }))
    }

    /// The number of a kind among those of the table: mostly that of the number before. None where these are too many.
    fn kind(&mut self, kind: NumberKind, before: Option<Said>) -> Option<u16> {
        let last = before.map(|said| said.kind);
        if let Some(last) = last.filter(|last| self.table.kinds.get(usize::from(*last)) == Some(&kind)) {
            return Some(last);
        }
        if let Some(known) = self.kinds.get(&kind) {
            return Some(*known);
        }
        let next = u16::try_from(self.table.kinds.len()).ok().filter(|next| *next < u16::MAX)?;
        self.kinds.insert(kind, next);
        self.table.kinds.push(kind);
        Some(next)
    }

    /// The number of a form among those of the table.
    fn form(&mut self, shape: Shape, said: Vec<Said>) -> u32 {
        let shape = place_of(shape, &mut self.table.shapes, &mut self.shapes);
        let said = place_of(said, &mut self.table.said, &mut self.said);
        place_of(Form { shape, said }, &mut self.table.forms, &mut self.forms)
    }

    /// The rows of the finished table.
    pub(super) fn finish(self) -> impl Fn(OpenRow) -> AreaRow {
        let mut table = self.table;
        table.cells.shrink_to_fit();
        let table = Arc::new(table);
        move |OpenRow { first, form, index, line }| AreaRow { table: table.clone(), first, form, index, line }
    }
}

/// The place among those of a table of what areas have in common: mostly that of the area before.
fn place_of<T: Clone + Eq + Hash>(new: T, all: &mut Vec<T>, known: &mut HashMap<T, u32>) -> u32 {
    if all.last() == Some(&new) {
        return u32::try_from(all.len() - 1).unwrap_or(u32::MAX);
    }
    if let Some(known) = known.get(&new) {
        return *known;
    }
    let next = u32::try_from(all.len()).expect("a file has fewer areas");
    known.insert(new.clone(), next);
    all.push(new);
    next
}

#[cfg(test)]
mod tests {
    use super::super::build;
    use super::super::exact::Exact;
    use super::super::figure::Derivation;
    use super::super::measure::{Aspect, Group, Measure};
    use super::super::qualifier::Qualifier;
    use super::super::source_file::Provenance;
    use super::super::unit::Unit;
    use super::*;

    fn slot(aspect: Aspect) -> Slot {
        Slot { measure: Measure::of_group(Group::Poor, aspect), item: 0 }
    }

    fn number(digits: i64, line: u32) -> StatedNumber {
        let (unit, qualifier, provenance) = (Unit::Household, Qualifier::Exact, Provenance::Reported);
        StatedNumber { digits, kind: NumberKind { unit, qualifier, provenance, written: None }, line }
    }

    /// The rows of a list of areas that state households, and others by what fits into no cell.
    fn rows() -> Vec<(AreaRow, Beside)> {
        let mut list = ListDraft::new(&build::origin("2022-12-31"), "");
        let open: Vec<_> = (0..3)
            .map(|at| {
                let mut draft = RowDraft::default();
                draft.state(slot(Aspect::Households), number(10 + i64::from(at), 100 * at + 2), None);
                draft.state(slot(Aspect::Persons), number(i64::from(i32::MAX) + 1, 100 * at + 3), None);
                list.add(&build::name("Phường"), (usize::try_from(at).ok(), 100 * at + 1), draft)
            })
            .collect();
        let finish = list.finish();
        open.into_iter().map(|(row, beside)| (finish(row), beside.unwrap_or_default())).collect()
    }

    fn read((row, beside): &(AreaRow, Beside)) -> Vec<(i64, u32)> {
        let figures = (0..row.shape().slots().len())
            .map(|at| row.figure(at, &build::name("Phường"), Some(beside)).expect("a figure"));
        let told = figures.map(|figure| {
            let Derivation::Stated(stated) = &*figure.derivation else { panic!("it is stated") };
            (figure.one().and_then(Exact::to_whole).expect("a whole number"), stated.location.line)
        });
        told.collect()
    }

    #[test]
    fn what_fits_into_no_cell_is_kept_beside() {
        let over = i64::from(i32::MAX) + 1;
        let read: Vec<_> = rows().iter().map(read).collect();
        assert_eq!(read, [[(10, 2), (over, 3)], [(11, 102), (over, 103)], [(12, 202), (over, 203)]]);
    }

    /// Also the last row that is left of a list changes its own cells.
    #[test]
    fn a_row_that_is_changed_changes_no_other() {
        for left in [3, 1] {
            let mut rows: Vec<_> = rows().into_iter().rev().take(left).collect();
            let (row, beside) = &mut rows[0];
            row.set(slot(Aspect::PolicyFamilies), Some(build::households(7)), beside);
            row.set(slot(Aspect::Persons), None, beside);
            assert_eq!(read(&rows[0]), [(12, 202), (7, 1)]);
            let (row, beside) = &mut rows[0];
            row.set(slot(Aspect::Households), None, beside);
            assert_eq!(read(&rows[0]), [(7, 1)]);
            let others: Vec<_> = rows[1..].iter().map(|row| read(row)[0]).collect();
            assert_eq!(others, [(11, 102), (10, 2)][..left - 1]);
        }
    }
}
