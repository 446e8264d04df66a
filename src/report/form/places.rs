//! A form of places: two rows of headings, a row of column numbers, a row a place, the whole on top.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::import::field::Field;
use crate::import::template::FormColumn;
use crate::model::area::{Area, LackList};
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::model::measure::Group;
use crate::model::qualifier::Qualifier;
use crate::text::Lang;
use crate::text::show::{self, Style};

use super::look::Look;
use super::stated::{is_held, stated};

/// A column of a form.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its heading, from the top row down.
    pub heads: [String; 2],
    /// The path of its field.
    pub field: String,
}

impl From<&FormColumn> for Column {
    fn from(column: &FormColumn) -> Self {
        Self { heads: column.heads.map(str::to_owned), field: column.field.to_owned() }
    }
}

/// A place of a form.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    /// Its number, as forms count: 1, 1.1; empty: the whole.
    pub number: String,
    /// Its name.
    pub name: String,
    /// What it states; none in a blank.
    pub area: Option<&'a Area>,
    /// Does its row count persons? Where a form has a row of each.
    pub counts_persons: bool,
}

impl Place<'_> {
    /// Its code; the whole has its own on the front sheet.
    fn code(&self) -> Option<&str> {
        self.area.filter(|_| !self.number.is_empty()).and_then(|area| area.name.code.as_deref())
    }

    /// What its row states of a field.
    fn figure(&self, field: &str) -> Option<Figure> {
        let area = self.area?;
        let figure = if self.counts_persons {
            stated(area, Field::parse(field)?.of_persons()?.path())
        } else {
            stated(area, field)
        };
        figure.filter(is_held)
    }
}

/// The places of a form: the whole, then its parts and theirs.
#[derive(Debug, Clone, Default)]
pub struct Places<'a> {
    all: Vec<Place<'a>>,
    has_codes: bool,
    /// Has each place a row of households and one of persons?
    is_split: bool,
}

impl<'a> Places<'a> {
    /// Those of a unit.
    pub fn of(whole: &'a Area) -> Self {
        let mut all = vec![Place {
            number: String::new(),
            name: "Tổng cộng".to_owned(),
            area: Some(whole),
            counts_persons: false,
        }];
        below(whole, "", &mut all);
        let has_codes = all.iter().any(|place| place.code().is_some());
        Self { all, has_codes, is_split: false }
    }

    /// Those of a blank.
    pub fn blank(names: &[String]) -> Self {
        let place = |(index, name): (usize, &String)| Place {
            number: (index + 1).to_string(),
            name: name.clone(),
            area: None,
            counts_persons: false,
        };
        let whole =
            Place {
                number: String::new(), name: "Tổng cộng".to_owned(), area: None, counts_persons: false
            };
        Self {
            all: std::iter::once(whole).chain(names.iter().enumerate().map(place)).collect(),
            has_codes: false,
            is_split: false,
        }
    }

    /// The same with a row of households and one of persons for each place, where one of them states persons of a column.
    #[must_use]
    pub fn split(&self, columns: &[Column]) -> Self {
        let of_persons = |place: &Place<'a>| Place { counts_persons: true, ..place.clone() };
        let is_told = |place| columns.iter().any(|column| place_has_persons(&of_persons(place), column));
        if !self.all.iter().any(is_told) {
            return self.clone();
        }
        let all = self.all.iter().flat_map(|place| [place.clone(), of_persons(place)]).collect();
        Self { all, is_split: true, ..*self }
    }

    /// Columns before the figures: number, name, the code where places have one, what a row counts where rows are parted.
    pub fn labels(&self) -> usize {
        2 + usize::from(self.has_codes) + usize::from(self.is_split)
    }

    /// Their heads.
    fn label_heads(&self) -> impl Iterator<Item = &'static str> {
        let more = [("Mã", self.has_codes), ("Phân tổ", self.is_split)];
        let more = more.into_iter().filter(|(_, is_there)| *is_there).map(|(head, _)| head);
        ["STT", "Phường/Xã"].into_iter().chain(more)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The fields that the rows have cells for under these columns: of persons too, where these have rows of their own.
    pub fn fields(&self, columns: &[Column]) -> BTreeSet<String> {
        let of_persons = |column: &Column| Field::parse(&column.field)?.of_persons();
        let persons = columns.iter().filter(|_| self.is_split).filter_map(of_persons);
        let persons = persons.map(|field| field.path().to_owned());
        columns.iter().map(|column| column.field.clone()).chain(persons).collect()
    }

    /// The columns of which a place states something.
    pub fn with_figures(&self, columns: Vec<Column>) -> Vec<Column> {
        let is_told = |column: &Column| self.all.iter().any(|place| place.figure(&column.field).is_some());
        columns.into_iter().filter(is_told).collect()
    }
}

/// Persons of a line of the movement; those of the group stand in another form too, and part no rows.
fn place_has_persons(place: &Place, column: &Column) -> bool {
    column.field.contains(".movement.") && place.figure(&column.field).is_some()
}

fn below<'a>(area: &'a Area, number: &str, all: &mut Vec<Place<'a>>) {
    for (index, part) in area.areas.iter().enumerate() {
        let dot = if number.is_empty() { "" } else { "." };
        let number = format!("{number}{dot}{}", index + 1);
        all.push(Place {
            number: number.clone(),
            name: part.name.name.vi.clone(),
            area: Some(part),
            counts_persons: false,
        });
        below(part, &number, all);
    }
}

/// Columns of the entries of a list: lacks, causes; also those that only parts have.
pub fn entries(whole: &Area, list: LackList, group: Group) -> Vec<Column> {
    let mut known: Vec<(String, String)> = Vec::new();
    for lack in [whole].into_iter().chain(&whole.areas).flat_map(|area| area.lacks(list)) {
        if !known.iter().any(|(id, _)| *id == lack.id) {
            known.push((lack.id.clone(), lack.name.vi.clone()));
        }
    }
    let list = list.code();
    let column = |(id, name): (String, String)| Column {
        heads: [super::head_of(&id, &name), String::new()],
        field: format!("{list}.{id}.{}", group.code()),
    };
    known.into_iter().map(column).collect()
}

/// Columns of the parts of a group that the report names: what is measured on top, the parts below it, so that the last
/// word of a heading is the name of its part.
pub fn among(whole: &Area, group: Group) -> Vec<Column> {
    let mut known: Vec<(String, String)> = Vec::new();
    let mut open = vec![whole];
    while let Some(area) = open.pop() {
        for part in area.parts_of(group) {
            if !known.iter().any(|(id, _)| *id == part.id) {
                known.push((part.id.clone(), part.name.vi.clone()));
            }
        }
        open.extend(area.areas.iter());
    }
    let measured = [
        ("Số hộ", "households"),
        ("Nhân khẩu", "persons"),
        ("Tổng số hộ của nhóm", "of"),
        ("Tỷ lệ (%)", "rate_percent"),
        ("Giảm trong kỳ", "reduced"),
    ];
    let column = |(head, code): (&str, &str), (id, name): &(String, String)| Column {
        heads: [head.to_owned(), super::head_of(id, name)],
        field: format!("{}.among.{id}.{code}", group.code()),
    };
    measured.into_iter().flat_map(|field| known.iter().map(move |part| column(field, part))).collect()
}

/// The other figures that are counts of households.
pub fn indicators(whole: &Area) -> Vec<Column> {
    let column = |it: &Indicator| Column {
        heads: [super::head_of(&it.named.id, &it.named.name.vi), String::new()],
        field: format!("indicators.{}", it.named.id),
    };
    whole.indicators().iter().map(column).collect()
}

/// Writes a form. Returns the first row of places.
pub fn write_places(
    sheet: &mut Worksheet,
    look: &Look,
    title: &[String],
    columns: &[Column],
    places: &Places,
) -> Result<u32, XlsxError> {
    let last = u16::try_from(places.labels() + columns.len()).unwrap_or(u16::MAX) - 1;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 6)?;
    sheet.set_column_width(1, 26)?;
    let mut row = 0;
    for line in title {
        let format = if row < 2 { &look.title } else { &look.remark };
        if last > 0 {
            sheet.merge_range(row, 0, row, last, line, format)?;
        }
        row += 1;
    }
    row += 1;
    write_heads(sheet, look, row, (columns, places))?;
    let first = row + 3;
    for (row, place) in (first..).zip(&places.all) {
        write_place(sheet, look, row, place, (columns, places))?;
    }
    sheet.set_freeze_panes(first, 2)?;
    Ok(first)
}

fn write_heads(
    sheet: &mut Worksheet,
    look: &Look,
    row: u32,
    (columns, places): (&[Column], &Places),
) -> Result<(), XlsxError> {
    let labels = places.labels();
    for (column, head) in (0..).zip(places.label_heads()) {
        sheet.merge_range(row, column, row + 1, column, head, &look.head)?;
    }
    let first = u16::try_from(labels).unwrap_or(0);
    let mut at = 0;
    while at < columns.len() {
        let [top, below] = &columns[at].heads;
        let place = |index: usize| first.saturating_add(u16::try_from(index).unwrap_or(u16::MAX));
        let same = columns[at..]
            .iter()
            .take_while(|column| column.heads[0] == *top && !column.heads[1].is_empty())
            .count();
        if below.is_empty() {
            sheet.merge_range(row, place(at), row + 1, place(at), top, &look.head)?;
            at += 1;
            continue;
        }
        if same > 1 {
            sheet.merge_range(row, place(at), row, place(at + same - 1), top, &look.head)?;
        } else {
            sheet.write_string_with_format(row, place(at), top, &look.head)?;
        }
        for (index, column) in columns[at..at + same].iter().enumerate() {
            sheet.write_string_with_format(row + 1, place(at + index), &column.heads[1], &look.head)?;
        }
        at += same;
    }
    for index in 0..labels + columns.len() {
        let number = if index < labels {
            crate::import::grid::column_name(index)
        } else {
            (index + 1 - labels).to_string()
        };
        let column = u16::try_from(index).unwrap_or(u16::MAX);
        sheet.write_string_with_format(row + 2, column, number, &look.numbering)?;
        if index >= labels {
            sheet.set_column_width(column, 12)?;
        }
    }
    Ok(())
}

fn write_place(
    sheet: &mut Worksheet,
    look: &Look,
    row: u32,
    place: &Place,
    (columns, places): (&[Column], &Places),
) -> Result<(), XlsxError> {
    let labels = places.labels();
    let is_whole = place.number.is_empty();
    let name = if is_whole { &look.label } else { &look.input_text };
    sheet.write_string_with_format(row, 0, &place.number, &look.count)?;
    sheet.write_string_with_format(row, 1, &place.name, name)?;
    let code = places.has_codes.then(|| place.code().unwrap_or_default());
    let counts = places.is_split.then_some(if place.counts_persons { "Nhân khẩu" } else { "Hộ" });
    for (column, label) in (2..).zip(code.into_iter().chain(counts)) {
        sheet.write_string_with_format(row, column, label, &look.input_text)?;
    }
    for (index, column) in columns.iter().enumerate() {
        let at = u16::try_from(labels + index).unwrap_or(u16::MAX);
        let format = if is_whole { &look.total } else { &look.count };
        if let Some(figure) = place.figure(&column.field) {
            write_figure(sheet, look, (row, at), &figure, format)?;
        } else {
            let is_rate = column.field.ends_with("rate_percent");
            sheet.write_blank(row, at, if is_rate { &look.rate } else { format })?;
        }
    }
    Ok(())
}

/// A number as one; what is said to be more or less than its number stays words.
fn write_figure(
    sheet: &mut Worksheet,
    look: &Look,
    (row, column): (u32, u16),
    figure: &Figure,
    format: &Format,
) -> Result<(), XlsxError> {
    match (figure.one(), figure.qualifier) {
        (Some(number), Qualifier::Exact) => {
            let number = number.approximate();
            let (number, format) = match figure.written {
                Some(decimals) => (number / 100.0, look.percent(decimals)),
                None => (number, format.clone()),
            };
            sheet.write_number_with_format(row, column, number, &format)?;
        }
        _ => {
            sheet.write_string_with_format(
                row,
                column,
                show::number(Lang::Vi, figure, Style::Plain),
                format,
            )?;
        }
    }
    Ok(())
}
