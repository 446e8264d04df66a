//! Columns that ask the same of several times, "Năm 2022: HN, HCN; Năm 2023: HN, HCN": those of the list's own time count.

use super::super::forms::{has_phrase, words_of};
use super::super::heading::Heading;
use super::says::{NotCounted, Says};

/// The time that the heading of a column names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Time {
    /// Before the review, when the year began.
    Before,
    /// None.
    NotNamed,
    /// A year.
    Year(u16),
    /// After the review, when the year ended.
    After,
}

/// What a column asks: of the kind of a household several columns may tell.
fn asks_the_same(one: &Says, other: &Says) -> bool {
    let tells_group = |says: &Says| matches!(says, Says::Class | Says::IsPoor | Says::IsNearPoor);
    one == other || (tells_group(one) && tells_group(other))
}

/// Of columns that ask the same those of the list's time stay: of the year that the title names, else of the newest.
pub fn newest(heading: &Heading, title: &str, said: &mut [(usize, Says)]) {
    let is_of_beginning = ["dau nam", "dau ky"].iter().any(|phrase| has_phrase(title, phrase));
    let mut left: Vec<(usize, Says, Time)> = said
        .iter()
        .filter(|(_, says)| says.is_counted() && !matches!(says, Says::Place(_)))
        .map(|(at, says)| (*at, says.clone(), time(heading, *at)))
        .collect();
    while let Some((_, says, _)) = left.first().cloned() {
        let (same, rest): (Vec<_>, Vec<_>) =
            left.into_iter().partition(|(_, other, _)| asks_the_same(&says, other));
        left = rest;
        let times: Vec<Time> = same.iter().map(|(_, _, time)| *time).collect();
        let Some(shown) = shown(&times, title) else { continue };
        for (at, _, own) in same {
            let is_shown = own == shown || (own == Time::Before && is_of_beginning);
            if !is_shown && let Some((_, says)) = said.iter_mut().find(|(column, _)| *column == at) {
                *says = Says::Nothing(NotCounted::OtherTime);
            }
        }
    }
}

/// Is a column headed with what was before, or with a year that the title does not name?
pub fn is_of_other(heading: &Heading, column: usize) -> bool {
    match time(heading, column) {
        Time::Before => true,
        Time::Year(year) => !has_phrase(&heading.title_words(), &year.to_string()),
        Time::NotNamed | Time::After => false,
    }
}

/// The time of which columns count; none where all are of one.
fn shown(times: &[Time], title: &str) -> Option<Time> {
    let newest = *times.iter().max()?;
    if times.iter().all(|time| *time == newest) && newest != Time::Before {
        return None;
    }
    let is_of_title = |time: &&Time| matches!(time, Time::Year(year) if has_phrase(title, &year.to_string()));
    let own = times.iter().find(is_of_title).copied();
    // What names no time is of now, beside years that the title does not name.
    let now = times.iter().find(|time| **time == Time::NotNamed).copied();
    let after = Some(newest).filter(|time| *time == Time::After);
    Some(after.or(own).or(now).unwrap_or(if newest == Time::Before { Time::NotNamed } else { newest }))
}

/// The lowest heading that names a time goes before those above it.
fn time(heading: &Heading, column: usize) -> Time {
    const BEFORE: [&str; 8] = [
        "dau nam",
        "dau ky",
        "nam truoc",
        "ky truoc",
        "truoc ra soat",
        "truoc khi ra soat",
        "truoc dieu tra",
        "nam cu",
    ];
    const AFTER: [&str; 7] =
        ["cuoi nam", "cuoi ky", "sau ra soat", "sau khi ra soat", "hien nay", "hien tai", "nam nay"];
    let of_part = |part: &String| {
        let words = words_of(part);
        let has = |phrases: &[&str]| phrases.iter().any(|phrase| has_phrase(&words, phrase));
        let years = words.split(' ').filter(|word| word.len() == 4).filter_map(|word| word.parse().ok());
        let year = years.max().filter(|year| (1990..2100).contains(year)).map(Time::Year);
        match (has(&BEFORE), has(&AFTER), year) {
            (true, _, _) => Some(Time::Before),
            // "Cuối năm 2022" and "cuối năm 2023" are two times.
            (_, _, Some(year)) => Some(year),
            (_, true, None) => Some(Time::After),
            (false, false, None) => None,
        }
    };
    let mut parts = heading.columns.get(column).into_iter().flatten().rev();
    parts.find_map(of_part).unwrap_or(Time::NotNamed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(title: &str, columns: &[(&[&str], Says)]) -> Vec<usize> {
        let parts = |(parts, _): &(&[&str], Says)| parts.iter().map(|part| (*part).to_owned()).collect();
        let heading = Heading { columns: columns.iter().map(parts).collect(), ..Heading::default() };
        let mut said: Vec<(usize, Says)> = columns.iter().map(|(_, says)| says.clone()).enumerate().collect();
        newest(&heading, &words_of(title), &mut said);
        said.into_iter().filter(|(_, says)| says.is_counted()).map(|(at, _)| at).collect()
    }

    #[test]
    fn columns_of_the_time_of_the_list_count() {
        use Says::{Class, IsNearPoor, IsPoor, Members};
        let years: &[(&[&str], Says)] = &[
            (&["Năm 2022", "HN"], IsPoor),
            (&["Năm 2022", "HCN"], IsNearPoor),
            (&["Năm 2023", "HN"], IsPoor),
            (&["Năm 2023", "HCN"], IsNearPoor),
        ];
        assert_eq!(kept("Danh sách năm 2023", years), [2, 3]);
        assert_eq!(kept("Danh sách năm 2022", years), [0, 1]);
        assert_eq!(kept("Danh sách", years), [2, 3]);
        let ends: &[(&[&str], Says)] = &[
            (&["Đầu năm 2023", "HN"], IsPoor),
            (&["Đầu năm 2023", "HCN"], IsNearPoor),
            (&["Cuối năm 2023", "HN"], IsPoor),
            (&["Cuối năm 2023", "HCN"], IsNearPoor),
        ];
        assert_eq!(kept("Danh sách năm 2023", ends), [2, 3]);
        let now: &[(&[&str], Says)] =
            &[(&["Phân loại năm 2022"], Class), (&["Hộ nghèo"], IsPoor), (&["Hộ cận nghèo"], IsNearPoor)];
        assert_eq!(kept("Danh sách năm 2023", now), [1, 2]);
        let only: &[(&[&str], Says)] =
            &[(&["Chuẩn nghèo 2022-2025", "Hộ nghèo"], IsPoor), (&["Số khẩu"], Members)];
        assert_eq!(kept("Danh sách năm 2023", only), [0, 1]);
        let members: &[(&[&str], Says)] =
            &[(&["Năm 2022", "Số khẩu"], Members), (&["Năm 2023", "Số khẩu"], Members)];
        assert_eq!(kept("", members), [1]);
        assert_eq!(kept("Năm 2023", &[(&["Đầu năm", "Hộ nghèo"], IsPoor)]), [0_usize; 0]);
        assert_eq!(kept("Danh sách đầu năm 2023", &[(&["Đầu năm", "Hộ nghèo"], IsPoor)]), [0]);
    }
}
