//! `giamngheo import`: workbooks and lists to a snapshot, checked as any other.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::Local;

use crate::cli::{CommonOptions, ImportArguments};
use crate::import::grid::SheetCell;
use crate::import::origins::Origins;
use crate::import::totals::TotalsFault;
use crate::import::written::{self, Counted};
use crate::import::{self, Content, InputFile, LongText, Order, Outcome};
use crate::report::file::is_same;
use crate::report::{ReportFormat, check};
use crate::say;
use crate::source::column_map::{self, ColumnMap};
use crate::source::{self, Fault, ReadFile, find, load, single};
use crate::term;
use crate::text::Lang;

use super::ending::Written;
use super::output;
use super::progress;
use super::read::limits;

/// What an import ended in.
pub enum Imported {
    /// The program ends.
    Ended(ExitCode),
    /// The files to open; `-` among them is the snapshot itself, which is not written anywhere.
    Open(Vec<PathBuf>, Option<String>),
}

/// Reads, tells what was read for what, writes the snapshot and checks it.
pub fn import(lang: Lang, options: &CommonOptions, asked: &ImportArguments) -> Imported {
    if let Some(words) = other_ending(lang, asked).or_else(|| same_output(lang, asked)) {
        return Imported::Ended(output::refuse(&words));
    }
    let prepared = prepared(lang, options, asked);
    let (files, map, totals, previous) = match prepared {
        Ok(prepared) => prepared,
        Err(why) => return refused(lang, why),
    };
    let order = Order {
        sheet: asked.sheet.as_deref(),
        as_of: options.as_of,
        unit: options.unit.as_deref(),
        kind: asked.kind,
        map,
        totals,
        previous: previous.as_ref().map(|(text, reading)| (&reading.snapshot, text.as_str())),
        map_to: asked.write_map.as_deref().map(find::shown),
    };
    let outcome = match import::import(lang, &files, &order) {
        Ok(outcome) => outcome,
        Err(lines) => return refused(lang, lines.into_iter().map(Why::Line).collect()),
    };
    for line in &outcome.told {
        output::say(line);
    }
    // Of what cannot be written nothing is begun.
    if let Some(code) = map_refused(lang, asked) {
        return Imported::Ended(code);
    }
    made(lang, options, asked, &outcome, previous.as_ref().map(|(_, before)| before))
}

/// Judges and writes the snapshot, and the map after it; of one that is refused there is the map alone, to be mended.
fn made(
    lang: Lang,
    options: &CommonOptions,
    asked: &ImportArguments,
    outcome: &Outcome,
    before: Option<&ReadFile>,
) -> Imported {
    let with_map = |code| map_not_written(lang, asked, &outcome.map).unwrap_or(code);
    let Some(text) = &outcome.text else { return Imported::Ended(with_map(ExitCode::from(1))) };
    let name = asked.output.path().map_or_else(|| "-".to_owned(), find::shown);
    if let Err(code) = judged(lang, options, (&name, text), before, &outcome.origins) {
        return Imported::Ended(with_map(code));
    }
    for line in &outcome.derived {
        output::say(line);
    }
    let standard = PathBuf::from("-");
    let beside = asked.previous.clone().filter(|previous| *previous != standard);
    let is_shown = asked.open && asked.output.path().is_none() && term::is_usable();
    let mut code = ExitCode::SUCCESS;
    if !is_shown {
        code = output::deliver(lang, &asked.output, &inputs(asked), text.as_bytes(), 0);
    }
    if code == ExitCode::SUCCESS {
        code = with_map(code);
    }
    if code != ExitCode::SUCCESS {
        return Imported::Ended(code);
    }
    if is_shown {
        return Imported::Open(std::iter::once(standard).chain(beside).collect(), Some(text.clone()));
    }
    let Some(out) = asked.output.path() else { return Imported::Ended(code) };
    let paths: Vec<PathBuf> = std::iter::once(out.to_owned()).chain(beside).collect();
    if asked.open {
        return Imported::Open(paths, None);
    }
    let today = options.now.unwrap_or_else(|| Local::now().date_naive());
    let (checks, _) = check::report(lang, &load(&paths, &limits(options)), today);
    for line in checks.lines() {
        output::say(line);
    }
    Imported::Ended(code)
}

/// Reads what was made as any other snapshot; how the program ends where that is refused.
fn judged(
    lang: Lang,
    options: &CommonOptions,
    (name, text): (&str, &str),
    before: Option<&ReadFile>,
    origins: &Origins,
) -> Result<(), ExitCode> {
    let made = source::read(text.as_bytes(), name, &limits(options)).map_err(|faults| {
        say_by_cell(lang, &faults, origins);
        ExitCode::from(1)
    })?;
    match before.and_then(|before| not_before(lang, before, &made)) {
        Some(words) => {
            output::say(&words);
            Err(ExitCode::from(1))
        }
        None => Ok(()),
    }
}

/// Why what is given as the period before is none: its day is not before that of the import.
fn not_before(lang: Lang, before: &ReadFile, made: &ReadFile) -> Option<String> {
    let [before, day] = [before, made].map(|file| file.snapshot.as_of.0);
    let words = say!(lang, "--previous: số liệu đến {before}, không trước ngày của tệp nhập ({day}): ghi tệp của kỳ trước",
        "--previous: figures as of {before}, not before those imported ({day}): name the file of the period before";
        before, day);
    (before >= day).then(|| words.text())
}

/// How the program ends where the map that is asked for cannot stand there.
fn map_refused(lang: Lang, asked: &ImportArguments) -> Option<ExitCode> {
    let path = asked.write_map.as_ref()?;
    let failure = output::may_write(path, &inputs(asked), asked.output.force).err()?;
    Some(output::not_written(lang, path, &failure))
}

/// Writes the map where it is asked for, and says so; how the program ends where it cannot be written.
fn map_not_written(lang: Lang, asked: &ImportArguments, map: &str) -> Option<ExitCode> {
    let path = asked.write_map.as_ref()?;
    if let Err(failure) = output::write_with_folder(path, &inputs(asked), map.as_bytes(), asked.output.force)
    {
        return Some(output::not_written(lang, path, &failure));
    }
    let path = find::shown(path);
    let words = say!(lang, "đã ghi cột nào là trường nào: {path}", "which column is which field is written: {path}"; path);
    output::say(&words.text());
    None
}

/// Tells faults of the snapshot by the cells that gave what is wrong: nobody has seen its text.
fn say_by_cell(lang: Lang, faults: &[Fault], origins: &Origins) {
    for fault in faults {
        match origins.find(&fault.path) {
            Some(cell) => output::say(&format!("! {cell}: {}", fault.what.say(lang))),
            None => output::say_faults(lang, std::slice::from_ref(fault)),
        }
    }
}

/// Why a file that is asked for is none that an import writes: both are JSON.
fn other_ending(lang: Lang, asked: &ImportArguments) -> Option<String> {
    let endings = ReportFormat::Json.endings();
    let written = |option, to| Written { what: "import", option, endings: &endings }.refusal(lang, to);
    written("-o", asked.output.path()).or_else(|| written("--write-map", asked.write_map.as_deref()))
}

/// Why nothing is written where both outputs are one file: the second would be written over the first.
fn same_output(lang: Lang, asked: &ImportArguments) -> Option<String> {
    let (map, out) = (asked.write_map.as_ref()?, asked.output.path()?);
    let name = find::shown(out);
    is_same(map, out).then(|| {
        say!(lang, "-o và --write-map cùng một tệp {name}: ghi hai tên khác nhau",
            "-o and --write-map name the same file {name}: give two names"; name)
        .text()
    })
}

/// The files that what is written rests on.
fn inputs(asked: &ImportArguments) -> Vec<PathBuf> {
    let beside = asked.households.as_ref().map(PathBuf::from);
    asked.files.iter().chain(&asked.previous).chain(&asked.map).cloned().chain(beside).collect()
}

/// Why nothing is made.
enum Why {
    /// In words.
    Line(String),
    /// A fault of a file, which has a line to be shown.
    Fault(Fault),
}

fn refused(lang: Lang, reasons: Vec<Why>) -> Imported {
    for why in reasons {
        match why {
            Why::Line(line) => output::say(&line),
            Why::Fault(fault) => output::say_fault_of_input(lang, &fault),
        }
    }
    Imported::Ended(ExitCode::from(1))
}

type Prepared = (Vec<InputFile>, ColumnMap, Vec<(String, u64)>, Option<(String, source::ReadFile)>);

/// All that is read before anything is made; why not.
fn prepared(lang: Lang, options: &CommonOptions, asked: &ImportArguments) -> Result<Prepared, Vec<Why>> {
    let mut reasons = Vec::new();
    let mut files = Vec::new();
    for path in &asked.files {
        match workbooks_of(lang, path) {
            Ok(paths) => {
                for path in paths {
                    path.and_then(|path| input(options, &path))
                        .map_or_else(|fault| reasons.push(Why::Fault(fault)), |file| files.push(file));
                }
            }
            Err(why) => reasons.push(why),
        }
    }
    let map = asked.map.as_ref().map_or(Ok(ColumnMap::new()), |path| map_of(lang, options, path));
    let map = map.map_err(|why| reasons.extend(why)).unwrap_or_default();
    let totals = asked.households.as_ref().map_or(Ok(Vec::new()), |given| totals(lang, options, given));
    let totals = totals.map_err(|why| reasons.push(why)).unwrap_or_default();
    let previous = asked.previous.as_ref().map(|path| previous_of(lang, options, path)).transpose();
    let previous = previous.map_err(|why| reasons.extend(why)).unwrap_or_default();
    if reasons.is_empty() { Ok((files, map, totals, previous)) } else { Err(reasons) }
}

/// The snapshot of the period before: one file, for a folder may have several.
fn previous_of(
    lang: Lang,
    options: &CommonOptions,
    path: &Path,
) -> Result<(String, source::ReadFile), Vec<Why>> {
    if path.is_dir() {
        let folder = find::shown(path);
        let words = say!(lang,
            "--previous: {folder} là thư mục: ghi một tệp số liệu của kỳ trước, như {folder}/2022.json (xem các tệp: ls {folder})",
            "--previous: {folder} is a folder: name one file, the snapshot of the period before, as {folder}/2022.json (look at the files: ls {folder})";
            folder = folder.trim_end_matches('/'));
        return Err(vec![Why::Line(words.text())]);
    }
    single::snapshot_of(path, &limits(options)).map_err(of_faults)
}

fn of_faults(faults: Vec<Fault>) -> Vec<Why> {
    faults.into_iter().map(Why::Fault).collect()
}

/// The file, or the workbooks and lists of the folder, by name; what a spreadsheet holds open or hides is none of them.
fn workbooks_of(lang: Lang, path: &Path) -> Result<Vec<Result<PathBuf, Fault>>, Why> {
    if !path.is_dir() {
        return Ok(vec![Ok(path.to_owned())]);
    }
    let found = find::workbooks(path).map_err(Why::Fault)?;
    if found.is_empty() {
        let words = lang.pick(
            "thư mục không có bảng tính nào (xlsx, xls, ods, csv, tsv)",
            "the folder has no workbook (xlsx, xls, ods, csv, tsv)",
        );
        return Err(Why::Line(format!("{}: {words}", find::shown(path))));
    }
    Ok(found)
}

/// A text of more bytes than these is read row by row.
const LONG: u64 = 4 << 20;
/// At most so many bytes of it: some ten million households.
const MOST_LONG: u64 = 1 << 30;

fn input(options: &CommonOptions, path: &Path) -> Result<InputFile, Fault> {
    let name = find::shown(path);
    if let Some(text) = long_text(path) {
        return Ok(InputFile { name, content: Content::Long(text) });
    }
    let bytes = single::bytes_of(path, &limits(options))?;
    Ok(InputFile { name, content: Content::Bytes(bytes) })
}

/// A plain file that is long and no workbook.
fn long_text(path: &Path) -> Option<LongText> {
    let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let mut file = File::open(path).ok().filter(|_| (LONG..=MOST_LONG).contains(&found.len()))?;
    let mut first = [0; 8];
    file.read_exact(&mut first).ok()?;
    let is_text = !import::workbook::is_workbook(&first) && !first.contains(&0);
    is_text.then(|| LongText { file, watch: progress::watch(found.len()) })
}

/// A map that was written and mended by hand.
fn map_of(lang: Lang, options: &CommonOptions, path: &Path) -> Result<ColumnMap, Vec<Why>> {
    let maps = column_map::column_map_of(path, &limits(options)).map_err(of_faults)?;
    let name = find::shown(path);
    match import::map_use::unknown_field(&maps) {
        None => Ok(maps),
        Some((sheet, column, field)) => {
            // What is written there may be anything.
            let (sheet, column) = (import::sheet_told(sheet), import::column_told(column));
            let field = source::shown_path(field);
            Err(vec![Why::Line(say!(lang,
            "{name}: “{sheet}” {column}: “{field}” không phải một trường (như poor.households; với danh sách hộ: như list.class); \"\" hoặc null để bỏ cột",
            "{name}: “{sheet}” {column}: “{field}” is no field (as poor.households is, or list.class in a list of households); \"\" or null leaves a column out";
                name, sheet, column, field)
            .text())])
        }
    }
}

/// A number, or a file of areas and totals.
fn totals(lang: Lang, options: &CommonOptions, given: &str) -> Result<Vec<(String, u64)>, Why> {
    if let Counted::Count(total) = written::count(&SheetCell::Text(given.to_owned())) {
        return Ok(vec![(String::new(), total)]);
    }
    let path = Path::new(given);
    if fs::metadata(path).is_err() {
        let words = lang.pick(
            "--households: không phải một số, cũng không có tệp này",
            "--households: neither a number nor a file that can be read",
        );
        return Err(Why::Line(words.to_owned()));
    }
    let file = input(options, path).map_err(Why::Fault)?;
    let grids = import::grids(&file).map_err(|why| Why::Line(format!("{}: {}", file.name, why.say(lang))))?;
    let found: Result<Vec<_>, _> = grids.iter().map(import::totals::in_sheet).collect();
    let found: Vec<(String, u64)> = match found {
        Ok(found) => found.into_iter().flatten().collect(),
        Err(TotalsFault::People(row)) => {
            return Err(Why::Line(say!(lang,
                "--households: {row}: có thể là tên người, không chắc là địa bàn: ghi cả “Thôn”, “Khu phố” … trước tên",
                "--households: {row}: this may be somebody's name, not surely an area's: write “Thôn”, “Khu phố” … before the name";
                row = row.shown())
            .text()));
        }
        Err(TotalsFault::TwoNumbers(row)) => {
            return Err(Why::Line(say!(lang,
                "--households: {row}: có hai số, không rõ số nào là số hộ (ghi tiêu đề “Tổng số hộ”, hoặc chỉ để tên và số hộ)",
                "--households: {row}: two numbers, and it is not told which is of households (head it “Tổng số hộ”, or leave only name and households)";
                row = row.shown())
            .text()));
        }
    };
    if found.is_empty() {
        let words = lang.pick("không có dòng nào gồm tên và số hộ", "no line of a name and a number");
        return Err(Why::Line(format!("{}: {words}", file.name)));
    }
    Ok(found)
}
