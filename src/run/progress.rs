//! How far a long list is read: a share on a terminal, which is gone when the list is read.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::import::Watch;
use crate::term;

/// What is shown. In ASCII, which is right in every charset, and the same in both languages.
const TEMPLATE: &str = "giamngheo: {percent}%";

/// Shows it where standard error is a terminal that can write over what it has shown.
pub fn watch(whole: u64) -> Option<Box<dyn Watch>> {
    let is_seen = io::stderr().is_terminal() && term::is_able() && whole > 0;
    let style = is_seen.then(|| ProgressStyle::with_template(TEMPLATE).ok()).flatten()?;
    let bar = ProgressBar::with_draw_target(Some(whole), ProgressDrawTarget::stderr());
    Some(Box::new(Shown(bar.with_style(style))))
}

/// The line that shows it.
#[derive(Debug)]
struct Shown(ProgressBar);

impl Watch for Shown {
    fn at(&self, read: u64) {
        self.0.set_position(read);
    }

    fn end(&self) {
        self.0.finish_and_clear();
    }
}
