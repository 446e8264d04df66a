//! What a figure is called: "tỷ lệ hộ nghèo", "số hộ cận nghèo Phường 10".

use chrono::{Datelike, NaiveDate};

use crate::model::figure::Figure;
use crate::model::measure::{
    Aspect, Cover, Group, Measure, MovementLine, PartField, Subject, Support, TargetField, When,
};
use crate::model::name::UnitKind;
use crate::model::period::Period;
use crate::model::unit::Unit;
use crate::model::words::Text;
use crate::say;
use crate::text::line::Line;
use crate::text::{Lang, date, glossary, show};

pub use super::inside::{group_part, name_inside, unit_inside};
use super::peoples;

/// The name of what is measured.
pub fn name(lang: Lang, what: &Subject) -> String {
    measure(lang, &what.measure)
}

/// The name of a measure.
pub fn measure(lang: Lang, measure: &Measure) -> String {
    match measure {
        Measure::AllHouseholds => lang.pick("tổng hộ dân", "all households").to_owned(),
        Measure::Inhabitants => lang.pick("dân số", "inhabitants").to_owned(),
        Measure::TotalRange => lang.pick("tổng hộ dân có thể có", "possible total of households").to_owned(),
        Measure::Of(group, Aspect::Among(part, PartField::Rate)) => {
            say!(lang, "tỷ lệ {of}", "rate of {of}"; of = group_part(lang, *group, &part.name)).text()
        }
        Measure::Of(group, aspect) => of_group(lang, *group, aspect),
        Measure::Programme(named, Support::Reached) | Measure::Indicator(named) => {
            lang.wording(&named.name).to_owned()
        }
        Measure::Programme(named, part) => format!("{}, {}", lang.wording(&named.name), support(lang, *part)),
        Measure::Coverage(named, part) => format!("{}, {}", lang.wording(&named.name), cover(lang, *part)),
        Measure::Target(named, part) => format!("{}, {}", lang.wording(&named.name), aim(lang, *part)),
        Measure::Money => lang.pick("cộng tiền hỗ trợ", "total of support").to_owned(),
        Measure::FirstAreas(g, n) => say!(lang, "{of} của {n} địa bàn đứng đầu",
            "{of} households of the first {n} areas"; of = group(lang, *g), n = *n)
        .text(),
        Measure::FirstAreasShare(g, n) => say!(lang, "tỷ trọng của {n} địa bàn đứng đầu trong {of}",
            "share of the first {n} areas in {of} households"; n = *n, of = group(lang, *g))
        .text(),
    }
}

/// The name of a measure with the area it is of, where that is not the unit itself: "số hộ nghèo Phường 10".
pub fn of_whom(lang: Lang, what: &Subject) -> String {
    let name = name(lang, what);
    match what.whose.kind {
        Some(UnitKind::Ward | UnitKind::Commune | UnitKind::Quarter) => {
            say!(lang, "{name} {whose}", "{name} of {whose}"; name, whose = &what.whose.name).text()
        }
        _ => name,
    }
}

/// A shorter name for a line that names several: "chỉ tiêu 2023", "hộ phải giảm".
pub fn short(lang: Lang, what: &Subject) -> String {
    let year = match what.when {
        When::Year(year) => Some(year),
        When::Day(_) | When::Over(_) | When::Between(..) => None,
    };
    match &what.measure {
        Measure::Target(_, TargetField::Level) => {
            say!(lang, "chỉ tiêu[ {year}]", "target[ {year}]"; year).text()
        }
        Measure::Target(_, TargetField::GoalHouseholds) => {
            lang.pick("hộ phải giảm", "reduction in households").to_owned()
        }
        Measure::Target(_, TargetField::LevelHouseholds) => {
            lang.pick("hộ còn lại", "households that would remain").to_owned()
        }
        Measure::Target(_, part) => aim(lang, *part).to_owned(),
        Measure::Of(Group::Combined, Aspect::Households | Aspect::Persons) => {
            lang.pick("cộng hai nhóm", "both groups").to_owned()
        }
        Measure::Of(_, Aspect::PersonsPerHousehold) => {
            lang.pick("người/hộ", "persons per household").to_owned()
        }
        _ => name(lang, what),
    }
}

/// What is counted where households are: "hộ nghèo" in "1.429 hộ nghèo", "hộ dân" for all; none for other figures.
pub fn counted(lang: Lang, figure: &Figure) -> Option<&'static str> {
    match (&figure.subject.measure, figure.unit) {
        (Measure::Of(group, Aspect::Households | Aspect::SumOfAreas), Unit::Household) => {
            Some(households_after(lang, figure, *group))
        }
        (Measure::AllHouseholds, _) => Some(lang.pick("hộ dân", "households")),
        _ => None,
    }
}

/// "cuối năm 2021" for the last day of a year, else the day.
pub fn end_of(lang: Lang, day: NaiveDate) -> Line {
    if (day.month(), day.day()) == (12, 31) {
        say!(lang, "cuối năm {year}", "the end of {year}"; year = day.year())
    } else {
        say!(lang, "{day}"; day)
    }
}

/// When something is missing: "cuối năm 2021", "at the end of 2021"; any other day "as of 30 Jun 2022".
pub fn at_day(lang: Lang, day: NaiveDate) -> Line {
    let is_end = (day.month(), day.day()) == (12, 31);
    let before = ("", if is_end { "at " } else { "as of " });
    say!(lang, "{before}{day}"; before, day = end_of(lang, day))
}

/// Has a text a colon after a word, which another would follow in a row? One between two numbers divides them.
pub fn has_colon(text: &str) -> bool {
    text.match_indices(": ").any(|(at, _)| !text[..at].ends_with(' '))
}

/// What is said under a head: after a colon; where the first clause has one itself, apart from it, for two colons in a row
/// part nothing.
pub fn under(head: impl Into<Line>, said: Line) -> Line {
    let text = said.text();
    let between = if has_colon(first_clause(&text)) { " · " } else { ": " };
    head.into().say(between).then(said)
}

/// The text up to its first semicolon or the end of its first sentence; the point of an abbreviation ends none.
fn first_clause(text: &str) -> &str {
    let is_end = |at: &usize| text[at + 2..].starts_with(char::is_uppercase);
    let sentence = text.match_indices(". ").map(|(at, _)| at).find(is_end);
    let end = text.find("; ").into_iter().chain(sentence).min();
    &text[..end.unwrap_or(text.len())]
}

/// A number after a name that ends in one would read as part of it: there a colon parts the two.
pub fn ends_in_number(name: &str) -> bool {
    name.ends_with(|letter: char| letter.is_ascii_digit())
}

/// The first letter large, for the beginning of a line.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The sentence with its first letter large.
pub fn first_large(mut sentence: Line) -> Line {
    if let Some(first) = sentence.spans.first_mut() {
        first.text = capital(&first.text);
    }
    sentence
}

/// A name as it stands inside a sentence: its first letter small, unless it begins with an abbreviation ("BHYT cho trẻ
/// em"), with somebody's name ("Nguyễn Hữu Thọ") or with that of a people ("Khmer households").
pub fn small(name: &str) -> String {
    let capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
    let mut letters = name.chars();
    if letters.next().is_none_or(|first| first.to_lowercase().eq([first])) {
        return name.to_owned();
    }
    let abbreviation = capital(letters.next());
    let mut second = name.split(' ').nth(1).unwrap_or_default().chars();
    let somebody = capital(second.next()) && second.next().is_some_and(char::is_lowercase);
    if abbreviation || somebody || peoples::begins_with_one(name) { name.to_owned() } else { lowered(name) }
}

/// A name as it stands inside a sentence, with the words that a sentence has for households of people of merit.
pub fn small_in_sentence(lang: Lang, name: &str) -> String {
    let [families, ..] = glossary::POLICY_FAMILIES.map(|term| lang.term(term));
    small(name).replace(&small(families), lang.term(glossary::POLICY_FAMILIES_INSIDE))
}

/// With its first letter small.
pub fn lowered(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The name of a group.
pub fn group(lang: Lang, group: Group) -> &'static str {
    let [(vi, en), ..] = glossary::group(group);
    lang.pick(vi, en)
}

/// The same at the head of a column or a line: `Hộ nghèo`.
pub fn group_head(lang: Lang, group: Group) -> String {
    capital(self::group(lang, group))
}

/// How a head that stands over columns for the second time ends.
pub const CONTINUED: [&str; 2] = ["tiếp)", "cont.)"];

/// Shorter words for the head over the columns of a group, where these are so narrow that it would be cut.
pub fn shorter_group_heads(head: &str) -> &'static [&'static str] {
    match head {
        "Hộ nghèo" => &["Nghèo"],
        "Hộ cận nghèo" => &["Cận nghèo", "Cận"],
        "Hộ nghèo và cận nghèo" | "Hộ nghèo, cận nghèo" => &["Cả hai", "Hai"],
        "Nghèo đa chiều" => &["Đa chiều"],
        "Multidim. poor" => &["Multidim."],
        head if head.starts_with("Cơ cấu ") => &["Cơ cấu"],
        head if head.starts_with("Biến động ") => &["Biến động"],
        "Near-poor" => &["Near"],
        "Poor and near-poor" | "Poor, near-poor" => &["Both"],
        _ => &[],
    }
}

/// `hộ nghèo`, `poor households`.
pub fn households_of(group: Group) -> (&'static str, &'static str) {
    let [_, households, _] = glossary::group(group);
    households
}

/// The same after a number: one of them is no plural in English.
pub fn households_after(lang: Lang, figure: &Figure, group: Group) -> &'static str {
    let (vi, en) = households_of(group);
    match lang {
        Lang::En if show::is_single(lang, figure) => en.trim_end_matches('s'),
        Lang::En => en,
        Lang::Vi => vi,
    }
}

/// The same in a list of the groups: in English they share the word "households", which stands with the last.
pub fn households_in_list(lang: Lang, figure: &Figure, of: Group, is_last: bool) -> &'static str {
    if lang == Lang::En && !is_last { group(lang, of) } else { households_after(lang, figure, of) }
}

/// The name of a programme before its amount: money that is called so is support, `Hỗ trợ tiền điện cho hộ nghèo`.
pub fn of_money(lang: Lang, name: &str) -> String {
    let is_money = lang == Lang::Vi && name.starts_with("Tiền ");
    if is_money { format!("Hỗ trợ {}", small(name)) } else { name.to_owned() }
}

/// Where room is short: `hộ nghèo, cận nghèo`.
pub fn group_short(group: Group) -> (&'static str, &'static str) {
    let [.., short] = glossary::group(group);
    short
}

fn of_group(lang: Lang, which: Group, aspect: &Aspect) -> String {
    let of = group(lang, which);
    let said = match aspect {
        Aspect::Households => say!(lang, "số {of}", "{of} households"; of),
        Aspect::Persons => say!(lang, "nhân khẩu {of}", "members of {of} households"; of),
        Aspect::Rate => say!(lang, "tỷ lệ {of}", "rate of {of} households"; of),
        Aspect::RateChange => {
            say!(lang, "mức thay đổi tỷ lệ {of}", "reported change in the rate of {of} households"; of)
        }
        Aspect::Reduced => say!(lang, "giảm {of}", "reduction in {of} households"; of),
        Aspect::PolicyFamilies => {
            say!(lang, "hộ chính sách người có công trong {of}", "meritorious-service households among the {of}"; of)
        }
        Aspect::Among(n, field) => of_part(lang, of, &n.name, *field),
        Aspect::Moved(flow) => say!(lang, "{of}: {flow}"; of, flow = movement_line(which, *flow)),
        Aspect::MovedPersons(flow) => {
            say!(lang, "nhân khẩu {of}: {flow}", "members, {of}: {flow}"; of, flow = movement_line(which, *flow))
        }
        Aspect::Out => exits(lang, which, of),
        Aspect::In => say!(lang, "{of} bổ sung và chuyển vào", "additions to {of} households"; of),
        Aspect::Lacking(n) => {
            say!(lang, "{of} thiếu hụt {n}", "{of} households lacking {n}"; of, n = &n.name)
        }
        Aspect::Cause(n) => say!(lang, "{of} do {n}", "{of} because of {n}"; of, n = &n.name),
        Aspect::ShareOfInhabitants => {
            say!(lang, "nhân khẩu {of} trong dân số", "persons in {of} households, of all inhabitants"; of)
        }
        Aspect::PersonsPerHousehold => {
            say!(lang, "số người bình quân một {of}", "persons per {of} household"; of)
        }
        Aspect::ShareOfUnit => say!(lang, "tỷ trọng {of} trong toàn đơn vị", "share of the unit's {of}"; of),
        Aspect::LackingShare(n) => {
            say!(lang, "tỷ lệ {of} thiếu hụt {n}", "share of {of} lacking {n}"; of, n = &n.name)
        }
        Aspect::Change => say!(lang, "thay đổi số {of}", "change in the number of {of} households"; of),
        Aspect::RateDifference => {
            say!(lang, "thay đổi tỷ lệ {of}", "change in the rate of {of} households"; of)
        }
        Aspect::RateFromWhole => {
            say!(lang, "tỷ lệ {of} so với toàn đơn vị", "rate of {of} households against that of the whole unit"; of)
        }
        Aspect::RateByCount => say!(lang, "phần do số {of}", "part due to {of} households"; of),
        Aspect::RateOfOldTotal => {
            say!(lang, "{of} trên tổng hộ dân kỳ trước", "{of}, of the earlier total of households"; of)
        }
        Aspect::RateByTotal => say!(lang, "phần do tổng hộ dân", "part due to the total"),
        Aspect::RankByCount => {
            say!(lang, "xếp hạng theo số {of}", "rank by number of {of} households"; of)
        }
        Aspect::RankByRate => say!(lang, "xếp hạng theo tỷ lệ {of}", "rank by rate of {of} households"; of),
        Aspect::RelativeChange => {
            say!(lang, "mức tăng giảm số {of}", "relative change in the number of {of} households"; of)
        }
        Aspect::SumOfAreas => say!(lang, "cộng các địa bàn: {of}", "sum of the areas: {of}"; of),
    };
    said.text()
}

/// Who left a group called `of`.
fn exits(lang: Lang, which: Group, of: &str) -> Line {
    let exited = match which {
        Group::Poor => "hộ thoát nghèo",
        Group::NearPoor => "hộ thoát cận nghèo",
        Group::Combined => "hộ thoát nghèo, thoát cận nghèo",
    };
    say!(lang, "{out}"; out = (exited, &*format!("{of} households that exited")))
}

/// A figure of a part that the report names, of the group called `of`.
fn of_part(lang: Lang, of: &str, part: &Text, field: PartField) -> Line {
    match field {
        PartField::Households => say!(lang, "{part} trong {of}", "{part} among the {of}"; part, of),
        PartField::Persons => {
            say!(lang, "nhân khẩu {part} trong {of}", "persons of {part} among the {of}"; part, of)
        }
        PartField::All => say!(lang, "tổng số hộ: {part}", "all households: {part}"; part),
        PartField::Rate => say!(lang, "tỷ lệ {of}: {part}", "rate of {of} households: {part}"; of, part),
        PartField::RateChange => {
            say!(lang, "mức thay đổi tỷ lệ {of}: {part}", "reported change in the rate of {of} households: {part}"; of, part)
        }
        PartField::Reduced => {
            say!(lang, "giảm {of}: {part}", "reduction in {of} households: {part}"; of, part)
        }
    }
}

/// The words for a part of a group that has a field of its own: in full, in short, and before the name of its group.
/// In the aspect's own name they are the fallback, so that no part stands without words.
pub fn part(lang: Lang, aspect: &Aspect) -> [String; 3] {
    let [full, short, head] = match aspect {
        Aspect::PolicyFamilies => glossary::POLICY_FAMILIES.map(|term| lang.term(term)),
        Aspect::Among(part, field) => {
            let part = lang.wording(&part.name);
            return match field {
                PartField::Households => std::array::from_fn(|_| part.to_owned()),
                PartField::Persons => {
                    std::array::from_fn(|_| format!("{part}: {}", lang.pick("nhân khẩu", "members")))
                }
                PartField::Rate => std::array::from_fn(|_| format!("{part}: {}", lang.pick("tỷ lệ", "rate"))),
                PartField::All | PartField::RateChange | PartField::Reduced => {
                    std::array::from_fn(|_| capital(&of_group(lang, Group::Combined, aspect)))
                }
            };
        }
        other => return std::array::from_fn(|_| capital(&of_group(lang, Group::Combined, other))),
    };
    [full, short, head].map(str::to_owned)
}

/// What a line of the movement of a group is called, in a table as in a sum: `335 thoát nghèo + 3 tái nghèo`.
pub fn movement_line(group: Group, line: MovementLine) -> (&'static str, &'static str) {
    glossary::movement_line(group, line)
}

/// The same of the groups that one row tells: their words where these differ, with a comma between.
pub fn movement_line_of(lang: Lang, groups: &[Group], line: MovementLine) -> String {
    let mut words: Vec<&str> = Vec::new();
    for group in groups {
        let (vi, en) = movement_line(*group, line);
        let word = lang.pick(vi, en);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(", ")
}

fn support(lang: Lang, part: Support) -> &'static str {
    lang.term(glossary::support(part))
}

fn cover(lang: Lang, part: Cover) -> &'static str {
    lang.term(glossary::cover(part))
}

fn aim(lang: Lang, part: TargetField) -> &'static str {
    lang.term(glossary::target(part))
}

/// A period after "in": `6 tháng đầu năm 2023`, `the first half of 2023`.
pub fn within(lang: Lang, period: Period) -> String {
    let named = when(lang, When::Over(period));
    let is_ordinal = ["first ", "second "].iter().any(|word| named.starts_with(word));
    if lang == Lang::En && is_ordinal { format!("the {named}") } else { named }
}

/// A period as two days where the calendar has no name for it: `từ 01/01/2019 đến 28/10/2019`.
pub fn in_words(lang: Lang, period: Period) -> String {
    let named = within(lang, period);
    if named == when(lang, When::Between(period.first, period.last)) {
        return say!(lang, "từ {first} đến {last}", "{first} to {last}"; first = period.first, last = period.last)
            .text();
    }
    named
}

/// When a figure is told to hold: the start of a period is a day, the one before it.
pub fn held(what: &Subject) -> When {
    use MovementLine::Start;
    let is_start = matches!(what.measure, Measure::Of(_, Aspect::Moved(Start) | Aspect::MovedPersons(Start)));
    match what.when {
        When::Over(period) if is_start => period.first.pred_opt().map_or(what.when, When::Day),
        other => other,
    }
}

/// When a figure holds: a day, a period, between two days, a year.
pub fn when(lang: Lang, when: When) -> String {
    use crate::model::period::Name;
    match when {
        When::Day(day) => date::day(lang, day),
        When::Year(year) => date::year(lang, year),
        When::Between(a, b) if (a.month(), a.day(), b.month(), b.day()) == (1, 1, 12, 31) => {
            format!("{}-{}", a.year(), b.year())
        }
        When::Between(a, b) => format!("{} - {}", date::day(lang, a), date::day(lang, b)),
        When::Over(period) => match period.name {
            Name::Year(year) => date::year(lang, year),
            Name::Half(year, half) => date::half(lang, year, half),
            Name::Quarter(year, quarter) => date::quarter(lang, year, quarter),
            Name::Month(year, month) => date::month(lang, year, month),
            Name::ToDate(_) if period.is_whole_year() => date::year(lang, period.year()),
            Name::ToDate(last) if last.succ_opt().is_some_and(|next| next.day() == 1) => {
                date::first_months(lang, period.year(), last.month())
            }
            Name::ToDate(_) => self::when(lang, When::Between(period.first, period.last)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::measure::GroupField;

    #[test]
    fn every_part_of_a_group_has_words_in_full_and_in_short() {
        let own = [Aspect::Households, Aspect::Persons, Aspect::Rate];
        for field in GroupField::ALL.iter().filter(|field| !field.is_flow && !own.contains(&field.aspect)) {
            for lang in [Lang::Vi, Lang::En] {
                let fallback = capital(&of_group(lang, Group::Combined, &field.aspect));
                assert!(part(lang, &field.aspect).iter().all(|words| *words != fallback), "{}", field.code);
            }
        }
    }

    #[test]
    fn a_name_in_a_sentence_keeps_the_capitals_that_are_its_own() {
        assert_eq!(small("Tỷ lệ hộ nghèo"), "tỷ lệ hộ nghèo");
        assert_eq!(small("Vay giải quyết việc làm"), "vay giải quyết việc làm");
        assert_eq!(small("Đào tạo nghề"), "đào tạo nghề");
        assert_eq!(small("Học bổng Nguyễn Hữu Thọ"), "học bổng Nguyễn Hữu Thọ");
        assert_eq!(small("Thẻ BHYT"), "thẻ BHYT");
        assert_eq!(small("Ô tô"), "ô tô");
        for own in ["BHYT cho trẻ em", "Nguyễn Hữu Thọ, học bổng", "Nguyễn Hữu Thọ scholarships", ""]
        {
            assert_eq!(small(own), own);
        }
    }
}
