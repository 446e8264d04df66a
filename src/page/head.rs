//! The head of every page: whose figures, of which day, from which report, and where in the history.

use crate::model::story::Provenance;
use crate::text::date;

use super::View;

/// The unit and what it lies within; the path of areas when the reader has gone down.
pub fn unit(view: &View) -> String {
    let mut names: Vec<&str> = vec![view.lang.of(&view.whole().name.name)];
    names.extend(view.path.iter().map(|name| view.lang.of(&name.name)));
    match &view.snapshot().within {
        Some(within) if view.path.is_empty() => format!("{}, {}", names[0], short_city(view.lang.of(within))),
        _ => names.join(" ▸ "),
    }
}

/// The last name of the path alone.
pub fn unit_short(view: &View) -> String {
    view.lang.of(&view.area().name.name).to_owned()
}

/// "Thành phố" is written "TP." before a name that follows it.
fn short_city(name: &str) -> String {
    match name.strip_prefix("Thành phố Hồ Chí Minh") {
        Some(rest) => format!("TP.HCM{rest}"),
        None => name.replacen("Thành phố ", "TP. ", 1).replacen("Tỉnh ", "tỉnh ", 1),
    }
}

/// The date of the figures, and the date of the report or the mark of what is no report.
pub fn dates(view: &View) -> String {
    let origin = &view.area().origin;
    let day = date::day(view.lang, origin.as_of);
    let figures = view.pick("Số liệu đến", "Figures as of");
    let source = match (is_invented(view), origin.published) {
        (true, _) => view.pick("MINH HỌA", "ILLUSTRATIVE").to_owned(),
        (false, Some(published)) if origin.provenance == Provenance::Reported => {
            format!("{} {}", view.pick("báo cáo", "report of"), date::day(view.lang, published))
        }
        _ => provenance(view, origin.provenance).to_owned(),
    };
    format!("{figures} {day} · {source}")
}

/// The same for 40 cells.
pub fn dates_short(view: &View) -> String {
    let origin = &view.area().origin;
    let day = date::day(view.lang, origin.as_of);
    let source = if is_invented(view) {
        view.pick("MINH HỌA", "ILLUSTR.")
    } else {
        provenance(view, origin.provenance)
    };
    format!("{} {day} · {source}", view.pick("đến", "to"))
}

/// Is all that the page shows invented: the whole file, or the area the reader has gone into?
fn is_invented(view: &View) -> bool {
    let figure = view.area().poor.households.as_ref();
    let area = figure.map(|f| f.source == crate::model::figure::Source::Illustrative);
    view.area().origin.provenance == Provenance::Illustrative || (!view.path.is_empty() && area == Some(true))
}

/// The word for a kind of source.
pub fn provenance(view: &View, provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Reported => view.lang.pick("báo cáo", "reported"),
        Provenance::Estimated => view.lang.pick("ước thực hiện", "estimated"),
        Provenance::Derived => view.lang.pick("suy ra", "derived"),
        Provenance::Illustrative => view.lang.pick("minh họa", "illustrative"),
    }
}

/// The place in the history: `◂ 2/5 ▸`.
pub fn place(view: &View, narrow: bool) -> String {
    let (at, count) = (view.at + 1, view.history.snapshots.len());
    if narrow { format!("◂{at}/{count}▸") } else { format!("◂ {at}/{count} ▸") }
}
