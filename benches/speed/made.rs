//! Snapshots of made-up units of any size. The same seed gives the same bytes, on every machine and for ever: what is
//! measured today stands beside what was measured before.

use std::fmt::Write as _;

/// Snapshots of one unit, from the first month on.
#[derive(Debug, Clone, Copy)]
pub struct Made {
    /// The unit: its name and kind.
    pub unit: (&'static str, &'static str),
    /// The year in whose January the first snapshot is.
    pub year: u32,
    /// So many snapshots.
    pub snapshots: u32,
    /// So many of them in a month, the last at its end.
    pub a_month: u32,
    /// So many communes in each.
    pub communes: u32,
    /// Another seed, other figures.
    pub seed: u64,
    /// What is stated of a group.
    pub states: States,
}

/// What is stated of each group of the unit and its communes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum States {
    /// Households and persons.
    Counts,
    /// The same with all that reports have beside them: the rate, the movement in the year, the fall that follows, and
    /// both groups together. All of it is checked, and holds.
    All,
}

/// What grows, each named as on the command line of the bench.
pub const KINDS: [(&str, Made); 5] = [
    ("nation", NATION),
    ("history", HISTORY),
    ("wide", WIDE),
    ("full-nation", Made { states: States::All, ..NATION }),
    ("full-wide", FULL_WIDE),
];

/// All communes of the country, month by month for five years.
pub const NATION: Made = Made {
    unit: ("Việt Nam", "nation"),
    year: 2019,
    snapshots: 60,
    a_month: 1,
    communes: 3_321,
    seed: 7,
    states: States::Counts,
};
/// One unit for seventeen years, three times a month, as wide as the sample.
pub const HISTORY: Made = Made {
    unit: ("Quận A", "district"),
    year: 2007,
    snapshots: 600,
    a_month: 3,
    communes: 14,
    seed: 11,
    states: States::Counts,
};
/// One file with ten thousand areas.
pub const WIDE: Made = Made {
    unit: ("Tỉnh A", "province"),
    year: 2023,
    snapshots: 1,
    a_month: 1,
    communes: 10_000,
    seed: 13,
    states: States::Counts,
};
/// The same of whom all is stated.
pub const FULL_WIDE: Made = Made { states: States::All, ..WIDE };

/// As many snapshots and areas as the sample has, the areas `times` over.
pub const fn sample(times: u32) -> Made {
    Made {
        unit: ("Tỉnh B", "province"),
        year: 2023,
        snapshots: 5,
        a_month: 1,
        communes: 14 * times,
        seed: 17,
        states: States::Counts,
    }
}

/// Households of a commune: all, poor, near-poor.
#[derive(Debug, Clone, Copy)]
struct Commune {
    all: u64,
    poor: u64,
    near: u64,
}

/// Steele, Lea and Flood's `SplitMix64`: a few lines, and no crate whose next version gives other numbers.
struct Random(u64);

impl Random {
    /// From `from` on, `count` numbers are as likely as each other.
    fn of(&mut self, from: u64, count: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        from + (mixed ^ (mixed >> 31)) % count
    }
}

impl Made {
    /// Name and text of each file, the oldest first; one after the other, for a nation's are not held at once.
    pub fn files(self) -> impl Iterator<Item = (String, String)> {
        let mut random = Random(self.seed);
        let commune = |random: &mut Random| Commune {
            all: random.of(800, 3_200),
            poor: random.of(5, 195),
            near: random.of(5, 145),
        };
        let first: Vec<Commune> = (0..self.communes).map(|_| commune(&mut random)).collect();
        // As it was at the end of the year before.
        let mut eve = first.clone();
        (0..self.snapshots).map(move |number| {
            let month = number / self.a_month;
            let mut now = |at: &Commune| Commune {
                all: at.all + u64::from(month),
                poor: (at.poor + random.of(0, 3)).saturating_sub(1 + u64::from(month / 4)),
                near: at.near.saturating_sub(u64::from(month / 5)),
            };
            let communes: Vec<Commune> = first.iter().map(&mut now).collect();
            let day = self.day(number);
            let text = self.text(&day, &communes, &eve);
            if self.day(number + 1)[..4] != day[..4] {
                eve.clone_from(&communes);
            }
            (format!("{day}.json"), text)
        })
    }

    /// The day of a snapshot.
    fn day(self, number: u32) -> String {
        let (month, part) = (number / self.a_month, number % self.a_month + 1);
        let (year, month) = (self.year + month / 12, month % 12 + 1);
        let last = days(year, month);
        let day = if part == self.a_month { last } else { part * last / self.a_month };
        format!("{year}-{month:02}-{day:02}")
    }

    fn text(self, day: &str, communes: &[Commune], eve: &[Commune]) -> String {
        let sum = |communes: &[Commune]| Commune {
            all: communes.iter().map(|c| c.all).sum(),
            poor: communes.iter().map(|c| c.poor).sum(),
            near: communes.iter().map(|c| c.near).sum(),
        };
        let whole = sum(communes);
        let Commune { all, poor, near } = whole;
        let moves: Vec<[Moved; 2]> = communes
            .iter()
            .zip(eve)
            .map(|(now, eve)| [moved(now.poor, eve.poor), moved(now.near, eve.near)])
            .collect();
        let all_moves = [0, 1].map(|group| moves.iter().fold(Moved::default(), |all, of| all.and(of[group])));
        let (name, kind) = self.unit;
        let mut text = format!(
            r#"{{"format": "giamngheo/1", "unit": {{"name": "{name}", "kind": "{kind}", "code": "A"}}, "as_of": "{day}",
"source": {{"title": "Số liệu dựng để đo", "provenance": "illustrative"}},
"households": {all}, {groups},
"deprivations": [{lacks}],
"coverage": [{{"id": "bhyt", "name": "BHYT hộ nghèo", "covered": {{"value": {covered}, "unit": "person"}}, "eligible": {{"value": {}, "unit": "person"}}}}],
"targets": [{{"id": "{year}", "name": "Tỷ lệ hộ nghèo", "year": {year}, "measure": "poor.rate", "aim": {{"reduce_by_points": 0.3}}}}],
"areas_complete": true, "areas": ["#,
            poor * PERSONS,
            groups = self.groups(&whole, &all_moves),
            lacks = lacks(poor, near),
            covered = poor * PERSONS * 9 / 10,
            year = &day[..4],
        );
        for (number, (commune, moves)) in (1..).zip(communes.iter().zip(&moves)) {
            let comma = if number == 1 { "" } else { "," };
            let (all, groups) = (commune.all, self.groups(commune, moves));
            // Writing into a text cannot fail.
            let _ = write!(
                text,
                "{comma}\n{{\"name\": \"Xã {number}\", \"code\": \"{number:05}\", \"kind\": \"commune\", \"households\": {all}, {groups}}}"
            );
        }
        text.push_str("\n]}\n");
        text
    }

    /// The groups of the unit or of a commune, with how each came about.
    fn groups(self, now: &Commune, moves: &[Moved; 2]) -> String {
        let group = |households: u64, moved: &Moved| {
            let counts = format!(r#""households": {households}, "persons": {}"#, households * PERSONS);
            match self.states {
                States::Counts => format!("{{{counts}}}"),
                States::All => format!("{{{counts}, {}}}", beside(households, moved, now.all)),
            }
        };
        let (poor, near) = (group(now.poor, &moves[0]), group(now.near, &moves[1]));
        let both = match self.states {
            States::Counts => String::new(),
            States::All => format!(r#", "combined": {{"households": {}}}"#, now.poor + now.near),
        };
        format!(r#""poor": {poor}, "near_poor": {near}{both}"#)
    }
}

/// So many persons in each household.
const PERSONS: u64 = 4;

/// How the households of a group came about in the year.
#[derive(Debug, Clone, Copy, Default)]
struct Moved {
    before: u64,
    escaped: u64,
    newly: u64,
}

impl Moved {
    fn and(self, other: Self) -> Self {
        Self {
            before: self.before + other.before,
            escaped: self.escaped + other.escaped,
            newly: self.newly + other.newly,
        }
    }
}

fn moved(households: u64, before: u64) -> Moved {
    let escaped = before.saturating_sub(households) + 1;
    Moved { before, escaped, newly: households + escaped - before }
}

/// What reports have beside a count: its rate, and how it came about.
fn beside(households: u64, moved: &Moved, all: u64) -> String {
    let hundredths = (2 * 10_000 * households + all) / (2 * all);
    let rate = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let Moved { before, escaped, newly } = moved;
    let reduced = i128::from(*before) - i128::from(households);
    format!(
        r#""rate_percent": {rate}, "reduced": {reduced}, "movement": {{"start": {before}, "escaped": {escaped}, "newly": {newly}}}"#
    )
}

fn lacks(poor: u64, near: u64) -> String {
    let names = [("viec-lam", "Việc làm", 3), ("bhyt", "Bảo hiểm y tế", 5), ("nuoc", "Nước sạch", 9)];
    let lack = |(id, name, one_in): (&str, &str, u64)| {
        let (poor, near) = (poor / one_in, near / one_in);
        format!(r#"{{"id": "{id}", "name": "{name}", "poor": {poor}, "near_poor": {near}}}"#)
    };
    names.map(lack).join(", ")
}

/// How many days a month has.
fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
