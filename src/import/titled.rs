//! What the title of a form says of all its figures: that they are planned, of some of the poor alone, of persons, in
//! thousands, estimated. "Tổng hợp hộ nghèo được hỗ trợ nhà ở" has a column "Hộ nghèo", and it is another figure.

use super::field::{Field, FieldKind};
use super::forms::{forms, has_phrase, words_of};
use super::letterhead;

/// What the title says of all figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrowed {
    /// Its words that say so, as they are written.
    pub said: String,
    /// What becomes of the figures.
    to: To,
}

/// What becomes of the figures of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum To {
    /// They are none of a snapshot.
    Elsewhere,
    /// Households of a group are those of the minorities among it.
    Minority,
    /// What counts households counts persons, or it is not known what.
    Persons,
}

impl Narrowed {
    /// The field that a column holds all the same; none where it is not surely one.
    pub fn field(&self, field: &Field) -> Option<Field> {
        match self.to {
            To::Elsewhere => None,
            To::Persons => {
                (field.kind() == FieldKind::Count && field.path().ends_with("persons")).then(|| field.clone())
            }
            To::Minority => {
                let group = field.path().strip_suffix(".households").filter(|group| !group.contains('.'))?;
                Field::parse(&format!("{group}.among.dtts.households"))
            }
        }
    }
}

/// What a title says of all figures, where it says anything: `announced` are the words of the headings, of which it may
/// only tell that there are such columns; a form of groups has its own.
pub fn narrowed(title: &[String], headings: &[String], is_of_groups: bool) -> Option<Narrowed> {
    let (known, own) = (&forms().titles, lines_of(title));
    let words = words_of(&own.join(" "));
    let narrowed = |phrase: &str, to| Some(Narrowed { said: said(&own, phrase), to });
    let found = |phrases: &[String]| phrases.iter().find(|phrase| has_phrase(&words, phrase)).cloned();
    if let Some(phrase) = planned(&words) {
        return narrowed(&phrase, To::Elsewhere);
    }
    let is_own =
        |phrase: &&String| has_phrase(&words, phrase) && !(is_of_groups && known.announced.contains(phrase));
    if let Some(phrase) = known.elsewhere.iter().find(is_own) {
        return narrowed(phrase, To::Elsewhere);
    }
    if let Some(phrase) = only_moved(&words) {
        return narrowed(&phrase, To::Elsewhere);
    }
    let is_announced = |phrase: &String| headings.iter().any(|words| has_phrase(words, phrase));
    if let Some(phrase) =
        found(&known.minority).filter(|_| !is_of_groups && !known.minority.iter().any(is_announced))
    {
        let to = if is_of_minority(&words, &phrase) { To::Minority } else { To::Elsewhere };
        return narrowed(&phrase, to);
    }
    let counted = measure(title).unwrap_or(words.clone());
    let is_of_households = has_phrase(&counted, "ho");
    let persons = known.persons.iter().find(|phrase| has_phrase(&counted, phrase));
    persons
        .filter(|_| !is_of_households)
        .map(|phrase| Narrowed { said: said(title, phrase), to: To::Persons })
}

/// In what a form counts, where that is no single one: "ĐVT: nghìn hộ".
pub fn scale(title: &[String]) -> Option<String> {
    let counted = measure(title)?;
    let scale = forms().titles.scales.iter().find(|phrase| has_phrase(&counted, phrase))?;
    Some(said(title, scale))
}

/// Are the figures estimates?
pub fn is_estimated(title: &[String]) -> bool {
    let words = words_of(&lines_of(title).join(" "));
    forms().titles.estimated.iter().any(|phrase| has_phrase(&words, phrase))
}

/// The lines that name the form: from the first that speaks of the poor on, without those that say where it belongs.
fn lines_of(title: &[String]) -> Vec<String> {
    let is_note = |words: &str| {
        let notes = forms().titles.notes.iter().chain(&forms().titles.measures);
        notes.into_iter().any(|note| words.starts_with(note.as_str()))
    };
    let named = title.iter().skip_while(|line| !letterhead::is_title(line));
    named.filter(|line| !is_note(&words_of(line))).cloned().collect()
}

/// What a form counts in, as it says so itself.
fn measure(title: &[String]) -> Option<String> {
    let lines = title.iter().map(|line| words_of(line));
    lines.into_iter().find_map(|words| {
        forms().titles.measures.iter().find_map(|lead| {
            let at = words.find(lead.as_str()).filter(|at| *at == 0 || words.as_bytes()[at - 1] == b' ')?;
            Some(words[at + lead.len()..].trim().to_owned()).filter(|rest| !rest.is_empty())
        })
    })
}

/// A plan stands before what is planned, unless its results are told.
fn planned(words: &str) -> Option<String> {
    let before = &words[..words.find("ngheo")?];
    let phrase = forms().titles.planned.iter().find(|phrase| has_phrase(before, phrase))?;
    let told = before.split(phrase.as_str()).next().unwrap_or_default();
    (!has_phrase(told, "ket qua")).then(|| phrase.clone())
}

/// "Hộ thoát nghèo, thoát cận nghèo" and no other group: those who left. A form of movement has columns that say so.
fn only_moved(words: &str) -> Option<String> {
    let forms = forms();
    let mut movements: Vec<&String> = forms.titles.movements.iter().collect();
    movements.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    let phrase = movements.iter().find(|phrase| {
        has_phrase(words, phrase) && !phrase.starts_with("giam") && !phrase.starts_with("chuan")
    })?;
    let is_form = forms.forms.iter().any(|form| form.is_titled(words));
    let rest = movements.iter().fold(words.to_owned(), |rest, phrase| rest.replace(phrase.as_str(), "|"));
    (!is_form && !has_phrase(&rest, "ngheo")).then(|| (*phrase).clone())
}

/// Does the title speak of the poor who are of the minorities, and not of them too?
fn is_of_minority(words: &str, phrase: &str) -> bool {
    let before = words.split(phrase).next().unwrap_or_default();
    let between = before.rsplit("ngheo").next().unwrap_or_default();
    before.contains("ngheo")
        && between.split_whitespace().all(|word| matches!(word, "la" | "nguoi" | "thuoc"))
}

/// The words of a title that make a phrase, as they are written.
fn said(title: &[String], phrase: &str) -> String {
    let length = phrase.split(' ').count();
    let found = title.iter().find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words
            .windows(length)
            .find(|window| words_of(&window.join(" ")) == phrase)
            .map(|window| window.join(" "))
    });
    found.map_or_else(
        || phrase.to_owned(),
        |found| found.trim_matches(|c: char| !c.is_alphanumeric()).to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Option<(String, To)> {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        narrowed(&lines, &[], false).map(|narrowed| (narrowed.said, narrowed.to))
    }

    #[test]
    fn a_title_makes_a_whole_table_another_figure() {
        let elsewhere = |said: &str| Some((said.to_owned(), To::Elsewhere));
        for (line, found) in [
            ("TỔNG HỢP HỘ NGHÈO, CẬN NGHÈO CÓ PHỤ NỮ LÀM CHỦ HỘ NĂM 2023", elsewhere("PHỤ NỮ")),
            ("TỔNG HỢP HỘ NGHÈO ĐƯỢC HỖ TRỢ NHÀ Ở NĂM 2023", elsewhere("ĐƯỢC HỖ TRỢ")),
            ("DỰ KIẾN HỘ NGHÈO, CẬN NGHÈO NĂM 2023", elsewhere("DỰ KIẾN")),
            ("KẾ HOẠCH GIẢM NGHÈO NĂM 2024", elsewhere("KẾ HOẠCH")),
            ("TRẺ EM THUỘC HỘ NGHÈO THIẾU HỤT NĂM 2023", elsewhere("TRẺ EM")),
            ("TỔNG HỢP HỘ THOÁT NGHÈO, THOÁT CẬN NGHÈO NĂM 2023", elsewhere("THOÁT CẬN NGHÈO")),
            ("NGUYÊN NHÂN NGHÈO CỦA HỘ DTTS NĂM 2023", elsewhere("DTTS")),
            ("HỘ NGHÈO, CẬN NGHÈO LÀ DÂN TỘC THIỂU SỐ", Some(("DÂN TỘC THIỂU SỐ".to_owned(), To::Minority))),
            ("TỔNG HỢP NHÂN KHẨU NGHÈO, CẬN NGHÈO", Some(("NHÂN KHẨU".to_owned(), To::Persons))),
        ] {
            assert_eq!(of(&["HỘI LIÊN HIỆP PHỤ NỮ PHƯỜNG 3", line]), found, "{line}");
        }
        assert_eq!(of(&["HỘ NGHÈO", "ĐVT: khẩu"]).map(|(_, to)| to), Some(To::Persons));
        assert_eq!(scale(&["HỘ NGHÈO".to_owned(), "(ĐVT: nghìn hộ)".to_owned()]).as_deref(), Some("nghìn"));
    }

    #[test]
    fn the_titles_in_use_are_of_all_the_poor() {
        for line in [
            "TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023 (CHÍNH THỨC)",
            "KẾT QUẢ THỰC HIỆN KẾ HOẠCH GIẢM NGHÈO NĂM 2023",
            "TỔNG HỢP HỘ NGHÈO CUỐI NĂM 2023, KẾ HOẠCH NĂM 2024 CỦA PHƯỜNG 3",
            "DIỄN BIẾN HỘ NGHÈO, HỘ THOÁT NGHÈO NĂM 2023",
            "HỘ NGHÈO THEO NGUYÊN NHÂN NGHÈO",
            "TỔNG HỢP HỘ NGHÈO, HỘ THOÁT NGHÈO",
        ] {
            let (kem, don) = ("(Kèm theo Kế hoạch số 12 hỗ trợ hộ nghèo)", "Đơn vị tính: hộ, khẩu");
            assert_eq!(of(&["BAN CHỈ ĐẠO GIẢM NGHÈO BỀN VỮNG QUẬN 6", line, kem, don]), None, "{line}");
            assert_eq!(scale(&[line.to_owned(), don.to_owned()]), None);
        }
    }
}
