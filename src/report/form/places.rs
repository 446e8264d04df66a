//! A form of places: two rows of headings, a row of column numbers, a row a place, the whole on top.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::import::template::FormColumn;
use crate::model::area::{Area, Lack};
use crate::model::figure::Figure;
use crate::model::measure::Group;
use crate::model::qualifier::Qualifier;
use crate::text::Lang;
use crate::text::show::{self, Style};

use super::look::Look;
use super::stated::stated;

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
}

impl Place<'_> {
    /// Its code; the whole has its own on the front sheet.
    fn code(&self) -> Option<&str> {
        self.area.filter(|_| !self.number.is_empty()).and_then(|area| area.name.code.as_deref())
    }
}

/// The places of a form: the whole, then its parts and theirs.
#[derive(Debug, Clone, Default)]
pub struct Places<'a> {
    all: Vec<Place<'a>>,
    has_codes: bool,
}

impl<'a> Places<'a> {
    /// Those of a unit.
    pub fn of(whole: &'a Area) -> Self {
        let mut all =
            vec![Place { number: String::new(), name: "Tổng cộng".to_owned(), area: Some(whole) }];
        below(whole, "", &mut all);
        let has_codes = all.iter().any(|place| place.code().is_some());
        Self { all, has_codes }
    }

    /// Those of a blank.
    pub fn blank(names: &[String]) -> Self {
        let place = |(index, name): (usize, &String)| Place {
            number: (index + 1).to_string(),
            name: name.clone(),
            area: None,
        };
        let whole = Place { number: String::new(), name: "Tổng cộng".to_owned(), area: None };
        Self {
            all: std::iter::once(whole).chain(names.iter().enumerate().map(place)).collect(),
            has_codes: false,
        }
    }

    /// Columns before the figures: number, name, and the code where places have one.
    pub fn labels(&self) -> usize {
        if self.has_codes { 3 } else { 2 }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The columns of which a place states something.
    pub fn with_figures(&self, columns: Vec<Column>) -> Vec<Column> {
        let is_told = |column: &Column| {
            self.all.iter().filter_map(|place| place.area).any(|area| stated(area, &column.field).is_some())
        };
        columns.into_iter().filter(is_told).collect()
    }
}

fn below<'a>(area: &'a Area, number: &str, all: &mut Vec<Place<'a>>) {
    for (index, part) in area.areas.iter().enumerate() {
        let dot = if number.is_empty() { "" } else { "." };
        let number = format!("{number}{dot}{}", index + 1);
        all.push(Place { number: number.clone(), name: part.name.name.vi.clone(), area: Some(part) });
        below(part, &number, all);
    }
}

/// Columns of the entries of a list: lacks, causes; also those that only parts have.
pub fn entries(whole: &Area, lacks: &[Lack], list: &str, group: Group) -> Vec<Column> {
    let mut known: Vec<(String, String)> = Vec::new();
    let own = lacks.iter().map(|lack| (lack.named.id.clone(), lack.named.name.vi.clone()));
    known.extend(own);
    for part in &whole.areas {
        let lacks: &[Lack] = if list == "causes" { &part.causes } else { &part.deprivations };
        for lack in lacks {
            if !known.iter().any(|(id, _)| *id == lack.named.id) {
                known.push((lack.named.id.clone(), lack.named.name.vi.clone()));
            }
        }
    }
    let column = |(id, name): (String, String)| Column {
        heads: [super::head_of(&id, &name), String::new()],
        field: format!("{list}.{id}.{}", group.code()),
    };
    known.into_iter().map(column).collect()
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
    write_heads(sheet, look, row, (columns, places.labels()))?;
    let first = row + 3;
    for (row, place) in (first..).zip(&places.all) {
        write_place(sheet, look, row, place, (columns, places.labels()))?;
    }
    sheet.set_freeze_panes(first, 2)?;
    Ok(first)
}

fn write_heads(
    sheet: &mut Worksheet,
    look: &Look,
    row: u32,
    (columns, labels): (&[Column], usize),
) -> Result<(), XlsxError> {
    for (column, head) in (0..).zip(["STT", "Phường/Xã", "Mã"].into_iter().take(labels)) {
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
        let number = match index {
            0 => "A".to_owned(),
            1 => "B".to_owned(),
            index if index < labels => "C".to_owned(),
            index => (index + 1 - labels).to_string(),
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
    (columns, labels): (&[Column], usize),
) -> Result<(), XlsxError> {
    let is_whole = place.number.is_empty();
    let name = if is_whole { &look.label } else { &look.input_text };
    sheet.write_string_with_format(row, 0, &place.number, &look.count)?;
    sheet.write_string_with_format(row, 1, &place.name, name)?;
    if labels > 2 {
        sheet.write_string_with_format(row, 2, place.code().unwrap_or_default(), &look.input_text)?;
    }
    for (index, column) in columns.iter().enumerate() {
        let at = u16::try_from(labels + index).unwrap_or(u16::MAX);
        let format = if is_whole { &look.total } else { &look.count };
        match place.area.and_then(|area| stated(area, &column.field)) {
            Some(figure) => write_figure(sheet, look, (row, at), figure, format)?,
            None => {
                sheet.write_blank(row, at, format)?;
            }
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
            let format = figure.written.map_or_else(|| format.clone(), |decimals| look.percent(decimals));
            sheet.write_number_with_format(row, column, number.approximate(), &format)?;
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
