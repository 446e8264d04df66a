//! A slide on the wall.
//!
//! ```text
//! header   unit, date of the figures, source
//! title
//! number   big, its unit and what belongs to it at the right
//! page     sentences, bars, lists
//! foot     what the marks mean; the slide's number and the keys
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

use crate::app::App;
use crate::app::meeting::Meeting;
use crate::page::deck::{Big, Slide};
use crate::page::layout::flow;
use crate::page::{Role, head};
use crate::text::{cells, show};

use super::{footer, paint, theme};

/// Cells kept free at the left where there is room.
const MARGIN: u16 = 5;
/// Ways to draw a letter, with the cells it takes; the first that fits is taken.
const SIZES: [(PixelSize, u16, u16); 4] = [
    (PixelSize::Full, 8, 8),
    (PixelSize::HalfWidth, 4, 8),
    (PixelSize::HalfHeight, 8, 4),
    (PixelSize::Quadrant, 4, 4),
];
/// Cells between the number and what stands beside it, its mark among them.
const GAP: u16 = 5;

/// Draws the slide.
pub fn draw(app: &App, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    if meeting.black {
        return;
    }
    let Some(slide) = app.slides.get(meeting.at) else { return };
    top(app, area, buf);
    let margin = if area.width >= 70 { MARGIN } else { 0 };
    let inside = Rect {
        x: area.x + margin,
        y: area.y + 2,
        width: area.width - 2 * margin,
        height: area.height.saturating_sub(3),
    };
    slide_in(app, slide, inside, buf);
    let bottom = Rect { y: area.bottom() - 1, height: 1, ..area };
    let place = format!("{}/{}", meeting.at + 1, app.slides.len());
    let end = paint::text(buf, bottom, 1, 0, &place, theme::style(Role::Strong));
    footer::draw(
        app,
        Rect { x: bottom.x + end + 2, width: bottom.width.saturating_sub(end + 2), ..bottom },
        buf,
    );
}

fn top(app: &App, area: Rect, buf: &mut Buffer) {
    let Some(view) = app.view() else { return };
    let dates = head::dates(&view);
    let width = u16::try_from(cells::width(&dates)).unwrap_or(area.width);
    let at = area.width.saturating_sub(width + 1);
    paint::dates(buf, area, at, 0, &dates);
    let unit = cells::cut(&head::unit(&view), usize::from(at.saturating_sub(2)));
    paint::text(buf, area, 1, 0, &unit, theme::style(Role::Strong));
}

fn slide_in(app: &App, slide: &Slide, area: Rect, buf: &mut Buffer) {
    let title = slide.title.to_uppercase();
    paint::text(buf, area, 1, 0, &title, theme::style(Role::Strong));
    let mut y = 2;
    if let Some(big) = &slide.big {
        y += number(app, big, Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }, buf) + 1;
    }
    let foot = flow(app.lang, &[crate::page::Block::Lines(slide.foot.clone())], area.width);
    let room = area.height.saturating_sub(y + 1 + u16::try_from(foot.len()).unwrap_or(0));
    for line in flow(app.lang, &slide.blocks, area.width).iter().take(usize::from(room)) {
        paint::set_line(buf, area, y, line, false);
        y += 1;
    }
    let from = area.height.saturating_sub(u16::try_from(foot.len()).unwrap_or(0));
    for (y, line) in (from..).zip(&foot) {
        paint::set_line(buf, area, y, line, false);
    }
}

/// The number, as big as fits beside its words; gives the lines it takes.
fn number(app: &App, big: &Big, area: Rect, buf: &mut Buffer) -> u16 {
    let text = show::number(app.lang, &big.figure, show::Style::Plain).replace('−', "-");
    let mark = show::mark(&big.figure);
    let letters = u16::try_from(cells::width(&text)).unwrap_or(u16::MAX);
    let words = big.beside.iter().map(|line| cells::width(&line.text())).max().unwrap_or(0);
    let words = u16::try_from(words).unwrap_or(u16::MAX).saturating_add(GAP);
    let fits = |(_, wide, high): &(PixelSize, u16, u16)| {
        let wide = letters.saturating_mul(*wide).saturating_add(words);
        text.is_ascii() && wide <= area.width && *high + 8 <= area.height
    };
    let Some((size, wide, high)) = SIZES.into_iter().find(fits) else {
        let end = paint::text(buf, area, 1, 0, &format!("{text}{mark}"), theme::style(Role::Strong));
        beside(
            app,
            big,
            Rect { x: area.x + end + 2, width: area.width.saturating_sub(end + 2), ..area },
            buf,
        );
        return u16::try_from(big.beside.len()).unwrap_or(1).max(1);
    };
    let digits = Rect { x: area.x + 1, width: letters * wide, height: high, ..area };
    let style = Style::new().add_modifier(Modifier::BOLD);
    BigText::builder().pixel_size(size).style(style).lines([text.into()]).build().render(digits, buf);
    let x = 1 + letters * wide + 1;
    paint::text(buf, area, x, 0, mark, theme::style(Role::Strong));
    let height = area.height.saturating_sub(2);
    beside(
        app,
        big,
        Rect { x: area.x + x + 2, y: area.y + 2, width: area.width.saturating_sub(x + 2), height },
        buf,
    );
    high
}

fn beside(app: &App, big: &Big, area: Rect, buf: &mut Buffer) {
    let lines = flow(app.lang, &[crate::page::Block::Lines(big.beside.clone())], area.width);
    for (y, line) in (0..area.height).zip(&lines) {
        paint::set_line(buf, area, y, line, false);
    }
}
