//! The head of every page: whose figures, of which day, from which report, and where in the history.

use chrono::NaiveDate;

use crate::model::measure::Aspect;
use crate::model::source_file::{Provenance, SourceFile, SourceKind, Stage};
use crate::say;
use crate::text::line::Line;
use crate::text::say::what;
use crate::text::{Lang, cells, date, glossary};

use super::layout::is_narrow;
use super::{View, standard};

/// What the first line of a screen says.
#[derive(Debug, Clone, Default)]
pub struct Heading {
    /// The unit, at its beginning.
    pub unit: String,
    /// The dates and the place in the history, at its end.
    pub dates: String,
    /// Where the key for the newest figures leads, behind the dates; none where something would have to go for it.
    pub beyond: Option<&'static str>,
}

/// Cells of that key with a blank at each side.
const KEY: usize = 3;

/// What the first line of a screen so wide says, with a blank at both ends where it is not narrow; `came_from` is where
/// that key leads back to.
pub fn heading(view: &View, came_from: Option<NaiveDate>, width: u16) -> Heading {
    let narrow = is_narrow(width);
    let (place, gap, ends) =
        (place(view, narrow), if narrow { " " } else { "  " }, if narrow { 0 } else { 2 });
    let room = usize::from(width).saturating_sub(ends + cells::width(&place) + gap.len());
    let beside = beyond(view, came_from).filter(|_| !narrow).and_then(|words| {
        Some((title_beside(view, room.saturating_sub(KEY + cells::width(words)))?, Some(words)))
    });
    let alone = || if narrow { title_short(view, room) } else { title(view, room) };
    let ((unit, dates), beyond) = beside.unwrap_or_else(|| (alone(), None));
    Heading { unit, dates: format!("{dates}{gap}{place}"), beyond }
}

/// The unit and what it lies within; the path of areas when the reader has gone down.
pub fn unit(view: &View) -> String {
    match &view.snapshot().within {
        Some(within) if view.path.is_empty() => {
            format!("{}, {}", unit_alone(view), short_city(&what::unit_inside(view.lang, within)))
        }
        _ => unit_alone(view),
    }
}

/// The last name of the path alone.
pub fn unit_short(view: &View) -> String {
    view.lang.wording(&view.area().name.name).to_owned()
}

/// The unit on the left and the dates on the right of a header, in the fullest wording that `room` cells hold with
/// two blanks between them; of what is still too long the unit is cut, never the dates.
pub fn title(view: &View, room: usize) -> (String, String) {
    let dates = both_dates(view);
    if let Some(title) = titled_by_standard(view, &dates, room) {
        return title;
    }
    let units = units_in_brief(view);
    let forms = [&dates[..], &[day_alone(view)]].concat();
    let title =
        |units: &[String], forms: &[String]| units.iter().find_map(|unit| title_of(unit, forms, room));
    // Inside an area the way to it is worth more than the day of the report.
    let ways = units.len() - usize::from(!view.path.is_empty());
    let found = title(&units[..ways], &forms[..2]);
    if let Some(title) = found.or_else(|| title(&units[..ways], &forms)).or_else(|| title(&units, &forms)) {
        return title;
    }
    let (dates, unit) = (dates_in_brief(view), unit_short(view));
    let left = room.saturating_sub(cells::width(&dates) + 2);
    (cells::cut(&unit, left), dates)
}

/// The same with the unit and what it lies in, in a room that something else leaves; nothing where that cuts it short.
fn title_beside(view: &View, room: usize) -> Option<(String, String)> {
    let dates = both_dates(view);
    titled_by_standard(view, &dates, room)
        .or_else(|| (!standard::is_one_of_several(view)).then(|| title_of(&unit(view), &dates, room))?)
}

/// With the standard: of several that are loaded before anything else goes, of a single one where all else stands in
/// full.
fn titled_by_standard(view: &View, dates: &[String; 2], room: usize) -> Option<(String, String)> {
    let name = standard::name(view)?;
    let title = |unit: &str, name: &str| title_of(&format!("{unit} · {name}"), dates, room);
    if !standard::is_one_of_several(view) {
        return title(&unit(view), &name).filter(|found| found.1 == dates[0]);
    }
    let names: Vec<String> =
        [name, standard::short(view)].into_iter().chain(standard::words_among_several(view)).collect();
    let units = units_in_brief(view);
    units.iter().find_map(|unit| names.iter().find_map(|name| title(unit, name))).or_else(|| {
        // The day of the report goes before the standard that tells one of several from the others.
        let (unit, day) = (units.last()?, day_alone(view));
        names.iter().find_map(|name| title_of(&format!("{unit} · {name}"), std::slice::from_ref(&day), room))
    })
}

/// A wording of the unit beside the dates: rather the dates in fewer words than the unit.
fn title_of(unit: &str, dates: &[String], room: usize) -> Option<(String, String)> {
    let fits = |dates: &&String| cells::width(unit) + 2 + cells::width(dates) <= room;
    dates.iter().find(fits).map(|dates| (unit.to_owned(), dates.clone()))
}

/// Where `o` goes, in words for the header: from figures of a report to invented ones that are newer, and back.
fn beyond(view: &View, came_from: Option<NaiveDate>) -> Option<&'static str> {
    let newest = view.history.snapshots.last()?;
    if came_from.is_some() {
        return Some(view.lang.pick("về", "back"));
    }
    let is_invented = !view.snapshot().is_invented() && newest.is_invented();
    is_invented.then(|| view.lang.pick("kỳ minh họa", "illustrative"))
}

/// The path of names without what the unit lies in.
fn unit_alone(view: &View) -> String {
    let mut names: Vec<&str> = vec![view.lang.wording(&view.whole().name.name)];
    names.extend(view.path.iter().map(|name| view.lang.wording(&name.name)));
    names.join(" ▸ ")
}

/// The wordings of the unit, the fullest first.
fn units_in_brief(view: &View) -> Vec<String> {
    let full = [unit(view), unit_alone(view)].into_iter().chain(ends_of_path(view));
    full.chain([unit_short(view)]).collect()
}

/// The end of the path as long as it has one that can be left out: `… ▸ Huyện A ▸ Xã B`, `… ▸ Xã B`.
fn ends_of_path(view: &View) -> impl Iterator<Item = String> {
    let names: Vec<String> = view.path.iter().map(|name| view.lang.wording(&name.name).to_owned()).collect();
    (0..names.len()).map(move |from| format!("… ▸ {}", names[from..].join(" ▸ ")))
}

/// "Thành phố" is written "TP." before a name that follows it.
pub fn short_city(name: &str) -> String {
    let city = [("Thành phố Hồ Chí Minh", "TP.HCM"), ("Ho Chi Minh City", "HCMC")];
    for (full, short) in city {
        if let Some(rest) = name.strip_prefix(full) {
            return format!("{short}{rest}");
        }
    }
    name.replacen("Thành phố ", "TP. ", 1)
}

/// The date of the figures, and the date of the report or the mark of what is no report.
pub fn dates(view: &View) -> String {
    if let Some(issued) = issued(view) {
        return issued;
    }
    let dates = say!(view, "Số liệu đến {day} · {report}", "Figures as of {day} · {report}";
        day = view.area().origin().as_of, report = report(view, true));
    dates.text()
}

/// The same in fewer words.
fn dates_in_brief(view: &View) -> String {
    if let Some(issued) = issued(view) {
        return issued;
    }
    let dates = say!(view, "Đến {day} · {report}", "As of {day} · {report}";
        day = view.area().origin().as_of, report = report(view, false));
    dates.text()
}

/// The day of the figures without that of the report; of what is no report its kind stays.
fn day_alone(view: &View) -> String {
    let is_report = view.area().origin().provenance == Provenance::Reported && !is_invented(view);
    if !is_report || view.snapshot().is_plan() {
        return dates_in_brief(view);
    }
    say!(view, "Đến {day}", "As of {day}"; day = view.area().origin().as_of).text()
}

/// The dates in full and in fewer words.
fn both_dates(view: &View) -> [String; 2] {
    [dates(view), dates_in_brief(view)]
}

/// The day of issue of a plan, in the place of the day of figures.
fn issued(view: &View) -> Option<String> {
    let origin = &view.snapshot().origin;
    let issued = say!(view, "{paper} ngày {day}", "{paper} of {day}";
        paper = paper(view.lang, origin), day = origin.as_of);
    view.snapshot().is_plan().then(|| what::capital(&issued.text()))
}

/// What a file was entered from: what kind of source it is, and of a report which of two.
pub fn paper(lang: Lang, origin: &SourceFile) -> &'static str {
    match (origin.kind, origin.provenance, origin.stage) {
        (SourceKind::Plan, ..) => lang.pick("kế hoạch", "plan"),
        (SourceKind::Decision, ..) => lang.pick("quyết định", "decision"),
        (SourceKind::Report, Provenance::Reported, Some(Stage::Preliminary)) => {
            lang.pick("báo cáo sơ bộ", "preliminary report")
        }
        (SourceKind::Report, Provenance::Reported, Some(Stage::Final)) => {
            lang.pick("báo cáo chính thức", "final report")
        }
        (SourceKind::Report, provenance, _) => kind(lang, provenance),
    }
}

/// The date of the report after the word for one, in English with "of" where it has room; of what is no report its kind.
fn report(view: &View, has_room: bool) -> Line {
    let origin = view.area().origin();
    match (is_invented(view), origin.published) {
        (true, _) => view.lang.term(glossary::STAMP).into(),
        (false, Some(day)) if origin.provenance == Provenance::Reported => {
            say!(view, "{word}[{has_room}] {day}", "{word}[{has_room} of] {day}"; word = report_word(origin), has_room, day)
        }
        _ => summed(view.lang, origin).map_or_else(|| paper(view.lang, origin).into(), Line::from),
    }
}

/// The word for the report that a file was entered from, with what it is of two: "báo cáo sơ bộ".
pub fn report_word(origin: &SourceFile) -> (&'static str, &'static str) {
    match origin.stage {
        Some(Stage::Preliminary) => ("báo cáo sơ bộ", "preliminary report"),
        Some(Stage::Final) => ("báo cáo chính thức", "final report"),
        None => ("báo cáo", "report"),
    }
}

/// What a unit that no file speaks of was made from: `cộng từ 2 trên 3 đơn vị`.
pub fn summed(lang: Lang, origin: &SourceFile) -> Option<String> {
    let (have, of) = origin.summed?;
    let have = (have != of).then_some(have);
    Some(say!(lang, "cộng từ [{have} trên ]{of} đơn vị", "sum of [{have} of ]{of} units"; have, of).text())
}

/// Unit and dates for 40 cells: the date and the kind of source stay, words about them go first.
pub fn title_short(view: &View, room: usize) -> (String, String) {
    let origin = view.area().origin();
    let several = standard::words_among_several(view).map(|words| format!("{} · {words}", unit_short(view)));
    let source =
        if is_invented(view) { view.lang.term(glossary::STAMP_IN_SHORT) } else { paper(view.lang, origin) };
    // What is invented or estimated is called so at every width: the day gives its room for the word.
    let is_unsure = is_invented(view) || origin.provenance == Provenance::Estimated;
    let least = if is_unsure { source.to_owned() } else { date::day(view.lang, origin.as_of) };
    let is_named = |name: &String| cells::width(name) + 1 + cells::width(&least) <= room;
    let in_short = ends_of_path(view).map(|way| short_city(&way));
    let inside = ends_of_path(view).chain(in_short).find(is_named);
    let unit = several.filter(is_named).or(inside).unwrap_or_else(|| unit_short(view));
    let (day, month) = (origin.as_of, date::month_head(origin.as_of));
    let forms = [
        say!(view, "đến {day} · {source}", "to {day} · {source}"; day, source).text(),
        say!(view, "{day} · {source}"; day, source).text(),
        if is_unsure { say!(view, "{month} · {source}"; month, source).text() } else { least.clone() },
        least,
    ];
    let fits = |dates: &&String| cells::width(&unit) + 1 + cells::width(dates) <= room;
    let dates = forms.iter().find(fits).unwrap_or(&forms[3]).clone();
    let left = room.saturating_sub(cells::width(&dates) + 1);
    (cells::cut(&unit, left), dates)
}

/// Is all that the page shows invented: the whole file, or the area the reader has gone into?
fn is_invented(view: &View) -> bool {
    let figure = view.area().stated(view.area().groups()[0], &Aspect::Households);
    let area = figure.map(|figure| figure.is_invented());
    view.area().origin().provenance == Provenance::Illustrative
        || (!view.path.is_empty() && area == Some(true))
}

/// The word for a kind of source.
pub fn provenance(view: &View, provenance: Provenance) -> &'static str {
    kind(view.lang, provenance)
}

/// The same where no page is made.
pub fn kind(lang: Lang, provenance: Provenance) -> &'static str {
    lang.term(glossary::provenance(provenance))
}

/// The place in the history: `◂ 2/5 ▸`.
fn place(view: &View, narrow: bool) -> String {
    let (at, count) = (view.at + 1, view.history.snapshots.len());
    if narrow { format!("◂{at}/{count}▸") } else { format!("◂ {at}/{count} ▸") }
}
