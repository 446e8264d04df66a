//! Reading the data in a thread of its own, so that keys answer while a slow share or a pipe is waited for; and
//! looking whether the files changed.
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    app::message::Message,
    source::watch::{FilesSeen, Watcher},
};

/// Between two looks at files that do not change. A little over a second: these looks are the only thing that wakes
/// an idle program, and with the clock at full minutes it stays below one wake-up a second.
const IDLE: Duration = Duration::from_millis(1_100);
/// Between two looks at a file that is being written.
const CHANGING: Duration = Duration::from_millis(250);
/// How much longer a file must stand still before its faults are believed. Together with the two above a fault is
/// told within two seconds.
const DOUBTFUL: Duration = Duration::from_millis(500);

/// How much a reading may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// The file changed a moment ago: a fault may mean that it is half written. Give `None` for a reading with
    /// faults; another follows when the file has stood still.
    Tentative,
    /// At the start or when asked: faults are real, but those of a file that was written a moment before. Give `None`
    /// for a reading with such; another follows when the file has stood still.
    Asked,
    /// When the file has stood still, or nobody looks whether it does: faults are real.
    Final,
}

/// The way to ask for a reading.
#[derive(Debug, Clone)]
pub struct Loader {
    asks: Sender<()>,
}

impl Loader {
    /// Starts the thread. `load` reads, and may tell of it before it is done; `tell` takes what it brings, in that thread.
    /// Whoever has the sender of requests may ask for a reading too: a pipe that has come to its end.
    ///
    /// # Errors
    /// When the system starts no more threads.
    pub fn spawn<L: Send + 'static>(
        load: impl FnMut(Trust, &dyn Fn(Message<L>)) -> Option<L> + Send + 'static,
        watcher: Option<Watcher>,
        tell: impl Fn(Message<L>) + Send + Sync + 'static,
        (asks, asked): (Sender<()>, Receiver<()>),
    ) -> std::io::Result<Self> {
        let clerk = ReloadWorker { load: Box::new(load), watcher, tell, pause: IDLE };
        thread::Builder::new().name("loader".into()).spawn(move || clerk.run(&asked))?;
        Ok(Self { asks })
    }

    /// A loader that never loads, and where its requests arrive: for tests.
    pub fn mute() -> (Self, Receiver<()>) {
        let (asks, asked) = channel();
        (Self { asks }, asked)
    }

    /// Asks for a reading; several requests during one reading make one more.
    pub fn ask(&self) {
        // The thread ends only with the program.
        let _ = self.asks.send(());
    }
}

/// Reads, and may tell of it before it is done.
type Load<'a, L> = Box<dyn FnMut(Trust, &dyn Fn(Message<L>)) -> Option<L> + Send + 'a>;

struct ReloadWorker<'a, L, T> {
    load: Load<'a, L>,
    watcher: Option<Watcher>,
    tell: T,
    /// Until the next look.
    pause: Duration,
}

impl<L: Send, T: Fn(Message<L>) + Sync> ReloadWorker<'_, L, T> {
    fn run(mut self, asked: &Receiver<()>) {
        loop {
            match self.wait(asked) {
                Ok(()) => self.answer(asked),
                Err(RecvTimeoutError::Timeout) => self.look(Instant::now()),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn wait(&self, asked: &Receiver<()>) -> Result<(), RecvTimeoutError> {
        match self.watcher {
            Some(_) => asked.recv_timeout(self.pause),
            None => asked.recv().map_err(RecvTimeoutError::from),
        }
    }

    fn answer(&mut self, asked: &Receiver<()>) {
        while asked.try_recv().is_ok() {}
        self.pause = IDLE;
        let Some(watcher) = &mut self.watcher else {
            self.read(Trust::Final);
            return;
        };
        // Before reading: what changes meanwhile is then seen by the next look.
        watcher.accept();
        if !self.read(Trust::Asked) {
            self.pause = DOUBTFUL;
        }
    }

    fn look(&mut self, now: Instant) {
        let Some(watcher) = &mut self.watcher else { return };
        let found = watcher.poll(now);
        self.pause = match found {
            FilesSeen::Same if self.pause == DOUBTFUL => {
                self.read(Trust::Final);
                IDLE
            }
            FilesSeen::Same => IDLE,
            FilesSeen::Changing => CHANGING,
            FilesSeen::Changed if self.read(Trust::Tentative) => IDLE,
            FilesSeen::Changed => DOUBTFUL,
            FilesSeen::Restless => {
                self.read(Trust::Tentative);
                CHANGING
            }
        };
    }

    /// Reads and tells; `false` when there was nothing to tell yet.
    fn read(&mut self, reading: Trust) -> bool {
        let Self { load, tell, .. } = self;
        let has_told = AtomicBool::new(false);
        let told = |message| {
            has_told.store(true, Ordering::Relaxed);
            tell(message);
        };
        let mut read = || catch_unwind(AssertUnwindSafe(|| load(reading, &told)));
        // In a thread that ends with the reading: the memory that it gives back is for all that come after it, not for the
        // next reading alone. Where the system starts no more threads, this one reads.
        let read = thread::scope(|scope| {
            let thread = thread::Builder::new().name("reading".into()).spawn_scoped(scope, &mut read);
            thread.ok().and_then(|thread| thread.join().ok())
        })
        .unwrap_or_else(read);
        match read {
            Ok(Some(load)) => tell(Message::Loaded(Box::new(load))),
            Ok(None) => {
                if has_told.load(Ordering::Relaxed) {
                    tell(Message::Reading(None));
                }
                return false;
            }
            Err(_) => tell(Message::LoadFailed),
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::PathBuf, sync::Mutex};

    use super::*;
    use crate::{folder::Folder, source::Progress};

    #[test]
    fn a_panic_while_reading_is_an_answer() {
        let (tell, told) = channel();
        let mut calls = 0;
        let load = move |_, _: &dyn Fn(Message<i32>)| {
            calls += 1;
            assert_ne!(calls, 2, "told to fail");
            Some(calls)
        };
        let loader =
            Loader::spawn(load, None, move |message| tell.send(message).unwrap(), channel()).unwrap();
        let ask = || {
            loader.ask();
            told.recv().unwrap()
        };
        assert_eq!(
            [ask(), ask(), ask()],
            [Message::Loaded(Box::new(1)), Message::LoadFailed, Message::Loaded(Box::new(3))]
        );
    }

    #[test]
    fn what_is_told_on_the_way_ends_with_the_reading() {
        let (tell, told) = channel();
        let progress = Message::Reading(Some(Progress { done: 1, of: 2 }));
        let (first, mut calls) = (progress.clone(), 0);
        let load = move |_, tell: &dyn Fn(Message<i32>)| {
            calls += 1;
            if calls < 3 {
                tell(first.clone());
            }
            (calls == 2).then_some(calls)
        };
        let loader =
            Loader::spawn(load, None, move |message| tell.send(message).unwrap(), channel()).unwrap();
        for expected in [[progress.clone(), Message::Reading(None)], [progress, Message::Loaded(Box::new(2))]]
        {
            loader.ask();
            assert_eq!([told.recv().unwrap(), told.recv().unwrap()], expected);
        }
        loader.ask();
        assert!(told.recv_timeout(CHANGING).is_err(), "nothing told, nothing ended");
    }

    /// What a clerk told after each of `texts` was written to a file; good are those that end in `}`.
    fn told(name: &str, texts: &[&str]) -> Vec<Option<Message<String>>> {
        let folder = Folder::new(name);
        let path = PathBuf::from(folder.write("a.json", "{}"));
        let told = Mutex::new(None);
        let mut clerk = ReloadWorker {
            load: Box::new(|reading, _| read(&path, reading)),
            watcher: Some(Watcher::new([path.clone()])),
            tell: |message| *told.lock().unwrap() = Some(message),
            pause: IDLE,
        };
        let mut answers = Vec::new();
        for text in texts {
            if !text.is_empty() {
                fs::write(&path, text).unwrap();
            }
            clerk.look(Instant::now());
            answers.push(told.lock().unwrap().take());
        }
        answers
    }

    fn read(path: &PathBuf, reading: Trust) -> Option<String> {
        let text = fs::read_to_string(path).unwrap();
        (text.ends_with('}') || reading == Trust::Final).then_some(text)
    }

    fn loaded(text: &str) -> Message<String> {
        Message::Loaded(Box::new(text.to_owned()))
    }

    #[test]
    fn case_32_a_file_written_in_pieces_is_told_whole() {
        assert_eq!(
            told("pieces", &["{1", "{12", "", "{12}", "", ""]),
            [None, None, None, None, Some(loaded("{12}")), None]
        );
    }

    /// At the start nobody knows yet whether a file stands still.
    #[test]
    fn case_32_a_fault_at_the_start_is_told_when_the_file_has_stood_still() {
        let read = |trust| (trust == Trust::Final).then_some("broken");
        for (watcher, told) in [(Some(Watcher::new([])), [false, true]), (None, [true, true])] {
            let has_told = AtomicBool::new(false);
            let mut clerk = ReloadWorker {
                load: Box::new(|trust, _| read(trust)),
                watcher,
                tell: |_| has_told.store(true, Ordering::Relaxed),
                pause: IDLE,
            };
            clerk.answer(&channel().1);
            assert_eq!(has_told.load(Ordering::Relaxed), told[0]);
            clerk.look(Instant::now());
            assert_eq!((has_told.load(Ordering::Relaxed), clerk.pause), (told[1], IDLE));
        }
    }

    #[test]
    fn a_fault_is_told_when_the_file_has_stood_still() {
        assert_eq!(told("fault", &["{1", "", "", ""]), [None, None, Some(loaded("{1")), None]);
    }
}
