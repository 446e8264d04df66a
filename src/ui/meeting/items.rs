//! Lists led by numbers. All of a slide stand in the same columns: the numbers end at one cell, large where there is
//! room for all of them, and the bars take the width that is left.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::appearance::Letters;
use crate::page::Block;
use crate::page::deck::{Item, NONE, Slide, SlidePart};
use crate::page::layout::{draw_bar, flow, margin};
use crate::text::cells;
use crate::text::line::{Line, Role};

use super::digits;
use crate::ui::{paint, theme};

/// Cells between two columns, where there is room and where not.
const GAP: u16 = 3;
const LEAST_GAP: u16 = 1;
/// Lines of a number in large digits.
const HIGH: u16 = 4;
/// The line of its words: their middle.
const MIDDLE: u16 = 1;
/// A bar that is shorter says nothing, and a name is cut before it is.
const LEAST_BAR: u16 = 6;

/// The cells of the columns of a slide.
#[derive(Debug, Clone, Copy, Default)]
pub struct Columns {
    large: bool,
    gap: u16,
    name: u16,
    before: u16,
    number: u16,
    mark: u16,
    unit: u16,
    after: u16,
}

impl Columns {
    /// The columns of the lists of a slide.
    pub fn of_slide(app: &App, slide: &Slide, area: Rect) -> Self {
        // A list that goes on keeps its columns.
        let all: Vec<&Slide> = app.slides.iter().filter(|other| list_of(other) == list_of(slide)).collect();
        let items: Vec<&Item> = all.iter().flat_map(|slide| &slide.parts).filter_map(item_of).collect();
        let small = Self::small(&items, area.width);
        let is_drawn = app.choices.look.letters == Letters::All;
        // The sign for no number keeps its size beside them.
        let in_list = |text: &str| if text == NONE { Some(1) } else { digits::width_in_list(text) };
        let has_number = items.iter().any(|item| item.number.figure.is_some());
        let widths = items.iter().map(|item| in_list(without_mark(item).0).filter(|_| has_number));
        let Some(number) = widths.collect::<Option<Vec<u16>>>().filter(|_| is_drawn) else { return small };
        let large = Self {
            large: true,
            gap: GAP,
            number: number.into_iter().max().unwrap_or(0),
            name: widest(items.iter().map(|item| item.name.text())),
            ..small
        };
        let high = all.iter().map(|slide| Self::large_height(app, slide, area.width)).max().unwrap_or(0);
        let is_wide_enough = large.end() + if has_bars(&items) { LEAST_BAR } else { 0 } <= area.width;
        if high <= area.height && is_wide_enough { large } else { small }
    }

    /// The lines of a slide with large digits.
    fn large_height(app: &App, slide: &Slide, width: u16) -> u16 {
        let items = slide.parts.iter().filter_map(item_of).count();
        let others = slide.parts.iter().filter(|part| item_of(part).is_none());
        let others: usize = others.map(|part| 1 + lines_of(app, part, width)).sum();
        cells::extent(items) * (HIGH + 1) + cells::extent(others)
    }

    fn small(items: &[&Item], width: u16) -> Self {
        let gap = match width {
            70.. => GAP,
            50.. => GAP - 1,
            _ => LEAST_GAP,
        };
        let unit = |item: &&Item| item.number.beside.first().map(Line::text).unwrap_or_default();
        let columns = Self {
            large: false,
            gap,
            name: widest(items.iter().map(|item| item.name.text())),
            before: widest(items.iter().map(|item| item.number.before.clone())),
            number: widest(items.iter().map(|item| without_mark(item).0.to_owned())),
            mark: widest(items.iter().map(|item| without_mark(item).1.to_owned())),
            unit: widest(items.iter().map(unit)),
            after: widest(items.iter().map(|item| item.after.text())),
        };
        let over = (columns.end() + LEAST_BAR).saturating_sub(width);
        let cut = if has_bars(items) { over } else { 0 };
        Self { name: columns.name.saturating_sub(cut), ..columns }
    }

    /// The cells of all columns but the bar, with the margin and what keeps them apart.
    fn end(&self) -> u16 {
        let columns = [self.name, self.before, self.number + self.mark, self.unit, self.after];
        let shown = cells::extent(columns.iter().filter(|column| **column > 0).count());
        columns.iter().sum::<u16>() + shown * self.gap + margin(80)
    }

    /// The lines that an item takes.
    pub fn height(&self, app: &App, item: &Item, width: u16) -> u16 {
        match (self.large, &item.bar) {
            (true, _) => HIGH,
            (false, Some(_)) => 1,
            (false, None) => cells::extent(self.said(app, item, width).len()),
        }
    }

    /// Draws it.
    pub fn draw(&self, app: &App, item: &Item, area: Rect, buf: &mut Buffer) {
        let x = margin(area.width);
        let y = if self.large { MIDDLE } else { 0 };
        match &item.bar {
            Some(bar) => {
                let name = cells::cut_middle(&item.name.text(), usize::from(self.name));
                paint::text(buf, area, x, y, &name, theme::style(Role::Plain));
                let end = self.number(item, x + self.name + self.gap, area, buf);
                let after = if self.after > 0 { self.after + self.gap } else { 0 };
                let room = area.width.saturating_sub(end + self.gap + after + x);
                let drawn = draw_bar(bar, room);
                for (cell, text) in drawn.runs() {
                    paint::text(buf, area, end + self.gap + cell, y, text, theme::style(Role::Plain));
                }
                let at = end + self.gap + room + self.gap + self.after;
                let said = cells::text_extent(&item.after.text());
                paint::paint_line(buf, area, at.saturating_sub(said), y, &item.after);
            }
            None if self.large => {
                let end = self.number(item, x, area, buf);
                let unit = item.number.beside.first().cloned().unwrap_or_default();
                paint::paint_line(buf, area, end + 1, y, &unit);
                paint::paint_line(buf, area, end + 1 + self.unit + self.gap, y, &item.name);
            }
            None => {
                for (y, line) in (0..area.height).zip(self.said(app, item, area.width)) {
                    paint::set_line(buf, area, y, &line, false);
                }
            }
        }
    }

    /// Draws the number so that its digits end where its column does, a mark behind them; gives the cell after both.
    fn number(&self, item: &Item, x: u16, area: Rect, buf: &mut Buffer) -> u16 {
        let before = if self.before > 0 { self.before + 1 } else { 0 };
        let end = x + before + self.number;
        let (text, mark) = without_mark(item);
        let width = if self.large { digits::width_in_list(text) } else { None };
        let start = end.saturating_sub(width.unwrap_or_else(|| cells::text_extent(text)));
        let y = if self.large { MIDDLE } else { 0 };
        let said = cells::text_extent(&item.number.before);
        paint::text(
            buf,
            area,
            start.saturating_sub(said + 1),
            y,
            &item.number.before,
            theme::style(Role::Plain),
        );
        match width {
            Some(_) => digits::draw_in_list(text, Rect { x: area.x + start, ..area }, buf),
            None => {
                paint::text(buf, area, start, y, text, theme::style(Role::Strong));
            }
        }
        paint::text(buf, area, end, y, mark, theme::style(role_of(mark)));
        end + self.mark
    }

    /// The item as a sentence whose numbers end under each other: `  gần 842 triệu đồng   Tiền điện cho hộ nghèo`.
    fn said(&self, app: &App, item: &Item, width: u16) -> Vec<crate::page::layout::LaidOutLine> {
        let unit = item.number.beside.first().cloned().unwrap_or_default();
        let number = &item.number;
        let before = if number.before.is_empty() { String::new() } else { format!("{} ", number.before) };
        let (digits, mark) = without_mark(item);
        let taken = cells::text_extent(&before) + cells::text_extent(digits);
        let column = self.number + if self.before > 0 { self.before + 1 } else { 0 };
        let is_wide = self.gap > LEAST_GAP;
        if !is_wide && digits == NONE && unit.is_empty() {
            let line = Line::plain(format!("{NONE} ")).then(item.name.clone());
            return flow(app.lang, &[Block::Lines(vec![Line { hanging_indent: 2, ..line }])], width);
        }
        let blanks = |count: u16| " ".repeat(usize::from(if is_wide { count } else { 0 }));
        let unit_wide = cells::text_extent(&unit.text());
        let between =
            if is_wide { blanks(self.unit.saturating_sub(unit_wide) + self.gap) } else { " · ".to_owned() };
        let line = Line::plain(blanks(column.saturating_sub(taken)) + &before).role(Role::Strong, digits);
        let line = line.role(role_of(mark), mark).say(blanks(self.mark - cells::text_extent(mark)));
        let space = if is_wide || !unit.is_empty() { " " } else { "" };
        let line = line.say(space).then(unit).say(between).then(item.name.clone());
        let hanging_indent = if is_wide { column + self.mark + 1 + self.unit + self.gap } else { 2 };
        flow(app.lang, &[Block::Lines(vec![Line { hanging_indent, ..line }])], width)
    }
}

/// The line of a list that a part is.
pub fn item_of(part: &SlidePart) -> Option<&Item> {
    match part {
        SlidePart::Item(item) => Some(item),
        SlidePart::Block(_) | SlidePart::Gauge(_) => None,
    }
}

/// What the list of a slide is called, the same on each slide over which it goes on.
fn list_of(slide: &Slide) -> &str {
    slide.title.split(" (").next().unwrap_or_default()
}

/// The digits of the number of an item and the mark behind them, which has a cell of its own.
fn without_mark(item: &Item) -> (&str, &str) {
    let text = &item.number.text;
    text.split_at(text.trim_end_matches(['*', '!']).len())
}

fn role_of(mark: &str) -> Role {
    if mark.contains('!') { Role::Warn } else { Role::Strong }
}

fn has_bars(items: &[&Item]) -> bool {
    items.iter().any(|item| item.bar.is_some())
}

fn lines_of(app: &App, part: &SlidePart, width: u16) -> usize {
    match part {
        SlidePart::Block(block) => flow(app.lang, std::slice::from_ref(&**block), width).len(),
        SlidePart::Gauge(_) | SlidePart::Item(_) => 1,
    }
}

fn widest(texts: impl Iterator<Item = String>) -> u16 {
    texts.map(|text| cells::text_extent(&text)).max().unwrap_or(0)
}
