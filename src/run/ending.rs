//! The ending of a file that something is written to: one that another kind of file has would make it look like that.

use std::path::Path;

use crate::report::ReportFormat;
use crate::say;
use crate::source::find;
use crate::text::Lang;

/// Something that is written, and where to.
pub struct Written<'a> {
    /// What asks for it, as it is typed.
    pub what: &'a str,
    /// The option that names the file.
    pub option: &'a str,
    /// The endings that say what it is, the usual one first.
    pub endings: &'a [&'a str],
}

impl Written<'_> {
    /// Why it is not written to that file: its ending says that it is something else.
    pub fn refusal(&self, lang: Lang, to: Option<&Path>) -> Option<String> {
        let (path, usual) = (to?, *self.endings.first()?);
        let ending = ReportFormat::known_ending(path).filter(|own| !self.endings.contains(&own.as_str()))?;
        let (what, option) = (self.what, self.option);
        let right = find::shown(&path.with_extension(usual));
        Some(
            say!(lang, "{what} ghi tệp .{usual}, không phải .{ending}: viết {option} {right}",
                "{what} writes a .{usual} file, not .{ending}: write {option} {right}"; what, usual, ending, option, right)
            .text(),
        )
    }
}

/// Does that file end as a workbook does?
pub fn is_workbook(to: Option<&Path>) -> bool {
    let endings = ReportFormat::Xlsx.endings();
    to.and_then(ReportFormat::known_ending).is_some_and(|own| endings.contains(&own.as_str()))
}
