//! Forms of one hamlet, by a line of their letterhead: what they count is the hamlet's, and none of it its commune's.

use super::levels::is_group;
use super::named::place_key;
use super::register::place;
use super::summary::SheetReading;

/// Makes the places of a form those of the hamlet that it is of. Where it has rows of others it is of none of them.
pub fn settle(reading: &mut SheetReading) {
    let Some(hamlet) = place::in_letterhead(&reading.title) else { return };
    let is_itself =
        |area: &[String]| area.first().is_some_and(|first| place_key(first) == place_key(&hamlet));
    let is_within = |area: &[String]| area.first().is_none_or(|first| is_group(first)) || is_itself(area);
    if !reading.given.iter().all(|given| is_within(&given.area))
        || !reading.silent.iter().all(|area| is_within(area))
    {
        return;
    }
    let placed = |area: &[String]| {
        if is_itself(area) { area.to_vec() } else { [std::slice::from_ref(&hamlet), area].concat() }
    };
    reading.given.iter_mut().for_each(|given| given.area = placed(&given.area));
    reading.shares.iter_mut().for_each(|share| share.area = placed(&share.area));
    reading.lacks.iter_mut().for_each(|lack| lack.area = placed(&lack.area));
    reading.silent.iter_mut().for_each(|area| *area = placed(area));
    reading.codes =
        std::mem::take(&mut reading.codes).into_iter().map(|(area, code)| (placed(&area), code)).collect();
    reading.wholes = reading.wholes.iter().map(|area| placed(area)).collect();
    reading.hamlet = Some(hamlet);
}
