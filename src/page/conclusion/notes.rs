//! What to keep in mind when the conclusion is read out: what is missing, what is to be verified, what is derived.

use chrono::Datelike;

use crate::model::checks::{self, Verdict};
use crate::model::measure::{Aspect, Group, Measure};
use crate::text::Lang;
use crate::text::say::what;

use super::super::View;
use super::super::line::{Line, Role};
use super::{households_of, sentence, standings};

/// `Lưu ý: chưa có số liệu về …; 3 điểm cần xác minh, 0 mâu thuẫn (trang 6); dấu * là số suy ra.`
pub fn line(view: &View, said: &[Line]) -> Option<Line> {
    let mut clauses = Vec::new();
    clauses.extend(missing(view));
    clauses.extend(year_end(view));
    clauses.extend(to_verify(view));
    if said.iter().flat_map(Line::figures).any(crate::model::figure::Figure::is_derived) {
        clauses.push(Line::plain(view.pick("dấu * là số suy ra", "* marks derived figures")));
    }
    sentence(Line::of(Role::Strong, view.pick("Lưu ý: ", "Note: ")), clauses)
}

/// The stocks, the rate and the movement that the snapshot does not have.
fn missing(view: &View) -> Option<Line> {
    let area = view.area();
    let mut names: Vec<String> = Vec::new();
    for group in Group::TWO {
        if is_unknown(view, group) {
            names.push(households_of(view, group).to_owned());
            continue;
        }
        for aspect in [Aspect::Households, Aspect::Persons, Aspect::Rate] {
            let known = match aspect {
                Aspect::Rate => area.rate(group),
                _ => area.figure(group, &aspect),
            };
            if known.is_err() {
                names.push(what::name(view.lang, &area.what(Measure::of(group, aspect))));
            }
        }
    }
    if Group::TWO.iter().all(|group| !area.group(*group).has_lines()) {
        let words = view.pick(
            "số hộ thoát, tái nghèo, phát sinh mới",
            "households that escaped, relapsed or became newly poor",
        );
        names.push(words.to_owned());
    }
    if Group::ALL.into_iter().all(|group| is_unknown(view, group)) {
        // That is the first sentence already.
        return None;
    }
    let words = view.pick("chưa có số liệu về", "there are no figures on");
    (!names.is_empty()).then(|| Line::plain(format!("{words} {}", names.join(", "))))
}

/// Is nothing stated of a group, neither how many nor which part?
fn is_unknown(view: &View, group: Group) -> bool {
    let area = view.area();
    let stocks = [Aspect::Households, Aspect::Persons].map(|aspect| area.figure(group, &aspect));
    stocks.iter().all(Result::is_err) && area.rate(group).is_err()
}

/// The year of the targets is over and its last figure is not there.
fn year_end(view: &View) -> Option<Line> {
    let year = view.snapshot().as_of().year();
    let found = standings::of_year(view, year);
    found.iter().any(|(_, found)| found.remarks.year_end_missing).then(|| {
        Line::plain(match view.lang {
            Lang::Vi => format!("chưa có số liệu cuối năm {year}"),
            Lang::En => format!("there are no figures of the end of {year} yet"),
        })
    })
}

fn to_verify(view: &View) -> Option<Line> {
    let found = checks::checks(view.history, view.at, view.now);
    let count = |verdict| checks::of_verdict(&found, verdict).count();
    let (verify, against) = (count(Verdict::ToVerify), count(Verdict::Contradicts));
    let mut parts = Vec::new();
    if verify > 0 {
        parts.push(match view.lang {
            Lang::Vi => format!("{verify} điểm cần xác minh"),
            Lang::En if verify == 1 => "1 point to verify".to_owned(),
            Lang::En => format!("{verify} points to verify"),
        });
    }
    if against > 0 {
        parts.push(match view.lang {
            Lang::Vi => format!("{against} mâu thuẫn"),
            Lang::En if against == 1 => "1 contradiction".to_owned(),
            Lang::En => format!("{against} contradictions"),
        });
    }
    let see = view.pick("xem trang 6", "see tab 6");
    (!parts.is_empty()).then(|| Line::of(Role::Warn, format!("{} ({see})", parts.join(", "))))
}
