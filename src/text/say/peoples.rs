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
    let spelled = name.trim().replace('-', " ").to_lowercase();
    let rests = NAMES.iter().filter_map(|people| {
        let people = people.to_lowercase();
        spelled.strip_prefix(&people)
    });
    let goes_on = |rest: &str| {
        let rest = rest.strip_prefix(' ').unwrap_or("-");
        COUNTED.iter().any(|word| rest.starts_with(word))
    };
    rests.into_iter().any(|rest| rest.is_empty() || goes_on(rest))
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
