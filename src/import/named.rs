//! One name for what people write shortly: "P2", "P. 2" and "phuong 02" are Phường 2.

use crate::text::fold::name_key;

use super::forms::words_of;

/// What a numbered place is called, shortly or without accents, and in full.
const KINDS: [(&str, &str); 13] = [
    ("p", "Phường"),
    ("phuong", "Phường"),
    ("q", "Quận"),
    ("quan", "Quận"),
    ("kp", "Khu phố"),
    ("khu pho", "Khu phố"),
    ("tdp", "Tổ dân phố"),
    ("to dan pho", "Tổ dân phố"),
    ("to", "Tổ"),
    ("thon", "Thôn"),
    ("ap", "Ấp"),
    ("khom", "Khóm"),
    ("xom", "Xóm"),
];

/// The name in full, where it is a kind of place and a number; else as it is written.
pub fn in_full(name: &str) -> String {
    let name = name.trim();
    let words = words_of(name);
    let full = KINDS.iter().find_map(|(kind, full)| {
        let number = words.strip_prefix(kind)?.trim_start();
        let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        let is_plain = name.chars().all(|c| c.is_alphanumeric() || c == ' ');
        let is_written = is_plain && name.to_lowercase().starts_with(&format!("{} ", full.to_lowercase()));
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
    fn a_numbered_place_has_one_key() {
        for same in ["P2", "p.2", "P. 02", "Phường 02", "phuong2", "PHƯỜNG 2", "Phường 2\"", "“Phường 2”"]
        {
            assert_eq!(place_key(same), place_key("Phường 2"), "{same}");
        }
        assert_eq!((in_full("KP 1"), in_full("Phường 2\"")), ("Khu phố 1".to_owned(), "Phường 2".to_owned()));
        for other in ["Phường Tân Phú", "P", "Phường 2A", "Phạm 2", "Tổ 12, Khu phố 3", "2"] {
            assert_eq!(in_full(other), other);
        }
        assert_ne!(place_key("Tổ 2"), place_key("Tổ dân phố 2"));
    }
}
