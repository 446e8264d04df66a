//! The forms in which people type a name: "P10", "P.10", "p 10" and "phuong10" all mean Phường 10.

use super::find_key;

/// Short words for kinds of units, folded, with the words they stand for.
const KINDS: [(&str, &str); 11] = [
    ("p", "phuong"),
    ("q", "quan"),
    ("h", "huyen"),
    ("x", "xa"),
    ("tp", "thanh pho"),
    ("tx", "thi xa"),
    ("tt", "thi tran"),
    ("dk", "dac khu"),
    ("kp", "khu pho"),
    ("w", "ward"),
    ("d", "district"),
];

/// The key of a name and of what else it may be meant to be: with a blank before its number, with the kind of the unit
/// in full. Both sides are asked: what is typed, and what a file holds.
pub fn name_forms(text: &str) -> Vec<String> {
    let mut forms = vec![find_key(text.trim())];
    let apart = apart(&forms[0]);
    forms.extend(in_full(&apart));
    forms.push(apart);
    forms.dedup();
    forms
}

/// A blank between a word and the number that follows it: "phuong10" as "phuong 10".
fn apart(key: &str) -> String {
    let mut out = String::with_capacity(key.len() + 1);
    for letter in key.chars() {
        if letter.is_ascii_digit() && out.ends_with(char::is_alphabetic) {
            out.push(' ');
        }
        out.push(letter);
    }
    out
}

/// The short word at the beginning in full; none where there is none, or nothing after it.
fn in_full(key: &str) -> Option<String> {
    let (short, rest) = key.split_once(['.', ' '])?;
    let rest = rest.trim_start_matches(['.', ' ']);
    let (_, kind) = KINDS.iter().find(|(known, _)| *known == short)?;
    (!rest.is_empty()).then(|| format!("{kind} {rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_is_typed_in_many_ways() {
        for (name, typed) in [
            ("Phường 10", &["P10", "P.10", "p 10", "p. 10", "phuong10", "PHƯỜNG 010", "phường 10"][..]),
            ("Quận 6", &["q6", "Q.6", "quan6"]),
            ("Xã Tân Hải", &["x. tan hai", "X Tân Hải", "x.tan hai"]),
            ("Thành phố Biển Đông Bắc", &["TP. Biển Đông Bắc", "tp bien dong bac"]),
            ("TP. Vĩnh Long", &["Thành phố Vĩnh Long", "tp vinh long"]),
            ("Thị trấn Năm Căn", &["TT. Năm Căn"]),
            ("Ward 10", &["w10", "ward10"]),
        ] {
            for typed in typed {
                let forms = name_forms(typed);
                assert!(name_forms(name).iter().any(|form| forms.contains(form)), "{typed}: {forms:?}");
            }
        }
    }

    #[test]
    fn other_words_keep_their_letters() {
        for (typed, forms) in [
            ("phuong", &["phuong"][..]),
            ("p", &["p"]),
            ("p.", &["p."]),
            ("1.429", &["1429"]),
            ("pham 3", &["pham 3"]),
            ("", &[""]),
        ] {
            assert_eq!(name_forms(typed), forms, "{typed}");
        }
    }
}
