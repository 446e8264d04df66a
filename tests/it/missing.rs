//! Who has not reported: units without figures of the shown day, whichever way it is known that they should have some.

use std::process::Output;

use giamngheo::model::history::History;
use giamngheo::page::{Facts, Tab};
use giamngheo::report::{self, ReportFormat};
use giamngheo::source::Load;
use giamngheo::text::Lang;

use super::folder::{Folder, Head};
use super::program::{begun, binary, choices, picture, press, read, screen};
use super::view::opened;

/// A file of a ward of the district, with so many poor households.
fn ward(number: u32, day: &str, poor: &str) -> String {
    let unit = format!(r#""name": "Phường {number}", "kind": "ward", "within": "Quận 6""#);
    Head::reported(&unit, day).with(&format!(
        r#""households": 1000, "poor": {{ "households": {poor} }}, "near_poor": {{ "households": 30 }}"#
    ))
}

/// Four wards: two have reported, the file of one is older, that of another is refused.
fn wards() -> Folder {
    let folder = Folder::new("missing");
    folder.write("phuong-1.json", &ward(1, "2023-12-31", "20"));
    folder.write("phuong-2.json", &ward(2, "2023-12-31", "25"));
    folder.write("phuong-3.json", &ward(3, "2023-06-30", "15"));
    folder.write("phuong-4.json", &ward(4, "2023-12-31", r#""mười""#));
    folder
}

/// A file of the district itself with these wards; without a number one is listed alone.
fn district(day: &str, wards: &[(&str, Option<u32>)]) -> String {
    let ward = |(name, poor): &(&str, Option<u32>)| {
        let poor = poor.map(|poor| format!(r#", "poor": {{ "households": {poor} }}"#)).unwrap_or_default();
        format!(r#"{{ "name": "{name}"{poor} }}"#)
    };
    let wards: Vec<String> = wards.iter().map(ward).collect();
    let members = format!(r#""poor": {{ "households": 100 }}, "areas": [{}]"#, wards.join(", "));
    Head::reported(r#""name": "Quận 6", "kind": "district""#, day).with(&members)
}

/// The unit that is summed.
fn sum(load: &Load) -> usize {
    load.world.histories.iter().position(History::is_sum).expect("a sum")
}

fn report_of(load: &Load, lang: Lang, format: ReportFormat) -> String {
    let history = sum(load);
    let snapshots = load.world.histories[history].snapshots.len();
    let facts = Facts::new(snapshots);
    let view = opened(lang, load, &facts, (history, snapshots - 1));
    let bytes = report::write(&view, &Tab::ALL, format, 100, None).expect("a report").bytes;
    String::from_utf8(bytes).expect("text").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_folder_of_wards_tells_who_is_late_and_whose_file_is_refused() {
    let folder = wards();
    let load = read(&[&folder.0]);
    let cases = [
        (
            Lang::Vi,
            "2 trên 4 phường đã gửi số liệu; chưa có: Phường 3 (số liệu cũ: 30/06/2023), \
             Phường 4 (tệp bị từ chối: phuong-4.json)",
        ),
        (
            Lang::En,
            "2 of 4 wards have reported; missing: Phường 3 (old figures: 30 Jun 2023), \
             Phường 4 (file refused: phuong-4.json)",
        ),
    ];
    for (lang, told) in cases {
        for format in [ReportFormat::Text, ReportFormat::Json, ReportFormat::Brief] {
            let text = report_of(&load, lang, format);
            assert!(text.contains(told), "{format:?}: {text}");
        }
        let text = report_of(&load, lang, ReportFormat::Text);
        let lines = [
            lang.pick("Chưa gửi số liệu (2 trên 4 phường)", "Not reported (2 of 4 wards)"),
            lang.pick("! Phường 3: số liệu cũ: 30/06/2023", "! Phường 3: old figures: 30 Jun 2023"),
            lang.pick("✗ Phường 4: tệp bị từ chối: phuong-4.json", "✗ Phường 4: file refused: phuong-4.json"),
        ];
        for line in lines {
            assert!(text.contains(line), "{line}: {text}");
        }
    }
}

/// Three wards in June, two of them in December with the figures of June: nothing fell because one is missing.
#[test]
fn a_sum_of_fewer_wards_than_before_is_no_fall() {
    let folder = Folder::new("missing-fewer");
    for number in 1..=3 {
        folder.write(&format!("{number}-truoc.json"), &ward(number, "2022-12-31", "20"));
    }
    for number in 1..=2 {
        folder.write(&format!("{number}.json"), &ward(number, "2023-12-31", "20"));
    }
    let load = read(&[&folder.0]);
    for (lang, told) in [
        (Lang::Vi, "2 trên 3 phường: không so được với kỳ trước (31/12/2022)."),
        (Lang::En, "2 of 3 wards: not comparable with the date before (31 Dec 2022)."),
    ] {
        let text = report_of(&load, lang, ReportFormat::Text);
        assert!(text.contains(told) && !text.contains("−20"), "{text}");
        assert!(!text.contains("giảm 20") && !text.contains("fell by"), "{text}");
        let beside = lang.pick("31/12/2023: chỉ tính 2 trên 3 phường", "31 Dec 2023: only 2 of 3 wards have");
        assert!(text.contains(beside), "{text}");
    }
    let mut choices = choices(Lang::Vi, "");
    choices.unit = Some("Quận 6".into());
    let mut app = begun(choices, (80, 24), &load);
    press(&mut app, "m");
    for _ in 0..12 {
        let slide = screen(&app);
        assert!(!slide.contains("60* → 40*") && !slide.contains("−20"), "{slide}");
        press(&mut app, "<Space>");
    }
}

/// The district's own file has two wards of three and no count of the whole: its rate is that of the two, and says so.
#[test]
fn a_rate_of_some_wards_is_not_that_of_the_whole() {
    let folder = Folder::new("missing-some");
    let of = |numbers: &[u32], whole: &str| {
        let ward = |n: &u32| {
            format!(r#"{{ "name": "Phường {n}", "households": 1000, "poor": {{ "households": {n}0 }} }}"#)
        };
        let wards: Vec<String> = numbers.iter().map(ward).collect();
        format!(r#"{whole}"areas": [{}]"#, wards.join(", "))
    };
    let file = |day: &str, members: &str| {
        Head::reported(r#""name": "Quận 6", "kind": "district""#, day).with(members)
    };
    let whole = r#""households": 3000, "poor": { "households": 60 }, "#;
    folder.write("2022.json", &file("2022-12-31", &of(&[1, 2, 3], whole)));
    folder.write("2023.json", &file("2023-12-31", &of(&[1, 2], "")));
    let load = read(&[&folder.0]);
    let facts = Facts::new(2);
    let view = opened(Lang::Vi, &load, &facts, (0, 1));
    let text = report::write(&view, &Tab::ALL, ReportFormat::Text, 100, None).expect("a report").bytes;
    let text = String::from_utf8(text).expect("text").split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "1,50%* (chỉ tính 2 trên 3 phường có số liệu)",
        "Tỷ lệ của 2/3 phường",
        "31/12/2023: chỉ tính 2 trên 3 phường",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(!text.contains("−0,50") && !text.contains("giảm 0,50"), "{text}");
    let mut app = begun(choices(Lang::Vi, ""), (100, 24), &load);
    press(&mut app, "2");
    assert!(screen(&app).contains("▌ 2/3 phường") && !screen(&app).contains("Toàn quận"), "{}", screen(&app));
    press(&mut app, "1");
    assert!(screen(&app).contains("! 1 trên 3 phường chưa gửi: phím 6"), "{}", screen(&app));
    press(&mut app, "<Enter>");
    assert!(screen(&app).contains("Thiếu       chỉ tính 2 trên 3 phường có số liệu"), "{}", screen(&app));
}

#[test]
fn the_screens_tell_it_too() {
    let folder = wards();
    let load = read(&[&folder.0]);
    for size in [(80, 24), (160, 45), (40, 10)] {
        let mut choices = choices(Lang::Vi, "");
        choices.unit = Some("Quận 6".into());
        let mut app = begun(choices, size, &load);
        press(&mut app, "2");
        let list = screen(&app);
        assert!(list.contains("chưa gửi") || size.1 == 10, "{list}");
        press(&mut app, "6");
        let checks = screen(&app);
        assert!(checks.contains("Chưa gửi số liệu (2 trên 4 phường)") || size.1 == 10, "{checks}");
        assert!(checks.contains("! Phường 3: số liệu cũ"), "{checks}");
        press(&mut app, "m <End>");
        let slide = screen(&app);
        assert!(slide.contains("2 trên 4 phường đã gửi") || size.1 == 10, "{slide}");
    }
}

#[test]
fn a_list_of_areas_and_the_period_before_are_expected() {
    let before =
        district("2022-12-31", &[("Phường 1", Some(50)), ("Phường 2", Some(30)), ("Phường 3", Some(20))]);
    let now = district("2023-12-31", &[("Phường 1", Some(40)), ("Phường 2", None)]);
    let folder = Folder::of("missing-listed", [before, now]);
    let output = check(&[], &folder.0, "vi");
    let text = out(&output);
    let told_line = "! 1 trên 3 phường đã gửi số liệu; chưa có: Phường 2 (số liệu cũ: 31/12/2022), \
                     Phường 3 (số liệu cũ: 31/12/2022)";
    assert!(text.contains(told_line), "{text}");
    assert_eq!(text.matches("đã gửi số liệu").count(), 1, "{text}");
}

#[test]
fn nobody_is_missing_where_parts_are_others_now() {
    let before = district("2022-12-31", &[("Khu phố 1", Some(60)), ("Khu phố 2", Some(40))]);
    let merged = district("2023-12-31", &[("Phường 1", Some(40)), ("Phường 2", Some(20))]);
    let folder = Folder::of("missing-merged", [before, merged]);
    assert!(!out(&check(&[], &folder.0, "vi")).contains("đã gửi"));
    for (tab, keys) in [("2", "2"), ("6", "6")] {
        let shown = picture(Lang::Vi, (80, 24), "2022-12-31", keys);
        assert!(!shown.contains("hưa gửi"), "{tab}: {shown}");
    }
}

fn check(more: &[&str], path: &str, lang: &str) -> Output {
    let args = ["check", "--now", "2024-02-01", "--lang", lang];
    binary(&[&args, more, &[path]].concat()).output().expect("the program")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text")
}

#[test]
fn a_list_of_names_fails_where_one_is_missing() {
    let folder = Folder::new("missing-expected");
    for number in 1..=2 {
        folder.write(&format!("{number}.json"), &ward(number, "2023-12-31", "20"));
    }
    folder.write("3.json", &ward(3, "2023-06-30", "20"));
    let names = Folder::new("missing-names");
    let all = names.write("co.txt", "PHƯỜNG  01\n\nPhường 2\n");
    let more = names.write("thieu.txt", "Phường 1\nPhường 2\nPhường 03\nPhường 7\n");
    let output = check(&["--expect", &all], &folder.0, "vi");
    let text = out(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.contains("co.txt, ngày 31/12/2023: 2 trên 2 phường đã gửi số liệu"), "{text}");
    let output = check(&["--expect", &more], &folder.0, "vi");
    let text = out(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(
        text.ends_with("  ! Phường 03: số liệu cũ: 30/06/2023\n  ! Phường 7: chưa có số liệu\n"),
        "{text}"
    );
    let text = out(&check(&["--expect", &more], &folder.0, "en"));
    assert!(text.contains("thieu.txt, 31 Dec 2023: 2 of 4 wards have reported\n"), "{text}");
    assert!(text.ends_with("  ! Phường 03: old figures: 30 Jun 2023\n  ! Phường 7: no figures\n"), "{text}");
    // A name is found as the search line finds it.
    let typed = names.write("go.txt", "phuong 1\nP2\n");
    let output = check(&["--expect", &typed], &folder.0, "vi");
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    // The wards may stand in a file of the district.
    let listed =
        Folder::of("missing-in-list", [district("2023-12-31", &[("Phường 1", Some(9)), ("Phường 2", None)])]);
    let output = check(&["--expect", &all], &listed.0, "vi");
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).ends_with("  ! Phường 2: chưa có số liệu\n"), "{}", out(&output));
    // A list that is none says so before anything is read.
    let output = check(&["--expect", &names.at("khong.txt")], &listed.0, "vi");
    assert_eq!((output.status.code(), out(&output).is_empty()), (Some(1), true));
}

/// What is missing of a sum is no jump of it.
#[test]
fn a_sum_of_fewer_wards_is_no_jump() {
    let folder = Folder::new("missing-jump");
    for number in 1..=6 {
        folder.write(&format!("{number}-truoc.json"), &ward(number, "2022-12-31", "20"));
    }
    for number in 1..=2 {
        folder.write(&format!("{number}.json"), &ward(number, "2023-12-31", "19"));
    }
    let text = report_of(&read(&[&folder.0]), Lang::Vi, ReportFormat::Text);
    assert!(!text.contains("từ 120"), "{text}");
}
