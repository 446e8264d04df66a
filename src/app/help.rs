//! The help of the place: the keys from their table, then how to read the marks.

use crate::say;
use crate::text::Lang;
use crate::text::glossary;

use super::keys::{self, Hint};
use super::overlay::Overlay;
use super::state::App;

/// Lines of the screen at most that are not the help's: header, a banner, footer.
const AROUND: u16 = 5;

/// From so many cells on, two entries stand side by side.
const TWO: u16 = 70;

/// A line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpLine {
    /// The head of a part.
    Head(String),
    /// Keys or signs and what they mean, one or two beside each other.
    Pair(Hint, Option<Hint>),
    /// Nothing.
    Gap,
}

/// All lines for a screen so wide.
pub fn lines(app: &App, width: u16) -> Vec<HelpLine> {
    let lang = app.lang;
    if app.meeting().is_some() {
        let head = HelpLine::Head(lang.pick("Trợ giúp: trình chiếu", "Help: meeting").to_owned());
        return std::iter::once(head).chain(pairs(&keys::help_on_the_wall(lang), width)).collect();
    }
    let title = say!(lang, "Trợ giúp: {tab}", "Help: {tab}"; tab = app.tab.name(lang));
    let mut all = vec![HelpLine::Head(title.text())];
    all.extend(pairs(&keys::help(lang, app.choices.kiosk), width));
    all.push(HelpLine::Gap);
    all.push(HelpLine::Head(lang.pick("Cách đọc", "How to read").to_owned()));
    all.extend(pairs(&marks(lang), width));
    all
}

fn pairs(entries: &[Hint], width: u16) -> Vec<HelpLine> {
    let rows = if width >= TWO { entries.len().div_ceil(2) } else { entries.len() };
    let left = entries.iter().take(rows).enumerate();
    left.map(|(i, entry)| HelpLine::Pair(*entry, entries.get(i + rows).copied())).collect()
}

fn marks(lang: Lang) -> Vec<Hint> {
    let marks = [
        ("2,20%", "theo báo cáo", "2.20%", "as reported"),
        ("400*, ước", "suy ra; số ước thực hiện", "400*, est.", "derived; estimated"),
        (glossary::STAMP.0, "số đặt ra để xem thử", glossary::STAMP.1, "invented, to try it"),
        ("+ −", "tăng, giảm so với kỳ trước", "+ −", "up, down on period before"),
        ("điểm %", "hiệu của hai tỷ lệ", "points", "difference of two rates"),
        ("hơn, gần", "giữ nguyên theo báo cáo", "over, nearly", "as reported"),
        ("✓", "đạt, vượt, đúng tiến độ", "✓", "met, exceeded, on track"),
        ("!", "cần chú ý, cần xác minh", "!", "at risk, to be verified"),
        ("✗", "chậm, không đạt, quá hạn", "✗", "behind, missed, overdue"),
        ("·", "chưa có số liệu, chờ rà soát", "·", "no data, awaiting review"),
        ("┃ │", "chỉ tiêu, thời gian đã qua", "┃ │", "target, time elapsed"),
        ("▸", "đang thực hiện", "▸", "under way"),
    ];
    marks.map(|(sign, vi, mark, en)| (lang.pick(sign, mark), lang.pick(vi, en))).to_vec()
}

impl App {
    /// Moves the help by so many lines, stopping at its ends; false when it is not open.
    pub(super) fn scroll_help(&mut self, by: isize) -> bool {
        let Overlay::Help(first) = self.overlay else { return false };
        let room = usize::from(self.size.1.saturating_sub(AROUND));
        let last = lines(self, self.size.0).len().saturating_sub(room);
        self.overlay = Overlay::Help(first.saturating_add_signed(by).min(last));
        true
    }
}
