//! Figures that an object of the format may state, once as fields and once as a list.

use super::figure::{Change, Figure};
use super::qualified::PercentFigure;
use crate::model::words::Text;

/// A figure as it is written.
#[derive(Debug, Clone, Copy)]
pub enum Written<'a> {
    /// A count or an amount of money.
    Count(&'a Figure),
    /// A percentage or points, with their decimals.
    Percent(&'a PercentFigure),
}

impl<'a> Written<'a> {
    /// The count, where it is one.
    pub fn count(self) -> Option<&'a Figure> {
        match self {
            Self::Count(figure) => Some(figure),
            Self::Percent(_) => None,
        }
    }

    /// What is noted of it.
    pub fn note(self) -> Option<&'a Text> {
        match self {
            Self::Count(figure) => figure.note.as_deref(),
            Self::Percent(figure) => figure.note.as_deref(),
        }
    }
}

impl<'a> From<&'a Figure> for Written<'a> {
    fn from(figure: &'a Figure) -> Self {
        Self::Count(figure)
    }
}

impl<'a> From<&'a Box<Figure>> for Written<'a> {
    fn from(figure: &'a Box<Figure>) -> Self {
        Self::Count(figure)
    }
}

impl<'a> From<&'a Change> for Written<'a> {
    fn from(change: &'a Change) -> Self {
        Self::Count(&change.0)
    }
}

impl<'a> From<&'a PercentFigure> for Written<'a> {
    fn from(percent: &'a PercentFigure) -> Self {
        Self::Percent(percent)
    }
}

/// An object of the format whose figures, those in brackets, are a list too: who judges or converts them walks the
/// list, so that a new one is written down here only.
macro_rules! listed {
    ($(#[$about:meta])* pub struct $name:ident {
        $($(#[$before_about:meta])* pub $before:ident: $before_type:ty,)*
        [$($(#[$figure_about:meta])* pub $figure:ident: $figure_type:ty,)*]
        $($(#[$after_about:meta])* pub $after:ident: $after_type:ty,)*
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$before_about])* pub $before: $before_type,)*
            $($(#[$figure_about])* pub $figure: Option<$figure_type>,)*
            $($(#[$after_about])* pub $after: $after_type,)*
        }

        impl $name {
            /// The figures that are stated, each under its name.
            pub fn figures(&self) -> impl Iterator<Item = (&'static str, Written<'_>)> {
                let all = [$((stringify!($figure), self.$figure.as_ref().map(Written::from))),*];
                all.into_iter().filter_map(|(name, figure)| Some((name, figure?)))
            }
        }
    };
}
