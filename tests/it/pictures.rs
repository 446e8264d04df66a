//! Pictures of every tab in both languages at three sizes, and journeys: keys in, screen out.

use giamngheo::app::state::Choices;
use giamngheo::app::{Key, Message};
use giamngheo::page::layout::NARROW;
use giamngheo::source::Load;
use giamngheo::text::Lang;

use super::folder::Head;
use super::program::{accepted, begun, choices, nothing, picture, squeezed};
pub use super::program::{press, program, screen};

#[test]
fn every_tab_in_both_languages_at_three_sizes() {
    for (lang, code) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        for size in [(80, 24), (160, 45), (40, 10)] {
            for tab in 1..=6 {
                let name = format!("tab{tab}-{code}-{}x{}", size.0, size.1);
                insta::assert_snapshot!(name, picture(lang, size, "2022-12-31", &tab.to_string()));
            }
        }
    }
}

/// In a tall window what else would stand beside the page stands below it.
#[test]
fn a_tall_window_has_two_pages_one_above_the_other() {
    for tab in ["1", "2 <Down>", "4"] {
        let name = format!("tall-{}", tab.replace(' ', ""));
        insta::assert_snapshot!(
            name.replace("<Down>", "-down"),
            picture(Lang::Vi, (80, 50), "2022-12-31", tab)
        );
    }
}

/// What reaches the last cell of a line would be read with what stands behind the window.
#[test]
fn the_page_at_the_side_keeps_the_blank_that_the_header_keeps() {
    for (lang, width) in [(Lang::Vi, 140), (Lang::Vi, 160), (Lang::En, 160), (Lang::En, 200)] {
        for keys in ["1", "2", "2 <Down>", "3", "4", "5", "6"] {
            let picture = picture(lang, (width, 60), "2022-12-31", keys);
            let last = usize::from(width) - 1;
            let cut: Vec<&str> = picture
                .lines()
                .filter(|line| line.chars().nth(last).is_some_and(|c| !"▲▼".contains(c)))
                .collect();
            assert!(cut.is_empty(), "{keys}: {cut:#?}");
        }
    }
}

/// Slides of the report and of the running year: a count, the change, a target, aims, a list, areas, decisions.
#[test]
fn the_deck_at_three_sizes() {
    let decks = [
        ("report", Lang::Vi, "2022-12-31", ["1", "2", "4", "5", "7", "1 0"]),
        ("running", Lang::En, "2023-09-30", ["2", "4", "5", "7", "9", "1 3"]),
    ];
    for (deck, lang, day, slides) in decks {
        for (slide, size) in slides.iter().flat_map(|slide| DECK.map(|size| (slide, size))) {
            let name = format!("deck-{deck}-{}-{}x{}", slide.replace(' ', ""), size.0, size.1);
            insta::assert_snapshot!(name, picture(lang, size, day, &format!("m {slide}")));
        }
    }
}

/// The sizes of a projector, and the least.
const DECK: [(u16, u16); 3] = [(80, 24), (120, 34), (40, 10)];

/// Every slide at every size and in both languages: no two alike, the stamp on those that need it, one left edge.
#[test]
fn every_slide_stands_on_one_left_edge_and_keeps_its_stamp() {
    for (lang, stamp) in [(Lang::Vi, " MINH HỌA "), (Lang::En, " ILLUSTRATIVE ")] {
        for (size, day) in
            DECK.into_iter().flat_map(|size| ["2022-12-31", "2023-09-30"].map(|day| (size, day)))
        {
            let mut app = program(lang, size, day);
            press(&mut app, "m");
            let mut seen = Vec::new();
            for at in 0..app.slides.len() {
                let screen = screen(&app);
                let lines: Vec<&str> = screen.lines().collect();
                let (title, body) =
                    (lines.iter().skip(1).find(|line| !line.is_empty()).unwrap(), &lines[1..]);
                // Where room is scarce the header says it for the slide too.
                let is_said = size.0 < NARROW && lines[0].contains(stamp.trim_end());
                let needs_it = app.slides[at].invented && !is_said;
                assert_eq!(needs_it, title.contains(stamp.trim_end()), "{screen}");
                let indent = |line: &&str| line.len() - line.trim_start().len();
                // The subject of the cover is drawn: the lines under it stand on the edge.
                let is_under = |line: &&&str| ["Quận 6, TP.HCM", "District 6, HCMC"].contains(&line.trim());
                let under = lines.iter().find(is_under).filter(|_| app.slides[at].is_cover);
                let edge = indent(under.unwrap_or(title));
                let body = &body[..body.len() - 1];
                let least = body.iter().filter(|line| !line.trim().is_empty()).map(indent).min();
                assert_eq!(least, Some(edge), "{screen}");
                assert!(
                    lines.last().unwrap().contains(&format!("{}/{}", at + 1, app.slides.len())),
                    "{screen}"
                );
                seen.push(screen);
                app.update(Message::Key(Key::Char(' ')));
            }
            let count = seen.len();
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), count);
        }
    }
}

#[test]
fn the_running_year() {
    for tab in [1, 2, 4, 5] {
        let name = format!("running-tab{tab}");
        insta::assert_snapshot!(name, picture(Lang::Vi, (80, 24), "2023-09-30", &tab.to_string()));
    }
}

#[test]
fn from_the_list_to_a_ward_and_back() {
    let mut app = program(Lang::Vi, (80, 24), "2022-12-31");
    press(&mut app, "2 <Down> <Enter>");
    assert!(screen(&app).contains("Quận 6 ▸ Phường 10"), "{}", screen(&app));
    press(&mut app, "<Backspace>");
    let back = screen(&app);
    assert!(back.contains("▌ Phường 10"), "the choice is kept:\n{back}");
}

#[test]
fn enter_tells_where_a_figure_is_from() {
    let mut app = program(Lang::Vi, (80, 24), "2022-12-31");
    press(&mut app, "<Down> <Enter>");
    let story = screen(&app);
    assert!(story.contains("2022-12-31.json, dòng 14 · poor.rate_percent"), "{story}");
    assert!(story.contains("2,195% đến dưới 2,205%"), "{story}");
    press(&mut app, "<Esc>");
    assert!(!screen(&app).contains("Nguồn số liệu"));
}

/// Who opens the program to see the report is not shown what was invented to try it.
#[test]
fn what_opens_is_the_newest_that_is_not_invented() {
    for (lang, beyond, back) in
        [(Lang::Vi, " o kỳ minh họa", " o về"), (Lang::En, " o illustrative", " o back")]
    {
        let mut app = program(lang, (90, 24), "");
        let opened = screen(&app);
        let head = |screen: &str| screen.lines().next().unwrap_or_default().to_owned();
        assert!(head(&opened).ends_with(&format!("◂ 2/5 ▸{beyond}")), "{opened}");
        press(&mut app, "[");
        let earlier = screen(&app);
        press(&mut app, "o");
        assert!(
            head(&screen(&app)).contains("◂ 5/5 ▸") && head(&screen(&app)).ends_with(back),
            "{}",
            screen(&app)
        );
        press(&mut app, "o");
        assert_eq!(screen(&app), earlier);
    }
}

#[test]
fn a_day_asked_for_opens_its_newest_figures_of_whatever_kind() {
    let mut app = program(Lang::Vi, (80, 24), "2023-09-30");
    assert!(screen(&app).contains("◂ 5/5 ▸"));
    press(&mut app, "[ [");
    assert!(screen(&app).contains("31/03/2023"));
    press(&mut app, "o");
    assert!(screen(&app).contains("◂ 5/5 ▸"));
    press(&mut app, "o");
    assert!(screen(&app).contains("◂ 3/5 ▸"));
    press(&mut app, "] ] o");
    assert!(screen(&app).contains("◂ 2/5 ▸"), "from the newest itself to the report");
}

/// A name that needs the room keeps it: the words for a key go first.
#[test]
fn the_header_says_where_o_goes_only_where_it_fits() {
    for (width, is_said) in [(75, false), (80, true), (160, true), (40, false)] {
        let screen = screen(&program(Lang::Vi, (width, 24), ""));
        assert_eq!(
            screen.lines().next().is_some_and(|head| head.contains("o kỳ minh họa")),
            is_said,
            "{screen}"
        );
        assert!(screen.contains("Quận 6"));
    }
}

/// Wards without a file of their district open at their sum; a unit asked for opens itself, a folder of invented
/// files at its newest.
#[test]
fn parts_without_a_whole_open_at_their_sum() {
    let ward = |name: &str, day: &str, source: &str| {
        let unit = format!(r#""name": "{name}", "kind": "ward", "within": "Quận 6""#);
        Head { unit: &unit, as_of: day, source }.with(r#""poor": {"households": 40}"#)
    };
    let files = |source: &str| {
        ["2022-12-31", "2023-06-30"]
            .map(|day| ["Phường 1", "Phường 2"].map(|name| ward(name, day, source)))
            .concat()
    };
    let reported = accepted("parts", files(r#""provenance": "reported""#));
    let head =
        |choices, load: &Load| screen(&begun(choices, (80, 24), load)).lines().next().unwrap().to_owned();
    let sum = head(choices(Lang::Vi, ""), &reported);
    assert!(sum.starts_with(" Quận 6") && sum.contains("30/06/2023 · cộng từ 2 đơn vị"), "{sum}");
    let asked = Choices { unit: Some("Phường 2".into()), ..choices(Lang::Vi, "") };
    assert!(head(asked, &reported).starts_with(" Phường 2, Quận 6"));
    let invented = accepted("invented", files(r#""provenance": "illustrative""#));
    assert!(head(choices(Lang::Vi, ""), &invented).contains("30/06/2023 · MINH HỌA"));
}

#[test]
fn find_needs_no_accents_and_no_dots() {
    let mut app = program(Lang::Vi, (80, 24), "2022-12-31");
    press(&mut app, "/ b h y t");
    assert!(screen(&app).contains("BHYT"), "{}", screen(&app));
    press(&mut app, "<Esc> / 1 4 2 9");
    assert!(screen(&app).contains("Số hộ"), "{}", screen(&app));
    press(&mut app, "<Enter>");
    assert!(screen(&app).contains("▌ Số hộ"), "{}", screen(&app));
}

/// Who knows an abbreviation types it in either language.
#[test]
fn find_knows_names_of_both_languages() {
    for (lang, typed, found) in
        [(Lang::En, "/ b h y t", "Health-insurance cards"), (Lang::Vi, "/ h e a l t h", "Thẻ bảo hiểm y tế")]
    {
        let mut app = program(lang, (80, 24), "2022-12-31");
        press(&mut app, typed);
        assert!(screen(&app).contains(found), "{}", screen(&app));
    }
}

/// A bare digit names nothing.
#[test]
fn every_tab_has_a_name_from_41_cells_on() {
    for lang in [Lang::Vi, Lang::En] {
        for (width, tab) in (41..=80).flat_map(|width| ["1", "2", "3", "4", "5", "6"].map(|tab| (width, tab)))
        {
            let mut app = program(lang, (width, 12), "2022-12-31");
            press(&mut app, tab);
            let screen = screen(&app);
            let tabs = screen.lines().nth(1).unwrap_or_default();
            let words: Vec<&str> = tabs.split_whitespace().collect();
            let is_digit = |word: &str| word.len() == 1 && word.as_bytes()[0].is_ascii_digit();
            let is_bare = |pair: &[&str]| is_digit(pair[0]) && is_digit(pair[1]);
            assert!(!words.windows(2).any(is_bare) && tabs.contains("6 ") && tabs.contains("3!"), "{tabs}");
        }
    }
}

/// What was paid stands where nothing was counted, also where the column of money has no room.
#[test]
fn support_with_money_alone_is_not_called_missing() {
    for width in 40..=80 {
        let mut app = program(Lang::Vi, (width, 30), "2022-12-31");
        press(&mut app, "3");
        let screen = screen(&app);
        let row = screen.lines().find(|line| line.contains("Tiền điện")).unwrap_or_default();
        assert!(row.contains("gần 842 triệu"), "{width}: {screen}");
    }
}

#[test]
fn the_language_changes_every_word_and_back() {
    let mut app = program(Lang::Vi, (80, 24), "2022-12-31");
    let vi = screen(&app);
    press(&mut app, "L");
    let en = screen(&app);
    assert!(en.contains("31 Dec 2022") && en.contains("1,429"), "{en}");
    press(&mut app, "L");
    assert_eq!(screen(&app), vi);
}

#[test]
fn no_size_panics() {
    for keys in ["1", "2", "2 <Down> <Enter>", "3", "4", "5", "6", "?", "/ a", "<Enter>"] {
        let mut app = program(Lang::Vi, (80, 24), "2023-09-30");
        press(&mut app, keys);
        for width in (0..=170).step_by(31) {
            for height in (0..=50).step_by(11) {
                app.update(Message::Resize { width, height });
                screen(&app);
            }
        }
    }
}

/// A file that goes away leaves the figures on the screen, and the line over them says since when they are old.
#[test]
fn what_is_gone_is_said_over_the_figures_that_stay() {
    let mut app = program(Lang::Vi, (80, 24), "2022-12-31");
    app.update(nothing());
    let screen = screen(&app);
    assert!(
        screen.contains("! Đang hiện số đọc lúc 00:00: tệp file.json: không có tệp này (phím 6)"),
        "{screen}"
    );
    assert!(screen.contains("1.429"), "{screen}");
}

/// In a meeting too: the slides may tell other figures than before, and say why.
#[test]
fn what_is_refused_is_said_on_the_wall() {
    for size in DECK {
        let mut app = program(Lang::Vi, size, "2022-12-31");
        press(&mut app, "m 2");
        app.update(nothing());
        let screen = screen(&app);
        assert!(screen.contains("! Đang hiện số đọc lúc 00:00"), "{screen}");
        assert_eq!(screen.contains("file.json: không có tệp này"), size.0 > 40, "{screen}");
        assert!(screen.contains("HỘ NGHÈO") && screen.contains("2,20% tổng hộ dân"), "{screen}");
    }
}

/// Sixty targets with long names, a third of them with a figure: each is told, on slides that hold what they say.
#[test]
fn a_deck_of_many_targets_leaves_none_out() {
    let name = |n: usize| format!("Chỉ tiêu số {n} có tên dài hơn một dòng của màn hình hẹp");
    let target = |n: usize| {
        let (id, name) = (format!("c{n}"), name(n));
        format!(
            r#"{{"id": "t{n}", "name": "{name}", "year": 2023, "measure": "coverage.{id}", "aim": {{"reach_percent": 100}}}}"#
        )
    };
    let cover = |n: usize| {
        let figures =
            if n.is_multiple_of(3) { format!(r#", "covered": {n}, "eligible": 60"#) } else { String::new() };
        format!(r#"{{"id": "c{n}", "name": "Diện {n}"{figures}}}"#)
    };
    let all = |one: &dyn Fn(usize) -> String| (0..60).map(one).collect::<Vec<_>>().join(", ");
    let members = format!(r#""targets": [{}], "coverage": [{}]"#, all(&target), all(&cover));
    let text = Head::reported(r#""name": "Quận Nhiều", "kind": "district""#, "2023-09-30").with(&members);
    let load = accepted("many", [text]);
    for (size, lines_cut) in [((80, 24), false), ((120, 34), false), ((40, 10), true)] {
        let mut app = begun(Choices { lang: Lang::Vi, ..Choices::default() }, size, &load);
        press(&mut app, "m");
        let mut wall = String::new();
        for at in 1..=app.slides.len() {
            let screen = screen(&app);
            assert!(screen.contains(&format!("{at}/{}", app.slides.len())), "{screen}");
            wall += &squeezed(&screen).to_lowercase();
            app.update(Message::Key(Key::Char(' ')));
        }
        let missing: Vec<usize> =
            (0..60).filter(|n| !wall.contains(&format!("chỉ tiêu số {n} có tên"))).collect();
        // The least window says by its arrow that there is more.
        assert!(missing.is_empty() || (lines_cut && wall.contains('▼')), "{size:?}: {missing:?}");
    }
}

#[test]
fn a_programme_named_after_somebody_keeps_the_capital_inside_a_sentence() {
    let mut app = program(Lang::En, (80, 24), "2022-12-31");
    press(&mut app, "3 <Down> <Down>");
    let words = squeezed(&screen(&app));
    assert!(words.contains("to verify: Nguyễn Hữu Thọ scholarships"), "{words}");
}
