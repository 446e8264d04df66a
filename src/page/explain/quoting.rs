//! How to say a figure in the room: number first, comparison second, source last.

use crate::model::change::turned;
use crate::model::checks::{Check, CheckKind, RateOf};
use crate::model::exact::Exact;
use crate::model::figure::{Figure, Reliability};
use crate::model::measure::{Aspect, Cover, Group, IdName, Measure, Support, TargetField, When};
use crate::model::source_file::{SourceFile, SourceKind};
use crate::model::target::{Target, TargetMeasure};
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::what;
use crate::text::template::Speaker;
use crate::text::{Lang, glossary, show};

use super::super::head::{self, paper, report_word};
use super::super::table::Style;
use super::super::{View, conclusion, sources, whole};
use super::{checked, headed, origin, what_if};

/// Says figures as a room hears them: the mark is for the screen, the words after the semicolon say it.
struct Aloud(Lang);

impl Speaker for Aloud {
    fn lang(&self) -> Lang {
        self.0
    }

    fn figure(&self, line: Line, figure: &Figure, style: Style, has_unit: bool) -> Line {
        let unit = if has_unit { show::unit_after(self.0, figure) } else { "" };
        let number = show::number(self.0, figure, style);
        line.written(format!("{number} {unit}").trim_end().to_owned(), figure)
    }
}

/// The line; of an invented or supposed figure, that it is not to be said.
pub(super) fn how_to_quote(view: &View, figure: &Figure, checks: &[Check]) -> Option<Line> {
    let line = match sentence(view, figure, checks)? {
        Ok(said) => say!(view, "\"{said}\""; said),
        Err(why_not) => Line::with_role(Role::Dim, why_not),
    };
    Some(headed(view, ("Cách nêu", "How to quote it"), line))
}

/// The sentence itself; why there is none, of what is not to be said.
pub(super) fn sentence(view: &View, figure: &Figure, checks: &[Check]) -> Option<Result<Line, &'static str>> {
    let not_to_be = match figure.reliability {
        _ if what_if::is_supposed(figure) => {
            Some(("không dùng làm số liệu chính thức (số giả định)", "not for official use (a supposition)"))
        }
        Reliability::Illustrative => Some((
            "không dùng làm số liệu chính thức (số minh họa)",
            "not for official use (illustrative figure)",
        )),
        Reliability::Reported | Reliability::Estimated => None,
    };
    if let Some((vi, en)) = not_to_be {
        return Some(Err(view.lang.pick(vi, en)));
    }
    let only = whole::only_of(view, figure);
    let said = assigned(view, figure).unwrap_or_else(|| statement(view.lang, figure, checks));
    Some(Ok(say!(view, "{said}[ ({only})], {by}"; only, by = by_whom(view, figure, origin(figure)?), said)))
}

/// "năm 2023 phấn đấu giảm tỷ lệ hộ cận nghèo 0,39 điểm phần trăm": what was assigned, in a sentence of its own.
fn assigned(view: &View, figure: &Figure) -> Option<Line> {
    let Measure::Target(named, TargetField::Goal) = &figure.subject.measure else { return None };
    let is_asked = |target: &Target| {
        target.named.id == named.id
            && target.aim.figure().is_some_and(|(_, aim)| aim.subject == figure.subject)
    };
    let found = view.targets(is_asked);
    conclusion::assigned(view, found.first()?)
}

/// The sentence after whose figure it is and of when, where it does not say that itself.
pub(super) fn under_its_head(view: &View, figure: &Figure, said: &str) -> String {
    let lang = view.lang;
    let unit = head::unit(&View { path: &[], ..*view });
    let whose = &figure.subject.whose;
    let part = (**whose != *view.history.unit).then(|| lang.wording(&whose.name));
    let when = what::when(lang, what::held(&figure.subject));
    let when = Some(when).filter(|when| !said.contains(when.as_str()));
    say!(lang, "[{part}, ]{unit}[, {when}]: {said}"; part, unit, when, said).text()
}

/// The source: the report's date, else what kind of source it is; of a figure of two days both, each with its report.
fn by_whom(view: &View, figure: &Figure, origin: &SourceFile) -> Line {
    let sources = sources::sources_of(view, [figure]);
    if sources.len() > 1 {
        let days = sources::in_words(view, &sources).unwrap_or_default();
        return if figure.reliability == Reliability::Estimated {
            say!(view, "ước tính từ số liệu {days}", "estimated from figures of {days}"; days)
        } else {
            say!(view, "tính từ số liệu {days}", "from figures of {days}"; days)
        };
    }
    if let SourceKind::Plan | SourceKind::Decision = origin.kind {
        return say!(view, "theo {paper} ngày {day}", "{paper} of {day}";
            paper = paper(view.lang, origin), day = origin.as_of);
    }
    let Some(day) = origin.published else { return undated(view, figure) };
    let report = report_word(origin);
    match (figure.is_derived(), figure.reliability) {
        (_, Reliability::Estimated) => {
            say!(view, "ước theo {report} ngày {day}", "estimated, {report} of {day}"; report, day)
        }
        (true, _) => say!(view, "tính từ {report} ngày {day}", "from the {report} of {day}"; report, day),
        (false, _) => say!(view, "theo {report} ngày {day}", "{report} of {day}"; report, day),
    }
}

/// Of a source without a day what kind of figure it is: of what is worked out never that it is reported.
fn undated(view: &View, figure: &Figure) -> Line {
    match (figure.is_derived(), figure.reliability) {
        (true, Reliability::Estimated) => say!(view, "tính từ số ước thực hiện", "from estimated figures"),
        (false, Reliability::Estimated) => say!(view, "theo số ước thực hiện", "estimated"),
        (true, _) => say!(view, "tính từ số liệu báo cáo", "from reported figures"),
        (false, _) => say!(view, "theo số liệu báo cáo", "as reported"),
    }
}

/// Number and comparison.
fn statement(lang: Lang, figure: &Figure, checks: &[Check]) -> Line {
    match &figure.subject.measure {
        Measure::Of(group, Aspect::Rate) => rate(lang, figure, *group, checks),
        Measure::Of(group, Aspect::Change) => change(lang, figure, *group),
        Measure::Of(group, Aspect::Households) => count(lang, figure, *group, checks),
        Measure::Of(group, Aspect::Persons) => say!(Aloud(lang), "{figure} {member} thuộc {of}",
            "{figure} {member} of {of} households"; figure, of = what::group(lang, *group),
            member = ("nhân khẩu", if show::is_single(lang, figure) { "member" } else { "members" })),
        Measure::Of(group, Aspect::Reduced) => reduced(lang, figure, *group, checks),
        Measure::Of(group, Aspect::PolicyFamilies) => policy_families(lang, figure, *group),
        Measure::Programme(named, Support::Reached) => say!(Aloud(lang), "{name}: {figure+}, {when}";
            name = &named.name, figure, when = what::when(lang, figure.subject.when)),
        Measure::Programme(named, Support::Amount) => amount(lang, figure, named),
        Measure::Target(named, field) => of_target(lang, figure, named, *field),
        _ => name_and_number(lang, figure),
    }
}

/// "1 hộ cận nghèo thuộc diện chính sách người có công"; of none that there is none.
fn policy_families(lang: Lang, figure: &Figure, group: Group) -> Line {
    let of = what::households_after(lang, figure, group);
    if figure.exactly().is_some_and(Exact::is_zero) {
        let none = Line::default().written(lang.pick("không có", "no").to_owned(), figure);
        return say!(lang, "{none} {of} thuộc diện chính sách người có công", "{none} {of} under the meritorious-service policy";
            none, of);
    }
    say!(Aloud(lang), "{figure} {of} thuộc diện chính sách người có công",
        "{figure} {of} under the meritorious-service policy"; figure, of)
}

/// "Kéo giảm hộ nghèo: thực hiện 560 hộ, năm 2022".
fn of_target(lang: Lang, figure: &Figure, named: &IdName, field: TargetField) -> Line {
    let (name, when) = (&named.name, what::when(lang, what::held(&figure.subject)));
    match field {
        TargetField::Result => say!(Aloud(lang), "{name}: thực hiện {figure+}, {when}",
            "{name}: {figure+} achieved, {when}"; name, figure, when),
        TargetField::Goal => say!(Aloud(lang), "{name}: giao {figure+}, {when}",
            "{name}: a target of {figure+}, {when}"; name, figure, when),
        TargetField::PercentOfAim => say!(Aloud(lang), "{name}: đạt {figure} chỉ tiêu, {when}",
            "{name}: {figure} of the target, {when}"; name, figure, when),
        TargetField::Rise => {
            say!(lang, "{name}: tăng {figure+}[ ({ends})]", "{name}: up {figure+}[ ({ends})]";
            name, figure, ends = ends(lang, figure))
        }
        TargetField::Fall => {
            say!(lang, "{name}: giảm {figure+}[ ({ends})]", "{name}: down {figure+}[ ({ends})]";
            name, figure, ends = ends(lang, figure))
        }
        // What is worked out keeps its mark: its number may be rounded.
        _ => say!(lang, "{name}: {figure+}"; name = what::name(lang, &figure.subject), figure),
    }
}

/// "1,33 → 1,35%*": what a change leads from and to.
fn ends(lang: Lang, change: &Figure) -> Option<Line> {
    let ends: Vec<&Figure> = change.derivation.inputs().collect();
    let [one, other] = ends[..] else { return None };
    // Of a rise the later figure comes first in the formula, of a fall the earlier one.
    let is_rise = matches!(change.subject.measure, Measure::Target(_, TargetField::Rise));
    let (from, to) = if is_rise { (other, one) } else { (one, other) };
    conclusion::from_to(lang, from, to)
}

/// "Hỗ trợ tiền điện cho hộ nghèo gần 842 triệu đồng".
fn amount(lang: Lang, figure: &Figure, named: &IdName) -> Line {
    let name = what::of_money(lang, lang.wording(&named.name));
    say!(Aloud(lang), "{name} {figure+}", "{name}: {figure+}"; name, figure)
}

/// "1.429 hộ, 2,20% tổng hộ dân".
fn rate(lang: Lang, figure: &Figure, group: Group, checks: &[Check]) -> Line {
    let of = what::group(lang, group);
    if figure.is_derived() {
        return say!(Aloud(lang), "tỷ lệ {of} là {figure}", "the rate of {of} households is {figure}"; of, figure);
    }
    match checked::rate_of(checks, figure).and_then(|r| r.count.as_ref().ok()) {
        Some(count) => {
            say!(Aloud(lang), "{count+}, {figure} tổng hộ dân", "{count+}, {figure} of all households";
            count, figure)
        }
        None => {
            say!(Aloud(lang), "{figure} tổng hộ dân là {of}",
                "{figure} of all households are {of}"; figure, of)
        }
    }
}

/// "giảm 200 hộ nghèo từ 31/12/2022 đến 31/12/2023".
fn change(lang: Lang, figure: &Figure, group: Group) -> Line {
    let When::Between(from, to) = figure.subject.when else { return name_and_number(lang, figure) };
    let falls = figure.amount.high().is_negative();
    let (moved, size) =
        if falls { (("giảm", "fewer"), turned(figure)) } else { (("tăng", "more"), figure.clone()) };
    say!(Aloud(lang), "{moved} {size} {of} từ {from} đến {to}",
        "{size} {moved} {of} from {from} to {to}";
        moved, of = what::households_after(lang, &size, group), size, from, to)
}

/// "1.429 hộ nghèo, 2,20% tổng hộ dân".
fn count(lang: Lang, figure: &Figure, group: Group, checks: &[Check]) -> Line {
    let rate = checked::rates(checks, figure).find(|rate| is_count(rate, figure));
    say!(Aloud(lang), "{figure} {of}[, {rate} tổng hộ dân]", "{figure} {of}[, {rate} of all households]";
        figure, of = what::households_after(lang, figure, group), rate = rate.map(|rate| &rate.rate))
}

fn is_count(rate: &RateOf, figure: &Figure) -> bool {
    rate.count.as_ref().is_ok_and(|count| count.subject == figure.subject)
}

/// "giảm 560 hộ nghèo, 140% chỉ tiêu"; the period where there is no aim to compare with.
fn reduced(lang: Lang, figure: &Figure, group: Group, checks: &[Check]) -> Line {
    let percent = checks.iter().flat_map(Check::kinds).find_map(|kind| match kind {
        CheckKind::PercentOfAim(p) if p.reads == TargetMeasure::Households(group) => {
            p.value.as_ref().is_ok_and(|value| value.amount == figure.amount).then_some(p)
        }
        _ => None,
    });
    let when = percent.is_none().then(|| what::when(lang, figure.subject.when));
    say!(Aloud(lang), "giảm {figure} {of}[, {percent} chỉ tiêu][, {when}]",
        "{figure} fewer {of}[, {percent} of the target][, {when}]";
        figure, of = what::households_after(lang, figure, group), percent = percent.map(|p| &p.percent), when)
}

/// "Hỗ trợ đóng tàu: kế hoạch 10 hộ", "tổng hộ dân: 65.000 hộ": what it is, and then how many.
fn name_and_number(lang: Lang, figure: &Figure) -> Line {
    let of_entry = |named: &IdName, (vi, en): (&'static str, &'static str), is_first: bool| {
        // "10 households planned", but "coverage 81.4%".
        let (first, last) = match lang {
            Lang::Vi => (Some(vi), None),
            Lang::En if is_first => (Some(en), None),
            Lang::En => (None, Some(en)),
        };
        say!(Aloud(lang), "{name}:[ {first}] {figure+}[ {last}]"; name = &named.name, first, figure, last)
    };
    match &figure.subject.measure {
        Measure::Programme(named, part) => {
            of_entry(named, glossary::support(*part), *part != Support::Planned)
        }
        Measure::Coverage(named, part) => {
            of_entry(named, glossary::cover(*part), matches!(part, Cover::Percent | Cover::Ratio))
        }
        _ => {
            let name = what::name(lang, &figure.subject);
            // A name that has a colon needs no other.
            let colon = !name.contains(": ");
            say!(Aloud(lang), "{name}[{colon}:] {figure+}"; name, colon, figure)
        }
    }
}
