//! Names in fewer words, for places where several must share a line: the abbreviations that officers use, and the
//! words that a heading or a unit beside the name already says.

use crate::text::say::what::small;
use crate::text::{Lang, cells, glossary};

/// What is left out or shortened in Vietnamese, in this order.
const VI: [(&str, &str); 11] = [
    ("Các ", ""),
    ("bảo hiểm y tế", "BHYT"),
    ("Bảo hiểm y tế", "BHYT"),
    ("bảo hiểm xã hội", "BHXH"),
    ("Bảo hiểm xã hội", "BHXH"),
    (" cho người thuộc hộ ", " hộ "),
    (" cho đối tượng thuộc hộ ", " hộ "),
    ("ay vốn hỗ trợ ", "ay "),
    ("ay giải quyết ", "ay "),
    ("iảm số hộ ", "iảm hộ "),
    ("hính sách hỗ trợ khác", "hính sách khác"),
];

/// The same in English.
const EN: [(&str, &str); 10] = [
    (" disadvantaged ", " "),
    ("-encouragement scholarships", " scholarships"),
    ("-reduction loans", " loans"),
    ("-creation loans", " loans"),
    ("The ", ""),
    ("Rate of near-poor households", "Near-poor rate"),
    ("Rate of poor households", "Poor rate"),
    ("Meritorious-service re-entries into ", "Merit. re-entered "),
    ("Meritorious-service ", "Meritorious "),
    (" re-entries into ", " re-entered "),
];

/// The name without what can be spared.
pub fn name(lang: Lang, full: &str) -> String {
    let full = abbreviated(full);
    let spared = match lang {
        Lang::Vi => &VI[..],
        Lang::En => &EN[..],
    };
    let shorter = spared.iter().fold(full, |text, (long, short)| text.replace(long, short));
    let [families, in_short, _] = glossary::POLICY_FAMILIES.map(|term| lang.term(term));
    let shorter = shorter.replace(families, in_short).replace(&small(families), &small(in_short));
    let poor = lang.pick(" cho hộ nghèo", " for poor households");
    shorter.trim().trim_end_matches(poor).to_owned()
}

/// The same for the label of a row whose numbers stand close to it: English has short words for households too, and a rate
/// is one of households without the word.
pub fn label(lang: Lang, full: &str) -> String {
    let (words, fewer) = match lang {
        Lang::Vi => ("ỷ lệ hộ ", "ỷ lệ "),
        Lang::En => ("oor households", "oor hhs"),
    };
    name(lang, full).replace(words, fewer)
}

/// The name as it stands inside a sentence: its first letter small, unless the word is an abbreviation.
pub fn inside(lang: Lang, full: &str) -> String {
    small(&name(lang, full))
}

/// `Thẻ bảo hiểm y tế (BHYT)` is `Thẻ BHYT`: a name that gives its own abbreviation after the words it stands for.
fn abbreviated(full: &str) -> String {
    let Some((before, short)) = full.trim_end().strip_suffix(')').and_then(|f| f.rsplit_once(" (")) else {
        return full.to_owned();
    };
    let words: Vec<&str> = before.split(' ').collect();
    let count = short.chars().count();
    let Some(from) = words.len().checked_sub(count).filter(|_| count > 1) else { return full.to_owned() };
    let initials = words[from..].iter().filter_map(|w| w.chars().next());
    let same = initials.flat_map(char::to_uppercase).eq(short.chars());
    if !same {
        return full.to_owned();
    }
    [&words[..from], &[short]].concat().join(" ")
}

/// The name in at most so many cells: up to a comma where that is enough, else cut in its middle.
pub fn within(text: &str, most: usize) -> String {
    if cells::width(text) <= most {
        return text.to_owned();
    }
    let commas = text.match_indices(", ").map(|(at, _)| &text[..at]);
    let fitting = commas.filter(|part| cells::width(part) <= most).last();
    fitting.map_or_else(|| cells::cut_middle(text, most), ToOwned::to_owned)
}

/// Several names that begin or end alike, the common words said once: `Hộ chính sách tái nghèo, tái cận nghèo`.
/// What is left of each keeps at least two words: a lone one would not say what it is.
pub fn joined(names: &[String]) -> String {
    let words: Vec<Vec<&str>> = names.iter().map(|n| n.split(' ').collect()).collect();
    let shortest = words.iter().map(Vec::len).min().unwrap_or(0);
    let alike = |n: usize| words.iter().all(|w| w[..n] == words[0][..n]);
    let common = (0..shortest.saturating_sub(1)).rev().find(|n| alike(*n)).unwrap_or(0);
    let mut parts = vec![names.first().cloned().unwrap_or_default()];
    parts.extend(words.iter().skip(1).map(|w| w[common..].join(" ")));
    parts.join(", ")
}

/// The words that all names begin with, or else end with; none when they share none.
pub fn shared(names: &[String]) -> String {
    let words: Vec<Vec<&str>> = names.iter().map(|n| n.split(' ').collect()).collect();
    let shortest = words.iter().map(Vec::len).min().unwrap_or(0);
    let first = |n: usize| words.iter().all(|w| w[..n] == words[0][..n]);
    let last = |n: usize| words.iter().all(|w| w[w.len() - n..] == words[0][words[0].len() - n..]);
    let most = |same: &dyn Fn(usize) -> bool| (1..=shortest).rev().find(|n| same(*n));
    match (most(&first), most(&last)) {
        (Some(n), _) => words[0][..n].join(" "),
        (None, Some(n)) => words[0][words[0].len() - n..].join(" "),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: &[&str]) -> Vec<String> {
        all.iter().map(|n| (*n).to_owned()).collect()
    }

    #[test]
    fn a_name_gives_its_own_abbreviation() {
        assert_eq!(name(Lang::Vi, "Thẻ bảo hiểm y tế (BHYT)"), "Thẻ BHYT");
        assert_eq!(name(Lang::Vi, "Giới thiệu việc làm (5 sàn)"), "Giới thiệu việc làm (5 sàn)");
        assert_eq!(inside(Lang::Vi, "BHYT cho người thuộc hộ nghèo"), "BHYT hộ nghèo");
        assert_eq!(inside(Lang::Vi, "Tiền điện cho hộ nghèo"), "tiền điện");
        assert_eq!(name(Lang::Vi, "Hộ chính sách người có công tái nghèo"), "Hộ chính sách tái nghèo");
        assert_eq!(inside(Lang::Vi, "Vay giải quyết việc làm"), "vay việc làm");
    }

    #[test]
    fn a_long_name_ends_at_a_comma() {
        assert_eq!(within("Học bổng khuyến học, khuyến tài", 23), "Học bổng khuyến học");
        assert_eq!(within("Giới thiệu việc làm", 10), "Giới…làm");
        assert_eq!(within("Thẻ BHYT", 8), "Thẻ BHYT");
    }

    #[test]
    fn common_words_are_said_once_and_no_word_stands_alone() {
        let merit = names(&["Hộ chính sách tái nghèo", "Hộ chính sách tái cận nghèo"]);
        assert_eq!(joined(&merit), "Hộ chính sách tái nghèo, tái cận nghèo");
        assert_eq!(joined(&names(&["Vay", "Học bổng"])), "Vay, Học bổng");
    }

    #[test]
    fn what_names_share_stands_at_their_beginning_or_end() {
        assert_eq!(shared(&names(&["Học bổng khuyến học", "Học bổng Nguyễn Hữu Thọ"])), "Học bổng");
        assert_eq!(shared(&names(&["Study scholarships", "Nguyễn Hữu Thọ scholarships"])), "scholarships");
        assert_eq!(shared(&names(&["Vay", "Học bổng"])), "");
    }
}
