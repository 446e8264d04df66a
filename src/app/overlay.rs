//! What lies over the page, one thing at a time. The docked story is no part of it: it belongs to the page and is still
//! there when what lay over it has gone.

use super::find::Find;
use super::meeting::Meeting;
use super::picker::Picker;
use super::query::Query;
use super::save::Save;

/// What lies over the page.
#[derive(Debug, Clone, Default)]
pub enum Overlay {
    /// Nothing.
    #[default]
    None,
    /// The help, from this line on.
    Help(usize),
    /// The search line.
    Find(Find),
    /// The list to choose a unit or a date from.
    Picker(Picker),
    /// The line that asks for the name of a file.
    Save(Save),
    /// The deck on the wall.
    Meeting(Meeting),
}

impl Overlay {
    /// The line that is being typed, when one is.
    pub fn query(&mut self) -> Option<&mut Query> {
        match self {
            Self::Find(find) => Some(&mut find.query),
            Self::Picker(picker) => Some(&mut picker.query),
            Self::Save(save) => Some(&mut save.query),
            Self::None | Self::Help(_) | Self::Meeting(_) => None,
        }
    }

    /// Takes it away, if it is the help; says whether it was.
    pub fn close_help(&mut self) -> bool {
        let is_help = matches!(self, Self::Help(_));
        if is_help {
            *self = Self::None;
        }
        is_help
    }
}
