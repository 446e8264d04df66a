//! What a file that was read should still be told about: nothing wrong enough to refuse it.

use super::fault::shown;
use super::personal;
use super::place::Position;
use crate::model::unit::Unit;
use crate::say;
use crate::text::Lang;
use crate::text::fold::has_false_d;

/// The most notes kept of one file; the rest is counted.
pub(super) const MOST: usize = 50;

/// One remark on a file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The file as the user named it, cleaned.
    pub file: String,
    /// Where in it, if it is about a field.
    pub place: Option<Position>,
    /// The field, as `areas[3].name`; empty for the whole file.
    pub path: String,
    /// The remark.
    pub what: Remark,
}

/// What a note says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Hidden or control letters were taken out of a text.
    Hidden {
        /// How many.
        letters: usize,
    },
    /// A letter that only looks like `đ`: `ð`, `ɖ`.
    LooksLikeD,
    /// A run of 9 or 12 digits or a mail address: perhaps somebody's, to be verified. The value is never shown.
    Personal,
    /// A unit that the place does not count: money among households, persons among money. To be verified.
    OtherUnit {
        /// The unit given.
        found: Unit,
        /// The unit the place counts, where it counts only one.
        place: Option<Unit>,
    },
    /// The file is one that was read already, under another name or again.
    SameFile {
        /// The name it was read under.
        first: String,
    },
    /// The file says the same as one that was read already.
    SameContent {
        /// The name of that one.
        first: String,
    },
    /// A preliminary report whose final one is shown in its place.
    Preliminary {
        /// The name of that one.
        last: String,
    },
    /// The unit has no code, and its name fits several units that have one: it stands by itself.
    UnclearUnit,
    /// A file of a folder that is a link.
    Link,
    /// A name, title or code that the template has in the place of the unit's own.
    Template,
    /// Sections that say of themselves that they are illustrative: left from the template, or made up.
    Illustrative {
        /// How many of this kind.
        times: usize,
    },
    /// Fields whose `x_` remark stands there without them: asked for, and not filled in.
    Blank {
        /// How many of this kind.
        times: usize,
    },
    /// More notes on this file than are kept.
    More {
        /// How many more.
        notes: usize,
    },
}

impl Remark {
    /// The remark in words.
    pub fn say(&self, lang: Lang) -> String {
        let line = match self {
            Self::Hidden { letters } => say!(lang, "{letters} ký tự ẩn", "{letters} hidden characters";
                letters = *letters),
            Self::LooksLikeD => {
                say!(lang, "chữ giống đ nhưng không phải đ (ð, ɖ)", "a letter that only looks like đ (ð, ɖ)")
            }
            Self::Personal => say!(
                lang,
                "có dãy 9 hoặc 12 chữ số hay địa chỉ thư điện tử, cần xác minh",
                "a run of 9 or 12 digits or a mail address, to be verified"
            ),
            Self::OtherUnit { found, place: Some(place) } => say!(lang,
                "đơn vị `{found}` ở chỗ tính bằng `{place}`, cần xác minh",
                "the unit `{found}` where the place counts `{place}`, to be verified";
                found = found.code(), place = place.code()),
            Self::OtherUnit { found, place: None } => say!(lang,
                "đơn vị `{found}` ở chỗ không tính tiền, cần xác minh",
                "the unit `{found}` where no money is counted, to be verified"; found = found.code()),
            Self::SameFile { first } => say!(lang, "tệp này đã đọc với tên {name}",
                "this file was read already as {name}"; name = shown(first, 100)),
            Self::SameContent { first } => say!(lang, "nội dung giống tệp {name}", "says the same as {name}";
                name = shown(first, 100)),
            Self::Preliminary { last } => {
                say!(lang, "bản sơ bộ; dùng bản chính thức {name}", "preliminary; the final {name} is shown";
                    name = shown(last, 100))
            }
            Self::UnclearUnit => say!(
                lang,
                "tên này hợp với nhiều đơn vị có mã, nên để riêng; hãy ghi `code`",
                "the name fits several units with codes, so it stands apart; give a `code`"
            ),
            Self::Link => say!(lang, "là liên kết", "is a link"),
            Self::Template => {
                say!(
                    lang,
                    "còn là chữ của tệp mẫu: ghi của đơn vị",
                    "still the template's: give the unit's own"
                )
            }
            Self::Illustrative { times } => say!(lang,
                "còn là số minh họa[ ({times} mục)]: của tệp mẫu hay đặt ra, chưa phải số báo cáo",
                "still illustrative[ ({times} entries)]: of the template or made up, not reported";
                times = several(*times)),
            Self::Blank { times } => {
                say!(lang, "còn trống[ ({times} chỗ)]: mới có ghi chú x_, chưa có số liệu",
                "still blank[ ({times} places)]: the x_ remark is there, the field is not";
                times = several(*times))
            }
            Self::More { notes } => say!(lang, "{notes} ghi chú nữa", "{notes} more notes"; notes = *notes),
        };
        line.text()
    }
}

impl Note {
    /// The note with its file and place, in one clean line.
    pub fn say(&self, lang: Lang) -> String {
        let place = self.place.map_or_else(String::new, |place| format!(":{}:{}", place.line, place.column));
        let path = if self.path.is_empty() { String::new() } else { format!("{}: ", self.path) };
        shown(&format!("{}{place}: {path}{}", shown(&self.file, 100), self.what.say(lang)), 300)
    }
}

/// A count worth saying.
fn several(times: usize) -> Option<usize> {
    (times > 1).then_some(times)
}

/// What the template writes where a unit has its own name, code, title and publisher.
pub const TEMPLATE: [&str; 7] = [
    "Phường Ví Dụ",
    "Example Ward",
    "00000",
    "Tên báo cáo",
    "Title of the report",
    "Cơ quan ban hành",
    "Who published it",
];

/// Does the template say so, where the unit has something of its own?
pub(super) fn is_of_template(text: &str) -> bool {
    TEMPLATE.contains(&text)
}

/// What in a clean text deserves a remark.
pub(super) fn remarks(text: &str) -> impl Iterator<Item = Remark> {
    (!is_ordinary(text)).then(|| closer(text)).into_iter().flatten()
}

/// The same, letter by letter.
fn closer(text: &str) -> impl Iterator<Item = Remark> {
    let like_d = has_false_d(text).then_some(Remark::LooksLikeD);
    let is_personal = personal::has_number(text) || personal::has_mail_address(text);
    like_d.into_iter().chain(is_personal.then_some(Remark::Personal))
}

/// Is there surely nothing in a text to remark on? Nearly every text is: letters of Vietnamese, signs, a few digits.
fn is_ordinary(text: &str) -> bool {
    let mut digits = 0;
    let mut rest = text.as_bytes();
    loop {
        // Letters are told by their first bytes.
        rest = match rest {
            [] => return true,
            [b'0'..=b'9', rest @ ..] => {
                digits += 1;
                if digits == personal::FEWEST_DIGITS {
                    return false;
                }
                rest
            }
            // `@`, then `Ð`, `ð` and `Ɖ`.
            [b'@', ..] | [0xC3, 0x90 | 0xB0, ..] | [0xC6, 0x89, ..] => return false,
            [0..=0x7F, rest @ ..] | [0xC3..=0xC6, _, rest @ ..] | [0xE1, 0xB8..=0xBB, _, rest @ ..] => rest,
            _ => return false,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_person_is_remarked() {
        let personal = |text: &str| remarks(text).any(|remark| remark == Remark::Personal);
        for text in ["CCCD 079012345678", "123456789", "a.b@ubnd.gov.vn,"] {
            assert!(personal(text), "{text}");
        }
        for text in ["1.429 hộ", "12345678", "1234567890", "4 tỷ @ quận", "a@b", "@b.c"] {
            assert!(!personal(text), "{text}");
        }
    }

    #[test]
    fn letters_like_d_are_remarked() {
        assert_eq!(remarks("ðường").next(), Some(Remark::LooksLikeD));
        assert_eq!(remarks("đường Đ").next(), None);
    }

    #[test]
    fn case_90_a_remark_agrees_with_its_number() {
        let said = |letters| Remark::Hidden { letters }.say(Lang::En);
        assert_eq!([said(1), said(2)], ["1 hidden character", "2 hidden characters"]);
        assert_eq!(Remark::More { notes: 1 }.say(Lang::En), "1 more note");
    }

    #[test]
    fn an_ordinary_text_has_no_remark() {
        assert!(is_ordinary("Hỗ trợ 4 hộ (ấp Bình Tiên, Đ. Nguyễn Văn Luông): 1.429 - 2,2%"));
        for letter in '\0'..=char::MAX {
            let text = letter.to_string().repeat(9);
            assert!(!is_ordinary(&text) || closer(&text).next().is_none(), "{letter:?}");
        }
        for text in ["123456789", "a@b.vn"] {
            assert!(!is_ordinary(text), "{text}");
        }
    }

    #[test]
    fn every_remark_has_words() {
        let all = [
            Remark::Hidden { letters: 3 },
            Remark::LooksLikeD,
            Remark::Personal,
            Remark::OtherUnit { found: Unit::Vnd, place: Some(Unit::Household) },
            Remark::OtherUnit { found: Unit::Vnd, place: None },
            Remark::SameFile { first: "a.json".into() },
            Remark::SameContent { first: "a.json".into() },
            Remark::Preliminary { last: "a.json".into() },
            Remark::UnclearUnit,
            Remark::Link,
            Remark::Template,
            Remark::Illustrative { times: 1 },
            Remark::Blank { times: 14 },
            Remark::More { notes: 2 },
        ];
        for remark in all {
            for lang in [Lang::Vi, Lang::En] {
                assert!(!remark.say(lang).is_empty());
            }
        }
    }
}
