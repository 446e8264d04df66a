//! One name for what people write shortly: "P2", "P. 2" and "phuong 02" are Phường 2.

use crate::text::fold::name_key;

use super::forms::words_of;

/// What a numbered place is called, shortly or without accents, and in full.
const KINDS: [(&str, &str); 15] = [
    ("p", "Phường"),
    ("phuong", "Phường"),
    ("q", "Quận"),
    ("quan", "Quận"),
    ("kp", "Khu phố"),
    ("khu pho", "Khu phố"),
    ("tdp", "Tổ dân phố"),
    ("to dan pho", "Tổ dân phố"),
    ("tk", "Tiểu khu"),
    ("tieu khu", "Tiểu khu"),
    ("to", "Tổ"),
    ("thon", "Thôn"),
    ("ap", "Ấp"),
    ("khom", "Khóm"),
    ("xom", "Xóm"),
];

/// Short words for the kind of a place before its name: with a dot, or of several capitals.
const SHORT: [(&str, &str); 9] = [
    ("p", "Phường"),
    ("ph", "Phường"),
    ("x", "Xã"),
    ("tt", "Thị trấn"),
    ("tx", "Thị xã"),
    ("tp", "Thành phố"),
    ("h", "Huyện"),
    ("q", "Quận"),
    ("đk", "Đặc khu"),
];

/// "X. Bành Trạch", "TT Chợ Rã": the kind in full, and the name. "P. 2" is of a number.
fn short_kind(name: &str) -> Option<(&'static str, &str)> {
    let end = name.find(['.', ' '])?;
    let (short, rest) = name.split_at(end);
    let is_sure = rest.starts_with('.') || (short.chars().count() > 1 && !short.contains(char::is_lowercase));
    let (_, full) = SHORT.iter().find(|(known, _)| *known == short.to_lowercase())?;
    let rest = rest.trim_start_matches('.').trim_start();
    (is_sure && rest.starts_with(char::is_uppercase)).then_some((full, rest))
}

/// What a name is without the word of its kind, as a key: "Xã Bành Trạch", and "Bành Trạch" in a column of communes.
pub fn bare_key(name: &str) -> Option<String> {
    let full = name_key(&in_full(name));
    SHORT
        .iter()
        .find_map(|(_, kind)| full.strip_prefix(&name_key(kind))?.strip_prefix(' ').map(str::to_owned))
}

/// The name in full, where its kind is written shortly; else as it is written.
pub fn in_full(name: &str) -> String {
    let name = name.trim();
    if let Some((kind, rest)) = short_kind(name) {
        return format!("{kind} {rest}");
    }
    let words = words_of(name);
    let full = KINDS.iter().find_map(|(kind, full)| {
        let number = words.strip_prefix(kind)?.trim_start();
        // "TDP số 3" is Tổ dân phố 3.
        let number = number.strip_prefix("so ").unwrap_or(number);
        let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        let is_plain = name.chars().all(|c| c.is_alphanumeric() || c == ' ');
        let is_written = is_plain
            && name
                .to_lowercase()
                .strip_prefix(&format!("{} ", full.to_lowercase()))
                .is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
        is_number.then(|| if is_written { name.to_owned() } else { format!("{full} {number}") })
    });
    full.unwrap_or_else(|| name.to_owned())
}

/// The key of a place: two spellings of one name are one place.
pub fn place_key(name: &str) -> String {
    name_key(&in_full(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_may_be_written_shortly() {
        for (short, full) in [
            ("P. Đức Xuân", "Phường Đức Xuân"),
            ("X.Bành Trạch", "Xã Bành Trạch"),
            ("TT Chợ Rã", "Thị trấn Chợ Rã"),
            ("TX. Hương Trà", "Thị xã Hương Trà"),
            ("TP. Huế", "Thành phố Huế"),
            ("H. Ba Bể", "Huyện Ba Bể"),
        ] {
            assert_eq!(in_full(short), full);
            assert_eq!(place_key(short), place_key(full));
        }
        for other in ["H Ba Bể", "V. Trạch", "X. ", "Ph", "Tt Chợ"] {
            assert_eq!(in_full(other), other.trim());
        }
        assert_eq!(bare_key("X. Bành Trạch"), Some(name_key("Bành Trạch")));
        assert_eq!((bare_key("Bành Trạch"), bare_key("Thị Trấn")), (None, None));
    }

    #[test]
    fn a_numbered_place_has_one_key() {
        for same in ["P2", "p.2", "P. 02", "Phường 02", "phuong2", "PHƯỜNG 2", "Phường 2\"", "“Phường 2”"]
        {
            assert_eq!(place_key(same), place_key("Phường 2"), "{same}");
        }
        assert_eq!((in_full("KP 1"), in_full("Phường 2\"")), ("Khu phố 1".to_owned(), "Phường 2".to_owned()));
        for (short, full) in [
            ("TDP số 3", "Tổ dân phố 3"),
            ("TK 4", "Tiểu khu 4"),
            ("Tiểu khu số 04", "Tiểu khu 4"),
            ("Thôn số 2", "Thôn 2"),
        ] {
            assert_eq!(in_full(short), full);
        }
        for other in ["Phường Tân Phú", "P", "Phường 2A", "Phạm 2", "Tổ 12, Khu phố 3", "2"] {
            assert_eq!(in_full(other), other);
        }
        assert_ne!(place_key("Tổ 2"), place_key("Tổ dân phố 2"));
    }
}
