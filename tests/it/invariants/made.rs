//! Made-up snapshots, places and journeys, from any bytes: nearly all of the snapshots are accepted, and hold what nobody
//! writes but somebody may.

use arbitrary::{Result, Unstructured};
use giamngheo::app::appearance::{Appearance, Letters, Theme};
use giamngheo::app::message::{Composed, Key};
use giamngheo::app::state::Choices;
use giamngheo::text::Lang;
use serde_json::{Map, Value, json};

use super::draw::Scene;
use super::keys::{Journey, Step};

/// Names and other texts: usual, long, wide, of marks, and such as would do something to a terminal or a spreadsheet.
const TEXTS: [&str; 24] = [
    "Phường 1",
    "Xã Ninh Hòa Đông",
    "Khu phố 12",
    "A",
    "漢字坊",
    "Phường có một cái tên dài hơn mọi cột của mọi bảng, và rồi còn dài hơn nữa",
    "\u{1b}[2JBOOM",
    "a\u{1b}]52;c;eA==\u{7}b",
    "\u{9b}31m\u{9d}0;t\u{9c}",
    "Phường \u{202e}10\u{2066} đảo",
    "\u{200f}ả\u{200b}n\u{200d}\u{feff}\u{2060}",
    "h\u{e0041}\u{fe0f}\u{ad}\u{3164}\u{2800}x",
    "a\u{301}\u{302}\u{303}\u{304}\u{35c}\u{35c}",
    "👨‍👩‍👧 🇻🇳 ✈️",
    "مرحبا שלום",
    "=HYPERLINK(\"x\")",
    "+84 \"a\";b\r\n@c\td",
    "<b>&amp;</b> | `x` * _y_ [z](u)",
    "－１２＋",
    "\u{2028}dòng\u{2029}\u{85}\u{0}",
    "ភូមិ ក្រុង",
    "Ða Kao",
    "0,25 điểm phần trăm/tháng",
    "…",
];
const KINDS: [&str; 8] =
    ["nation", "province", "district", "commune", "ward", "special_zone", "quarter", "other"];
const UNITS: [&str; 13] = [
    "household",
    "person",
    "pupil",
    "case",
    "award",
    "card",
    "turn",
    "household_turn",
    "fair",
    "commune",
    "village",
    "house",
    "vnd",
];
const QUALIFIERS: [&str; 7] = ["exact", "over", "nearly", "about", "under", "at_least", "at_most"];
const SOURCES: [&str; 3] = ["reported", "estimated", "illustrative"];
const GIFTS: [&str; 8] =
    ["credit", "education", "health", "insurance", "employment", "housing", "utilities", "other"];
const GROUPS: [&str; 3] = ["poor", "near_poor", "combined"];
/// The day from which none is later.
pub const LAST_DAY: &str = "2024-12-28";

/// Makes values of bytes.
struct Maker<'u, 'b> {
    bytes: &'u mut Unstructured<'b>,
}

type Members = Map<String, Value>;

impl Maker<'_, '_> {
    fn below(&mut self, end: u64) -> Result<u64> {
        self.bytes.int_in_range(0..=end.max(1) - 1)
    }

    /// Once in so many times.
    fn once_in(&mut self, times: u64) -> Result<bool> {
        Ok(self.below(times)? == 0)
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> Result<T> {
        self.bytes.choose(of).copied()
    }

    fn words(&mut self) -> Result<String> {
        Ok(match self.below(8)? {
            0 => {
                let own: &str = self.bytes.arbitrary()?;
                own.chars().take(200).chain(['.']).collect()
            }
            1 => format!("{} {}", self.pick(&TEXTS)?, self.pick(&TEXTS)?),
            2 => self.pick(&TEXTS)?.repeat(9),
            3 | 4 => self.pick(&TEXTS)?.to_owned(),
            _ => self.pick(&TEXTS[..5])?.to_owned(),
        })
    }

    /// A text, perhaps in both languages.
    fn text(&mut self) -> Result<Value> {
        let vi = self.words()? + "·";
        Ok(if self.once_in(4)? { json!({ "vi": vi, "en": self.words()? + "·" }) } else { json!(vi) })
    }

    /// A count, of any size up to the most.
    fn count(&mut self, most: u64) -> Result<u64> {
        let most = match self.below(4)? {
            0 => most,
            1 => most.min(3),
            2 => most.min(100),
            _ => most.min(5_000),
        };
        self.below(most + 1)
    }

    fn said(&mut self, value: Value) -> Result<Value> {
        Ok(match self.below(8)? {
            0 => json!({ "value": value, "qualifier": self.pick(&QUALIFIERS)? }),
            1 => json!({ "value": value, "provenance": self.pick(&SOURCES)?, "note": self.text()? }),
            _ => value,
        })
    }

    fn figure(&mut self, most: u64) -> Result<Value> {
        let count = self.count(most)?;
        self.said(json!(count))
    }

    fn percent(&mut self) -> Result<Value> {
        let digits = ["0", "0.00", "2.20", "100", "0.0001", "99.9999", "33.3", "-0.0"];
        let plain = self.pick(&digits[..7])?;
        Ok(if self.once_in(2)? { json!(plain) } else { json!(plain.parse::<f64>().unwrap_or_default()) })
    }

    /// Puts a member in, three times of four.
    fn may(
        &mut self,
        members: &mut Members,
        name: &str,
        make: impl FnOnce(&mut Self) -> Result<Value>,
    ) -> Result<()> {
        if !self.once_in(4)? {
            members.insert(name.to_owned(), make(self)?);
        }
        Ok(())
    }

    fn movement(&mut self, is_poor: bool) -> Result<Value> {
        let mut members = Map::new();
        let both = ["start", "escaped", "above_near_poor", "other_out", "relapsed", "newly", "other_in"];
        let own = if is_poor { ["to_near_poor", "from_near_poor"] } else { ["to_poor", "from_poor"] };
        for name in both.into_iter().chain(own) {
            if self.once_in(2)? {
                members.insert(name.to_owned(), self.figure(60)?);
            }
        }
        Ok(Value::Object(members))
    }

    fn group(&mut self, name: &str, most: u64) -> Result<Value> {
        let mut members = Map::new();
        let households = self.count(most)?;
        members.insert("households".to_owned(), json!(households));
        self.may(&mut members, "persons", |make| {
            let more = make.count(9)?;
            make.said(json!(households * (1 + more % 9)))
        })?;
        self.may(&mut members, "rate_percent", Self::percent)?;
        self.may(&mut members, "reduced", |make| Ok(json!(make.bytes.int_in_range(-300..=600)?)))?;
        if name != "combined" {
            self.may(&mut members, "policy_families", |make| make.figure(3))?;
            self.may(&mut members, "movement", |make| make.movement(name == "poor"))?;
        }
        if self.once_in(3)? {
            let part = json!({ "id": "women", "name": self.text()?, "households": self.count(households)? });
            members.insert("among".to_owned(), json!([part]));
        }
        if self.once_in(6)? {
            members.insert("quote".to_owned(), self.text()?);
        }
        Ok(Value::Object(members))
    }

    fn lacks(&mut self) -> Result<Value> {
        let count = self.below(4)?;
        let lack = |number: u64, make: &mut Self| {
            Ok(
                json!({ "id": format!("l{number}"), "name": make.text()?, "poor": make.figure(40)?, "near_poor": make.figure(9)? }),
            )
        };
        (0..count).map(|number| lack(number, self)).collect::<Result<Vec<_>>>().map(Value::from)
    }

    /// What a place says of itself, the unit and an area alike.
    fn place(&mut self, most: u64) -> Result<Members> {
        let mut members = Map::new();
        let households = self.count(most)?;
        if !self.once_in(5)? {
            members.insert("households".to_owned(), json!(households));
        }
        self.may(&mut members, "persons", |make| Ok(json!(households * (1 + make.below(6)?))))?;
        for name in GROUPS {
            if !self.once_in(3)? {
                let group = self.group(name, households / 2)?;
                members.insert(name.to_owned(), group);
            }
        }
        if self.once_in(3)? {
            members.insert("deprivations".to_owned(), self.lacks()?);
        }
        Ok(members)
    }

    fn areas(&mut self, depth: u64, most: u64) -> Result<Value> {
        let count = if depth > 0 {
            self.below(3)?
        } else if self.once_in(6)? {
            self.below(60)?
        } else {
            self.below(9)?
        };
        (0..count)
            .map(|number| {
                let mut area = self.place(most)?;
                // Apart from each other, and the same in every file.
                area.insert("name".to_owned(), json!(format!("{} {}", self.words()?, number + 1)));
                area.insert("code".to_owned(), json!(format!("c{depth}-{number}")));
                if self.once_in(3)? {
                    area.insert("kind".to_owned(), json!(self.pick(&KINDS)?));
                }
                if depth < 5 && self.once_in(6)? {
                    area.insert("areas".to_owned(), self.areas(depth + 1, most)?);
                }
                Ok(Value::Object(area))
            })
            .collect::<Result<Vec<_>>>()
            .map(Value::from)
    }

    fn programmes(&mut self) -> Result<Value> {
        let count = self.below(5)?;
        let programme = |number: u64, make: &mut Self| {
            let unit = make.pick(&UNITS)?;
            let mut members = Map::new();
            members.insert("id".to_owned(), json!(format!("p{number}")));
            members.insert("name".to_owned(), make.text()?);
            members.insert("kind".to_owned(), json!(make.pick(&GIFTS)?));
            members.insert("reached".to_owned(), json!({ "value": make.count(50_000)?, "unit": unit }));
            make.may(&mut members, "planned", |make| {
                Ok(json!({ "value": make.count(50_000)?, "unit": unit }))
            })?;
            make.may(&mut members, "amount", |make| make.figure(1_000_000_000_000_000))?;
            make.may(&mut members, "budget", |make| make.figure(1_000_000_000))?;
            make.may(&mut members, "change_percent", Self::percent)?;
            make.may(&mut members, "for", Self::text)?;
            Ok(Value::Object(members))
        };
        (0..count).map(|number| programme(number, self)).collect::<Result<Vec<_>>>().map(Value::from)
    }

    /// An aim that its measure can have.
    fn aim(&mut self, measure: &str) -> Result<Value> {
        let whole = self.count(1_000_000)? + 1;
        let points = self.pick(&["0.5", "1", "0.0001", "99.9"])?;
        let percent = self.percent()?;
        let of = |name: &str, value: Value| {
            let mut members = Map::new();
            members.insert(name.to_owned(), value);
            Value::Object(members)
        };
        let is_second = self.once_in(2)?;
        Ok(match measure {
            "poor.rate" | "combined.rate" | "poor.among.women.rate" if is_second => {
                of("reduce_by_points", json!(points))
            }
            "poor.rate" | "combined.rate" | "poor.among.women.rate" => of("reach", percent),
            "coverage.bhyt" => of(if is_second { "reach_percent" } else { "keep_at" }, percent),
            "programme.p0" => of(if is_second { "reach_percent" } else { "reach" }, json!(whole)),
            "indicator.i0" => of(if is_second { "reach" } else { "keep_at" }, percent),
            "task.k1" => of("done", json!(true)),
            _ => match self.below(4)? {
                0 => of("reduce_by", json!(whole)),
                1 => of("reduce_by_percent", json!(points)),
                2 => of("keep_at", json!(whole)),
                _ => of(
                    "reach",
                    json!({ "value": whole, "qualifier": self.pick(&["exact", "over", "under"])? }),
                ),
            },
        })
    }

    fn targets(&mut self, known: &Members) -> Result<Value> {
        let has = |list: &str| known.get(list).and_then(Value::as_array).is_some_and(|all| !all.is_empty());
        let mut measures = vec!["poor.rate", "combined.rate", "poor.households", "near_poor.households"];
        measures.extend(["poor.policy_families", "task.k1", "coverage.bhyt", "indicator.i0"]);
        measures.extend(has("programmes").then_some("programme.p0"));
        let has_women =
            GROUPS.iter().any(|group| known.get(*group).is_some_and(|group| group.get("among").is_some()));
        measures.extend(has_women.then_some("poor.among.women.rate"));
        let count = self.below(7)?;
        let target = |number: u64, make: &mut Self| {
            let measure = make.pick(&measures)?;
            let mut members = Map::new();
            members.insert("id".to_owned(), json!(format!("t{number}")));
            members.insert("name".to_owned(), make.text()?);
            let year = 2022 + make.below(4)?;
            members.insert("year".to_owned(), json!(year));
            members.insert("measure".to_owned(), json!(measure));
            members.insert("aim".to_owned(), make.aim(measure)?);
            if make.once_in(3)? {
                members.insert("from".to_owned(), json!(year - make.below(3)?));
            }
            if make.once_in(3)? && has("areas") {
                members.insert("area".to_owned(), json!("c0-0"));
            }
            if make.once_in(3)? {
                members.insert("profile".to_owned(), json!(make.pick(&["linear", "review"])?));
            }
            if make.once_in(3)? {
                members.insert("result".to_owned(), json!({ "percent_of_aim": make.percent()? }));
            }
            if make.once_in(3)? && measure.ends_with(".households") {
                let value = make.count(5_000)?;
                members.insert("baseline".to_owned(), json!({ "value": value, "as_of": "2021-12-31" }));
            }
            Ok(Value::Object(members))
        };
        (0..count).map(|number| target(number, self)).collect::<Result<Vec<_>>>().map(Value::from)
    }

    fn snapshot(&mut self, month: u64) -> Result<String> {
        let most = self.pick(&[400, 5_000, 200_000, 1_000_000_000_000])?;
        let mut members = self.place(most)?;
        let kind = self.pick(&KINDS)?;
        members.insert("format".to_owned(), json!("giamngheo/1"));
        members.insert("unit".to_owned(), json!({ "name": "Quận 6", "kind": kind, "code": "775" }));
        let (year, month) = (2022 + month / 12, month % 12 + 1);
        members.insert("as_of".to_owned(), json!(format!("{year}-{month:02}-28")));
        let mut source = json!({ "provenance": self.pick(&SOURCES)?, "published": LAST_DAY });
        if self.once_in(2)? {
            source["title"] = self.text()?;
            source["publisher"] = self.text()?;
        }
        members.insert("source".to_owned(), source);
        members.insert("areas".to_owned(), self.areas(0, most / 8)?);
        self.may(&mut members, "programmes", Self::programmes)?;
        let covered = json!({ "id": "bhyt", "name": self.text()?, "covered": self.figure(900)?, "eligible": self.figure(999)? });
        members.insert("coverage".to_owned(), json!([covered]));
        let indicator = json!({ "id": "i0", "name": self.text()?, "unit": "percent", "better": "higher", "value": self.percent()? });
        members.insert("indicators".to_owned(), json!([indicator]));
        members.insert("tasks".to_owned(), json!([{ "id": "k1", "name": self.text()?, "due": "2023-06-30" }, { "id": "k2", "name": self.text()? }]));
        let targets = self.targets(&members)?;
        members.insert("targets".to_owned(), targets);
        if self.once_in(6)? {
            members.insert("doubts".to_owned(), json!([{ "text": self.text()? }]));
        }
        Ok(Value::Object(members).to_string())
    }

    /// Files of one unit, of different days.
    fn history(&mut self) -> Result<Vec<String>> {
        let count = 1 + self.below(4)?;
        (0..count)
            .map(|number| {
                let month = number * 6 + self.below(6)?;
                self.snapshot(month)
            })
            .collect()
    }

    fn key(&mut self) -> Result<Key> {
        let letters = "123456sSg[],.ouLc/?r+-><=0bhyt19wem {}aqd";
        Ok(match self.below(3)? {
            0 => self.pick(&[
                Key::Up,
                Key::Down,
                Key::Down,
                Key::Enter,
                Key::Enter,
                Key::Esc,
                Key::Tab,
                Key::BackTab,
            ])?,
            1 => self.pick(&[
                Key::PageUp,
                Key::PageDown,
                Key::Home,
                Key::End,
                Key::Left,
                Key::Right,
                Key::Delete,
                Key::Backspace,
                Key::Ctrl('u'),
            ])?,
            _ if self.once_in(12)? => Key::Char(self.bytes.arbitrary()?),
            _ => Key::Char(self.pick(&letters.chars().collect::<Vec<_>>())?),
        })
    }

    fn choices(&mut self) -> Result<Choices> {
        let theme = self.pick(&[Theme::Default, Theme::Light, Theme::Contrast, Theme::Mono])?;
        let letters = self.pick(&[Letters::All, Letters::All, Letters::NoShapes, Letters::Ascii])?;
        Ok(Choices {
            lang: self.pick(&[Lang::Vi, Lang::En])?,
            now: "2024-02-29".parse().ok(),
            look: Appearance { theme, letters },
            kiosk: self.once_in(8)?,
            present: self.once_in(8)?,
            every: if self.once_in(8)? { Some(1) } else { None },
            ..Choices::default()
        })
    }

    fn size(&mut self) -> Result<(u16, u16)> {
        Ok(match self.below(4)? {
            0 => (80, 24),
            1 => (self.bytes.int_in_range(0..=60)?, self.bytes.int_in_range(0..=24)?),
            _ => (self.bytes.int_in_range(0..=300)?, self.bytes.int_in_range(0..=100)?),
        })
    }

    fn step(&mut self) -> Result<Step> {
        Ok(match self.below(24)? {
            0 => Step::Resize(self.size()?.0, self.size()?.1),
            1 => Step::Reload(self.below(2)? == 0),
            2 => Step::Bad,
            3 => Step::Tick(self.bytes.int_in_range(0..=3_000)?),
            4 => Step::Paste(self.words()?),
            5 => Step::LoosePaste(self.words()?),
            6 => Step::Composed(Composed {
                erase: self.bytes.int_in_range(0..=3)?,
                text: self.pick(&["á", "ộ", "ư", ""])?.to_owned(),
                key: self.pick(&['s', 'o', 'w', 'd', 'q'])?,
                digit: if self.once_in(2)? { Some(self.pick(&['1', '6', '7', '9'])?) } else { None },
            }),
            _ => Step::Key(self.key()?),
        })
    }
}

/// A place of the program on made-up files.
pub fn scene(bytes: &mut Unstructured) -> Result<Scene> {
    let mut make = Maker { bytes };
    let (choices, size) = (make.choices()?, make.size()?);
    let count = make.below(12)?;
    let keys = (0..count).map(|_| make.key()).collect::<Result<_>>()?;
    Ok(Scene { choices, size, keys, reports: make.once_in(16)?, files: make.history()? })
}

/// A journey through the program on made-up files that change.
pub fn journey(bytes: &mut Unstructured) -> Result<Journey> {
    let mut make = Maker { bytes };
    let (choices, size) = (make.choices()?, make.size()?);
    let files = [make.history()?, make.history()?];
    let count = make.below(501)?;
    let steps = (0..count).map(|_| make.step()).collect::<Result<_>>()?;
    Ok(Journey { choices, size, files, steps })
}
