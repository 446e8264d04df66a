//! Names inside sentences.

/// A name as it stands inside a sentence: its first letter small, unless it begins with an abbreviation ("BHYT cho trẻ
/// em") or with somebody's name ("Nguyễn Hữu Thọ").
pub fn small(name: &str) -> String {
    let capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
    let mut letters = name.chars();
    let Some(first) = letters.next() else { return String::new() };
    let abbreviation = capital(letters.clone().next());
    let mut second = name.split(' ').nth(1).unwrap_or_default().chars();
    let somebody = capital(second.next()) && second.next().is_some_and(char::is_lowercase);
    if abbreviation || somebody { name.to_owned() } else { first.to_lowercase().chain(letters).collect() }
}

#[cfg(test)]
mod tests {
    use super::small;

    #[test]
    fn a_name_in_a_sentence_keeps_the_capitals_that_are_its_own() {
        assert_eq!(small("Học bổng Nguyễn Hữu Thọ"), "học bổng Nguyễn Hữu Thọ");
        assert_eq!(small("Thẻ BHYT"), "thẻ BHYT");
        assert_eq!(small("Ô tô"), "ô tô");
        for own in ["BHYT cho trẻ em", "Nguyễn Hữu Thọ, học bổng", ""] {
            assert_eq!(small(own), own);
        }
    }
}
