//! Words that names of places begin with: the one list of them, with how far down such a place stands.

use super::forms::words_of;

/// How far down a place stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Provinces, and cities, which may be districts too.
    Province = 1,
    /// Districts.
    District,
    /// Wards and communes.
    Commune,
    /// Quarters and hamlets: a commune may have both beside each other.
    Hamlet,
    /// What may lie in these, and what does not tell where it lies.
    Group,
}

/// A kind of place.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Its word, in small letters.
    pub word: &'static str,
    /// How far down it stands.
    pub tier: Tier,
    /// Is it a place of a list of people, whatever stands beside it? Words that are like names of people, or stand for
    /// something else in such a list, are none.
    pub is_listed: bool,
}

const fn listed(word: &'static str, tier: Tier) -> Kind {
    Kind { word, tier, is_listed: true }
}

const fn other(word: &'static str, tier: Tier) -> Kind {
    Kind { word, tier, is_listed: false }
}

/// All of them; a word before those that begin it.
pub const ALL: [Kind; 40] = [
    listed("tổ dân phố", Tier::Group),
    listed("khu dân cư", Tier::Hamlet),
    listed("tiểu khu", Tier::Group),
    listed("khu phố", Tier::Hamlet),
    listed("khu vực", Tier::Hamlet),
    listed("thị trấn", Tier::Commune),
    listed("phường", Tier::Commune),
    listed("thôn", Tier::Hamlet),
    listed("buôn", Tier::Hamlet),
    listed("làng", Tier::Hamlet),
    listed("phum", Tier::Hamlet),
    listed("khối", Tier::Hamlet),
    listed("chòm", Tier::Group),
    listed("plei", Tier::Hamlet),
    listed("plây", Tier::Hamlet),
    listed("khóm", Tier::Hamlet),
    listed("xóm", Tier::Hamlet),
    listed("sóc", Tier::Hamlet),
    listed("bản", Tier::Hamlet),
    listed("đội", Tier::Group),
    listed("cụm", Tier::Group),
    listed("khu", Tier::Hamlet),
    listed("tdp", Tier::Group),
    listed("tổ", Tier::Group),
    listed("ấp", Tier::Hamlet),
    listed("xã", Tier::Commune),
    listed("kp", Tier::Hamlet),
    listed("p", Tier::Group),
    other("thành phố", Tier::Province),
    other("tp", Tier::Province),
    other("tỉnh", Tier::Province),
    other("quận", Tier::District),
    other("huyện", Tier::District),
    other("thị xã", Tier::District),
    other("đặc khu", Tier::Commune),
    other("bon", Tier::Hamlet),
    other("kon", Tier::Hamlet),
    other("nông trường", Tier::Group),
    other("phố", Tier::Hamlet),
    other("x", Tier::Group),
];

/// The kinds of places of lists of people.
pub fn listed_kinds() -> impl Iterator<Item = &'static str> {
    ALL.iter().filter(|kind| kind.is_listed).map(|kind| kind.word)
}

/// The kinds of units that have an office of their own.
pub fn of_offices() -> impl Iterator<Item = &'static Kind> {
    ALL.iter().filter(|kind| kind.tier <= Tier::Commune)
}

/// Is that the first word, without accents, of the kind of a quarter or a hamlet?
pub fn begins_a_hamlet(word: &str) -> bool {
    ALL.iter()
        .filter(|kind| kind.tier == Tier::Hamlet)
        .any(|kind| words_of(kind.word).split(' ').next() == Some(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_word_is_found_before_those_that_begin_it() {
        for (at, kind) in ALL.iter().enumerate() {
            let later = ALL[at + 1..].iter().filter(|other| other.is_listed == kind.is_listed);
            let is_hidden = later
                .filter(|other| other.word != kind.word)
                .any(|other| other.word.strip_prefix(kind.word).is_some_and(|rest| rest.starts_with(' ')));
            assert!(!is_hidden, "{}", kind.word);
        }
    }
}
