//! What is asked of a target that has no way behind it yet: before its year, before its first figure, or for good
//! (levels to keep, entitlements without a start, tasks).

use crate::model::figure::Figure;
use crate::model::qualifier::Qualifier;
use crate::model::target::TargetMeasure;
use crate::say;
use crate::text::glossary;
use crate::text::line::{Line, Role};

use super::super::super::conclusion;
use super::super::super::headed::Head;
use super::super::task;
use super::Panel;
use super::ahead::PACE;

const ASKED: Head = glossary::ASKED;
const NOW: Head = ("Hiện nay", "Now");
const LACKING: Head = ("Còn thiếu", "To reach");
pub(super) const WITHOUT: Head = ("Chưa có", "Without");

impl Panel<'_> {
    pub(super) fn asked(&self) -> Vec<Line> {
        let lines = match &self.it.target.reads {
            TargetMeasure::Task(id) => return self.task(id),
            _ if self.it.target.is_kept() => vec![(ASKED, self.kept()), (NOW, self.kept_now())],
            reads if reads.rises() => vec![
                (ASKED, self.to_reach()),
                (NOW, self.covered()),
                (("Từ đầu năm", "This year"), self.lost()),
                (LACKING, self.left_to_rise()),
                (WITHOUT, self.without()),
                (PACE, self.no_pace()),
            ],
            _ => vec![(ASKED, self.fall()), (("Tương ứng", "Households"), self.in_households())],
        };
        lines.into_iter().filter_map(|(head, said)| Some(self.headed(head, said?))).collect()
    }

    /// `giảm 0,69 điểm phần trăm: từ 2,20% còn 1,51%*`
    fn fall(&self) -> Option<Line> {
        let (level, asked) = (&self.it.found.level, &self.it.found.asked);
        Some(match (&asked.goal, &asked.aim) {
            (Ok(asked), aim) => say!(self, "giảm {asked+}[: từ {baseline+} còn {aim+}]",
                "cut by {asked+}[: from {baseline+} to {aim+}]"; asked, baseline = &level.baseline, aim),
            (Err(_), Ok(aim)) if aim.qualifier == Qualifier::Exact => {
                say!(self, "còn không quá {aim+}", "at most {aim+}"; aim)
            }
            // A bound says itself on which side of its number.
            (Err(_), Ok(aim)) => say!(self, "còn {aim+}", "down to {aim+}"; aim),
            (Err(_), Err(_)) => return None,
        })
    }

    /// `giảm 447-449* hộ, còn 980-982* hộ; bình quân 38* hộ/tháng`
    fn in_households(&self) -> Option<Line> {
        let (of, found) = (&self.it.found.asked, self.it.found);
        let asked = match (self.it.target.reads.is_rate(), &of.count_goal, &of.count_aim) {
            (true, Ok(asked), Ok(aim)) => Some(say!(self, "giảm {asked+}, còn {aim}",
                "{asked+} fewer, {aim} would remain"; asked, aim = self.unit_once(aim))),
            (true, ..) => return None,
            _ => None,
        };
        let needed = found.pace.needed.as_ref().ok().map(
            |needed| say!(self, "bình quân {needed}", "{needed} on average"; needed = self.a_month(needed)),
        );
        Line::joined(asked.into_iter().chain(needed), "; ")
    }

    /// `giữ ở 0 hộ`
    fn kept(&self) -> Option<Line> {
        let aim = self.it.found.asked.aim.as_ref().ok()?;
        Some(say!(self, "giữ ở {aim+}", "keep at {aim+}"; aim))
    }

    /// `30/09/2023: 1 hộ`
    fn kept_now(&self) -> Option<Line> {
        let (level, day) = (&self.it.found.level, self.it.found.level_day);
        let now = level.now.as_ref().ok().filter(|_| level.aim.is_ok())?;
        let places = conclusion::places_of_kept(self.view, &self.it);
        Some(say!(self, "{day}: {now+}[: {places}]"; day, now, places))
    }

    /// `đạt 100%`; of a number of those entitled `đạt 4.500 người (97%*)`.
    fn to_reach(&self) -> Option<Line> {
        let asked = &self.it.found.asked;
        let (level, count) = (asked.aim.as_ref().ok(), asked.count_aim.as_ref().ok());
        if let Some(aim) = count.filter(|_| level.is_none_or(Figure::is_derived)) {
            let share = level.filter(|level| level.unit != aim.unit);
            return Some(say!(self, "đạt {aim+}[ ({share})]", "reach {aim+}[ ({share})]"; aim, share));
        }
        Some(say!(self, "đạt {aim+}", "reach {aim+}"; aim = level?))
    }

    /// `92,4%*: 4.287 trong 4.640 người`
    fn covered(&self) -> Option<Line> {
        let found = self.it.found;
        if let Some(floor) = self.it.floor_in_words() {
            let (now, reached) =
                (self.it.percent().or(found.level.now.as_ref().ok())?, found.count.now.as_ref().ok()?);
            return Some(say!(self, "{now+}: {reached} / {floor}";
                now, reached, floor));
        }
        let (now, covered) = (found.level.now.as_ref().ok()?, found.count.now.as_ref().ok()?);
        Some(say!(self, "{now+}[: {covered}[ trong {whole+}]]", "{now+}[: {covered}[ of {whole+}]]";
            now, covered = Some(covered).filter(|covered| covered.unit != now.unit), whole = &found.whole))
    }

    /// By how much what is to rise fell: `giảm 3,49* điểm phần trăm, từ 95,9%*`.
    fn lost(&self) -> Option<Line> {
        let level = &self.it.found.level;
        let risen = level.reduced.as_ref().ok().filter(|_| self.fell_back())?;
        Some(say!(self, "{moved}, từ {from+}", "{moved}, from {from+}";
            moved = self.moved(risen), from = level.baseline.as_ref().ok()?))
    }

    /// Those still without, where fewer than all are asked to have it: `427* người`.
    pub(super) fn without(&self) -> Option<Line> {
        let found = self.it.found;
        let (without, left) = (found.without.as_ref().ok()?, found.count.remaining.as_ref().ok());
        let is_more = left.is_none_or(|left| left.amount != without.amount);
        is_more.then(|| say!(self, "{without+}"; without))
    }

    /// How many are still to be reached: `353* người trong 92 ngày, đến 31/12`.
    fn left_to_rise(&self) -> Option<Line> {
        let (found, time) = (self.it.found, &self.it.found.time);
        let left = found.count.remaining.as_ref().or(found.level.remaining.as_ref()).ok()?;
        Some(say!(self, "{left+}[ trong {days} ngày, đến {due}]", "{left+}[ in {days} days, by {due}]";
            left, days = (!time.is_due()).then_some(time.days_left), due = self.due()))
    }

    /// Without a start there is no pace to what is left.
    fn no_pace(&self) -> Option<Line> {
        let found = self.it.found;
        let is_open = found.count.remaining.is_ok() && found.level.baseline.is_err() && !found.time.is_due();
        let is_none = is_open && matches!(self.it.target.reads, TargetMeasure::Coverage(_));
        is_none.then(|| {
            say!(
                self,
                "không tính: chưa có mốc đầu năm",
                "none: no figure from before the year to start from"
            )
            .in_role(Role::Dim)
        })
    }

    /// A target that is a task: its state and date, who asked and who does it.
    fn task(&self, id: &str) -> Vec<Line> {
        let (view, found) = (self.view, self.it.found);
        let task = view.history.task(view.at, id);
        let is_late = found.remarks.past_due && task.as_ref().is_none_or(|task| task.status.is_none());
        let due = match found.due {
            Some(due) => say!(self, "{due}"; due),
            None => say!(self, "chưa nêu hạn", "no date stated").in_role(Role::Dim),
        };
        let mut lines = vec![
            self.headed(("Nhiệm vụ", "Task"), task::state(view, found.standing, is_late)),
            self.headed(task::DUE, due),
        ];
        let whom = task.as_ref().map(|task| [(task::BY, &task.by), (task::OWNER, &task.owner)]);
        for (head, text) in whom.into_iter().flatten() {
            lines.extend(text.as_ref().map(|text| self.headed(head, Line::plain(view.lang.wording(text)))));
        }
        if task.is_some() {
            lines.extend(task::files(view, id));
        }
        lines
    }
}
