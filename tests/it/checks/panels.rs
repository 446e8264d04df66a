//! The list of checks and the stories of figures, on the sample.

use giamngheo::model::measure::{Aspect, Group};
use giamngheo::page::{Tab, explain, page_of};
use giamngheo::text::{Lang, cells};

use crate::program::{press, program, screen};

#[test]
fn no_line_of_the_sample_is_cut() {
    for lang in [Lang::Vi, Lang::En] {
        for as_of in ["2022-12-31", "2023-09-30"] {
            let app = program(lang, (80, 24), as_of);
            let page = page_of(Tab::Checks, &app.view().unwrap());
            for row in page.blocks.iter().flat_map(giamngheo::page::Block::rows) {
                let width = cells::width(&row.label.full) + usize::from(row.indent);
                assert!(width <= 76 && !row.label.full.contains('…'), "{}", row.label.full);
            }
        }
    }
}

#[test]
fn files_stand_in_two_columns_and_can_be_reached() {
    let mut app = program(Lang::Vi, (80, 24), "2022-12-31");
    press(&mut app, "6 <End>");
    let seen = screen(&app);
    assert!(seen.contains("✓ 2022-12-31.json  báo cáo            ✓ 2023-06-30.json  minh họa"), "{seen}");
    assert!(seen.contains("▌  ! 14 phường trong kỳ 2/5: minh họa"), "{seen}");
}

/// The reported rate is where the year's target starts from: 2,20 − 0,69 = 1,51.
#[test]
fn the_rate_is_used_in_the_target() {
    let app = program(Lang::Vi, (80, 24), "2022-12-31");
    let view = app.view().unwrap();
    let rate = view.whole().stated(Group::Poor, &Aspect::Rate).unwrap();
    let used = explain::uses(&view, &rate);
    let shown: Vec<String> = used
        .iter()
        .map(|f| giamngheo::text::show::in_sentence(Lang::Vi, f, giamngheo::page::Style::Plain))
        .collect();
    assert!(shown.contains(&"1,51%*".to_owned()), "{shown:?}");
    assert!(shown.contains(&"447-449*".to_owned()), "{shown:?}");
}

#[test]
fn enter_follows_the_range_of_totals_and_tab_the_count() {
    let mut app = program(Lang::Vi, (80, 24), "2022-12-31");
    press(&mut app, "<Down> <Enter>");
    let story = screen(&app);
    let line = "  Dùng ở      chỉ tiêu 2023: 2,20 − 0,69 = 1,51%* · hộ phải giảm 447-449*";
    assert!(story.contains(line), "{story}");
    assert!(story.contains("→ tổng hộ dân từ 64.808 đến 65.102*"), "{story}");
    press(&mut app, "<Enter>");
    assert!(screen(&app).contains("1.429 : 2,20% → 64.808-65.102*"), "{}", screen(&app));
    press(&mut app, "<Esc> <Tab> <Enter>");
    assert!(screen(&app).contains("Nguồn số liệu: số hộ nghèo 1.429"), "{}", screen(&app));
}

#[test]
fn an_invented_figure_is_not_the_publishers() {
    let mut app = program(Lang::Vi, (80, 24), "2022-12-31");
    press(&mut app, "2 <Down> <Enter> <Enter>");
    let story = screen(&app);
    assert!(story.contains("người nhập thêm vào tệp, không có trong báo cáo"), "{story}");
    assert!(!story.contains("Nguồn       UBND"), "{story}");
}

#[test]
fn a_sum_of_areas_names_each() {
    let mut app = program(Lang::En, (80, 24), "2022-12-31");
    let ward = app.view().unwrap().whole().areas[0].name.name.en.clone();
    let name = ward.unwrap_or_else(|| "Phường 1".into());
    // The figures of the check on all households; the sum is one of them.
    press(&mut app, "6 <Down> <Down> <Down> <Down> <Down> <Enter>");
    let found = (0..8).any(|_| {
        let found = screen(&app).contains(&format!("→ {name}: 4,812"));
        press(&mut app, "g");
        found
    });
    assert!(found, "{}", screen(&app));
}

#[test]
fn g_walks_the_figures_of_a_check() {
    let mut app = program(Lang::Vi, (80, 24), "2022-12-31");
    press(&mut app, "6 <Enter>");
    assert!(screen(&app).contains("Nguồn số liệu: vay học sinh, sinh viên khó khăn 579 trường hợp"));
    press(&mut app, "g");
    assert!(screen(&app).contains("Nguồn số liệu: học bổng Nguyễn Hữu Thọ 579 suất"));
}

#[test]
fn what_is_missing_names_its_field() {
    let mut app = program(Lang::Vi, (80, 24), "2022-12-31");
    press(&mut app, "<Down> <Down> <Down> <Down> <Enter>");
    assert!(screen(&app).contains("poor.movement.escaped"), "{}", screen(&app));
}
