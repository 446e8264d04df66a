//! Files on the disk for one test; the tests inside the library use it too.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of its own, gone with the value.
pub struct Folder(pub String);

impl Folder {
    /// An empty one; the name tells whose it was, should one ever be left behind.
    pub fn new(name: &str) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("giamngheo-{name}-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder for temporary files");
        Self(path.to_str().expect("a path in UTF-8").to_owned())
    }

    /// One of snapshots, read in this order: `00.json`, `01.json` and so on.
    pub fn of(name: &str, texts: impl IntoIterator<Item: AsRef<str>>) -> Self {
        let folder = Self::new(name);
        for (number, text) in texts.into_iter().enumerate() {
            folder.write(&format!("{number:02}.json"), text.as_ref());
        }
        folder
    }

    /// The path of what has this name in it.
    pub fn at(&self, name: &str) -> String {
        format!("{}/{name}", self.0)
    }

    /// Writes a file and gives its path.
    pub fn write(&self, name: &str, text: &str) -> String {
        let path = self.at(name);
        fs::write(&path, text).expect("a file that can be written");
        path
    }

    /// The names in it, hidden ones too.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("the folder");
        let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("a name in UTF-8");
        let mut names: Vec<String> = entries.flatten().map(name).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What each snapshot file begins with, in JSON: the members of its unit, its day, the members of its source.
pub struct Head<'a> {
    pub unit: &'a str,
    pub as_of: &'a str,
    pub source: &'a str,
}

impl<'a> Head<'a> {
    /// Of figures that are reported.
    pub fn reported(unit: &'a str, as_of: &'a str) -> Self {
        Self { unit, as_of, source: r#""provenance": "reported""# }
    }

    /// The text of the file, with its other members; they begin on the second line.
    pub fn with(&self, members: &str) -> String {
        let Self { unit, as_of, source } = self;
        let comma = if members.is_empty() { "" } else { "," };
        format!(
            r#"{{ "format": "giamngheo/1", "unit": {{ {unit} }},
  "as_of": "{as_of}", "source": {{ {source} }}{comma} {members} }}"#
        )
    }
}
