//! What a row without figures lacks, and which field of the file would hold it.

use crate::model::measure::{What, When};
use crate::model::ops::{Because, Missing};
use crate::text::date;
use crate::text::say::{field, what};

use super::super::table::Row;
use super::super::{Block, Detail, View, targets};
use super::head_of;
use crate::text::line::{Line, Role};

/// So many missing figures are named.
const NAMED: usize = 5;

/// What a row without figures lacks.
pub fn missing(view: &View, row: &Row) -> Detail {
    if row.missing().next().is_none() {
        return nothing(view, row);
    }
    let mut leaves: Vec<What> = Vec::new();
    for leaf in row.missing().flat_map(Missing::leaves) {
        if !leaves.contains(&leaf) {
            leaves.push(leaf);
        }
    }
    let head = |i: usize| head_of(if i == 0 { view.pick("Chưa có", "Missing") } else { "" });
    let mut lines: Vec<Line> =
        leaves.iter().take(NAMED).enumerate().map(|(i, w)| name(view, head(i), w)).collect();
    lines.extend(row.missing().find_map(|m| rule(view, &m.because)));
    lines.extend(fields(view, &leaves));
    lines.push(head_of(view.pick("Tệp", "File")).say(file(view, &leaves)));
    let title = format!("{}: {}", view.pick("Chưa có số liệu", "No data"), row.label.full.trim());
    Detail { title, blocks: vec![Block::Lines(lines)] }
}

/// The file that could have stated it: that of the day or period of what is missing, else the one shown.
fn file(view: &View, leaves: &[What]) -> String {
    let words = view.pick("không nêu; thiếu không phải là 0", "does not state it; missing is not zero");
    let Some(leaf) = leaves.first() else { return format!("{} {words}", view.snapshot().origin.file) };
    let of_its_time = view.history.snapshots.iter().find(|snapshot| match leaf.when {
        When::Day(day) => snapshot.as_of() == day,
        When::Over(period) => snapshot.origin.period == period,
        When::Between(..) | When::Year(_) => false,
    });
    match (of_its_time, leaf.when) {
        (Some(snapshot), _) => format!("{} {words}", snapshot.origin.file),
        (None, When::Day(day)) => {
            let none = view.pick("chưa nạp tệp nào của", "none read of");
            format!("{none} {}", date::day(view.lang, day))
        }
        (None, _) => format!("{} {words}", view.snapshot().origin.file),
    }
}

/// A row of words alone: a doubt, a file; of a target that is a task, its panel.
fn nothing(view: &View, row: &Row) -> Detail {
    if let Some(panel) = targets::story(view, &row.key) {
        return panel;
    }
    let words = view.pick("Dòng này không có số để mở.", "This row has no figure to open.");
    let title = row.label.full.trim().to_owned();
    Detail { title, blocks: vec![Block::line(Line::of(Role::Dim, words))] }
}

fn name(view: &View, line: Line, leaf: &What) -> Line {
    let whose = if leaf.whose.is(&view.whole().name) {
        String::new()
    } else {
        format!(" {}", view.lang.of(&leaf.whose.name))
    };
    line.say(format!("{}{whose}, {}", what::name(view.lang, leaf), what::when(view.lang, leaf.when)))
}

/// The rule that stands in the way, where no field would help.
fn rule(view: &View, because: &Because) -> Option<Line> {
    let (vi, en) = match because {
        Because::Opposed(_) => (
            "các mức hơn, gần ngược chiều nhau: không có số đúng",
            "bounds point in opposite directions: no exact number",
        ),
        Because::UnitsDiffer => ("các số khác đơn vị tính", "the figures count different things"),
        Because::NothingToDivideBy => ("số chia bằng 0", "nothing to divide by"),
        Because::NoEarlier => ("chưa có kỳ trước để so sánh", "no earlier figure to compare with"),
        Because::StandardsDiffer => {
            ("khác chuẩn nghèo: không so sánh", "another poverty standard: not compared")
        }
        Because::TooEarly => {
            ("chưa qua một phần mười năm: chưa dự kiến", "too little of the year has gone to project")
        }
        Because::DuePassed => ("đã qua hạn", "the due date has passed"),
        Because::NothingLeft => ("đã đạt, không còn phải giảm", "reached: nothing is left"),
        Because::AlreadyThere => ("đầu năm đã đạt mức giao", "the year began beyond the aim"),
        Because::KindsDiffer => ("hai tỷ lệ không cùng cách tính", "the two rates are not of one kind"),
        Because::NotStated | Because::Lacking(_) | Because::NotMeant => return None,
    };
    Some(head_of(view.pick("Vì", "Because")).say(view.lang.pick(vi, en)))
}

/// The fields that would hold them: "poor.movement.escaped, poor.movement.relapsed".
fn fields(view: &View, leaves: &[What]) -> Option<Line> {
    let mut names: Vec<String> = Vec::new();
    for name in leaves.iter().filter_map(field::of) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.truncate(NAMED);
    (!names.is_empty())
        .then(|| head_of(view.pick("Ghi vào", "Goes into")).role(Role::Plain, names.join(", ")))
}
