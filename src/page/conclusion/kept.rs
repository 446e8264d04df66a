//! What is to be kept from happening: where it did happen that is told first, with where and since when.

use crate::model::exact::Exact;
use crate::model::places;
use crate::model::standing::Standing;
use crate::model::unit::Unit;
use crate::say;
use crate::text::line::Line;
use crate::text::{Lang, glossary};

use super::super::{TargetSummary, View, explain};
use super::Minutes;
use super::level::level_told;
use super::target::title;

/// `có phát sinh 1 hộ có người có công tái cận nghèo (từ 30/06/2023)`; what is no kind of household
/// `thẻ BHYT trẻ em: 98%, không giữ được từ 30/06/2023`.
pub fn kept(view: &Minutes, it: &TargetSummary) -> Line {
    let since = if let Standing::Broken { since } = it.found.standing { Some(since) } else { None };
    if let Some(households) = kept_households(view, it) {
        let places = since.and_then(|_| places_of_kept(view, it));
        let is_broken = since.is_some();
        let since = since.map(|since| say!(view, "từ {since}", "since {since}"; since));
        let told = Line::joined(places.into_iter().chain(since), ", ");
        if is_broken {
            return say!(view, "{word} {households}[ ({told})]"; word = it.word(), households, told);
        }
        return say!(view, "{households}: {word}"; word = it.word(), households);
    }
    let places = since.and_then(|_| places_of_kept(view, it));
    say!(view, "{title}: [{now}[ ({places})], ]{word}[ từ {since}]", "{title}: [{now}[ ({places})], ]{word}[ since {since}]";
        title = title(view, it), now = level_told(view, it), places, word = it.word(), since)
}

/// `Phường 9`: the parts that the households of a target of the whole are in.
pub fn places_of_kept(view: &View, it: &TargetSummary) -> Option<Line> {
    let (group, aspect) = it.target.reads.of_group().filter(|_| it.target.area.is_none())?;
    let file = view.history.snapshot_on(view.at, it.found.level_day)?;
    explain::places_in_words(view, &places::whose(&file.whole, group, &aspect))
}

/// `không có hộ tái nghèo`, beside what did happen to such households.
pub fn beside_broken(view: &Minutes, it: &TargetSummary, all: &[TargetSummary]) -> Option<Line> {
    let rest = |it: &TargetSummary| {
        let title = title(view, it);
        let rest = title.strip_prefix(glossary::POLICY_FAMILIES_INSIDE.0)?.trim_start().to_owned();
        kept_households(view, it).map(|_| rest)
    };
    let none = it.found.level.now.as_ref().ok().filter(|_| it.found.standing == Standing::Kept)?;
    let is_broken = |other: &&TargetSummary| {
        matches!(other.found.standing, Standing::Broken { .. }) && other.target.year == it.target.year
    };
    let own = rest(it)?;
    all.iter().find(|other| is_broken(other) && rest(other).is_some())?;
    let none = Line::default().written("không có".to_owned(), none);
    Some(say!(view, "{none} hộ {own}"; none, own))
}

/// `1 hộ có người có công tái cận nghèo`, `không có hộ có người có công tái nghèo`, of a title that names the households;
/// in English, where a title is no noun after a number, of none alone.
pub fn kept_households(view: &Minutes, it: &TargetSummary) -> Option<Line> {
    let title = title(view, it);
    let now = it.found.level.now.as_ref().ok().filter(|now| now.unit == Unit::Household)?;
    let is_none = now.exactly().is_some_and(Exact::is_zero);
    let names_them = match view.lang {
        Lang::Vi => title.starts_with("hộ "),
        Lang::En => is_none,
    };
    if !(names_them && it.target.is_kept()) {
        return None;
    }
    let count = if is_none {
        Line::default().written(view.pick("không có", "no").to_owned(), now)
    } else {
        say!(view, "{now}"; now)
    };
    Some(say!(view, "{count} {title}"; count, title))
}
