//! Of a list of hundreds only the rows are made that may be in sight. What is seen of it is what is seen of the list with
//! all its rows.

use std::fmt::Write as _;

use giamngheo::app::find::Find;
use giamngheo::app::query::Query;
use giamngheo::app::state::Choices;
use giamngheo::app::{App, Key, Message};
use giamngheo::model::measure::Group;
use giamngheo::page::layout::{Frame, Scroll, window};
use giamngheo::page::{Block, Facts, Lists, Page, Tab, View, page_of};
use giamngheo::source::{Limits, Load, load};
use giamngheo::text::Lang;
use giamngheo::text::line::Line;

use crate::folder::{Folder, Head};
use crate::view::opened;

/// A province of so many communes on a day, some of them without a figure.
fn province(day: &str, provenance: &str, count: usize, fall: usize) -> String {
    let mut areas = String::new();
    for n in 0..count {
        let (all, poor, near) = (900 + n * 37 % 700, 20 + n * 13 % 90 - fall, 15 + n * 7 % 40);
        let of_poor = if n % 11 == 3 { String::new() } else { format!(r#","poor":{{"households":{poor}}}"#) };
        write!(
            areas,
            r#"{}{{"name":"Xã {n}","code":"{n:05}","kind":"commune","households":{all}{of_poor},
            "near_poor":{{"households":{near},"persons":{}}}}}"#,
            if n > 0 { "," } else { "" },
            near * 4
        )
        .unwrap();
    }
    format!(
        r#"{{"format":"giamngheo/1","unit":{{"name":"Tỉnh A","kind":"province","code":"1"}},"as_of":"{day}",
        "source":{{"provenance":"{provenance}"}},"areas":[{areas}]}}"#
    )
}

fn provinces(provenance: &str) -> Load {
    let days = [("2021-12-31", 0), ("2022-12-31", 5), ("2023-12-31", 9)];
    let files = days.map(|(day, fall)| province(day, provenance, 230, fall));
    let folder = Folder::of("long-lists", files);
    load(&[folder.0.clone().into()], &Limits::default())
}

fn seen(view: &View, page: &Page, scroll: Scroll) -> Vec<String> {
    let frame = Frame { width: view.width, height: view.lines, chosen: view.chosen, scroll };
    let shown = window(view.lang, page, None, frame);
    shown.lines.iter().map(|line| format!("{}|{}", line.key, line.plain())).collect()
}

/// In every order, of every provenance, and of each in every width of one of them, whichever row is chosen.
#[test]
fn what_is_seen_of_a_list_is_what_is_seen_of_all_its_rows() {
    let mut unmade = 0;
    let sorts =
        [(98, true), (1, true), (2, false), (6, true), (99, false), (99, true), (22, false), (11, true)];
    let groups = [Group::Combined, Group::Poor, Group::NearPoor];
    let widths = [(Lang::Vi, 80), (Lang::En, 160), (Lang::Vi, 50)];
    for (turn, provenance) in ["reported", "estimated", "illustrative"].into_iter().enumerate() {
        let load = provinces(provenance);
        let facts = Facts::new(3);
        for (number, sort) in sorts.into_iter().enumerate() {
            let (group, (lang, width)) = (groups[number % 3], widths[(number + turn) % 3]);
            let view = View { sort, group, width, narrow: width < 60, ..opened(lang, &load, &facts, (0, 1)) };
            let all = page_of(Tab::Households, &view.of_all_rows());
            let keys: Vec<&str> = all.rows().map(|row| row.key.as_str()).collect();
            let rows = |page: &Page| format!("{:?}", page.rows().map(|row| &row.cells).collect::<Vec<_>>());
            for at in [0, 17, 90, keys.len() - 1] {
                let view = View { chosen: keys[at], ..view };
                let page = page_of(Tab::Households, &view);
                unmade += usize::from(page.has_unmade_rows());
                for list in [0, at.saturating_sub(3), at + 5] {
                    let scroll = Scroll { list, ..Scroll::default() };
                    assert_eq!(seen(&view, &page, scroll), seen(&view, &all, scroll), "{sort:?} {width}");
                }
                // Of all rows in words there are megabytes: once for each list.
                if at == 17 {
                    assert_eq!(rows(&page.with_rows_of(all.clone())), rows(&all));
                }
            }
        }
    }
    assert!(unmade > 66, "{unmade}");
}

fn press(app: &mut App, keys: &[Key]) {
    for key in keys {
        app.update(Message::Key(*key));
    }
    app.prepare_frame();
}

/// A held key walks over rows that were not made when it was pressed.
#[test]
fn the_chosen_row_is_made_wherever_one_goes() {
    let load = provinces("reported");
    let mut app = App::new(Choices { now: "2024-02-01".parse().ok(), ..Choices::default() });
    app.update(Message::Resize { width: 80, height: 24 });
    app.update(Message::Loaded(Box::new(load)));
    let steps = [
        [Key::Char('2'); 1].to_vec(),
        [Key::Down; 60].to_vec(),
        [Key::PageDown; 5].to_vec(),
        [Key::Up; 99].to_vec(),
    ];
    for keys in steps {
        press(&mut app, &keys);
        let chosen = app.page.row(app.chosen()).unwrap();
        assert!(chosen.figures().next().is_some(), "{}", chosen.key);
        assert!(app.page.has_unmade_rows());
        let whole = app.whole_page();
        let rows = whole.blocks.iter().flat_map(Block::rows);
        assert!(rows.filter(|row| row.is_choosable()).all(giamngheo::page::Row::is_made));
    }
}

/// What was found beside is what is shown when it is asked for: nothing is found once more. Of what is not all loaded, and
/// of short lists, nothing is found beside.
#[test]
fn a_list_that_was_found_beside_is_the_one_that_opens() {
    let begin = |message: fn(Box<Load>) -> Message<Load>, load: Load| {
        let mut app = App::new(Choices { now: "2024-02-01".parse().ok(), ..Choices::default() });
        app.update(Message::Resize { width: 80, height: 24 });
        app.update(message(Box::new(load)));
        app
    };
    let mut app = begin(Message::Loaded, provinces("reported"));
    let mut alone = app.clone();
    alone.facts.lists = Lists::default();
    let work = app.beside().expect("a list of 230 communes");
    assert!(app.beside().is_none(), "once");
    std::thread::spawn(work).join().unwrap();
    let known = format!("{:?}", app.facts.lists);
    for app in [&mut app, &mut alone] {
        press(app, &[Key::Char('2')]);
    }
    assert_eq!(format!("{:?}", app.facts.lists), known, "all of it was found");
    assert_eq!(format!("{:?}", app.page), format!("{:?}", alone.page));
    assert!(begin(Message::FirstLoaded, provinces("reported")).beside().is_none());
    assert!(begin(Message::Loaded, load(&[], &Limits::default())).beside().is_none());
}

/// Also rows out of sight are found, by name and by code.
#[test]
fn rows_out_of_sight_are_found() {
    let (load, facts) = (provinces("reported"), Facts::new(3));
    let view = opened(Lang::Vi, &load, &facts, (0, 1));
    let mut find = Find::default();
    for (typed, key) in [("Xã 22", "area:00022"), ("xa 229", "area:00229"), ("00117", "area:00117")] {
        find.query = Query::default();
        find.query.add(typed);
        find.search(&view);
        assert_eq!(find.hits.first().map(|hit| hit.key.as_str()), Some(key), "{typed}");
    }
}

/// Of thousands of parts that hardly an area has in common a list has columns for those that most have, and says how many
/// are left.
#[test]
fn case_84_of_too_many_parts_those_that_most_areas_name_have_columns() {
    let part = |id: &str| format!(r#"{{"id":"{id}","name":"Phần {id}","households":1}}"#);
    let area = |n: usize| {
        let among = [part(&format!("p{n}")), part("chung")].join(",");
        format!(r#"{{"name":"Xã {n}","households":9,"poor":{{"households":3,"among":[{among}]}}}}"#)
    };
    let areas: Vec<String> = (0..500).map(area).collect();
    let members = format!(r#""areas":[{}]"#, areas.join(","));
    let file = Head::reported(r#""name":"Huyện A","kind":"district""#, "2023-12-31").with(&members);
    let folder = Folder::of("many-parts", [file]);
    let load = load(&[folder.0.clone().into()], &Limits::default());
    let facts = Facts::new(1);
    for (lang, said) in [
        (Lang::Vi, "101 số khác của từng xã: xem trang của xã"),
        (Lang::En, "101 more figures of single communes: see their pages"),
    ] {
        let view = opened(lang, &load, &facts, (0, 0));
        let page = page_of(Tab::Households, &view.of_all_rows());
        let lines = page.blocks.iter().flat_map(|block| match block {
            Block::Lines(lines) => &lines[..],
            Block::Gap | Block::Table(_) | Block::Chart(_) => &[],
        });
        assert!(lines.map(Line::text).any(|line| line == said), "{said}");
        let table = page.tables().next().expect("a list");
        assert_eq!(table.groups.iter().filter(|(head, ..)| head.starts_with("Phần")).count(), 400);
        assert!(table.groups.iter().any(|(head, ..)| head == "Phần chung"));
    }
}
