//! The causes that a cell names in words. What stands in it besides is told: "Lười lao động" is not "Không có lao động".

use super::super::forms::{ColumnRule, forms, has_phrase, words_of};

/// The causes, by their paths; and is any of what is said not known?
pub fn told(text: &str) -> (Vec<&'static str>, bool) {
    let mut causes = Vec::new();
    let mut is_unknown = false;
    for part in text.split([',', ';', '/', '+', '&', ':', '\n']) {
        for words in words_of(part).split(" va ").filter(|words| !words.is_empty()) {
            match of_part(words) {
                Some(known) => causes.extend(known),
                None => is_unknown = true,
            }
        }
    }
    causes.sort_unstable();
    causes.dedup();
    let says_nothing = causes.is_empty() && !words_of(text).is_empty();
    (causes, is_unknown || says_nothing)
}

/// The causes that one part names; none where it says anything else.
fn of_part(words: &str) -> Option<Vec<&'static str>> {
    let rules: Vec<&'static ColumnRule> = rules().filter(|rule| rule.fit(words).is_some()).collect();
    let own = rules.iter().flat_map(|rule| rule.heads.iter().flat_map(|heads| heads.split('|')));
    let mut phrases: Vec<&str> = own.chain(forms().lists.cause.iter().map(String::as_str)).collect();
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    let mut left = format!(" {} ", words.replace(' ', "  "));
    for phrase in phrases {
        let phrase = format!(" {} ", phrase.replace(' ', "  "));
        left = left.replace(&phrase, " | ");
    }
    // "Không thiếu vốn", "có vốn": what is there is no cause.
    let is_denied = ["khong thieu", "khong bi"].iter().any(|denied| has_phrase(words, denied))
        || (words.starts_with("co ") && rules.iter().any(|rule| !rule.field.starts_with("causes.om-dau.")));
    let is_known = left.split(' ').all(|word| matches!(word, "" | "|"));
    (is_known && !is_denied).then(|| rules.into_iter().map(|rule| rule.field.as_str()).collect())
}

fn rules() -> impl Iterator<Item = &'static ColumnRule> {
    let forms = forms().forms.iter().filter(|form| form.is_titled("nguyen nhan"));
    forms.flat_map(|form| &form.columns).filter(|rule| rule.field.starts_with("causes."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_cause_is_told() {
        let of = |id: &str| format!("causes.{id}.{{group}}");
        for (text, causes, is_unknown) in [
            ("Lười lao động", &[][..], true),
            ("đông con; thiếu vốn", &["von"], true),
            ("Không có khả năng lao động", &[], true),
            ("Không thiếu vốn", &[], true),
            ("có vốn", &[], true),
            ("Có người bị bệnh nặng", &["om-dau"], false),
            ("1, 3", &[], true),
            ("", &[], false),
            ("Không có lao động", &["lao-dong"], false),
            ("thiếu đất sản xuất, thiếu vốn", &["dat-san-xuat", "von"], false),
            ("Không có vốn sản xuất, kinh doanh", &["von"], false),
            ("Ốm đau, bệnh nặng, tai nạn", &["om-dau"], false),
            ("Không có công cụ, phương tiện sản xuất", &["cong-cu"], false),
            ("Không có kỹ năng lao động, sản xuất", &["ky-nang"], false),
            ("Không có kiến thức về sản xuất và thiếu vốn", &["kien-thuc", "von"], false),
            ("Nguyên nhân khác", &["nguyen-nhan-khac"], false),
        ] {
            let expected: Vec<String> = causes.iter().map(|id| of(id)).collect();
            assert_eq!(told(text), (expected.iter().map(String::as_str).collect(), is_unknown), "{text}");
        }
    }
}
