//! Where a target stands: how much is done, how much of the time is gone, how fast it must go and where it leads.
//!
//! - [`assessment`]: [`assess`] and all it finds; [`verdict`]: the words it may find
//! - `target_context`, `level_reading`, `flows`: which snapshots speak and what a target reads in them
//! - [`asked`], `range`: the aim as it is written, and the far end of a range
//! - `rate`, `aim`, [`progress`], `done`: what is compared with what
//! - [`time`], [`pace`], [`projection`], [`whatif`]: days and months, how fast, where to
//! - [`evidence`], `interim`: what is judged by; `keep`, `result`: levels to keep, years that have ended; `outcome`: what
//!   is told of them, on one basis
//! - [`task`], [`shared`], [`last`]: tasks; what was given to areas; the year before
//! - [`wording`]: aims that later snapshots word otherwise
pub mod aim;
pub mod asked;
pub mod assessment;
mod done;
pub mod evidence;
mod flows;
mod interim;
mod keep;
pub mod last;
mod level_reading;
mod outcome;
pub mod pace;
pub mod progress;
pub mod projection;
mod range;
pub(super) mod rate;
mod result;
pub mod shared;
mod steps;
mod target_context;
pub mod task;
#[cfg(test)]
mod tests;
pub mod time;
pub mod verdict;
pub mod whatif;
pub mod wording;

pub use asked::Attainment;
pub use assessment::{Assessment, assess};
pub use evidence::Evidence;
pub use steps::{away, turned};
pub(super) use steps::{ceil_of_share, in_all, of_year};
pub use task::tasks_without_target;
pub use verdict::{Mark, Standing};
