//! What a poverty standard is called: by its own name, cut to the words that tell it from others. Whether it is in force
//! on a day is never judged: the national one was extended, and cities change theirs.

use crate::model::snapshot::Standard;
use crate::say;
use crate::text::{Lang, cells, fold, glossary};

use super::what::lowered;

/// The words that every standard has: in Vietnamese they begin its name, in English they stand anywhere in it.
const COMMON: [&str; 8] = ["chuan", "ngheo", "da", "chieu", "standard", "multidimensional", "poverty", "of"];

/// The words of an English name that say whose kind of unit a standard is of.
const KINDS: [&str; 4] = ["National", "Provincial", "City", "Municipal"];

/// Cells of a name over a series.
const MOST: usize = 24;

/// `chuẩn TP.HCM 2021–2025`; nothing where none is stated.
pub fn named(lang: Lang, standard: &Standard) -> Option<String> {
    Some(of_words(lang, &own_words(lang, standard)?))
}

fn of_words(lang: Lang, words: &str) -> String {
    // A sentence goes on with it: "the national standard"; a place keeps its capital.
    let is_kind = lang == Lang::En && words.split(' ').next().is_some_and(|first| KINDS.contains(&first));
    let words = if is_kind { &*lowered(words) } else { words };
    say!(lang, "chuẩn {words}", "{words} standard"; words).text()
}

/// The same among others: with its id, where one of them has the same name; in words where it states none.
pub fn among<'a>(lang: Lang, standard: &Standard, others: impl IntoIterator<Item = &'a Standard>) -> String {
    let Some(words) = own_words(lang, standard) else {
        return lang.term(glossary::NO_STANDARD).to_owned();
    };
    let is_shared =
        others.into_iter().any(|o| o.id != standard.id && own_words(lang, o).as_ref() == Some(&words));
    let id = standard.id.as_ref().filter(|id| is_shared && words != id.as_str());
    let name = of_words(lang, &words);
    say!(lang, "{name}[ ({id})]"; name, id).text()
}

/// The same in few cells, as over a series: the words of its name that tell it from the others.
pub fn short<'a>(
    lang: Lang,
    standard: &Standard,
    others: impl IntoIterator<Item = &'a Standard> + Clone,
) -> String {
    told_apart(lang, standard, others.clone())
        .map_or_else(|| among(lang, standard, others), |words| of_words(lang, &words))
}

/// The words alone, without those that all names begin with; none where no words tell it apart.
pub fn told_apart<'a>(
    lang: Lang,
    standard: &Standard,
    others: impl IntoIterator<Item = &'a Standard>,
) -> Option<String> {
    let own = series_words(lang, standard)?;
    let others: Vec<Vec<String>> = others
        .into_iter()
        .filter(|other| other.id != standard.id)
        .filter_map(|other| series_words(lang, other))
        .collect();
    if others.contains(&own) {
        return None;
    }
    let is_shared = |at: &usize| others.iter().all(|words| words.get(*at) == own.get(*at));
    let is_end_shared =
        |at: &usize| others.iter().all(|words| words.iter().rev().nth(*at) == own.iter().rev().nth(*at));
    let front = (0..own.len()).take_while(is_shared).count();
    let back = (0..own.len()).take_while(is_end_shared).count();
    // What is all that one of them is called tells the others nothing by being gone.
    let leaves =
        |cut: usize| !others.is_empty() && others.iter().chain([&own]).all(|words| words.len() > cut);
    let front = if leaves(front) { front } else { 0 };
    let words = own[front..].join(" ");
    // The years stay where there is room for them.
    let is_long = cells::width(&words) > MOST && leaves(front + back);
    Some(if is_long { own[front..own.len() - back].join(" ") } else { words })
}

/// The words of its name; of one without a name the years in its id, which say more than an id does.
fn series_words(lang: Lang, standard: &Standard) -> Option<Vec<String>> {
    let words = match (&standard.name, &standard.id) {
        (None, Some(id)) => years(id).or_else(|| Some(id.clone())),
        _ => own_words(lang, standard),
    };
    Some(words?.split_whitespace().map(str::to_owned).collect())
}

/// Its name without the words that all have; its id where it has no name.
fn own_words(lang: Lang, standard: &Standard) -> Option<String> {
    let Some(name) = standard.name.as_ref().map(|name| lang.wording(name)) else {
        return standard.id.clone();
    };
    let is_common = |word: &&str| COMMON.contains(&fold::find_key(word).as_str());
    let words = name.split_whitespace();
    let left: Vec<&str> = match lang {
        Lang::Vi => words.skip_while(is_common).collect(),
        Lang::En => words.filter(|word| !is_common(word)).collect(),
    };
    Some(if left.is_empty() {
        standard.id.clone().unwrap_or_else(|| name.to_owned())
    } else {
        left.join(" ")
    })
}

/// Is it the national multidimensional one? Under it both groups together are "nghèo đa chiều"; where a city measures
/// by its own they are but a sum.
pub fn is_national_multidimensional(standard: &Standard) -> bool {
    const NO_PLACE: [&str; 4] = ["giai", "doan", "quoc", "gia"];
    let Some(name) = &standard.name else { return false };
    let of_all = |word: &str| {
        let word = fold::find_key(word);
        NO_PLACE.contains(&word.as_str())
            || COMMON.contains(&word.as_str())
            || word.contains(|c: char| c.is_ascii_digit())
    };
    name.vi.to_lowercase().contains("đa chiều") && name.vi.split_whitespace().all(of_all)
}

/// The years in the name of a standard, or in its id.
pub fn years_of(lang: Lang, standard: &Standard) -> Option<String> {
    let name = standard.name.as_ref().map(|name| lang.wording(name));
    name.and_then(years).or_else(|| standard.id.as_deref().and_then(years))
}

/// `2016-2020` in a name or id.
fn years(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_span = |w: &&[char]| {
        let digits = |part: &[char]| part.iter().all(char::is_ascii_digit);
        digits(&w[..4]) && matches!(w[4], '-' | '\u{2013}' | '_') && digits(&w[5..])
    };
    let found = letters.windows(9).find(is_span)?;
    let part = |range: std::ops::Range<usize>| found[range].iter().collect::<String>();
    Some(format!("{}-{}", part(0..4), part(5..9)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words::Text;

    fn standard(id: Option<&str>, name: Option<&str>) -> Standard {
        let text = |vi: &str| match vi.split_once(" / ") {
            Some((vi, en)) => Text { vi: vi.to_owned(), en: Some(en.to_owned()) },
            None => Text::vi(vi),
        };
        Standard { id: id.map(str::to_owned), name: name.map(text) }
    }

    #[test]
    fn a_standard_is_called_by_the_words_that_tell_it_apart() {
        let national = "Chuẩn nghèo quốc gia 2016–2020 / National poverty standard 2016–2020";
        let cases = [
            (
                Some("x"),
                Some("Chuẩn nghèo đa chiều 2022–2025 / Multidimensional standard 2022–2025"),
                "2022–2025",
                "2022–2025",
            ),
            (Some("x"), Some(national), "quốc gia 2016–2020", "national 2016–2020"),
            (Some("x"), Some("Chuẩn nghèo tỉnh Bà Rịa – Vũng Tàu"), "tỉnh Bà Rịa – Vũng Tàu", "nghèo tỉnh"),
            (Some("hcmc-1"), Some("Chuẩn nghèo"), "hcmc-1", "hcmc-1"),
            (Some("hcmc-2016-2020"), None, "hcmc-2016-2020", "hcmc-2016-2020"),
        ];
        for (id, name, vi, en) in cases {
            assert_eq!(named(Lang::Vi, &standard(id, name)), Some(format!("chuẩn {vi}")));
            let en_said = named(Lang::En, &standard(id, name)).unwrap();
            assert!(en_said == format!("{en} standard") || en == "nghèo tỉnh", "{en_said}");
        }
        assert_eq!(named(Lang::Vi, &standard(None, None)), None);
    }

    /// Whatever two standards are called, no two stand under one name.
    #[test]
    fn two_standards_never_share_a_name() {
        let all = [
            standard(Some("vn-2016-2020"), Some("Chuẩn nghèo quốc gia 2016–2020")),
            standard(Some("brvt-2016-2020"), Some("Chuẩn nghèo tỉnh Bà Rịa – Vũng Tàu")),
            standard(Some("vn-2022-2025"), Some("Chuẩn nghèo đa chiều 2022–2025")),
            standard(Some("hcmc-2021-2025"), None),
            standard(Some("a"), Some("Chuẩn nghèo")),
            standard(Some("b"), Some("Chuẩn nghèo")),
            standard(Some("c"), Some("Chuẩn nghèo quốc gia 2016–2020")),
            standard(None, None),
        ];
        for lang in [Lang::Vi, Lang::En] {
            for (i, one) in all.iter().enumerate() {
                for other in &all[i + 1..] {
                    let pair = [one, other];
                    assert_ne!(among(lang, one, pair), among(lang, other, pair));
                    assert_ne!(short(lang, one, pair), short(lang, other, pair));
                }
            }
        }
    }

    /// An id is no name: it stands where nothing else tells two apart.
    #[test]
    fn over_a_series_stand_the_words_that_tell_one_from_the_others() {
        let of = |id: &str, name: &str| standard(Some(id), Some(name).filter(|name| !name.is_empty()));
        let cases = [
            (["Chuẩn nghèo TP.HCM 2016–2020", "Chuẩn nghèo TP.HCM 2021–2025"], ["2016–2020", "2021–2025"]),
            (
                ["Chuẩn nghèo quốc gia 2016–2020", "Chuẩn nghèo tỉnh Bà Rịa – Vũng Tàu"],
                ["quốc gia 2016–2020", "tỉnh Bà Rịa – Vũng Tàu"],
            ),
            (
                [
                    "Chuẩn nghèo đa chiều Thành phố giai đoạn 2022-2025",
                    "Chuẩn nghèo quốc gia giai đoạn 2022-2025",
                ],
                ["Thành phố", "quốc gia"],
            ),
            (["Chuẩn nghèo đa chiều 2016–2020", "Chuẩn tỉnh 2016–2020"], ["2016–2020", "tỉnh 2016–2020"]),
            (["", "Chuẩn nghèo TP.HCM 2021–2025"], ["2016-2020", "TP.HCM 2021–2025"]),
            (["Chuẩn nghèo", "Chuẩn nghèo đa chiều"], ["hcmc-2016-2020", "x"]),
        ];
        for ([one, other], words) in cases {
            let pair = [of("hcmc-2016-2020", one), of("x", other)];
            let told = pair.each_ref().map(|standard| short(Lang::Vi, standard, &pair));
            assert_eq!(told, words.map(|words| format!("chuẩn {words}")));
        }
    }
}
