//! What people call the names and the fixed words of the format: whoever fills a file by hand writes the field as the
//! report has it, and is told the name that was meant.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::fold::fold;

/// A wording without accents and blanks, and the words of the format it may mean: the first that the place knows.
const CALLED: &[(&str, &[&str])] = &[
    // The unit, its day and its source.
    ("donvi", &["unit"]),
    ("ten", &["name", "title"]),
    ("ma", &["code", "id"]),
    ("loai", &["kind"]),
    ("cap", &["kind"]),
    ("thuoc", &["within"]),
    ("ngay", &["as_of", "published", "due"]),
    ("ngaysolieu", &["as_of"]),
    ("thoidiem", &["as_of"]),
    ("ky", &["period"]),
    ("kybaocao", &["period"]),
    ("nguon", &["source", "fund"]),
    ("nguonsolieu", &["source"]),
    ("nguonvon", &["fund"]),
    ("tieude", &["title"]),
    ("coquan", &["publisher"]),
    ("nguoilap", &["by"]),
    ("chuan", &["standard"]),
    ("chuanngheo", &["standard"]),
    ("mau", &["format"]),
    // Households and persons.
    ("ho", &["households", "household"]),
    ("tongho", &["households"]),
    ("tongsoho", &["households"]),
    ("hodan", &["households"]),
    ("hongheo", &["poor", "households"]),
    ("tonghongheo", &["poor", "households"]),
    ("tongsohongheo", &["poor", "households"]),
    ("ngheo", &["poor"]),
    ("hocanngheo", &["near_poor", "households"]),
    ("canngheo", &["near_poor"]),
    ("ngheodachieu", &["combined"]),
    ("hongheovacanngheo", &["combined"]),
    ("khau", &["persons", "person"]),
    ("nhankhau", &["persons", "person"]),
    ("danso", &["persons"]),
    ("nguoi", &["persons", "person"]),
    ("tyle", &["rate_percent", "percent"]),
    ("tile", &["rate_percent", "percent"]),
    ("tylehongheo", &["rate_percent"]),
    ("tyletang", &["rate_change_points"]),
    ("tylegiam", &["rate_change_points"]),
    ("giam", &["reduced"]),
    ("hogiam", &["reduced"]),
    ("chinhsach", &["policy_families"]),
    ("hochinhsach", &["policy_families"]),
    ("trongdo", &["among"]),
    // Movement.
    ("biendong", &["movement"]),
    ("dauky", &["start"]),
    ("dau", &["start"]),
    ("thoat", &["escaped"]),
    ("thoatngheo", &["escaped"]),
    ("hothoatngheo", &["escaped"]),
    ("taingheo", &["relapsed"]),
    ("phatsinh", &["newly"]),
    ("phatsinhmoi", &["newly"]),
    ("vuotchuan", &["above_near_poor"]),
    // Parts, lacks, support, targets, tasks.
    ("diaban", &["areas", "area"]),
    ("phuongxa", &["areas"]),
    ("thieuhut", &["deprivations"]),
    ("nguyennhan", &["causes"]),
    ("chuongtrinh", &["programmes"]),
    ("chinhsachhotro", &["programmes"]),
    ("hotro", &["programmes"]),
    ("dathuchien", &["reached"]),
    ("dahotro", &["reached"]),
    ("thuchien", &["reached"]),
    ("sotien", &["amount"]),
    ("kinhphi", &["amount", "budget"]),
    ("dutoan", &["budget"]),
    ("kehoach", &["planned", "plan"]),
    ("chitieu", &["targets"]),
    ("muctieu", &["targets", "aim"]),
    ("nhiemvu", &["tasks"]),
    ("chisobaocao", &["indicators"]),
    ("canxacminh", &["doubts"]),
    ("nam", &["year"]),
    ("thuocdo", &["measure"]),
    ("ketqua", &["result"]),
    ("tungay", &["from"]),
    ("denngay", &["to"]),
    ("han", &["due"]),
    ("thoihan", &["due"]),
    ("phutrach", &["owner"]),
    ("trangthai", &["status"]),
    ("giatri", &["value"]),
    ("ghichu", &["note"]),
    ("trichdan", &["quote"]),
    ("noidung", &["text"]),
    // Units.
    ("quan", &["district"]),
    ("huyen", &["district"]),
    ("thixa", &["district"]),
    ("tinh", &["province"]),
    ("canuoc", &["nation"]),
    ("toanquoc", &["nation"]),
    ("phuong", &["ward", "areas"]),
    ("xa", &["commune", "areas"]),
    ("thitran", &["commune"]),
    ("dackhu", &["special_zone"]),
    ("khupho", &["quarter"]),
    ("ap", &["quarter"]),
    ("thon", &["village", "quarter"]),
    ("todanpho", &["quarter"]),
    ("khac", &["other"]),
    // Where a figure comes from, and how sure it is.
    ("baocao", &["reported", "report"]),
    ("uoc", &["estimated"]),
    ("uoctinh", &["estimated"]),
    ("uocthuchien", &["estimated"]),
    ("suyra", &["derived"]),
    ("tinhra", &["derived"]),
    ("minhhoa", &["illustrative"]),
    ("quyetdinh", &["decision"]),
    ("sobo", &["preliminary"]),
    ("chinhthuc", &["final"]),
    ("chinhxac", &["exact"]),
    ("hon", &["over"]),
    ("tren", &["over"]),
    ("gan", &["nearly"]),
    ("khoang", &["about"]),
    ("duoi", &["under"]),
    ("itnhat", &["at_least"]),
    ("nhieunhat", &["at_most"]),
    ("toida", &["at_most"]),
    // What is counted.
    ("hocsinh", &["pupil"]),
    ("sinhvien", &["pupil"]),
    ("truonghop", &["case"]),
    ("suat", &["award"]),
    ("the", &["card"]),
    ("luot", &["turn"]),
    ("luotho", &["household_turn"]),
    ("sangiaodich", &["fair"]),
    ("dong", &["vnd"]),
    ("tien", &["vnd", "amount"]),
    ("phantram", &["percent"]),
    ("can", &["house"]),
    ("nha", &["house"]),
    // Kinds of support, states of tasks, ways of targets.
    ("tindung", &["credit"]),
    ("vieclam", &["employment"]),
    ("giaoduc", &["education"]),
    ("yte", &["health"]),
    ("baohiem", &["insurance"]),
    ("baohiemyte", &["insurance"]),
    ("nhao", &["housing"]),
    ("diennuoc", &["utilities"]),
    ("danglam", &["under_way"]),
    ("dangthuchien", &["under_way"]),
    ("xong", &["done"]),
    ("hoanthanh", &["done"]),
    ("cao", &["higher"]),
    ("thap", &["lower"]),
    ("rasoat", &["review"]),
];

static BY_WORDING: LazyLock<HashMap<&str, &[&str]>> = LazyLock::new(|| CALLED.iter().copied().collect());

/// What people say before what they count.
const COUNTING: &str = "so";

/// The known word that `word` calls by another name: in Vietnamese, with other signs between its parts, in capitals.
pub fn called(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let key = key(word);
    let plain = known.iter().find(|name| name.replace('_', "") == key).copied();
    plain.or_else(|| meant(&key).find_map(|meant| known.iter().find(|name| **name == meant).copied()))
}

/// Is that what people call some name or word of the format?
pub fn is_called(word: &str) -> bool {
    meant(&key(word)).next().is_some()
}

fn key(word: &str) -> String {
    fold(word).chars().filter(char::is_ascii_alphanumeric).collect()
}

fn meant(key: &str) -> impl Iterator<Item = &'static str> {
    let bare = key.strip_prefix(COUNTING).unwrap_or(key);
    [key, bare].into_iter().find_map(|key| BY_WORDING.get(key)).into_iter().copied().flatten().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::schema;

    #[test]
    fn what_people_call_a_field_is_the_field() {
        let top = ["households", "poor", "near_poor", "as_of"];
        for (word, meant) in [
            ("hộ nghèo", Some("poor")),
            ("ho_ngheo", Some("poor")),
            ("số hộ nghèo", Some("poor")),
            ("Hộ cận nghèo", Some("near_poor")),
            ("tổng số hộ", Some("households")),
            ("nearPoor", Some("near_poor")),
            ("as-of", Some("as_of")),
            ("Nguyễn Văn A", None),
        ] {
            assert_eq!(called(word, &top), meant, "{word}");
        }
        assert_eq!(called("số hộ nghèo", &["households", "persons"]), Some("households"));
        assert_eq!(called("quận", &["ward", "district"]), Some("district"));
        assert_eq!(called("báo cáo", &["estimated", "reported"]), Some("reported"));
    }

    #[test]
    fn all_that_is_meant_stands_in_the_format() {
        for (called, words) in CALLED {
            assert!(called.bytes().all(|byte| byte.is_ascii_lowercase()), "{called}");
            assert_eq!(BY_WORDING.get(called), Some(words), "{called} stands twice");
            assert!(words.iter().all(|word| schema::is_word(word)), "{called}: {words:?}");
        }
    }
}
