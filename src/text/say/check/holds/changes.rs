//! What would make a check between two days hold, and one of an entitlement.

use crate::model::checks::kind::{CoverageOf, MovementOf, RateChangeOf, ReducedOf, ResultOf};
use crate::text::Lang;
use crate::text::say::what;
use crate::text::show::{self, Style};

use super::super::{bare, ends};
use super::instead;

/// "cuối kỳ 1.118 (nêu 1.120), hoặc các dòng ra, vào thêm 2".
pub(super) fn movement(lang: Lang, m: &MovementOf) -> Option<String> {
    let (counted, end) = (m.counted.as_ref().ok()?, m.end.as_ref().ok()?);
    let group = what::group(lang, m.group);
    let (counted, stated) = (bare(lang, counted), bare(lang, end));
    let fall = m.difference.as_ref().ok()?;
    let size = fall.one()?.abs();
    let size = ends(lang, &size, &size, 0);
    let too_many = fall.one()?.is_positive();
    if fall.one()?.is_zero() {
        return Some(match lang {
            Lang::Vi => format!("{group} cuối kỳ {counted}"),
            Lang::En => format!("{group} households at the end {counted}"),
        });
    }
    Some(match (lang, too_many) {
        (Lang::Vi, true) => {
            format!("{group} cuối kỳ {counted} (nêu {stated}), hoặc ra thêm {size}, vào bớt {size}")
        }
        (Lang::Vi, false) => {
            format!("{group} cuối kỳ {counted} (nêu {stated}), hoặc ra bớt {size}, vào thêm {size}")
        }
        (Lang::En, true) => {
            format!("{group} at the end {counted} (stated {stated}), or {size} more out, {size} fewer in")
        }
        (Lang::En, false) => {
            format!("{group} at the end {counted} (stated {stated}), or {size} fewer out, {size} more in")
        }
    })
}

/// "kéo giảm hộ nghèo ghi 89 (nêu 90), hoặc cuối kỳ 1.339 (nêu 1.340)".
pub(super) fn reduced(lang: Lang, r: &ReducedOf) -> Option<String> {
    let counted = bare(lang, r.counted.as_ref().ok()?);
    let (name, stated) = (what::name(lang, &r.reduced.what), bare(lang, &r.reduced));
    let end = r.end.as_ref().ok();
    let other = end.zip(r.start.as_ref().ok()).and_then(|(end, start)| {
        let would = start.one()? - r.reduced.one()?;
        (Some(&would) != end.one()).then(|| (ends(lang, &would, &would, 0), bare(lang, end)))
    });
    let other = other.map_or_else(String::new, |(would, end)| match lang {
        Lang::Vi => format!(", hoặc cuối kỳ {would} (nêu {end})"),
        Lang::En => format!(", or {would} at the end (stated {end})"),
    });
    let instead = instead(lang, &counted, &stated);
    Some(format!("{name} {counted}{instead}{other}"))
}

/// "mức thay đổi −0,48 điểm (nêu −0,50)".
pub(super) fn rate_change(lang: Lang, r: &RateChangeOf) -> Option<String> {
    let counted = show::number(lang, r.counted.as_ref().ok()?, Style::Signed);
    let stated = show::number(lang, &r.stated, Style::Signed);
    let (points, instead) = (lang.pick("điểm", "points"), instead(lang, &counted, &stated));
    Some(match lang {
        Lang::Vi => format!("tỷ lệ {} thay đổi {counted} {points}{instead}", what::group(lang, r.group)),
        Lang::En => format!("a change of {counted} {points}{instead}"),
    })
}

pub(super) fn result(lang: Lang, r: &ResultOf) -> Option<String> {
    let counted = r.counted.as_ref().ok()?;
    let instead = instead(lang, &bare(lang, counted), &bare(lang, &r.stated));
    let unit = show::unit(lang, counted.unit);
    let counted = format!("{} {unit}", bare(lang, counted)).trim_end().to_owned();
    Some(match lang {
        Lang::Vi => format!("kết quả {counted}{instead}"),
        Lang::En => format!("a result of {counted}{instead}"),
    })
}

/// "số đã có nhiều nhất 4.640 (nêu 4.700)".
pub(super) fn coverage(lang: Lang, c: &CoverageOf) -> Option<String> {
    let (covered, eligible) = (bare(lang, c.covered.as_ref().ok()?), bare(lang, c.eligible.as_ref().ok()?));
    Some(match lang {
        Lang::Vi => format!("số đã có nhiều nhất {eligible} (nêu {covered})"),
        Lang::En => format!("at most {eligible} covered (stated {covered})"),
    })
}
