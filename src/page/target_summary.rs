//! A target with where it stands at the shown snapshot, in the cells and clauses that pages choose from: the first tab
//! and the fourth, an area's page, the conclusion and the deck tell a target in the same words and marks.

mod asked;
mod told;

use std::sync::Arc;

use chrono::Datelike;

use crate::model::exact::Exact;
use crate::model::figure::{Figure, Reliability};
use crate::model::history::History;
use crate::model::ops::{self, FigureResult};
use crate::model::snapshot::Snapshot;
use crate::model::standing::{Assessment, Mark, Standing};
use crate::model::target::{AimKind, AimStated, Target, TargetMeasure};
use crate::model::unit::Unit;
use crate::model::words::Text;
use crate::say;
use crate::text::line::{Line, Role};
use crate::text::say::{standing as words, what};
use crate::text::template::{InColumn, Speaker, or_missing};
use crate::text::{Lang, date, show};

use super::brief;
use super::table::{Bar, Cell, LongShort, Row};

/// A target in force, and what is to be told of it.
#[derive(Debug, Clone, Copy)]
pub struct TargetSummary<'a> {
    /// The language.
    pub lang: Lang,
    /// The snapshot that words it.
    pub stated_in: &'a Arc<Snapshot>,
    /// The target.
    pub target: &'a Target,
    /// Where it stands, with its figures.
    pub found: &'a Assessment,
}

impl Speaker for TargetSummary<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }
}

impl<'a> TargetSummary<'a> {
    /// The name.
    pub fn name(&self) -> &'a str {
        self.lang.wording(&self.target.named.name)
    }

    /// What it measures by the name of that, which says no verb: an entitlement, a programme, an indicator has one of its
    /// own; a task is called as the target.
    pub fn measure_name(&self) -> &'a Text {
        let (file, id) = (self.stated_in, self.target.reads.id());
        let whole = self.target.area.as_ref().and_then(|area| file.whole.part(area)).unwrap_or(&file.whole);
        let named = match &self.target.reads {
            TargetMeasure::Coverage(_) => id.and_then(|id| Some(&file.coverage.find(id)?.named)),
            TargetMeasure::Programme(..) => id.and_then(|id| Some(&file.programmes.find(id)?.named)),
            TargetMeasure::Indicator(id, _) => whole.indicator(id).map(|indicator| &indicator.named),
            TargetMeasure::Rate(_)
            | TargetMeasure::Households(_)
            | TargetMeasure::AmongRate(..)
            | TargetMeasure::AmongHouseholds(..)
            | TargetMeasure::PolicyFamilies(_)
            | TargetMeasure::Task(_) => None,
        };
        &named.unwrap_or(&self.target.named).name
    }

    /// Its row with these cells.
    pub fn row(&self, cells: Vec<Cell>) -> Row {
        let label = LongShort::new(self.name(), what::capital(&brief::label(self.lang, self.name())));
        let measured = words::subject(self.lang, &self.target.reads).map(|what| what::capital(&what));
        Row::new(key(self.target), LongShort { least: measured.map(String::into_boxed_str), ..label }, cells)
    }

    /// The role of its standing.
    pub fn role(&self) -> Role {
        role(self.found.standing)
    }

    /// Mark and word of its standing: `✓ đúng tiến độ`.
    pub fn verdict(&self) -> Line {
        let (role, word) = self.word();
        Line::with_role(role, format!("{} {word}", words::sign(self.found.standing.mark())))
    }

    /// The word of its standing.
    pub fn word(&self) -> (Role, &'static str) {
        let (lang, standing) = (self.lang, self.found.standing);
        // No review is awaited of a year that is to come.
        if standing == Standing::Awaiting && !self.found.time.has_begun() {
            return (self.role(), words::word(lang, Standing::NoData));
        }
        if standing == Standing::NoData
            && self.found.result.is_ok()
            && self.found.asked.goal.is_err()
            && matches!(self.target.aim, AimStated::Absent)
        {
            return (self.role(), lang.pick("không nêu mức giao", "no target stated"));
        }
        let estimated = words::word_of_estimate(lang, standing).filter(|_| self.is_estimated());
        (self.role(), estimated.unwrap_or_else(|| words::word_of(lang, standing, &self.target.reads)))
    }

    /// Does what it is judged by rest on an estimate?
    pub fn is_estimated(&self) -> bool {
        let (level, outcome) = (&self.found.level, &self.found.outcome);
        let judged = [&level.now, &outcome.reached, &outcome.percent];
        judged.into_iter().flatten().any(|figure| figure.reliability == Reliability::Estimated)
    }

    /// The plan of a programme that is a floor ("từ 110.000 trở lên"): what is reached is a share of that floor.
    pub fn floor(&self) -> Option<&'a Figure> {
        let is_plan = matches!(self.target.reads, TargetMeasure::Programme(..));
        self.found.whole.as_ref().ok().filter(|whole| is_plan && whole.qualifier.is_floor())
    }

    /// The same in words: `ít nhất 110.000 người`.
    pub fn floor_in_words(&self) -> Option<Line> {
        let floor = self.floor()?;
        let number = Line::default()
            .written(show::with_unit(self.lang, &floor.at_its_number(), show::Style::Plain), floor);
        Some(say!(self, "ít nhất {number}", "at least {number}"; number))
    }

    /// What is planned of a programme, where all of it is asked for: as stated, and no share of it.
    pub fn plan(&self) -> Option<&'a Figure> {
        let is_programme = matches!(self.target.reads, TargetMeasure::Programme(..));
        let is_all = self.found.asked.aim.as_ref().is_ok_and(|share| share.one() == Some(&Exact::whole(100)));
        let whole = self.found.whole.as_ref().ok().filter(|_| is_programme && is_all);
        whole.or_else(|| self.stated_plan())
    }

    /// The same as the file that words the target states it.
    pub fn stated_plan(&self) -> Option<&'a Figure> {
        let TargetMeasure::Programme(id, given) = &self.target.reads else { return None };
        let asked = self.target.aim.figure();
        let is_all =
            matches!(asked, Some((AimKind::ReachPercent, of)) if of.one() == Some(&Exact::whole(100)));
        let programme = self.stated_in.programmes.find(id)?;
        programme.stated(given.planned()).filter(|_| is_all)
    }

    /// A line of its own, the mark before it: `✓ …`.
    pub fn bulleted(&self, said: Line) -> Line {
        bulleted(self.found.standing, said)
    }

    /// What was asked, what was reached, the percent of the aim: stated figures before computed ones.
    pub fn result(&self) -> [&'a FigureResult; 3] {
        [&self.found.asked.goal, self.found.reached(), self.found.percent()]
    }

    /// The percent of the aim, where it is one: a change away from the aim has none, nor has the very number of an aim
    /// to be over or under.
    pub fn percent(&self) -> Option<&'a Figure> {
        let percent = self.found.percent().as_ref().ok().filter(|_| !self.is_at_number());
        percent.filter(|percent| !percent.amount.low().is_negative())
    }

    /// Is it at the number that an aim names to be over or under?
    pub fn is_at_number(&self) -> bool {
        let (level, reached) = (&self.found.level, self.found.reached());
        let same = |one: &FigureResult, other: &FigureResult| {
            one.as_ref().ok().zip(other.as_ref().ok()).is_some_and(|(one, other)| one.amount == other.amount)
        };
        self.target.is_strict() && (same(&level.now, &level.aim) || same(reached, &level.goal))
    }

    /// The time it is of: `năm 2023`, `giai đoạn 2021-2025`, `kỳ 01/07/2025 - 31/12/2025`.
    pub fn time(&self) -> Line {
        let Some(span) = self.span() else {
            return say!(self, "năm {year}", "{year}"; year = self.target.year);
        };
        let of = if span.contains(' ') { "kỳ" } else { "giai đoạn" };
        say!(self, "{time}"; time = (&*format!("{of} {span}"), &*span))
    }

    /// The same for a column: a percent of an estimate is one, also where the report states it bare.
    pub fn percent_in_column(&self) -> Option<Figure> {
        let percent = self.percent()?.clone();
        let reliability = if self.is_estimated() { Reliability::Estimated } else { percent.reliability };
        Some(Figure { reliability, ..percent })
    }

    /// Is the last figure of its year not there yet? Where a file of that day is there and nothing else speaks of the
    /// target, what is missing has a name.
    pub fn lacks_year_end(&self, history: &History) -> bool {
        let is_judged = self.found.standing.mark() != Mark::Nothing;
        self.found.remarks.year_end_missing && (is_judged || !self.has_file_of_end(history))
    }

    /// Is there a file of the day that it is due?
    pub fn has_file_of_end(&self, history: &History) -> bool {
        history.snapshots.iter().any(|snapshot| snapshot.as_of() == self.found.time.due)
    }

    /// What is left of the way: `còn phải giảm 98* hộ`; of one that was missed, `cao hơn chỉ tiêu 98* hộ`.
    pub fn remaining(&self, speaker: &impl Speaker) -> Option<Line> {
        let (count, level) = (&self.found.count.remaining, &self.found.level.remaining);
        // A cover given by its percent alone lacks points of it.
        let level = level.as_ref().ok().filter(|_| self.target.reads.rises());
        let of_result = self.left_of_result();
        let left = of_result.as_ref().or(count.as_ref().ok()).or(level)?;
        let (is_missed, rises) = (self.found.standing == Standing::Missed, self.target.reads.rises());
        Some(match (is_missed, rises) {
            (_, true) if self.is_for_all() && left.unit == Unit::Person => {
                let card = self.is_of_cards().then_some((" thẻ", " a card"));
                say!(speaker, "còn {left+} chưa có[{card}]", "{left+} still without[{card}]"; left, card)
            }
            (true, true) => say!(speaker, "thiếu {left+}", "{left+} short"; left),
            // What a fall misses is told as what stays.
            (true, false) => say!(speaker, "cao hơn chỉ tiêu {left+}", "{left+} above the target"; left),
            (false, true) => say!(speaker, "còn thiếu {left+}", "{left+} still to reach"; left),
            (false, false) => say!(speaker, "còn phải giảm {left+}", "{left+} still to go"; left),
        })
    }

    /// Is an entitlement asked for all who have it? Then who is not reached has none.
    fn is_for_all(&self) -> bool {
        let is_all = |aim: &Figure| aim.one() == Some(&Exact::whole(100));
        matches!(self.target.reads, TargetMeasure::Coverage(_))
            && self.found.asked.aim.as_ref().is_ok_and(is_all)
    }

    /// Is it insurance, which people have a card of?
    pub fn is_of_cards(&self) -> bool {
        let name = self.measure_name().vi.to_lowercase();
        ["bhyt", "bảo hiểm y tế", "thẻ"].iter().any(|word| name.contains(word))
    }

    /// What a stated result leaves of a level to rise to: told beside that result, and not what the file counts apart.
    fn left_of_result(&self) -> Option<Figure> {
        let outcome = &self.found.outcome;
        let reached =
            outcome.reached.as_ref().ok().filter(|_| outcome.is_stated && self.target.reads.rises())?;
        let (count, level) = (&self.found.count, &self.found.level);
        let known = if count.remaining.is_ok() { count } else { level };
        let (left, aim) = (known.remaining.as_ref().ok()?, known.aim.as_ref().ok()?);
        let is_apart = known.now.as_ref().is_ok_and(|now| {
            now.unit == reached.unit && (&now.amount, now.qualifier) != (&reached.amount, reached.qualifier)
        });
        let left = ops::difference(left.subject.clone(), &Ok(aim.clone()), &Ok(reached.clone()));
        left.ok().filter(|left| is_apart && left.amount.low().is_positive())
    }

    /// Where the pace leads: `theo tốc độ hiện nay, đến 31/12 dự kiến còn 1.004-1.013* hộ, cao hơn chỉ tiêu 23-32* hộ`.
    pub fn projected(&self, speaker: &impl Speaker) -> Option<Line> {
        let short = self.found.projection.short().ok().filter(|short| short.amount.low().is_positive());
        let then = if self.will_fall() { ("còn", "would remain") } else { ("có", "are projected") };
        let projected = unit_once(speaker, self.found.projection.count().as_ref().ok()?);
        let short = short.as_ref().map(|short| unit_once(speaker, short));
        Some(
            say!(speaker, "theo tốc độ hiện nay, đến {day} dự kiến {then} {projected}[, cao hơn chỉ tiêu {short}]",
            "at this pace {projected} {then} on {day}[, {short} above the target]";
            then, day = self.due_day(), short, projected),
        )
    }

    /// Does the projection lead below the start? Else nothing "is left".
    pub fn will_fall(&self) -> bool {
        self.found.level.reduced.as_ref().is_ok_and(|fallen| fallen.amount.low().is_positive())
    }

    /// The day of an interim statement: `đến 30/09/2020`.
    pub fn interim(&self) -> Option<Line> {
        let day = self.found.evidence.interim()?;
        Some(say!(self, "đến {day}", "by {day}"; day))
    }

    /// The years of its time where it is of several, `2021-2025`; the days where it is of no whole ones.
    pub fn span(&self) -> Option<String> {
        let (target, first) = (self.target, self.target.eve().succ_opt()?);
        let due = target.due_day();
        let is_whole = (first.ordinal() == 1) && (due.month(), due.day()) == (12, 31);
        match target.is_of_year() {
            true => None,
            false if is_whole => Some(format!("{}-{}", first.year(), due.year())),
            false => Some(format!("{} - {}", date::day(self.lang, first), date::day(self.lang, due))),
        }
    }

    /// The due date, without its year where the target is of that alone.
    pub fn due_day(&self) -> String {
        let write = if self.target.is_of_year() { date::day_of_year } else { date::day };
        write(self.lang, self.found.time.due)
    }

    /// When the yearly review goes on: `01/09-14/12`.
    pub fn review_window(&self) -> Line {
        let [from, to] = self.review_days();
        say!(self, "{from}-{to}", "{from} - {to}"; from, to)
    }

    /// The first and the last day of the yearly review.
    pub fn review_days(&self) -> [String; 2] {
        let year = self.target.year_at(self.found.time.as_of);
        [self.target.review.from, self.target.review.to]
            .map(|day| date::day_of_year(self.lang, day.in_year(year)))
    }

    /// Under a verdict by the time gone on a stock that the review of its year has not settled yet: what it is worth.
    pub fn unsettled(&self) -> Option<(&'static str, &'static str)> {
        let day = self.found.time.as_of;
        let is_by_time =
            matches!(self.found.standing, Standing::OnTrack | Standing::AtRisk | Standing::Behind);
        let is_stock = self.target.reads.of_group().is_some();
        (is_by_time && is_stock && day < self.target.review_end(day)).then_some((
            "so theo thời gian đã qua, chưa có kết quả rà soát",
            "by the time elapsed, before the review",
        ))
    }

    /// Where the far end of a range stands, its mild end at 100.
    pub fn far(&self) -> Option<Exact> {
        self.found.far.as_ref()?.share.as_ref().ok().map(|share| share.amount.high().clone())
    }

    /// A bar with the aim at 100: so much of so many. The word beside it has the colour of the standing.
    pub fn bar(&self, value: Exact, full: Exact, time: Option<Exact>) -> Bar {
        Bar { value, full, aim: Some(Exact::whole(100)), time, ..Bar::default() }
    }
}

/// The key of a target's row.
pub fn key(target: &Target) -> String {
    format!("target:{}", target.named.id)
}

/// The role of a standing: colour only beside mark and word.
pub fn role(standing: Standing) -> Role {
    match standing.mark() {
        Mark::Good => Role::Good,
        Mark::Care => Role::Warn,
        Mark::Bad => Role::Bad,
        Mark::UnderWay => Role::Plain,
        Mark::Nothing => Role::Dim,
    }
}

/// Mark and word of a standing: `✓ đúng tiến độ`.
pub fn verdict(lang: Lang, standing: Standing) -> Line {
    let text = format!("{} {}", words::sign(standing.mark()), words::word(lang, standing));
    Line::with_role(role(standing), text)
}

/// A line after the mark of a standing.
pub fn bulleted(standing: Standing, said: Line) -> Line {
    let sign = Line::with_role(role(standing), format!("{} ", words::sign(standing.mark())));
    Line { hanging_indent: 2, ..sign.then(said) }
}

/// A figure beside one in the same unit: English does not say that again.
pub fn unit_once(speaker: &impl Speaker, figure: &Figure) -> Line {
    speaker.figure(
        Line::default(),
        figure,
        show::Style::Plain,
        speaker.lang() == Lang::Vi || !figure.unit.is_count(),
    )
}

/// A figure with the word of its unit as a column has it, or the words for one that is missing.
pub fn amount(lang: Lang, known: &FigureResult) -> Line {
    with_unit(&InColumn(lang), known)
}

/// The same as whoever speaks writes it.
fn with_unit(speaker: &impl Speaker, known: &FigureResult) -> Line {
    match known {
        Ok(figure) => say!(speaker, "{figure+}"; figure),
        Err(_) => or_missing(speaker, known),
    }
}
