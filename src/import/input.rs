//! The files that are read.

use std::fmt::Debug;
use std::fs::File;

/// A file to read: its name as shown, and what it holds.
#[derive(Debug)]
pub struct InputFile {
    /// The name.
    pub name: String,
    /// What it holds.
    pub content: Content,
}

/// What a file holds.
#[derive(Debug)]
pub enum Content {
    /// All of it.
    Bytes(Vec<u8>),
    /// A long text, read row by row.
    Long(LongText),
}

/// A long text, and who is told how far it is read.
#[derive(Debug)]
pub struct LongText {
    /// The file.
    pub file: File,
    /// Who is told.
    pub watch: Option<Box<dyn Watch>>,
}

/// Somebody who sees how far a text is read.
pub trait Watch: Debug + Send + Sync {
    /// So many bytes of it are read.
    fn at(&self, read: u64);
    /// No more of it is read.
    fn end(&self);
}
