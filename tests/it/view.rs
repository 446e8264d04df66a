//! The place of a reader from which tests make pages; those inside the library use it too.

use giamngheo::model::measure::Group;
use giamngheo::page::{Facts, Medium, Rows, View};
use giamngheo::source::Load;
use giamngheo::text::Lang;

/// Today, unless a test says another day.
pub const TODAY: &str = "2024-02-01";

/// A snapshot of a history as it opens: nothing chosen, nothing gone into, nothing supposed.
pub fn opened<'a>(lang: Lang, load: &'a Load, facts: &'a Facts, (history, at): (usize, usize)) -> View<'a> {
    View {
        lang,
        history: &load.world.histories[history],
        world: &load.world,
        faults: &load.refused,
        kept: &load.kept,
        files: load.files,
        facts,
        at,
        now: TODAY.parse().expect("a date"),
        path: &[],
        chosen: "",
        sort: giamngheo::page::AS_OPENED,
        narrow: false,
        group: Group::Combined,
        compare: None,
        what_if: 0,
        list: "",
        medium: Medium::Screen,
        width: 80,
        lines: 20,
        rows: Rows::InSight,
    }
}
