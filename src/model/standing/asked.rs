//! What is asked and what was reached of it, as both are told.

use super::super::ops::FigureResult;

/// What is asked, as it is written.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The change asked.
    pub goal: FigureResult,
    /// The level asked for.
    pub aim: FigureResult,
    /// The change in what is counted.
    pub count_goal: FigureResult,
    /// The level in what is counted.
    pub count_aim: FigureResult,
}

/// The far end of a range asked for.
#[derive(Debug, Clone)]
pub struct FarEnd {
    /// The change it asks.
    pub goal: FigureResult,
    /// The level it asks for.
    pub aim: FigureResult,
    /// The way to it as a percent of the way to the mild end, for bars.
    pub share: FigureResult,
}

/// What was reached, all of it on one basis.
#[derive(Debug, Clone)]
pub struct Attainment {
    /// The change towards the aim; of what is to rise and has ended, the level.
    pub reached: FigureResult,
    /// Its percent of the aim.
    pub percent: FigureResult,
    /// By how much it goes beyond the aim.
    pub beyond: FigureResult,
    /// Is it what the report states, not what its snapshots count?
    pub is_stated: bool,
}
