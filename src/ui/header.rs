//! The header: whose figures, of which day, from which report, and where in the history; the tabs; the rule under
//! the active one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::app::App;
use crate::page::Tab;
use crate::page::head::Heading;
use crate::page::layout::is_narrow;
use crate::text::line::Role;
use crate::text::{Lang, cells};

use super::{paint, theme};

/// The key that goes to the newest figures, as the table of keys has it.
const NEWEST: char = 'o';

/// The width at which one tab alone is named.
const NARROWEST: u16 = 40;

/// Draws the header.
pub fn draw(app: &App, area: Rect, buf: &mut Buffer) {
    let narrow = is_narrow(area.width);
    title(app, area, buf, narrow);
    let Some((names, gap)) = names(app, area.width) else { return one_tab(app, area, buf) };
    let mut x = u16::from(!narrow);
    let mut active = (0, 0);
    for (tab, name) in Tab::ALL.into_iter().zip(&names) {
        let style = if tab == app.tab { active_style() } else { theme::style(Role::Plain) };
        let end = paint::text(buf, area, x, 1, name, style);
        if tab == app.tab {
            active = (x, end);
        }
        x = end + gap;
    }
    if let Some(open) = open(app) {
        paint::text(buf, area, x + 1 - gap, 1, &open, theme::style(Role::Warn));
    }
    if narrow {
        return;
    }
    paint::rule(buf, area, 2);
    let heavy = "━".repeat(usize::from(active.1 - active.0));
    paint::text(buf, area, active.0, 2, &heavy, active_style());
}

/// The accent, bright: where the reader is.
fn active_style() -> Style {
    theme::style(Role::Accent).add_modifier(Modifier::BOLD).remove_modifier(Modifier::DIM)
}

/// The count of open checks, after the name of their tab.
fn open(app: &App) -> Option<String> {
    (app.open_checks > 0).then(|| format!("{}!", app.open_checks))
}

/// Numbers and names of the tabs in the fullest wording that a width holds, and the blanks between them: shorter names
/// stand closer before the shortest are due; none where not even these find room.
fn names(app: &App, width: u16) -> Option<(Vec<String>, u16)> {
    let open = open(app).map_or(0, |open| cells::width(&open) + 1);
    let of = |word: fn(Tab, Lang) -> &'static str| {
        Tab::ALL.map(|tab| format!("{} {}", tab.index() + 1, word(tab, app.lang))).to_vec()
    };
    let active = app.tab.index();
    let fits = |(names, gap): &(Vec<String>, u16)| {
        let wide: usize = names.iter().map(|name| cells::width(name) + usize::from(*gap)).sum();
        // Names that stand closer leave less behind the last.
        wide + open.saturating_sub(2 - usize::from(*gap)) <= usize::from(width)
    };
    // At the narrowest the place of the tab among the others is said by arrows, which are keys too.
    let named = [(Tab::name as fn(_, _) -> _, 2), (Tab::short_name, 2), (Tab::short_name, 1)];
    let mut named = named.into_iter().map(|(word, gap)| (of(word), gap));
    let shorter = || {
        let bare = of(Tab::shortest_name);
        let mut shortest = bare.clone();
        shortest[active] = of(Tab::short_name).swap_remove(active);
        [(shortest, 1), (bare, 1)].into_iter().find(fits)
    };
    named.find(fits).or_else(shorter).filter(|_| width > NARROWEST)
}

fn title(app: &App, area: Rect, buf: &mut Buffer, narrow: bool) {
    let Heading { unit, dates, beyond } = &app.heading;
    let left = u16::from(!narrow);
    let hint = beyond.map(|words| format!(" {NEWEST} {words}")).unwrap_or_default();
    let width = cells::text_extent(dates) + cells::text_extent(&hint);
    let at = area.width.saturating_sub(width + left).max(left);
    paint::dates(buf, area, at, 0, dates);
    if let Some(words) = beyond {
        let x = at + cells::text_extent(dates) + 1;
        let x = paint::text(buf, area, x, 0, &NEWEST.to_string(), theme::style(Role::Accent));
        paint::text(buf, area, x + 1, 0, words, theme::style(Role::Dim));
    }
    paint::text(buf, area, left, 0, unit, theme::style(Role::Strong));
}

fn one_tab(app: &App, area: Rect, buf: &mut Buffer) {
    let name = format!("◂ {} {} ▸", app.tab.index() + 1, app.tab.name(app.lang));
    paint::text(buf, area, 0, 1, &name, active_style());
    if app.open_checks > 0 {
        let open = format!("6: {}!", app.open_checks);
        let width = cells::text_extent(&open);
        paint::text(buf, area, area.width.saturating_sub(width + 1), 1, &open, theme::style(Role::Warn));
    }
}
