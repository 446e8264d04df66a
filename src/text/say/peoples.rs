//! The names of the peoples of the country, which keep their capital letters wherever they stand.

/// The peoples, in their usual spellings.
const NAMES: [&str; 74] = [
    "Kinh",
    "Việt",
    "Tày",
    "Thái",
    "Mường",
    "Khmer",
    "Khơ Me",
    "Hoa",
    "Hán",
    "Nùng",
    "Hmông",
    "H'Mông",
    "Mông",
    "Dao",
    "Gia Rai",
    "Jrai",
    "Ê Đê",
    "Êđê",
    "Rhadé",
    "Ba Na",
    "Bahnar",
    "Sán Chay",
    "Cao Lan",
    "Sán Chí",
    "Chăm",
    "Cơ Ho",
    "K'Ho",
    "Xơ Đăng",
    "Xê Đăng",
    "Sán Dìu",
    "Hrê",
    "Ra Glai",
    "Raglay",
    "Mnông",
    "M'Nông",
    "Thổ",
    "Xtiêng",
    "S'Tiêng",
    "Bru Vân Kiều",
    "Vân Kiều",
    "Cơ Tu",
    "Khơ Mú",
    "Tà Ôi",
    "Pa Cô",
    "Giáy",
    "Giẻ Triêng",
    "Mạ",
    "Hà Nhì",
    "Co",
    "Cor",
    "Chơ Ro",
    "Châu Ro",
    "Xinh Mun",
    "Chu Ru",
    "Lào",
    "La Hủ",
    "Kháng",
    "La Chí",
    "Lự",
    "Phù Lá",
    "Lô Lô",
    "Pu Péo",
    "Bố Y",
    "Ngái",
    "Cơ Lao",
    "La Ha",
    "Cống",
    "Mảng",
    "Rơ Măm",
    "Brâu",
    "Ơ Đu",
    "Si La",
    "Pà Thẻn",
    "Chứt",
];

/// What an English name goes on with after that of a people.
const COUNTED: [&str; 4] = ["household", "people", "person", "famil"];

/// Is a name that of a people, or does it begin with one: "Khmer", "Kinh households"? "Chăm sóc sức khỏe" and "Hoa màu"
/// only begin with the same letters.
pub fn begins_with_one(name: &str) -> bool {
    let goes_on = |rest: &str| {
        let rest = rest.to_lowercase().replace('-', " ");
        rest.is_empty()
            || rest.strip_prefix(' ').is_some_and(|rest| COUNTED.iter().any(|word| rest.starts_with(word)))
    };
    NAMES.iter().filter_map(|people| after(name.trim(), people)).any(goes_on)
}

/// What follows a people at the beginning of a name, however its letters are written and its syllables joined.
fn after<'a>(name: &'a str, people: &str) -> Option<&'a str> {
    let mut letters = name.chars();
    for wanted in people.chars() {
        let letter = letters.next()?;
        let is_joint = letter == '-' && wanted == ' ';
        if !is_joint && !are_one(letter, wanted) {
            return None;
        }
    }
    Some(letters.as_str())
}

/// Are two letters one, large or small? Nearly always a plain letter decides it.
fn are_one(letter: char, wanted: char) -> bool {
    if letter.is_ascii() {
        return letter.eq_ignore_ascii_case(&wanted);
    }
    letter == wanted || letter.to_lowercase().eq(wanted.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::super::what::small;

    #[test]
    fn a_people_keeps_its_capital_letter() {
        for name in ["Khmer", "Kinh", "Ê Đê", "Ê-đê", "Hoa", "Khmer households", "Kinh people"] {
            assert_eq!(small(name), name);
        }
        let others =
            ["Chăm sóc sức khỏe", "Hoa màu", "Kinh phí", "Đào tạo nghề", "Thái độ", "Hộ dân tộc Khmer"];
        for name in others {
            assert!(small(name).starts_with(char::is_lowercase), "{name}");
        }
    }
}
