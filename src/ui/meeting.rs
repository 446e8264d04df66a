//! A slide on the wall.
//!
//! ```text
//! header   unit, date of the figures, source
//! banner   which files are refused, when some are
//! title    and the stamp of invented figures
//! numbers  big, their units and what belongs to them at the right
//! parts    sentences, bars, lists: never half of one
//! foot     what the marks mean; the slide's number and the keys
//! ```
//!
//! All but the header has one left edge, and nothing but the keys is dim: a projector would lose it.

mod digits;
mod gauge;
mod items;
mod letters;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::app::App;
use crate::app::meeting::{Aside, Meeting};
use crate::page::deck::{Item, Slide, SlidePart};
use crate::page::layout::{
    LaidOutLine, cut_short, flow, is_narrow, lines_hidden, margin, text_in_sight, without_blanks,
};
use crate::page::{Block, View, head};
use crate::text::line::Role;
use crate::text::{cells, glossary};

use super::{footer, help, paint, states, theme};

/// Cells kept free at both sides where there is room, besides the margin of every page.
const MARGIN: u16 = 4;
/// Under so many lines no empty ones are left.
const LOW: u16 = 14;
/// At most so many empty lines stand between two parts, between those of a slide of texts alone, and between bars.
const WIDEST_GAP: u16 = 3;
const GAP_OF_TEXTS: u16 = 3;
const GAP_OF_LISTS: u16 = 5;
/// From so many cells and lines on, a slide of texts alone stands in the middle of the wall.
const LARGE: (u16, u16) = (120, 36);
/// Lines in which the subject of such a slide has room in large letters.
const SUBJECT: u16 = 12;

/// Draws the slide.
pub fn draw(app: &App, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    let Some(slide) = app.slides.get(meeting.at).filter(|_| !meeting.black) else { return };
    top(app, area, buf);
    let kept = if area.width >= 70 { MARGIN } else { 0 };
    // Files that are refused are named on the wall too: the figures may be others than a minute ago.
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
    let rest = states::banner(app, below, buf);
    let head = u16::from(area.height >= LOW && rest.height == below.height);
    let inside = Rect {
        x: rest.x + kept,
        y: rest.y + head,
        width: rest.width - 2 * kept,
        height: rest.height.saturating_sub(head),
    };
    match meeting.aside {
        Aside::None => slide_in(app, slide, inside, buf),
        Aside::Help => help::draw(app, 0, inside, buf),
        Aside::Story(_, first) => story_in(app, first, inside, buf),
    }
    bright(inside, buf);
    let bottom = Rect { y: area.bottom() - 1, height: 1, ..area };
    let runs = if meeting.runs { " ▸" } else { "" };
    let place = format!("{}/{}{runs}", meeting.at + 1, app.slides.len());
    let end = paint::text(buf, bottom, 1, 0, &place, theme::style(Role::Strong)) + 2;
    footer::draw(app, Rect { x: bottom.x + end, width: bottom.width.saturating_sub(end), ..bottom }, buf);
}

/// The story of a number, from its line `first` on.
fn story_in(app: &App, first: usize, area: Rect, buf: &mut Buffer) {
    let Some(story) = &app.slide_story else { return };
    let x = margin(area.width);
    let title = cells::cut(&story.title.to_uppercase(), usize::from(area.width.saturating_sub(2 * x)));
    paint::text(buf, area, x, 0, &title, theme::style(Role::Strong));
    let gap = if area.height >= LOW { 2 } else { 1 };
    let body = Rect { y: area.y + gap, height: area.height.saturating_sub(gap), ..area };
    let lines = flow(app.lang, &story.blocks, body.width);
    // Blank lines go before a line is hidden.
    let over = lines.len().saturating_sub(usize::from(body.height));
    let (lines, _) = without_blanks(lines, over);
    for (y, line) in (0..body.height).zip(&text_in_sight(app.lang, &lines, first, (body.width, body.height)))
    {
        paint::set_line(buf, body, y, line, false);
    }
}

fn top(app: &App, area: Rect, buf: &mut Buffer) {
    let Some((unit, dates)) = unit_and_dates(app, area.width) else { return };
    let width = cells::text_extent(&dates);
    paint::dates(buf, area, area.width.saturating_sub(width + 1), 0, &dates);
    paint::text(buf, area, 1, 0, &unit, theme::style(Role::Strong));
}

/// What stands in the header of so many cells: the unit and the day, with the stamp of invented figures.
fn unit_and_dates(app: &App, width: u16) -> Option<(String, String)> {
    // The slides are of the unit, wherever the reader has gone down to.
    let view = View { path: &[], ..app.view()? };
    let room = usize::from(width.saturating_sub(2));
    Some(if is_narrow(width) { head::title_short(&view, room) } else { head::title(&view, room) })
}

/// Takes the dimness off all that stands on the wall.
fn bright(area: Rect, buf: &mut Buffer) {
    for position in area.intersection(buf.area).positions() {
        buf[position].modifier.remove(Modifier::DIM);
    }
}

fn slide_in(app: &App, slide: &Slide, area: Rect, buf: &mut Buffer) {
    let is_large = is_of_texts(slide) && area.width >= LARGE.0 && area.height >= LARGE.1;
    // Over texts the subject is larger than they are, but no cover.
    let lines = if slide.is_cover { area.height } else { SUBJECT };
    let subject = (slide.is_cover || is_large).then_some(Rect { height: lines, ..area });
    let set = if slide.is_cover { letters::fitting } else { letters::small };
    let in_letters = subject.and_then(|room| set(app, &slide.title, room));
    let named = if in_letters.is_some() { "" } else { slide.title.as_str() };
    let titled = title(app, slide, named, area, buf);
    let foot = flow(app.lang, &[Block::Lines(slide.foot.clone())], area.width);
    let foot_room = cells::extent(foot.len()).min(area.height / 3);
    let gap = u16::from(area.height >= LOW - 2);
    let above = titled + gap;
    let room = area.height.saturating_sub(above + foot_room + gap);
    let body = Rect { y: area.y + above, height: room, ..area };
    let taken = in_letters.map_or(0, |letters| letters.draw(body, buf));
    let body = Rect { y: body.y + taken, height: body.height.saturating_sub(taken), ..body };
    // Blank lines go before anything else does.
    if body_in(app, slide, body, gap, buf) > 0 && gap > 0 {
        clear(body, buf);
        body_in(app, slide, Rect { height: body.height + gap, ..body }, 0, buf);
    }
    let from = area.height - foot_room;
    for (y, line) in (from..).zip(foot.iter().take(usize::from(foot_room))) {
        paint::set_line(buf, area, y, line, false);
    }
}

/// The title, and at its right the stamp of figures that are invented. Gives the lines it takes.
fn title(app: &App, slide: &Slide, title: &str, area: Rect, buf: &mut Buffer) -> u16 {
    let x = margin(area.width);
    let mut room = area.width.saturating_sub(2 * x);
    let word = app.lang.term(glossary::STAMP);
    // Where room is scarce the header over it says it for both.
    let is_said = || unit_and_dates(app, area.width).is_some_and(|(_, dates)| dates.contains(word));
    if slide.invented && !(is_narrow(area.width) && is_said()) {
        // The blanks of the stamp go before a word of the title does.
        let is_tight = cells::text_extent(title) + cells::text_extent(word) + 3 > room;
        let stamp = if is_tight { word.to_owned() } else { format!(" {word} ") };
        let width = cells::text_extent(&stamp);
        paint::text(buf, area, area.width.saturating_sub(x + width), 0, &stamp, paint::stamp());
        room = room.saturating_sub(width + 1);
    }
    let lines = cells::wrap(&title_in(title, room).to_uppercase(), usize::from(room));
    for (y, line) in (0..area.height).zip(&lines) {
        paint::text(buf, area, x, y, line, theme::style(Role::Strong));
    }
    cells::extent(lines.len()).max(1)
}

/// A title where one line is short: without the year after its comma, which the head of the slide has; a day stays.
fn title_in(title: &str, room: u16) -> String {
    let Some((short, rest)) = title.split_once(", ").filter(|_| cells::text_extent(title) > room) else {
        return title.to_owned();
    };
    let (after, page) = rest.split_at(rest.find(" (").unwrap_or(rest.len()));
    let is_year = after.split(' ').count() <= 2 && after.ends_with(|letter: char| letter.is_ascii_digit());
    if !is_year {
        return title.to_owned();
    }
    let ways = [format!("{short}{page}"), short.to_owned()];
    ways.into_iter().find(|way| cells::text_extent(way) <= room).unwrap_or_else(|| title.to_owned())
}

/// A part set into the lines it takes.
enum Set<'a> {
    Lines(Vec<LaidOutLine>),
    /// A bar, and the lines of its numbers.
    Gauge(&'a crate::page::deck::Gauge, u16),
    /// A line of a list, and how high it is.
    Item(&'a Item, u16),
}

impl Set<'_> {
    fn height(&self) -> u16 {
        match self {
            Self::Lines(lines) => cells::extent(lines.len()),
            Self::Gauge(_, labels) => 1 + labels,
            Self::Item(_, high) => *high,
        }
    }
}

/// The numbers and the parts. All parts are kept as long as the numbers are then still big; else the last ones go. Gives
/// how many lines are not shown.
fn body_in(app: &App, slide: &Slide, area: Rect, gap: u16, buf: &mut Buffer) -> u16 {
    let is_middle = is_of_texts(slide) && area.width >= LARGE.0 && area.height >= LARGE.1 - 2 * SUBJECT;
    // A list begins where its heading does.
    let is_list = slide.parts.iter().any(|part| items::item_of(part).is_some());
    let inset = if is_middle && !is_list { area.width / 8 } else { 0 };
    let area = Rect { x: area.x + inset, width: area.width - 2 * inset, ..area };
    let columns = items::Columns::of_slide(app, slide, area);
    let parts: Vec<Set> = slide
        .parts
        .iter()
        .map(|part| match part {
            SlidePart::Gauge(gauge) => Set::Gauge(gauge, gauge::label_lines(gauge, area.width)),
            SlidePart::Block(block) => Set::Lines(flow(app.lang, std::slice::from_ref(&**block), area.width)),
            SlidePart::Item(item) => Set::Item(item, columns.height(app, item, area.width)),
        })
        .collect();
    let needs = |count: usize| parts.iter().take(count).map(|part| part.height() + gap).sum::<u16>();
    let counts = (0..=parts.len()).rev();
    let fitting = counts.map(|count| area.height.saturating_sub(needs(count)));
    let mut y = digits::draw_all(app, &slide.bigs, area, fitting, buf);
    let heights: Vec<u16> = parts.iter().map(Set::height).collect();
    let has_bars = slide.parts.iter().filter_map(items::item_of).any(|item| item.bar.is_some());
    let widest = match (is_middle, has_bars) {
        (true, _) => GAP_OF_TEXTS,
        (false, true) => GAP_OF_LISTS,
        (false, false) => WIDEST_GAP,
    };
    let gap = widest_gap(&heights, area.height.saturating_sub(y), gap, widest);
    let taken = heights.iter().map(|height| height + gap).sum::<u16>();
    // What is over stands for a third above the texts, where the eye looks first.
    let above = if is_middle { area.height.saturating_sub(taken) / 3 } else { 0 };
    let area = Rect { y: area.y + above, height: area.height - above, ..area };
    let bigs_over = y.saturating_sub(area.height);
    let (mut shown, mut last) = (0, None);
    let mut started = 0;
    for part in &parts {
        let begin = if y == 0 { 0 } else { y + gap };
        if begin + part.height() > area.height && y > 0 {
            let room = Rect { y: area.y + begin, height: area.height.saturating_sub(begin), ..area };
            started = if gap == 0 { begin_part(part, room, buf) } else { 0 };
            break;
        }
        part_in(
            app,
            part,
            &columns,
            Rect { y: area.y + begin, height: area.height.saturating_sub(begin), ..area },
            buf,
        );
        (y, shown, last) = (begin + part.height(), shown + 1, Some(begin));
    }
    let hidden = bigs_over + heights[shown..].iter().sum::<u16>() - started;
    mark_hidden(app, hidden, last.zip(heights[..shown].last().copied()), area, buf);
    hidden
}

/// Draws as much of a sentence as has room over the mark of what has none, where that leaves no line blank; how many
/// lines that are.
fn begin_part(part: &Set, area: Rect, buf: &mut Buffer) -> u16 {
    let Set::Lines(lines) = part else { return 0 };
    let room = usize::from(area.height.saturating_sub(1));
    if room == 0 || lines.is_empty() {
        return 0;
    }
    let begun = cut_short(lines.clone(), room, area.width);
    for (y, line) in (0..area.height).zip(&begun) {
        paint::set_line(buf, area, y, line, false);
    }
    cells::extent(begun.len())
}

/// Takes away what was drawn.
fn clear(area: Rect, buf: &mut Buffer) {
    let blank = " ".repeat(usize::from(area.width));
    (0..area.height).for_each(|y| _ = paint::text(buf, area, 0, y, &blank, theme::style(Role::Plain)));
}

/// Says how many lines such a window does not hold. Where the last part leaves no room for that it goes itself.
fn mark_hidden(app: &App, hidden: u16, last: Option<(u16, u16)>, area: Rect, buf: &mut Buffer) {
    let Some(bottom) = area.height.checked_sub(1).filter(|_| hidden > 0) else { return };
    let texts =
        |hidden: u16| [lines_hidden(app.lang, 0, usize::from(hidden)), format!("▼ {hidden}"), "▼".to_owned()];
    let mut hidden = hidden;
    if !texts(hidden)[..2].iter().any(|text| paint::is_free_at_the_edge(buf, area, bottom, text))
        && let Some((begin, height)) = last
    {
        clear(Rect { y: area.y + begin, height: area.height - begin, ..area }, buf);
        hidden += height;
    }
    paint::at_the_edge(buf, area, bottom, &texts(hidden), Role::Dim);
}

/// Has it no big number, bar or table, only what is read?
fn is_of_texts(slide: &Slide) -> bool {
    let is_text = |part: &SlidePart| match part {
        SlidePart::Block(block) => matches!(**block, Block::Lines(_)),
        SlidePart::Item(item) => item.bar.is_none(),
        SlidePart::Gauge(_) => false,
    };
    slide.bigs.is_empty() && !slide.is_cover && slide.parts.iter().all(is_text)
}

/// So many empty lines between the parts as there is room for.
fn widest_gap(heights: &[u16], room: u16, least: u16, most: u16) -> u16 {
    let fits = |gap: &u16| heights.iter().map(|height| height + gap).sum::<u16>() <= room;
    if least == 0 { 0 } else { (0..=most).rev().find(fits).unwrap_or(0) }
}

fn part_in(app: &App, part: &Set, columns: &items::Columns, area: Rect, buf: &mut Buffer) {
    match part {
        Set::Lines(lines) => {
            for (y, line) in (0..area.height).zip(lines) {
                paint::set_line(buf, area, y, line, false);
            }
        }
        Set::Gauge(gauge, _) => gauge::draw(gauge, area, buf),
        Set::Item(item, _) => columns.draw(app, item, area, buf),
    }
}
