//! Everything about words and signs: languages, numbers, dates, folding, cleaning, cutting to cells.
pub mod cells;
pub mod clean;
pub mod date;
pub mod fold;
pub mod glossary;
pub mod json;
pub mod lang;
pub mod line;
pub mod locale;
pub mod number;
pub mod plain;
pub mod say;
pub mod show;
pub mod template;
pub mod unbroken;
pub use lang::Lang;
