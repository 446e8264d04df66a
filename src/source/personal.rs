//! What in a text may be somebody's: the number or the mail address of a person.

/// The digits of identity numbers, old and new.
const LENGTHS: [usize; 2] = [9, 12];
/// The digits that stand together where such a number is written in groups; groups of two are days and years.
const GROUP: std::ops::RangeInclusive<usize> = 3..=9;

/// 9 or 12 digits, in one run, or in groups with the same sign between them: a blank, a point, a hyphen. Digits of any
/// script and width.
pub(super) fn has_number(text: &str) -> bool {
    // Hardly a text has so many digits at all.
    if text.chars().filter(|c| is_digit(*c)).nth(LENGTHS[0] - 1).is_none() {
        return false;
    }
    let runs = text.split(|c: char| !is_digit(c));
    runs.map(|run| run.chars().count()).any(|length| LENGTHS.contains(&length)) || has_grouped_number(text)
}

/// A digit of any script. The letters of Vietnamese are passed over without a look into the tables of all letters.
fn is_digit(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_digit(),
        'À'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' => false,
        _ => c.is_numeric(),
    }
}

fn has_grouped_number(text: &str) -> bool {
    let is_between =
        |c: char| matches!(c, ' ' | '.' | '-' | '\u{2011}' | '\u{2013}' | '\u{b7}' | '\u{a0}' | '\u{202f}');
    let chains = text.split(|c: char| !is_digit(c) && !is_between(c));
    chains.map(|chain| chain.trim_matches(is_between)).any(|chain| {
        let signs: Vec<char> = chain.chars().filter(|c| !is_digit(*c)).collect();
        let groups: Vec<usize> =
            chain.split(|c: char| !is_digit(c)).map(|group| group.chars().count()).collect();
        let is_one = signs.windows(2).all(|two| two[0] == two[1]);
        is_one
            && groups.len() > 1
            && groups.iter().all(|group| GROUP.contains(group))
            && LENGTHS.contains(&groups.iter().sum())
    })
}

/// Something of the form `a@b.c`.
pub(super) fn has_mail_address(text: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    text.match_indices('@').any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(word);
        let host: String = text[at + 1..].chars().take_while(|c| word(*c)).collect();
        before && host.split_once('.').is_some_and(|(name, rest)| !name.is_empty() && !rest.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_83_numbers_of_persons_are_seen_however_they_are_written() {
        for text in [
            "079012345678",
            "CCCD 079 012 345 678.",
            "079.012.345.678",
            "0790-1234-5678",
            "０７９０１２３４５６７８",
            "mã 123456789, tổ 3",
            "123-456-789",
            "(079012 345678)",
        ] {
            assert!(has_number(text), "{text}");
        }
    }

    #[test]
    fn figures_days_and_years_are_no_persons() {
        for text in [
            "1.429 hộ",
            "12345678",
            "1234567890",
            "giai đoạn 2021-2025, 1.000 hộ",
            "31.12.2022 - 31.12.2023",
            "31-12-2022 1000",
            "1.429.000 đồng",
            "10 20 30 40 50 60",
        ] {
            assert!(!has_number(text), "{text}");
        }
    }
}
