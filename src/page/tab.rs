//! The six tabs.

use clap::ValueEnum;
use schemars::JsonSchema;
use serde::Serialize;

use crate::text::{Lang, glossary};

/// The tab of a figure. Its code stands on the command line and in reports for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, ValueEnum, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(description = "The tab of a figure.")]
pub enum Tab {
    /// The overview (1 Tổng quan).
    #[value(help = "1 Overview")]
    #[default]
    Overview,
    /// The poor and near-poor households (2 Hộ nghèo).
    #[value(help = "2 Households")]
    Households,
    /// Support (3 Hỗ trợ).
    #[value(help = "3 Support")]
    Support,
    /// Targets (4 Chỉ tiêu).
    #[value(help = "4 Targets")]
    Targets,
    /// Trends (5 Diễn biến).
    #[value(help = "5 Trends")]
    Trends,
    /// Checks (6 Đối chiếu).
    #[value(help = "6 Checks")]
    Checks,
}

impl Tab {
    /// All of them, in their order.
    pub const ALL: [Self; 6] =
        [Self::Overview, Self::Households, Self::Support, Self::Targets, Self::Trends, Self::Checks];

    /// Does its page speak of the area that was gone into? The others are of the unit: targets, checks and the first
    /// page are given to it as a whole.
    pub fn goes_into_areas(self) -> bool {
        match self {
            Self::Households | Self::Support | Self::Trends => true,
            Self::Overview | Self::Targets | Self::Checks => false,
        }
    }

    /// The tab of a digit key.
    pub fn of_digit(digit: char) -> Option<Self> {
        let number = usize::try_from(digit.to_digit(10)?).ok()?;
        Self::ALL.get(number.checked_sub(1)?).copied()
    }

    /// Its place, from 0.
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0)
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        let [(vi, en), ..] = glossary::TABS[self.index()];
        lang.pick(vi, en)
    }

    /// Its name where there is little room.
    pub fn short_name(self, lang: Lang) -> &'static str {
        let [_, (vi, en), _] = glossary::TABS[self.index()];
        lang.pick(vi, en)
    }

    /// Its name where six of them have to do with a line of 41 cells.
    pub fn shortest_name(self, lang: Lang) -> &'static str {
        let [.., (vi, en)] = glossary::TABS[self.index()];
        lang.pick(vi, en)
    }

    /// Its name for programs and on the command line; the same in every language.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Households => "households",
            Self::Support => "support",
            Self::Targets => "targets",
            Self::Trends => "trends",
            Self::Checks => "checks",
        }
    }

    /// The tab so many places on, round the end.
    #[must_use]
    pub fn shifted(self, by: isize) -> Self {
        let count = Self::ALL.len().cast_signed();
        let index = (self.index().cast_signed() + by).rem_euclid(count);
        Self::ALL[index.cast_unsigned()]
    }
}
