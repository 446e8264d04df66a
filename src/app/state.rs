//! Where the reader stands. The page of the place is made when the state changes, never while drawing.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use crate::model::history::History;
use crate::model::measure::Group;
use crate::model::name::AreaName;
use crate::page::deck::{self, Slide};
use crate::page::head::{self, Heading};
use crate::page::{self, Detail, Facts, Medium, Page, Rows, Tab, View};
use crate::source::{Load, Progress};
use crate::text::Lang;

use super::ahead::Soon;
use super::appearance::Appearance;
use super::dock::Dock;
use super::meeting::{self, Aside, Extent, Meeting};
use super::overlay::Overlay;
use super::panes::Sight;
use super::save::Request;
use super::stood::Stood;

/// What the command line settles before anything is loaded.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// The language to begin in.
    pub lang: Lang,
    /// The day whose snapshot opens (`--as-of`); none: now.
    pub as_of: Option<NaiveDate>,
    /// Today, when `--now` fixes it.
    pub now: Option<NaiveDate>,
    /// The unit to show, by name or code.
    pub unit: Option<String>,
    /// The standard to show, by id.
    pub standard: Option<String>,
    /// Colours and letters of the terminal.
    pub look: Appearance,
    /// Nothing leaves the screen: no copy, no file.
    pub kiosk: bool,
    /// The day to compare with from the start.
    pub compare: Option<NaiveDate>,
    /// Begin in meeting mode.
    pub present: bool,
    /// Seconds a slide stays when they run by themselves.
    pub every: Option<u32>,
}

/// What has been loaded.
#[derive(Debug, Clone, Default)]
pub enum Data {
    /// Nothing yet: the first reading is under way.
    #[default]
    Waiting,
    /// Something to show, with what was refused beside it.
    Loaded(Arc<Load>),
    /// Nothing could be read.
    Nothing(Arc<Load>),
}

/// The state of the program.
#[derive(Debug, Clone, Default)]
pub struct App {
    /// The command line's choices.
    pub choices: Choices,
    /// The language.
    pub lang: Lang,
    /// What was loaded last with something readable in it.
    pub data: Data,
    /// A later reading that failed where the shown figures stay: what the banner says.
    pub refused: Option<Arc<Load>>,
    /// How far a reading that takes long has come.
    pub reading: Option<Progress>,
    /// When the shown figures were read.
    pub read_at: NaiveDateTime,
    /// Which history is shown.
    pub history: usize,
    /// Which of its snapshots.
    pub at: usize,
    /// The day to go back to from the newest figures.
    pub came_from: Option<NaiveDate>,
    /// The tab.
    pub tab: Tab,
    /// The areas gone down into, on tab 2.
    pub path: Vec<Arc<AreaName>>,
    /// The key of the chosen row of each tab.
    pub chosen: [String; Tab::ALL.len()],
    /// The column of tab 2 that sorts, and whether from the top down.
    pub sort: (usize, bool),
    /// The group in the foreground; both together: both.
    pub group: Group,
    /// The snapshot to compare with, when one was chosen.
    pub compare: Option<usize>,
    /// So many more households leave the group of the chosen target.
    pub what_if: i64,
    /// The row whose list stands open in place of the page.
    pub list: &'static str,
    /// The docked story of a figure.
    pub dock: Option<Dock>,
    /// What lies over the page.
    pub overlay: Overlay,
    /// The slides of the meeting mode.
    pub slides: Vec<Slide>,
    /// The story of a number of the slide, when it stands in the slide's place.
    pub slide_story: Option<Detail>,
    /// What was asked for and is to be granted outside.
    pub wish: Option<Request>,
    /// One line said once, gone with the next key.
    pub notice: Option<String>,
    /// Where the reader stood when that place was read no more, until the next key: it is gone back to when it is there
    /// again.
    pub missed: Option<Stood>,
    /// Is what is shown the newest alone, and the rest still being read?
    pub rest_to_come: bool,
    /// Cells of the screen.
    pub size: (u16, u16),
    /// The local time.
    pub now: NaiveDateTime,
    /// What the first line says of this place.
    pub heading: Heading,
    /// The page of this place, made after every change.
    pub page: Page,
    /// What is docked under it.
    pub docked: Option<Detail>,
    /// The page beside it, where the screen is wide enough for two.
    pub side: Option<Page>,
    /// Where the list and the panel under it stand in their windows.
    pub sight: Sight,
    /// What is to be made anew before it is drawn.
    pub due: Due,
    /// What will be asked for soon and is not found yet.
    pub soon: Option<Soon>,
    /// Open checks of the shown snapshot: the number in the tab's name.
    pub open_checks: usize,
    /// What was found of the place shown.
    pub facts: Facts,
}

/// What is no more as it was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// Nothing.
    #[default]
    Nothing,
    /// The choice moved: a panel is another row's.
    Choice,
    /// The page is another.
    Page,
}

/// From so many cells on, a list and its page stand side by side.
pub const WIDE: u16 = 140;

/// Lines around a page: the header of three and the footer.
const AROUND: u16 = 4;

/// A window that is larger has room for a picture under a page.
const USUAL: (u16, u16) = (80, 24);

/// Cells of the list when two pages stand side by side, and of a window that has room for both of them.
const LIST: u16 = 81;
const BOTH: u16 = 160;

/// Cells of the list of areas with its small trends, and those that the page beside it takes at least.
const AREAS: u16 = 88;
const LEAST_SIDE: u16 = 63;

/// Cells of stories beside a chart, which takes the others.
const STORIES: u16 = 74;

/// At most so many cells of the page beside a list: an eye that goes from a label to its number finds the line again.
const SIDE: u16 = 104;

/// Cells of the page beside the list of a tab in a window so wide: what the list leaves, without the line between them
/// and a blank at the right edge, as in the header.
pub fn side_width(tab: Tab, width: u16) -> u16 {
    width.saturating_sub(list_width(tab, width) + 3).min(SIDE)
}

/// Cells of the list of a tab in a window so wide: of what is more than both pages need, half; of a chart all.
pub fn list_width(tab: Tab, width: u16) -> u16 {
    let half = LIST + width.saturating_sub(BOTH) / 2;
    match tab {
        Tab::Trends => half.max(width.saturating_sub(STORIES)),
        Tab::Households => half.max(AREAS.min(width.saturating_sub(LEAST_SIDE))),
        Tab::Overview | Tab::Support | Tab::Targets | Tab::Checks => half,
    }
}

/// From so many lines on, one stands above the other.
pub const TALL: u16 = 36;

impl App {
    /// A program that has not loaded anything yet.
    pub fn new(choices: Choices) -> Self {
        Self { lang: choices.lang, choices, sort: page::AS_OPENED, group: Group::Combined, ..Self::default() }
    }

    /// What was loaded, when there is something to show.
    pub fn load(&self) -> Option<&Arc<Load>> {
        match &self.data {
            Data::Loaded(load) => Some(load),
            _ => None,
        }
    }

    /// Why files were refused at the last reading.
    pub fn refused_faults(&self) -> &[crate::source::Fault] {
        match (&self.data, &self.refused) {
            (Data::Nothing(load), _) | (_, Some(load)) => &load.refused,
            _ => &[],
        }
    }

    /// The history shown.
    pub fn shown(&self) -> Option<&History> {
        self.load()?.world.histories.get(self.history)
    }

    /// Today: fixed by the command line, else the clock's.
    pub fn today(&self) -> NaiveDate {
        self.choices.now.unwrap_or_else(|| self.now.date())
    }

    /// Is there another unit or standard to show?
    pub fn has_units(&self) -> bool {
        self.load().is_some_and(|load| load.world.histories.len() > 1)
    }

    /// Cells the page has: all, or what another beside it leaves.
    pub fn page_width(&self) -> u16 {
        if self.size.0 >= WIDE { list_width(self.tab, self.size.0) } else { self.size.0 }
    }

    /// The key of the chosen row here.
    pub fn chosen(&self) -> &str {
        &self.chosen[self.tab.index()]
    }

    /// The place of the reader, to make pages from.
    pub fn view(&self) -> Option<View<'_>> {
        let load = self.load()?;
        let history = self.shown().filter(|h| !h.snapshots.is_empty())?;
        Some(View {
            lang: self.lang,
            history,
            world: &load.world,
            faults: self.refused_faults(),
            kept: &load.kept,
            files: load.files,
            facts: &self.facts,
            at: self.at.min(history.snapshots.len() - 1),
            now: self.today(),
            path: if self.tab.goes_into_areas() { &self.path } else { &[] },
            chosen: self.chosen(),
            sort: self.sort,
            narrow: page::layout::is_narrow(self.size.0),
            group: self.group,
            compare: self.compare,
            what_if: self.what_if,
            list: self.list,
            medium: Medium::Screen,
            width: self.page_width(),
            lines: self.size.1.saturating_sub(AROUND),
            rows: Rows::InSight,
        })
    }

    /// The deck, when it is on the wall.
    pub fn meeting(&self) -> Option<&Meeting> {
        match &self.overlay {
            Overlay::Meeting(meeting) => Some(meeting),
            _ => None,
        }
    }

    /// The same, to move it.
    pub(super) fn meeting_mut(&mut self) -> Option<&mut Meeting> {
        match &mut self.overlay {
            Overlay::Meeting(meeting) => Some(meeting),
            _ => None,
        }
    }

    /// Puts the deck on the wall, running by itself or not.
    pub fn present(&mut self, runs: bool) {
        self.overlay = Overlay::Meeting(Meeting::new(runs));
    }

    /// How many slides there are, and how many figures of the one on the wall have a story.
    pub(super) fn deck_extent(&self) -> Extent {
        let slide = self.meeting().and_then(|meeting| self.slides.get(meeting.at));
        Extent { slides: self.slides.len(), stories: slide.map_or(0, |slide| slide.told().len()) }
    }

    /// Makes the story that stands in place of the slide.
    pub(super) fn tell_of_slide(&mut self) {
        let told = self.meeting().and_then(|meeting| match meeting.aside {
            Aside::Story(at, _) => Some(*self.slides.get(meeting.at)?.told().get(at)?),
            Aside::None | Aside::Help => None,
        });
        let story = told.zip(self.view()).map(|(figure, view)| deck::story(&view, figure));
        self.slide_story = story;
    }

    /// The lines of that story.
    pub(super) fn story_lines(&self) -> usize {
        self.slide_story
            .as_ref()
            .map_or(0, |story| page::layout::flow(self.lang, &story.blocks, self.size.0).len())
    }

    /// Lets the deck run on as time goes by.
    pub fn run_deck(&mut self) {
        let every = self.choices.every.unwrap_or(meeting::EVERY);
        let count = self.slides.len();
        if let Some(meeting) = self.meeting_mut() {
            meeting.tick(every, count);
        }
    }

    /// Makes the page of the place anew. Called once after each change.
    pub fn refresh(&mut self) {
        let place = |view: View| ((self.history, view.at, view.now), view.history.snapshots.len());
        let Some((place, snapshots)) = self.view().map(place) else { return };
        self.facts.keep_at(place, snapshots);
        // What has no screen makes its pages itself.
        let has_screen = self.size.0 > 0;
        let Some(view) = self.view().filter(|_| has_screen) else { return };
        let slides = if self.meeting().is_some() { deck::deck(&view) } else { Vec::new() };
        let heading = head::heading(&view, self.came_from, self.size.0);
        let (open_checks, page) = (page::open_checks(&view), page::page_of(self.tab, &view));
        let count = slides.len();
        (self.heading, self.open_checks, self.slides) = (heading, open_checks, slides);
        if let Some(meeting) = self.meeting_mut() {
            meeting.keep_within(count);
        }
        self.tell_of_slide();
        self.page = page;
        self.forget_layout();
        self.fill_room();
        let key = nearest(&self.page, self.chosen());
        if key == self.chosen() {
            self.refresh_beside();
        } else {
            // The page was made for a row that is not there.
            self.chosen[self.tab.index()] = key;
            self.refresh_choice();
        }
    }

    /// Where a large window has room under a page, pictures stand there.
    fn fill_room(&mut self) {
        let is_large = self.size.0 > USUAL.0 || self.size.1 > USUAL.1;
        // Below the page in a tall one stand the conclusion, the chosen area, the stories of the chosen row.
        let has_other = self.size.0 < WIDE && self.size.1 >= TALL;
        // Of the first tab few rows leave room in any.
        let is_filled = is_large || self.tab == Tab::Overview;
        if !is_filled || has_other || page::layout::is_narrow(self.size.0) {
            return;
        }
        let mut size = (self.page_width(), self.size.1.saturating_sub(AROUND));
        if self.dock.is_some() && self.tab == Tab::Overview && self.size.0 < WIDE {
            // What was opened has its room before any picture.
            size.1 -= crate::text::cells::extent(page::layout::docked(usize::from(size.1)));
        }
        let mut page = std::mem::take(&mut self.page);
        let is_beside = self.size.0 >= WIDE && page::side::has_panel_beside(self.tab);
        let panel = page.detail.take_if(|_| is_beside);
        if let Some(view) = self.view() {
            if self.size.0 >= WIDE {
                let view = View { width: side_width(self.tab, self.size.0), ..view };
                page::side::without_told(self.tab, &view, &mut page, view.lines.into());
            }
            page::fill(self.tab, &view, &mut page, size, self.size.0 >= WIDE);
        }
        page.detail = page.detail.or(panel);
        self.page = page;
    }

    /// Makes what depends on the chosen row anew: of most pages only what stands beside them.
    pub fn refresh_choice(&mut self) {
        let is_made = self.page.is_made_around(self.chosen(), self.size.1.into());
        if (page::follows_choice(self.tab) || !is_made)
            && let Some(view) = self.view()
        {
            self.page = page::page_of(self.tab, &view);
            self.forget_layout();
            self.fill_room();
        }
        self.refresh_beside();
    }

    /// The page with all its rows, also those out of sight: what is copied, and what is written to a file.
    pub fn whole_page(&self) -> Cow<'_, Page> {
        let is_made = !self.page.has_unmade_rows();
        match self.view().filter(|_| !is_made) {
            Some(view) => Cow::Owned(self.page.with_rows_of(page::page_of(self.tab, &view.of_all_rows()))),
            None => Cow::Borrowed(&self.page),
        }
    }

    /// Makes the docked panel and the page at the side anew.
    fn refresh_beside(&mut self) {
        let Some(view) = self.view() else { return };
        let is_wide = self.size.0 >= WIDE;
        let (width, room) =
            if is_wide { (side_width(self.tab, self.size.0), view.lines) } else { (view.width, 0) };
        let view = View { width, ..view };
        let panel = self.dock.as_ref().and_then(|dock| dock.panel(&view, &self.page));
        let is_opened = is_wide && panel.is_some();
        let side = (!is_opened && (is_wide || self.size.1 >= TALL))
            .then(|| page::side::beside(self.tab, &view, &self.page, room.into()));
        self.side = side.flatten();
        if (is_opened || self.side.is_some()) && is_wide && page::side::has_panel_beside(self.tab) {
            (self.page.detail, self.page.has_panel) = (None, false);
        }
        let (docked, links) = panel.unzip();
        self.docked = docked;
        if let (Some(dock), Some(links)) = (&mut self.dock, links) {
            dock.links = links;
        }
        self.settle();
    }
}

/// The key asked for, when the page has it; else the page's first.
fn nearest(page: &Page, key: &str) -> String {
    let found = page.row(key).or_else(|| page.rows().next());
    found.map(|row| row.key.clone()).unwrap_or_default()
}
