//! The chart of the HTML report, by what stands in the picture: its places, its words, its gaps.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Folder, Head, text};

/// A line: the class of its group, its own, and its points.
type Drawn = (String, String, Vec<(f64, f64)>);

/// A picture, as far as the tests ask for it.
#[derive(Default)]
struct Picture {
    lines: Vec<Drawn>,
    words: Vec<String>,
    /// Where each word stands.
    places: Vec<(f64, f64)>,
    title: String,
    about: String,
}

fn of(start: &BytesStart, name: &str) -> String {
    let found = start.attributes().map(Result::unwrap).find(|a| a.key.as_ref() == name);
    found.map(|a| a.value.to_string()).unwrap_or_default()
}

fn points(text: &str) -> Vec<(f64, f64)> {
    let pair = |pair: &str| {
        let (x, y) = pair.split_once(',').unwrap();
        (x.parse().unwrap(), y.parse().unwrap())
    };
    text.split(' ').map(pair).collect()
}

impl Picture {
    fn of(html: &str) -> Self {
        let (_, svg) = html.split_once("<svg").expect("a picture");
        let (svg, _) = svg.split_once("</svg>").unwrap();
        let svg = format!("<svg{svg}</svg>");
        let (mut picture, mut group, mut open) = (Self::default(), String::new(), String::new());
        let mut reader = Reader::from_str(&svg);
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    start.name().as_ref().clone_into(&mut open);
                    if open == "g" {
                        group = of(&start, "class");
                    }
                    if open == "text" {
                        let at = |name| of(&start, name).parse().unwrap();
                        picture.places.push((at("x"), at("y")));
                        picture.words.push(String::new());
                    }
                }
                Event::Empty(start) if start.name().as_ref() == "polyline" => {
                    let line = (group.clone(), of(&start, "class"), points(&of(&start, "points")));
                    picture.lines.push(line);
                }
                Event::Text(words) => picture.say(&open, &words),
                Event::Eof => return picture,
                _ => {}
            }
        }
    }

    fn say(&mut self, open: &str, words: &str) {
        let words = words.trim_matches('\n');
        match open {
            "title" => self.title.push_str(words),
            "desc" => self.about.push_str(words),
            _ if words.trim().is_empty() => {}
            _ => self.words.last_mut().unwrap().push_str(words),
        }
    }

    fn line(&self, group: &str, class: &str) -> Vec<&[(f64, f64)]> {
        let found = self.lines.iter().filter(|(g, c, _)| g == group && c == class);
        found.map(|(_, _, points)| points.as_slice()).collect()
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.11
}

#[test]
fn days_and_levels_stand_true_to_scale() {
    let picture = Picture::of(&text(&["--format", "html", "--as-of", "2023-09-30"]));
    let poor = picture.line("c0", "line")[0];
    let path = picture.line("c0", "path")[0];
    assert_eq!((poor.len(), path.len()), (5, 2));
    // From 31/12/2021: 365, 455, 546, 638 days, and 730 to the due date. Poor: 1.989 to 1.118, aim 981.
    let days = [0.0, 365.0, 455.0, 546.0, 638.0];
    let levels = [1989.0, 1429.0, 1340.0, 1232.0, 1118.0];
    let across = (path[1].0 - poor[0].0) / 730.0;
    let down = (poor[4].1 - poor[0].1) / (1989.0 - 1118.0);
    for (i, (x, y)) in poor.iter().enumerate() {
        assert!(near(*x, poor[0].0 + days[i] * across), "day {i}");
        assert!(near(*y, poor[0].1 + (1989.0 - levels[i]) * down), "level {i}");
    }
    assert!(path[0] == poor[4] && near(path[1].1, poor[0].1 + (1989.0 - 981.0) * down));
    assert_eq!(picture.line("c1", "line")[0].len(), 5);
}

#[test]
fn it_says_what_it_shows() {
    let html = text(&["--format", "html", "--lang", "vi", "--as-of", "2023-09-30"]);
    let picture = Picture::of(&html);
    assert_eq!(picture.title, "Số hộ · ● hộ nghèo · × hộ cận nghèo · ○ chỉ tiêu 31/12/2023 · trục từ 800");
    assert_eq!(
        picture.about,
        "Các đường: Hộ nghèo (giao 981*), Hộ cận nghèo (giao 838*). Từ 12/21 đến 12/23. Số chính xác ở bảng dưới."
    );
    for name in ["Hộ nghèogiao 981*", "Hộ cận nghèogiao 838*"] {
        assert!(picture.words.iter().any(|words| words.starts_with(name)), "{name} in {:?}", picture.words);
    }
    assert!(html.contains("role=\"img\" aria-labelledby=\"chart-title chart-about\""));
    let english = Picture::of(&text(&["--format", "html", "--lang", "en", "--as-of", "2023-09-30"]));
    assert!(
        english
            .about
            .starts_with("Lines: Poor households (target 981*), Near-poor households (target 838*)."),
        "{}",
        english.about
    );
}

#[test]
fn what_is_later_than_the_shown_day_is_set_back() {
    let picture = Picture::of(&text(&["--format", "html", "--as-of", "2022-12-31"]));
    let (shown, later) = (picture.line("c0", "line"), picture.line("c0", "later"));
    assert_eq!((shown[0].len(), later[0].len()), (2, 4));
    assert_eq!(shown[0][1], later[0][0]);
}

/// Four snapshots under two standards, one of them without near-poor households.
#[test]
fn no_line_crosses_a_standard_or_a_gap() {
    let folder = Folder::new("chart-breaks");
    let of = |day: &str, standard: &str, poor: u32, near: &str| {
        let members = format!(
            r#""standard": {{"id": "{standard}", "name": "<{standard}> & 1"}}, "poor": {{"households": {poor}}} {near}"#
        );
        let text = Head::reported(r#""name": "Quận <6>", "kind": "district""#, day).with(&members);
        folder.write(&format!("{day}.json"), &text);
    };
    let near = |count: u32| format!(r#", "near_poor": {{"households": {count}}}"#);
    of("2019-12-31", "a", 300, &near(200));
    of("2020-12-31", "a", 250, &near(190));
    of("2021-12-31", "c", 900, &near(700));
    of("2022-06-30", "c", 800, "");
    of("2022-12-31", "c", 700, &near(600));
    let html = text(&["--format", "html", "--standard", "c", "--tab", "trends", &folder.0]);
    let picture = Picture::of(&html);
    let lengths = |group| picture.line(group, "line").iter().map(|run| run.len()).collect::<Vec<_>>();
    assert_eq!(lengths("c0"), [2, 3]);
    // The two single points of the near-poor are marks, no line.
    assert_eq!(lengths("c1"), [2]);
    assert!(html.contains("<path class=\"break\"") && picture.about.contains("Ngắt quãng giữa hai chuẩn"));
    assert!(!html.contains("<a>") && html.contains("&lt;a&gt; &amp; 1") && !html.contains("Quận <6>"));
}

/// Names and days of thirty months do not stand in each other.
#[test]
fn words_do_not_touch() {
    let folder = Folder::new("chart-thirty");
    for month in 0..30 {
        let (year, month) = (2021 + month / 12, month % 12 + 1);
        let text =
            Head::reported(r#""name": "Quận 6", "kind": "district""#, &format!("{year}-{month:02}-28"))
                .with(r#""poor": {"households": 1000}, "near_poor": {"households": 1001}"#);
        folder.write(&format!("{year}-{month:02}.json"), &text);
    }
    let picture = Picture::of(&text(&["--format", "html", "--tab", "trends", &folder.0]));
    let places: Vec<_> = picture.places.iter().zip(&picture.words).collect();
    assert!(places.len() > 12, "{:?}", picture.words);
    for (i, ((x, y), words)) in places.iter().enumerate() {
        for ((other_x, other_y), other) in &places[i + 1..] {
            let apart = (x - other_x).abs() >= 30.0 || (y - other_y).abs() >= 12.0;
            assert!(apart, "{words} and {other}");
        }
    }
}
