//! What is told is true of its figures and can be read one way only: names, verbs and days of what rose, of what is
//! lacking, of what a plan asks, of what was worked out.

use giamngheo::app::state::Choices;
use giamngheo::model::history::History;
use giamngheo::page::deck::{SlidePart, deck};
use giamngheo::page::{Facts, Tab, View};
use giamngheo::report::{ReportFormat, pages, text, write};
use giamngheo::source::Load;
use giamngheo::text::Lang;

use super::program::{assert_sees, begun, choices, press, read, sample, screen, squeezed};
use super::view::opened;
use super::{made_up, published};

pub fn path(name: &str) -> std::path::PathBuf {
    if made_up::ALL.contains(&name) { made_up::folder(name) } else { published::path(name) }
}

/// What is said of a unit at a snapshot, counted from its newest.
pub fn of(name: &str, lang: Lang, back: usize, say: impl Fn(&View) -> String) -> String {
    loaded(name, |load| {
        // Of two standards the newer one.
        let newest = |history: &History| history.snapshots.last().map(|snapshot| snapshot.as_of());
        let all = load.world.histories.iter().enumerate();
        let (index, history) = all.max_by_key(|(_, history)| newest(history)).expect("a history");
        let facts = Facts::new(history.snapshots.len());
        say(&opened(lang, load, &facts, (index, history.snapshots.len() - 1 - back)))
    })
}

/// What is told of the sample, of a made-up unit or of a published report.
fn loaded<T>(name: &str, tell: impl FnOnce(&Load) -> T) -> T {
    if name == "sample" { tell(sample()) } else { tell(&read(&[path(name)])) }
}

/// The screen of a unit after those keys, on a day long after its figures.
pub fn screen_of(name: &str, lang: Lang, size: (u16, u16), keys: &str) -> String {
    loaded(name, |load| {
        let choices = Choices { now: "2026-11-28".parse().ok(), ..choices(lang, "") };
        let mut app = begun(choices, size, load);
        press(&mut app, keys);
        screen(&app)
    })
}

fn whole(view: &View) -> String {
    squeezed(&text::report(view, &pages::sections(view, &Tab::ALL), 240))
}

pub fn report(name: &str, lang: Lang, back: usize) -> String {
    of(name, lang, back, whole)
}

pub fn printed(format: ReportFormat) -> impl Fn(&View) -> String {
    move |view| String::from_utf8(write(view, &Tab::ALL, format, 80, None).unwrap().bytes).unwrap()
}

pub fn message(name: &str, lang: Lang, back: usize) -> String {
    of(name, lang, back, printed(ReportFormat::Brief))
}

/// The program after those keys.
fn seen(name: &str, lang: Lang, keys: &str) -> String {
    squeezed(&screen_of(name, lang, (110, 50), keys))
}

pub fn sees_not(seen: &str, words: &[&str]) {
    for word in words {
        assert!(!seen.contains(word), "{word}\n{seen}");
    }
}

/// 1,33 → 1,35%: no figure of the rise bears the name of what was done, and its formula gives it.
#[test]
fn a_rise_is_not_told_as_done() {
    for (lang, rise, done) in [
        (Lang::Vi, "Tỷ lệ hộ nghèo, mức tăng, Quận Gộp, năm 2024", "đã thực hiện"),
        (Lang::En, "Poor rate, increase, Gop District, 2024", "done so far"),
    ] {
        let html = of("quan-gop", lang, 0, printed(ReportFormat::Html));
        assert_sees(&html, &[rise]);
        sees_not(&html, &[done]);
    }
    let stories = seen("quan-gop", Lang::Vi, "4 Enter Tab Tab Tab Tab Enter");
    sees_not(&stories, &["đã thực hiện", "− (−0,02"]);
}

/// Where report and count disagree on a rise, no part of a report tells the one alone.
#[test]
fn a_rise_on_two_bases_is_told_on_both() {
    let vi = message("phuong-khu-pho", Lang::Vi, 0);
    assert_sees(&vi, &["báo cáo nêu hộ cận nghèo tăng 1 hộ, theo hai kỳ giảm 3 hộ (tính toán)"]);
    assert_sees(
        &message("phuong-khu-pho", Lang::En, 0),
        &[
            "near-poor households rose by 1 according to the report, but fell by 3 (derived) between the two dates",
        ],
    );
    for (lang, both) in [(Lang::Vi, "theo hai kỳ giảm 3* hộ"), (Lang::En, "but fell by 3*")] {
        let rises =
            |view: &View| giamngheo::page::conclusion::rises(view).map_or(String::new(), |line| line.text());
        assert_sees(&of("phuong-khu-pho", lang, 0, rises), &[both]);
    }
}

/// What it started from has its own day and name, and the pace since that day.
#[test]
fn a_start_has_its_own_day() {
    let vi = seen("28-tri-ton-b.json", Lang::Vi, "4");
    assert_sees(
        &vi,
        &["mốc so sánh 10,74%", "Tính đến 31/12/2021", "Tốc độ từ 31/12/2021 0,10* điểm phần trăm/tháng"],
    );
    sees_not(&vi, &["chưa có kỳ trước để so sánh", "đầu năm 10,74%"]);
    assert_sees(
        &seen("28-tri-ton-b.json", Lang::En, "4"),
        &["baseline 10.74%", "As of 31 Dec 2021", "since 31 Dec 2021 0.10* percentage points a month"],
    );
}

/// "Không còn" says of a ward that it has no poor households left.
#[test]
fn a_ward_that_is_no_more_has_other_words_than_one_without_the_poor() {
    let vi = report("quan-gop", Lang::Vi, 0);
    assert_sees(&vi, &["Phường 3 thôi có tên", "mới có Phường Mới Đông; thôi có tên Phường 3, Phường 4"]);
    let en = report("quan-gop", Lang::En, 0);
    assert_sees(&en, &["3 Ward no longer listed", "newly listed Mới Đông Ward; no longer listed 3 Ward"]);
    sees_not(&en, &[" gone"]);
}

/// Beside 110 households of both groups it is not said that there are none of either; a group is no noun after the
/// figure of another.
#[test]
fn what_is_lacking_reads_one_way() {
    for name in ["xa-chung", "xa-gop-chung"] {
        assert_sees(&report(name, Lang::Vi, 0), &["chưa có số liệu riêng của hộ nghèo và của hộ cận nghèo"]);
        assert_sees(
            &report(name, Lang::En, 0),
            &["there are no separate figures for poor households and for near-poor households"],
        );
    }
    assert_sees(
        &report("13-bac-giang", Lang::Vi, 0),
        &["chưa có số liệu về hộ cận nghèo và nhân khẩu hộ nghèo"],
    );
    assert_sees(
        &report("13-bac-giang", Lang::En, 0),
        &["there are no figures on near-poor households or on members of poor households"],
    );
}

/// Of three areas the third is none of the highest; one area has one rate.
#[test]
fn not_all_are_the_highest() {
    let vi = report("tinh-ba-cap", Lang::Vi, 1);
    assert_sees(&vi, &["Tỷ lệ hộ nghèo theo địa bàn: "]);
    sees_not(&vi, &["Tỷ lệ hộ nghèo cao nhất (trong"]);
    assert_sees(&report("tinh-ba-cap", Lang::En, 1), &["Rates of poor households by area: "]);
    assert_sees(
        &report("16-vietnam-2015.json", Lang::En, 0),
        &["Highest rate of poor households (of 3 areas): Dien Bien 48%"],
    );
}

/// Households stand under no head of rates.
#[test]
fn a_head_names_what_stands_under_it() {
    assert_sees(&report("tinh-ba-cap", Lang::Vi, 1), &["Giảm Từ → còn Số hộ giảm", "5.840 → 5.040*"]);
    assert_sees(&report("tinh-ba-cap", Lang::En, 1), &["Reduction From → to Households"]);
    assert_sees(&report("sample", Lang::Vi, 3), &["Giảm Tỷ lệ Số hộ giảm"]);
}

/// Boats and workers are counted, also by the month.
#[test]
fn what_is_counted_has_no_pace_in_points() {
    let vi = seen("dac-khu", Lang::Vi, "4 Down");
    assert_sees(&vi, &["thêm 2* hộ trong 92 ngày: 1* hộ/tháng", "từ đầu năm 1* hộ/tháng"]);
    assert_sees(&seen("21-labour-2023-09.json", Lang::Vi, "4"), &["từ đầu năm 12.390* người/tháng"]);
    let en = seen("21-labour-2023-09.json", Lang::En, "4");
    assert_sees(&en, &["12,390* persons a month"]);
    sees_not(&en, &["percentage points a month"]);
}

/// More than a whole is no part of it.
#[test]
fn what_is_more_is_no_part() {
    assert_sees(&seen("dac-khu", Lang::Vi, "4 Down Down"), &[" 60/50 hộ"]);
    assert_sees(&seen("dac-khu", Lang::En, "4 Down Down"), &[" 60 (target: 50 households)"]);
    assert_sees(&seen("28-tri-ton-b.json", Lang::Vi, "4"), &["2,09*/2 điểm %"]);
    let vi = seen("tinh-ba-cap", Lang::Vi, "4");
    assert_sees(&vi, &["3 địa bàn: 840* hộ, chỉ tiêu chung 800 hộ, nhiều hơn 40* hộ"]);
    let en = seen("tinh-ba-cap", Lang::En, "4");
    assert_sees(&en, &["3 areas: 840* households against 800 for the unit, 40* more"]);
}

/// What only today makes late is told with that day, and is no news of the year shown.
#[test]
fn late_today_is_told_with_the_day() {
    let tasks = "các chính sách hỗ trợ khác (hạn 31/12/2025); hội nghị nhân rộng mô hình (hạn 31/12/2025)";
    let today = |view: &View| whole(&View { now: "2026-11-28".parse().unwrap(), ..*view });
    let vi = of("sample", Lang::Vi, 0, today);
    assert_sees(&vi, &[&format!("Nhiệm vụ quá hạn (tính đến 28/11/2026): {tasks}.")]);
    sees_not(&vi, &["các chính sách hỗ trợ khác: quá hạn"]);
    assert_sees(
        &of("sample", Lang::En, 0, today),
        &["Tasks overdue as of 28 Nov 2026: other support policies"],
    );
    // On the day of the figures nothing of them is late.
    sees_not(&report("sample", Lang::Vi, 0), &["Nhiệm vụ quá hạn"]);
}

/// "The rate: a fall by 0,39" is how a result is told.
#[test]
fn a_plan_is_not_told_as_a_result() {
    let vi = message("sample", Lang::Vi, 3);
    assert_sees(&vi, &["- Năm 2023 phấn đấu giảm tỷ lệ hộ cận nghèo 0,39 điểm phần trăm\n"]);
    sees_not(&vi, &["Chỉ tiêu năm 2023: tỷ lệ"]);
}

/// 117 % is worked out, 1,00 is not.
#[test]
fn the_number_that_was_worked_out_is_called_so() {
    assert_sees(
        &message("03-nation", Lang::Vi, 0),
        &["đạt 117% (tính toán) chỉ tiêu giảm 1,00 điểm phần trăm, vượt 0,17 điểm phần trăm (tính toán)"],
    );
    assert_sees(
        &message("03-nation", Lang::En, 0),
        &["117% (derived) of the target (a reduction of 1.00 percentage point)"],
    );
    // In one place: right after the number and its noun.
    assert_sees(
        &message("phuong-nho", Lang::En, 0),
        &["1.50% (derived) of all households, and", "2.50% (derived) of all households (no standard stated)"],
    );
    let vi = message("xa-gop-chung", Lang::Vi, 0);
    assert_sees(&vi, &["15 hộ (tính toán), bình quân 3 hộ/tháng (tính toán);"]);
    let vi = message("15-tt-hoa-binh-2016.json", Lang::Vi, 0);
    assert_sees(&vi, &["hiện có 1.179 hộ (tính toán),"]);
    assert_sees(
        &message("20-sop-cop", Lang::En, 0),
        &["(derived, 30.23 → 25.93%), 107.5% (derived) of the target (a "],
    );
}

/// Nothing has happened yet that could be missed, and what is left has a verb and a unit.
#[test]
fn a_supposition_misses_nothing() {
    let load = sample();
    for (lang, says) in [
        (Lang::Vi, "còn phải giảm 136* hộ ✗ chưa đạt"),
        (Lang::En, "136* households still to go ✗ not enough"),
    ] {
        let mut app = begun(choices(lang, "2023-09-30"), (110, 50), load);
        press(&mut app, "4 +");
        let seen = squeezed(&screen(&app));
        assert_sees(&seen, &[says]);
    }
    let mut app = begun(choices(Lang::Vi, "2023-09-30"), (110, 50), load);
    press(&mut app, "4");
    assert_sees(&squeezed(&screen(&app)), &["cao hơn chỉ tiêu 23-32* hộ"]);
}

/// The window of the review is not the time that figures are missing of.
#[test]
fn a_window_of_the_review_is_called_one() {
    assert_sees(&seen("03-nation", Lang::Vi, "4"), &["· chưa có số liệu; rà soát từ 01/09 đến 14/12"]);
    assert_sees(&seen("03-nation", Lang::En, "4"), &["· no data; review from 1 Sep to 14 Dec"]);
}

/// A legend explains no column that is not there.
#[test]
fn no_legend_of_a_column_that_is_not_there() {
    let explains = |said: &str| said.contains("+/−:");
    let has_column = |said: &str| said.matches("+/−").count() > said.matches("+/−:").count();
    let mut without = 0;
    for name in published::ALL {
        let said = [seen(name, Lang::Vi, "2"), report(name, Lang::En, 0)];
        assert!(said.iter().all(|said| !explains(said) || has_column(said)), "{name}\n{said:?}");
        without += said.iter().filter(|said| !has_column(said)).count();
    }
    assert!(without > 0, "a list without changes was seen");
    assert_sees(&report("sample", Lang::Vi, 3), &["+/−: năm 2022"]);
}

/// No review of households settles who is at school; a change is told between the figures that it is of.
#[test]
fn a_review_and_a_change_are_told_of_what_they_are_of() {
    let head = "chưa có kết quả rà soát hộ nghèo, hộ cận nghèo) · trẻ em";
    assert_sees(&report("tinh-mau", Lang::Vi, 0), &[head]);
    assert_sees(&report("tinh-mau", Lang::En, 0), &["before the review of households)"]);
    assert_sees(&report("sample", Lang::Vi, 0), &["thời gian, chưa có kết quả rà soát): "]);
    let vi = report("dac-khu", Lang::Vi, 0);
    assert_sees(&vi, &["giảm 0,60* điểm phần trăm (1,9 → 1,3%)"]);
    assert_sees(&vi, &["Tỷ lệ hộ nghèo 1,9% 1,3% 1,2%"]);
}

/// One slide has one target: the level, and under its bar the change that leads to it, with its unit.
#[test]
fn no_slide_has_two_targets() {
    let bars = |view: &View| {
        let slides = deck(view);
        let lines = slides.iter().flat_map(|slide| &slide.parts).flat_map(SlidePart::lines);
        lines.map(|line| line.text() + "\n").collect::<String>()
    };
    let vi = of("tinh-mau", Lang::Vi, 0, bars);
    assert_sees(&vi, &["phải giảm 21* nhà", "phải tăng 5,50* điểm %", "phải giảm 80 hộ", "38* hộ (47,5%*)"]);
    sees_not(&vi, &["giao 21", "giao 5,50", "giao 80"]);
    let en = of("tinh-mau", Lang::En, 0, bars);
    assert_sees(
        &en,
        &["required: down 21* houses", "required: up 5.50* points", "required: down 80 households"],
    );
}
