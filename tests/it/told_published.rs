//! What must be told of published reports in both languages, and what must not.

use giamngheo::page::deck::deck;
use giamngheo::page::{Facts, Tab, View};
use giamngheo::report::{pages, text};
use giamngheo::text::Lang;
use giamngheo::text::line::Line;

use super::program::read;
use super::published;
use super::view::opened;

/// A report in full, as a reader gets it.
fn report(name: &str, lang: Lang) -> String {
    of_newest(name, lang, |view| text::report(view, &pages::sections(view, &Tab::ALL), 240))
}

/// The slides, all that is on them one after the other.
fn slides(name: &str, lang: Lang) -> String {
    of_newest(name, lang, |view| {
        let mut all = Vec::new();
        for slide in deck(view) {
            all.push(slide.title);
            for big in slide.bigs {
                all.extend([big.before, big.text]);
                all.extend(big.beside.iter().map(Line::text));
            }
            for part in slide.parts {
                all.extend(part.lines().iter().map(Line::text));
            }
        }
        all.join(" ")
    })
}

/// What is said of the newest snapshot of a published report.
fn of_newest(name: &str, lang: Lang, say: impl Fn(&View) -> String) -> String {
    let load = read(&[published::path(name)]);
    // Of two standards the newer one.
    let newest = |history: &giamngheo::model::history::History| history.snapshots.last().map(|s| s.as_of());
    let all = load.world.histories.iter().enumerate();
    let (index, history) = all.max_by_key(|(_, history)| newest(history)).expect("a history");
    let facts = Facts::new(history.snapshots.len());
    let view = opened(lang, &load, &facts, (index, history.snapshots.len() - 1));
    say(&view)
}

/// A published report, what must be told of it in both languages, and what must not.
type Told = (&'static str, &'static [(&'static str, &'static str)], &'static [(&'static str, &'static str)]);

const PUBLISHED: [Told; 14] = [
    (
        "01-binh-thuan-2022.json",
        &[
            (
                "hộ nghèo tăng 137 hộ, tỷ lệ tăng 0,04 điểm phần trăm",
                "poor households rose by 137, the rate rose by 0.04 percentage points",
            ),
            ("hộ cận nghèo tăng 251 hộ, tỷ lệ tăng 0,08 điểm phần trăm", "near-poor households rose by 251"),
            (
                "báo cáo cũng nêu tăng 0,04 điểm phần trăm (mục 6)",
                "the report also states that it rose by 0.04 percentage points (section 6)",
            ),
            (
                "tỷ lệ hộ nghèo giảm 0,47 điểm phần trăm, đạt 100% chỉ tiêu",
                "the rate of poor households fell by 0.47 percentage points, 100% of the target",
            ),
            ("Tăng, giảm trong năm 2022", "Change in 2022"),
        ],
        &[("còn 10.689", "any more")],
    ),
    (
        "02-hai-duong",
        &[
            ("hộ nghèo tăng 1.430 hộ", "poor households rose by 1,430"),
            ("(1,93 → 2,15%)", "(1.93 → 2.15%)"),
            ("+1.430", "+1,430"),
        ],
        &[("So với cuối năm 2021   ", "Since the end of 2021   ")],
    ),
    (
        "03-nation",
        &[
            (
                "nghèo đa chiều, gồm hộ nghèo và cận nghèo, 1.972.767 hộ (7,52%; mục 6)",
                "multidimensional poverty, poor and near-poor together, 1,972,767 households (7.52%; section 6)",
            ),
            ("Vùng có nhiều hộ nghèo nhất", "Region with most poor"),
        ],
        &[("địa bàn đầu", "Top 5 areas")],
    ),
    (
        "05-quang-nam",
        &[
            ("Nhiều hộ nghèo, hộ cận nghèo nhất: huyện Bắc Trà My (5.089 hộ)", "5,089"),
            ("tăng 471 hộ", "rose by 471"),
        ],
        &[("0 trên 7", "0 of 7")],
    ),
    (
        "14-lam-dong-2020.json",
        &[
            (
                "giải quyết việc làm: ước 21.000 người, ước bằng 72,4% chỉ tiêu giao, ước không đạt",
                "jobs: est. 21,000 persons, est. 72.4% of the target, est. missed",
            ),
            ("35,7% chỉ tiêu giao, ước không đạt", "35.7% of the target, est. missed"),
            ("ước 1,35%", "est. 1.35%"),
        ],
        &[("chỉ tiêu còn 100%", "down to 100%")],
    ),
    (
        "15-tt-hoa-binh-2016.json",
        &[(
            "hộ nghèo: chỉ tiêu giảm 203 hộ, hiện có 1.068 hộ, chưa có mốc so sánh",
            "poor households: the target is a reduction of 203 households, now 1,068 households, no baseline",
        )],
        &[("giảm hộ nghèo 1.068", ", poor households 1,068")],
    ),
    (
        "16-vietnam-2015.json",
        &[("Không có hộ nghèo: Thành phố Hồ Chí Minh, tỉnh Bình Dương", "No poor households: ")],
        &[("(0 hộ)", "(0 households)"), ("2 trên 3", "2 of 3")],
    ),
    (
        "20-sop-cop",
        &[
            ("Tỷ lệ, điểm % (từ 12/23) −4,30*", "Rate, points (since 12/23) −4.30*"),
            (
                "tỷ lệ hộ nghèo giảm 4,30* điểm phần trăm (30,23 → 25,93%), đạt 107,5%* chỉ tiêu giảm 4 điểm phần trăm",
                "fell by 4.30* percentage points (30.23 → 25.93%), 107.5%* of the target (a reduction of 4 percentage points)",
            ),
        ],
        &[("giảm tỷ lệ hộ nghèo 25,93%", "rate 25.93%, aim")],
    ),
    (
        "22-hue-plan-2023.json",
        &[
            ("Năm 2023 phấn đấu giảm tỷ lệ hộ nghèo", "The 2023 targets: "),
            ("của tỉnh Thừa Thiên Huế (", "The figures of Thua Thien Hue province ("),
        ],
        &[("Đến 31/12/2022, chưa có số liệu", "As of 31 Dec 2022 there are no figures")],
    ),
    (
        "24-doan-hung",
        &[
            (
                "tỷ lệ hộ nghèo giảm 1,39 điểm phần trăm",
                "the rate of poor households fell by 1.39 percentage points",
            ),
            ("−1,39", "−1.39"),
        ],
        &[("So với cuối năm 2015", "Since the end of 2015")],
    ),
    (
        "28-tri-ton-b.json",
        &[(
            "báo cáo nêu giảm 2,2 điểm phần trăm (110%*); theo mốc 10,74% giảm 2,09* điểm phần trăm (104,5%*), vượt 0,09* điểm phần trăm (mục 6)",
            "the report states that it fell by 2.2 percentage points (110%*); from a start of 10.74% it fell by 2.09* percentage points (104.5%*), 0.09* percentage points more than the target (section 6)",
        )],
        &[("2,2 điểm phần trăm, đạt 104,5%", "2.2 percentage points, 104.5%")],
    ),
    (
        "33-binh-thuan-both",
        &[(
            "báo cáo nêu giảm 0,47 điểm phần trăm (100%); theo hai kỳ tăng 0,04* điểm phần trăm: không đạt",
            "fell by 0.47 percentage points (100%); between the two dates it rose by 0.04*",
        )],
        &[("đạt 100% chỉ tiêu giao (0,47* điểm), không đạt", "100% of the target, missed")],
    ),
    (
        "34-ha-noi",
        &[
            (
                "báo cáo nêu giảm 1.582 hộ (218,8%); theo hai kỳ giảm 1.478* hộ (204,4%*), vượt 755* hộ (mục 6)",
                "the report states that they fell by 1,582 households (218.8%); between the two dates they fell by 1,478* households (204.4%*), 755* more than the target (section 6)",
            ),
            (
                "chưa có số hộ cận nghèo ngày 31/12/2022",
                "no figure on near-poor households as of 31 Dec 2022",
            ),
        ],
        &[("chưa có số liệu cuối năm 2022", "no figures for the end of 2022")],
    ),
    (
        "35-bac-kan-2019.json",
        &[
            (
                "ỷ lệ hộ nghèo cao nhất: huyện Pác Nặm (35,22%), huyện Ngân Sơn (34,41%)",
                "ighest rates of poor households: ",
            ),
            ("35,22%", "35.22%"),
        ],
        &[("0 trên 8", "0 of 8")],
    ),
];

#[test]
fn published_reports_are_told_as_they_should_be() {
    for (name, must, never) in PUBLISHED {
        for lang in [Lang::Vi, Lang::En] {
            let told = report(name, lang);
            let words = told.split_whitespace().collect::<Vec<_>>().join(" ");
            for (vi, en) in must {
                let wanted = lang.pick(vi, en);
                assert!(words.contains(wanted), "{name} does not tell {wanted:?}:\n{told}");
            }
            for (vi, en) in never {
                let broken = lang.pick(vi, en);
                assert!(!told.contains(broken), "{name} tells {broken:?}:\n{told}");
            }
        }
    }
}

/// What stands on a slide of a published report in both languages, and what must not.
const ON_SLIDES: [Told; 3] = [
    ("02-hai-duong", &[("tỷ lệ 1,93% → 2,15%", "rate 1.93% → 2.15%")], &[]),
    ("33-binh-thuan-both", &[("tăng 0,04*", "up 0.04*")], &[("−0,04*", "−0.04*")]),
    (
        "34-ha-noi",
        &[
            ("chỉ tiêu giảm 3.018 hộ", "target: a reduction of 3,018 households"),
            ("báo cáo nêu −1.582", "the report states −1,582"),
        ],
        &[("chưa có số liệu (27.158*", "no data (27,158*")],
    ),
];

#[test]
fn slides_tell_what_stands_and_what_was_asked() {
    for (name, must, never) in ON_SLIDES {
        for lang in [Lang::Vi, Lang::En] {
            let told = slides(name, lang);
            for (vi, en) in must {
                assert!(
                    told.contains(lang.pick(vi, en)),
                    "{name} does not tell {:?}:\n{told}",
                    lang.pick(vi, en)
                );
            }
            for (vi, en) in never {
                assert!(!told.contains(lang.pick(vi, en)), "{name} tells {:?}:\n{told}", lang.pick(vi, en));
            }
        }
    }
}
