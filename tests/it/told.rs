//! What is told, and in which order: rules that every sentence, slide and list keeps, on the sample, the made-up units
//! and published reports, in both languages.

use giamngheo::model::exact::Exact;
use giamngheo::model::figure::{Derivation, Figure, Reliability};
use giamngheo::model::measure::{Aspect, Group, Measure, TargetField};
use giamngheo::model::target::TargetMeasure;
use giamngheo::model::unit::Unit;
use giamngheo::page::deck::{Slide, SlidePart, deck};
use giamngheo::page::{Block, Cell, Facts, Tab, View, conclusion, next_sort, page_of};
use giamngheo::source::Load;
use giamngheo::text::Lang;
use giamngheo::text::line::{Line, Role};

use super::program::{read, sample};
use super::view::opened;
use super::{made_up, published};

/// Every snapshot of all that is tried, in both languages, with a name for the message.
pub fn each(tell: impl Fn(&str, &View)) {
    let paths = made_up::ALL.iter().map(|unit| (*unit, made_up::folder(unit)));
    let reports = published::ALL.iter().map(|report| (*report, published::path(report)));
    let loads = paths.chain(reports).map(|(name, path)| (name, read(&[path])));
    for (name, load) in loads {
        each_of(name, &load, &tell);
    }
    each_of("sample", sample(), &tell);
}

fn each_of(name: &str, load: &Load, tell: &impl Fn(&str, &View)) {
    assert!(load.refused.is_empty(), "{name}: {}", load.refused[0].say(Lang::En));
    for (index, history) in load.world.histories.iter().enumerate() {
        let facts = Facts::new(history.snapshots.len());
        for at in 0..history.snapshots.len() {
            for lang in [Lang::Vi, Lang::En] {
                tell(&format!("{name} {at} {lang:?}"), &opened(lang, load, &facts, (index, at)));
            }
        }
    }
}

/// The sentences of a view: the conclusion, the slides, those of the first and fourth tab with their panels.
fn sentences(view: &View) -> Vec<Line> {
    let mut lines = conclusion::lines(view);
    lines.extend(deck(view).iter().flat_map(slide_lines));
    for tab in [Tab::Overview, Tab::Households, Tab::Targets] {
        lines.extend(page_of(tab, view).blocks.into_iter().flat_map(|block| match block {
            Block::Lines(lines) => lines,
            _ => Vec::new(),
        }));
    }
    lines
}

fn slide_lines(slide: &Slide) -> Vec<Line> {
    let parts = slide.parts.iter().flat_map(SlidePart::lines);
    parts.chain(slide.bigs.iter().flat_map(|big| big.beside.clone())).collect()
}

/// The figures of a line, clause by clause: `;`, `.` and the words for the other basis part them.
fn clauses(line: &Line) -> Vec<Vec<&Figure>> {
    const ENDS: [&str; 6] = ["; ", ". ", ": ", ", theo hai kỳ", ", but ", " · "];
    let mut clauses: Vec<Vec<&Figure>> = vec![Vec::new()];
    for span in &line.spans {
        match &span.figure {
            Some(figure) => clauses.last_mut().expect("a clause").push(figure),
            None if ENDS.iter().any(|end| span.text.contains(end)) => clauses.push(Vec::new()),
            None => {}
        }
    }
    clauses
}

fn leaves(figure: &Figure) -> Vec<&Figure> {
    match &*figure.derivation {
        Derivation::Stated(_) => vec![figure],
        Derivation::Derived(_) => figure.derivation.inputs().flat_map(leaves).collect(),
    }
}

/// What a report states of how a target ended, or what follows from that.
fn is_of_result(figure: &Figure) -> bool {
    let is_result = |leaf: &&Figure| {
        matches!(leaf.subject.measure, Measure::Target(_, TargetField::Result | TargetField::PercentOfAim))
            || leaf.derivation_path().is_some_and(|path| path.contains(".result"))
    };
    // An aim that follows from a stated result does not make a counted change a stated one.
    is_progress(figure) && !is_counted(figure) && leaves(figure).iter().any(is_result)
}

/// What two snapshots count of it.
fn is_counted(figure: &Figure) -> bool {
    let is_stock =
        |leaf: &&Figure| matches!(leaf.subject.measure, Measure::Of(_, Aspect::Households | Aspect::Rate));
    is_progress(figure)
        && figure.is_derived()
        && leaves(figure).iter().filter(|leaf| is_stock(leaf)).count() > 1
}

fn is_progress(figure: &Figure) -> bool {
    use TargetField::{Done, PercentOfAim, Reduced, ReducedHouseholds, Result, Surplus};
    matches!(
        figure.subject.measure,
        Measure::Target(_, Result | PercentOfAim | Done | Reduced | ReducedHouseholds | Surplus)
    )
}

trait Path {
    fn derivation_path(&self) -> Option<String>;
}

impl Path for Figure {
    fn derivation_path(&self) -> Option<String> {
        match &*self.derivation {
            Derivation::Stated(stated) => Some(stated.location.path().into_owned()),
            Derivation::Derived(_) => None,
        }
    }
}

#[test]
fn no_clause_has_two_bases() {
    each(|name, view| {
        for line in sentences(view) {
            for clause in clauses(&line) {
                let stated = clause.iter().any(|figure| is_of_result(figure));
                let counted = clause.iter().any(|figure| is_counted(figure));
                assert!(!(stated && counted), "{name}: {}", line.text());
            }
        }
        for it in view.own_targets(chrono::Datelike::year(&view.snapshot().as_of())) {
            // A row and its bar rest on one basis too.
            let row = [it.found.reached(), it.found.percent()].map(|known| known.as_ref().ok());
            let stated = row.iter().flatten().any(|figure| is_of_result(figure));
            let counted = row.iter().flatten().any(|figure| is_counted(figure));
            assert!(!(stated && counted), "{name}: {}", it.name());
        }
    });
}

/// A line with a sign for each figure.
fn signed(line: &Line) -> String {
    // A change in points is no level.
    let word = |span: &giamngheo::text::line::Span| match &span.figure {
        Some(figure) if figure.unit == Unit::Point => "~".into(),
        Some(_) => "#".into(),
        None => span.text.clone(),
    };
    line.spans.iter().map(word).collect()
}

#[test]
fn no_name_is_followed_by_a_level() {
    each(|name, view| {
        let targets = view.targets(|_| true);
        let programmes = view.history.programmes(view.at).map(|(_, all)| all).unwrap_or_default();
        // A title that is no more than the noun of its measure is a noun.
        let is_noun = |it: &&giamngheo::page::TargetSummary| {
            let noun = giamngheo::text::say::standing::measured(view.lang, &it.target.reads);
            noun.is_some_and(|noun| it.name().to_lowercase().trim_start_matches("số ") == noun)
        };
        let titles = targets.iter().filter(|it| !is_noun(it)).map(|it| it.name().to_lowercase());
        let titles: Vec<String> = titles
            .chain(programmes.iter().map(|p| view.lang.wording(&p.named.name).to_lowercase()))
            .collect();
        for line in conclusion::lines(view).into_iter().chain(deck(view).iter().flat_map(slide_lines)) {
            let said = signed(&line).to_lowercase();
            let broken = titles.iter().find(|title| said.contains(&format!("{title} #")));
            assert!(broken.is_none(), "{name}: {broken:?} in {}", line.text());
        }
    });
}

#[test]
fn no_heading_stands_over_another_number() {
    each(|name, view| {
        for slide in deck(view) {
            for big in &slide.bigs {
                let Some(figure) = &big.figure else { continue };
                let strong =
                    big.beside.iter().flat_map(|line| &line.spans).filter(|span| span.role == Role::Strong);
                let named =
                    strong.fold(slide.title.clone(), |named, span| named + " " + &span.text).to_lowercase();
                let has = |vi: &str, en: &str| named.contains(view.pick(vi, en));
                let is_named = match &figure.subject.measure {
                    Measure::Target(_, TargetField::Done | TargetField::PercentOfAim) => {
                        has("tiến độ", "progress")
                    }
                    Measure::Of(_, Aspect::Rate) => has("tỷ lệ", "rate"),
                    Measure::Of(_, Aspect::Households) => has("hộ", "household"),
                    _ => !has("tiến độ", "progress"),
                };
                assert!(is_named, "{name}: {} over {}", slide.title, big.text);
            }
        }
    });
}

/// The place of a text in another, whatever its case.
fn place(text: &str, of: &str) -> Option<usize> {
    text.to_lowercase().find(&of.to_lowercase())
}

#[test]
fn nothing_bad_is_displaced() {
    each(|name, view| {
        let year = chrono::Datelike::year(&view.snapshot().as_of());
        let own = view.own_targets(year);
        let bad: Vec<_> = own.iter().filter(|it| conclusion::is_bad(it.found.standing)).collect();
        let said = conclusion::lines(view).iter().map(Line::text).collect::<Vec<_>>().join("\n");
        let about = |it: &giamngheo::page::TargetSummary| {
            giamngheo::text::say::standing::measured(view.lang, &it.target.reads)
                .filter(|_| !it.target.is_kept())
                .unwrap_or_else(|| match it.target.reads.of_group() {
                    Some(_) => giamngheo::text::say::what::small_in_sentence(view.lang, it.name()),
                    // By the name of what it measures: that of a target begins with a verb.
                    None => view.lang.wording(it.measure_name()).to_owned(),
                })
        };
        let support = place(&said, view.pick("chính sách hỗ trợ", "support programme")).unwrap_or(said.len());
        let targets = place(&said, view.pick("Chỉ tiêu ", "Targets for"));
        for it in &bad {
            let at = targets.and_then(|from| Some(from + place(&said[from..], &about(it))?));
            assert!(
                at.is_some_and(|at| at < support),
                "{name}: {} is not told before support in\n{said}",
                it.name()
            );
            let decisions = deck(view).last().map(slide_lines).unwrap_or_default();
            let listed = decisions.iter().any(|line| line.text().contains(it.name()));
            assert!(listed, "{name}: {} is on no slide of decisions", it.name());
            let tab = page_of(Tab::Overview, view);
            assert!(
                tab.rows().any(|row| row.label.full.contains(it.name())),
                "{name}: {} on tab 1",
                it.name()
            );
        }
        // Both tables of the first tab begin with what is worst.
        for block in page_of(Tab::Overview, view).blocks {
            let Block::Table(table) = block else { continue };
            let key = |key: &str| own.iter().find(|it| format!("target:{}", it.target.named.id) == key);
            let ranks: Vec<usize> = table
                .rows
                .iter()
                .filter_map(|row| Some(conclusion::rank(key(&row.key)?.found.standing)))
                .collect();
            assert!(ranks.is_sorted(), "{name}: {ranks:?}");
        }
    });
}

#[test]
fn every_known_change_of_a_group_is_told() {
    use giamngheo::model::change::told;
    each(|name, view| {
        let said = conclusion::lines(view);
        let figures: Vec<&Figure> = said.iter().flat_map(Line::figures).collect();
        for group in Group::TWO {
            let changes = [told::households, told::rate].map(|told| told(view.history, view.at, &[], group));
            for change in changes.iter().filter_map(told::Told::first) {
                let size = change.amount.low().abs();
                let is_told = figures
                    .iter()
                    .any(|figure| figure.amount.low().abs() == size || figure.amount.high().abs() == size);
                assert!(
                    is_told,
                    "{name}: {:?} of {group:?} in {:?}",
                    change.amount,
                    said.iter().map(Line::text).collect::<Vec<_>>()
                );
            }
        }
    });
}

#[test]
fn no_ranking_has_a_zero() {
    const MOST: [&str; 6] = ["nhất", "most", "Most", "highest", "Highest", "lowest"];
    each(|name, view| {
        let mut sort = view.sort;
        let mut lines: Vec<Line> = Vec::new();
        for _ in 0..12 {
            let view = View { sort, ..*view };
            lines.extend(giamngheo::page::households::sentences(&view, view.whole(), &[]));
            sort = next_sort(&view, |_| true);
        }
        for line in lines.iter().filter(|line| MOST.iter().any(|word| line.text().contains(word))) {
            let zero = line.figures().find(|figure| figure.one().is_some_and(Exact::is_zero));
            assert!(zero.is_none(), "{name}: {}", line.text());
        }
        for slide in deck(view).iter().filter(|slide| MOST.iter().any(|word| slide.title.contains(word))) {
            let figures = slide.figures();
            assert!(
                figures.iter().all(|figure| !figure.one().is_some_and(Exact::is_zero)),
                "{name}: {}",
                slide.title
            );
        }
    });
}

/// A row with any figure of a group that is shown has figures; a list is sorted by something that it has.
#[test]
fn has_figures_is_not_said_of_counts_alone() {
    each(|name, view| {
        let page = page_of(Tab::Households, view);
        let Some(Block::Table(table)) = page.blocks.first() else { return };
        let parts = table.rows.iter().skip(1).filter(|row| row.key.starts_with("area:"));
        let has = |row: &&giamngheo::page::Row| {
            row.cells.iter().skip(1).any(|cell| matches!(cell, Cell::Known(Ok(_), _)))
        };
        let with = parts.clone().filter(has).count();
        let all = parts.count();
        let said: Vec<String> = sentences(view).iter().map(Line::text).collect();
        let none = view.pick("0 trên", "0 of");
        assert!(with == 0 || said.iter().all(|line| !line.starts_with(none)), "{name}: {said:?}");
        let sorted = table.sorted.map(|(column, _)| column);
        let has_any = |column: usize| {
            table.rows.iter().skip(1).any(|row| {
                !matches!(row.cells.get(column), None | Some(Cell::Blank | Cell::Known(Err(_), _)))
            })
        };
        assert!(
            all == 0 || with == 0 || sorted.is_none_or(has_any),
            "{name}: sorted by a column without figures"
        );
    });
}

#[test]
fn estimates_are_marked_where_they_stand() {
    each(|name, view| {
        let word = view.pick("ước", "est.");
        for line in
            conclusion::lines(view).iter().chain(&deck(view).iter().flat_map(slide_lines).collect::<Vec<_>>())
        {
            let mut before = String::new();
            for span in &line.spans {
                let is_estimated =
                    span.figure.as_ref().is_some_and(|f| f.reliability == Reliability::Estimated);
                let is_number = span.text.contains(|c: char| c.is_ascii_digit());
                // In Vietnamese the verb before it is marked: "ước đạt 100%".
                let verb = before.rsplit_once(word).map(|(_, verb)| verb);
                let by_verb = verb.is_some_and(|verb| {
                    verb.ends_with(' ')
                        && !verb.contains([',', ';', '('])
                        && verb.split_whitespace().count() < 4
                });
                assert!(
                    !is_estimated || !is_number || by_verb || span.text.to_lowercase().starts_with(word),
                    "{name}: {}",
                    line.text()
                );
                before += &span.text.to_lowercase();
            }
        }
        for big in deck(view).iter().flat_map(|slide| &slide.bigs) {
            let is_estimated = big.figure.as_ref().is_some_and(|f| f.reliability == Reliability::Estimated);
            assert!(!is_estimated || big.before.starts_with(word), "{name}: {}", big.text);
        }
    });
}

/// Points are never "điểm" alone, "còn" is said of no stock that did not fall.
#[test]
fn words_follow_the_figures() {
    each(|name, view| {
        for line in sentences(view) {
            let said = line.text();
            let alone = said.match_indices("điểm").any(|(at, _)| {
                let after = &said[at + "điểm".len()..];
                let before = &said[..at];
                let is_points = before.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '*');
                let is_named = [" %", " phần trăm"].iter().any(|word| after.starts_with(word));
                let is_task = [" cần xác minh", " khác"].iter().any(|word| after.starts_with(word));
                is_points && !is_named && !is_task
            });
            assert!(!alone, "{name}: {said}");
            assert!(!said.contains(" broken") && !said.contains("contradict"), "{name}: {said}");
        }
        let first = conclusion::lines(view).first().map(Line::text).unwrap_or_default();
        let fell =
            |group| giamngheo::model::change::told::households(view.history, view.at, &[], group).is_fall();
        // Only the sentence of the state: "còn" of what is still to do says no stock.
        let is_left = first.starts_with("Đến ") && first.contains(" còn ");
        assert!(!is_left || Group::ALL.into_iter().any(fell), "{name}: {first}");
    });
}

/// Which measures a target may read without a sentence of its own: their names are titles before a colon.
#[test]
fn only_stocks_that_fall_have_a_noun_of_their_own() {
    use giamngheo::text::say::standing::measured;
    let table = [
        (TargetMeasure::Rate(Group::Poor), Some(("tỷ lệ hộ nghèo", "the rate of poor households"))),
        (TargetMeasure::Households(Group::NearPoor), Some(("hộ cận nghèo", "near-poor households"))),
        (TargetMeasure::Coverage("x".into()), None),
        (TargetMeasure::Programme("x".into(), giamngheo::model::measure::Given::Reached), None),
        (TargetMeasure::Task("x".into()), None),
    ];
    for (reads, words) in table {
        for lang in [Lang::Vi, Lang::En] {
            let expected = words.map(|(vi, en)| lang.pick(vi, en).to_owned());
            assert_eq!(measured(lang, &reads), expected);
        }
    }
}

/// On a wall digits choose a slide, and there is no part of a report: no sentence sends anyone to one.
#[test]
fn slides_send_nobody_to_a_page() {
    each(|name, view| {
        for line in deck(view).iter().flat_map(slide_lines) {
            let text = line.text();
            for word in ["phím 6", "mục 6", "key 6", "section 6"] {
                assert!(!text.contains(word), "{name}: {text}");
            }
        }
    });
}

/// The money of a programme that is told stands behind whom it reached: its name is not said again.
#[test]
fn a_programme_is_named_once_in_the_line_of_support() {
    let load = read(&[made_up::folder("huyen-uoc")]);
    each_of("huyen-uoc", &load, &|name, view| {
        let page = page_of(Tab::Overview, view);
        let lines = page.blocks.into_iter().flat_map(|block| match block {
            Block::Lines(lines) => lines,
            _ => Vec::new(),
        });
        let text: String = lines.map(|line| line.text() + " ").collect();
        for programme in ["học bổng vượt khó", "bursaries"] {
            assert!(text.matches(programme).count() <= 1, "{name}: {text}");
        }
        let is_last = view.at + 1 == view.history.snapshots.len();
        let whole = ["hộ học bổng vượt khó (ước hơn 620 triệu đồng)", "hhs (est. over 620 million VND)"];
        assert!(!is_last || whole.iter().any(|whole| text.contains(whole)), "{name}: {text}");
    });
}
