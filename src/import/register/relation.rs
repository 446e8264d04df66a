//! Who of a household heads it, by what is said of the relation.

/// Does a cell say that somebody is the head? It is written in full or in short, or by the code of the censuses, whose 1 is
/// the head; "Con chủ hộ" is a child.
pub fn is_head(words: &str) -> bool {
    const HEADS: [&str; 12] = [
        "ch",
        "c h",
        "c ho",
        "ch ho",
        "chu gia dinh",
        "chu nha",
        "ban than",
        "chinh chu",
        "dai dien",
        "dai dien ho",
        "nguoi dai dien",
        "dung dau ho",
    ];
    let is_one = |number: &str| matches!(number, "1" | "01");
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let rest = rest.strip_prefix("la ").unwrap_or(rest);
    is_one(words) || HEADS.contains(&rest) || rest == "chu ho" || rest.starts_with("chu ho ")
}

#[cfg(test)]
mod tests {
    use super::super::super::forms::words_of;
    use super::*;

    #[test]
    fn the_head_is_told_from_those_that_are_told_by_it() {
        for text in [
            "Chủ hộ",
            "CH",
            "C.hộ",
            "Ch.hộ",
            "Bản thân",
            "Là chủ hộ",
            "1 - Chủ hộ",
            "01",
            "1",
            "Chủ hộ (đã mất)",
            "Đại diện",
        ] {
            assert!(is_head(&words_of(text)), "{text}");
        }
        for text in ["Vợ", "Con chủ hộ", "Là vợ của chủ hộ", "2", "10", "11", "Cháu", "", "Chú", "Khác"]
        {
            assert!(!is_head(&words_of(text)), "{text}");
        }
    }
}
