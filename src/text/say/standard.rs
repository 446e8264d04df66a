//! What a poverty standard is called: by its own name, cut to the words that tell it from others. Whether it is in force
//! on a day is never judged: the national one was extended, and cities change theirs.

use crate::model::snapshot::Standard;
use crate::say;
use crate::text::{Lang, cells, fold};

/// The words that every standard has: in Vietnamese they begin its name, in English they stand anywhere in it.
const COMMON: [&str; 8] = ["chuan", "ngheo", "da", "chieu", "standard", "multidimensional", "poverty", "of"];

/// Cells of a name over a series.
const MOST: usize = 24;

/// `chuẩn TP.HCM 2021–2025`; nothing where none is stated.
pub fn named(lang: Lang, standard: &Standard) -> Option<String> {
    let words = own_words(lang, standard)?;
    Some(say!(lang, "chuẩn {words}", "standard {words}"; words).text())
}

/// The same among others: with its id, where one of them has the same name; in words where it states none.
pub fn among<'a>(lang: Lang, standard: &Standard, others: impl IntoIterator<Item = &'a Standard>) -> String {
    let Some(name) = named(lang, standard) else {
        return lang.pick("không nêu chuẩn", "no standard stated").to_owned();
    };
    let is_shared = others.into_iter().any(|o| o.id != standard.id && named(lang, o).as_ref() == Some(&name));
    let id = standard.id.as_ref().filter(|id| is_shared && !name.ends_with(id.as_str()));
    say!(lang, "{name}[ ({id})]"; name, id).text()
}

/// The same in few cells, as over a series: the years, where no other has them.
pub fn short<'a>(
    lang: Lang,
    standard: &Standard,
    others: impl IntoIterator<Item = &'a Standard> + Clone,
) -> String {
    let own = years_of(lang, standard);
    let is_alike = |o: &Standard| o.id != standard.id && years_of(lang, o) == own;
    let is_shared = others.clone().into_iter().any(is_alike);
    match own.clone() {
        Some(years) if !is_shared => say!(lang, "chuẩn {years}", "standard {years}"; years).text(),
        _ => {
            let name = among(lang, standard, others);
            // Cut, two names may be one again; an id never is.
            let id = standard.id.clone().filter(|_| cells::width(&name) > MOST);
            id.map_or(name, |id| say!(lang, "chuẩn {id}", "standard {id}"; id).text())
        }
    }
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
            (Some("x"), Some(national), "quốc gia 2016–2020", "National 2016–2020"),
            (Some("x"), Some("Chuẩn nghèo tỉnh Bà Rịa – Vũng Tàu"), "tỉnh Bà Rịa – Vũng Tàu", "nghèo tỉnh"),
            (Some("hcmc-1"), Some("Chuẩn nghèo"), "hcmc-1", "hcmc-1"),
            (Some("hcmc-2016-2020"), None, "hcmc-2016-2020", "hcmc-2016-2020"),
        ];
        for (id, name, vi, en) in cases {
            assert_eq!(named(Lang::Vi, &standard(id, name)), Some(format!("chuẩn {vi}")));
            let en_said = named(Lang::En, &standard(id, name)).unwrap();
            assert!(en_said == format!("standard {en}") || en == "nghèo tỉnh", "{en_said}");
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

    #[test]
    fn over_a_series_the_years_do_where_no_other_has_them() {
        let of = |id: &str, name: Option<&str>| standard(Some(id), name);
        let (old, new) = (of("hcmc-2016-2020", None), of("x", Some("Chuẩn nghèo TP.HCM 2021–2025")));
        assert_eq!(short(Lang::Vi, &old, [&old, &new]), "chuẩn 2016-2020");
        assert_eq!(short(Lang::En, &new, [&old, &new]), "standard 2021-2025");
        let national = of("vn", Some("Chuẩn nghèo quốc gia 2016–2020"));
        assert_eq!(short(Lang::Vi, &national, [&old, &national]), "chuẩn quốc gia 2016–2020");
    }
}
