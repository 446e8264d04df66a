//! When something is due: the next picture, the next word about the time.
use std::time::{Duration, Instant};

use chrono::{NaiveDate, NaiveDateTime, Timelike};

/// At most so many pictures: one in this time. More cannot be seen, and slow links suffer.
const FRAME: Duration = Duration::from_millis(16);
/// The first picture waits so long for the first data, so that small files open without a flash of "loading".
const FIRST_FRAME: Duration = Duration::from_millis(60);

/// When the next picture may be drawn.
pub(super) struct FrameTimer {
    due: Instant,
    opening: bool,
}

impl FrameTimer {
    pub(super) fn new() -> Self {
        Self { due: Instant::now() + FIRST_FRAME, opening: true }
    }

    pub(super) fn left(&self) -> Duration {
        self.due.saturating_duration_since(Instant::now())
    }

    pub(super) fn hurry(&mut self) {
        self.due = Instant::now();
    }

    /// The first data are there: nothing to wait for with the first picture.
    pub(super) fn open(&mut self) {
        if self.opening {
            self.hurry();
        }
    }

    pub(super) fn frame_drawn(&mut self) {
        self.opening = false;
        self.due = Instant::now() + FRAME;
    }
}

/// The minute or second a time falls into.
pub(super) fn step_of(time: NaiveDateTime, every_second: bool) -> (NaiveDate, u32) {
    let seconds = time.time().num_seconds_from_midnight();
    (time.date(), if every_second { seconds } else { seconds / 60 })
}

/// From `now` to the next full second or minute.
pub(super) fn until_tick(now: NaiveDateTime, every_second: bool) -> Duration {
    let (seconds, nanos) = (u64::from(now.second()), u64::from(now.nanosecond() % 1_000_000_000));
    let whole = if every_second { 1 } else { 60 - seconds.min(59) };
    Duration::from_secs(whole).saturating_sub(Duration::from_nanos(nanos))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32, second: u32, milli: u32) -> NaiveDateTime {
        let date = NaiveDate::from_ymd_opt(2024, 2, 1).unwrap();
        date.and_hms_milli_opt(hour, minute, second, milli).unwrap()
    }

    #[test]
    fn the_clock_speaks_at_the_full_minute_or_second() {
        let time = at(9, 12, 40, 250);
        assert_eq!(until_tick(time, false), Duration::from_millis(19_750));
        assert_eq!(until_tick(time, true), Duration::from_millis(750));
        assert_eq!(until_tick(at(9, 12, 0, 0), false), Duration::from_secs(60));
    }

    #[test]
    fn a_step_is_a_minute_or_a_second_of_one_day() {
        assert_eq!(step_of(at(9, 12, 0, 0), false), step_of(at(9, 12, 59, 999), false));
        assert_ne!(step_of(at(9, 12, 59, 999), false), step_of(at(9, 13, 0, 0), false));
        assert_ne!(step_of(at(9, 12, 1, 0), true), step_of(at(9, 12, 2, 0), true));
        let next_day = at(9, 12, 0, 0) + chrono::Days::new(1);
        assert_ne!(step_of(at(9, 12, 0, 0), false), step_of(next_day, false));
    }
}
