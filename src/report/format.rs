//! The formats of a report, and which one is meant.

use std::path::Path;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReportFormat {
    /// Plain text.
    #[default]
    Text,
    /// Markdown with tables.
    Markdown,
    /// One figure a row.
    Csv,
    /// The same, with conclusion, targets and checks.
    Json,
    /// One file for a browser or a printer.
    Html,
    /// A spreadsheet, a sheet a tab.
    Xlsx,
    /// The report as offices file it, for a word processor.
    Docx,
    /// A message for a chat.
    Brief,
}

/// Endings that ask for a format.
const ENDINGS: [(&str, ReportFormat); 10] = [
    ("txt", ReportFormat::Text),
    ("text", ReportFormat::Text),
    ("md", ReportFormat::Markdown),
    ("markdown", ReportFormat::Markdown),
    ("csv", ReportFormat::Csv),
    ("json", ReportFormat::Json),
    ("html", ReportFormat::Html),
    ("htm", ReportFormat::Html),
    ("xlsx", ReportFormat::Xlsx),
    ("docx", ReportFormat::Docx),
];

/// Endings of formats that other programs would expect and that are not written here.
const OTHERS: [&str; 6] = ["pdf", "doc", "odt", "xls", "ods", "rtf"];

impl ReportFormat {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Text, Self::Markdown, Self::Csv, Self::Json, Self::Html, Self::Xlsx, Self::Docx, Self::Brief];

    /// The format that the ending of a file asks for; text for an unknown one. `Err`: a format that is not written
    /// here, which text under its name would pretend to be.
    pub fn of_ending(path: &Path) -> Result<Self, String> {
        let Some(ending) = path.extension() else { return Ok(Self::Text) };
        let ending = ending.to_string_lossy().to_lowercase();
        if OTHERS.contains(&ending.as_str()) {
            return Err(ending);
        }
        let known = ENDINGS.iter().find(|(name, _)| *name == ending);
        Ok(known.map_or(Self::Text, |(_, format)| *format))
    }

    /// The ending of a file that says of which kind it is, of this program's or of others.
    pub fn known_ending(path: &Path) -> Option<String> {
        let ending = path.extension()?.to_string_lossy().to_lowercase();
        let mut known = ENDINGS.iter().map(|(name, _)| *name).chain(OTHERS);
        known.any(|name| name == ending).then_some(ending)
    }

    /// The endings of files of this format, the usual one first. A message is a text.
    pub fn endings(self) -> Vec<&'static str> {
        let of = if self == Self::Brief { Self::Text } else { self };
        ENDINGS.iter().filter(|(_, format)| *format == of).map(|(name, _)| *name).collect()
    }

    /// Is it bytes that no terminal shows?
    pub fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Docx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_decides() {
        let of = |name: &str| ReportFormat::of_ending(Path::new(name));
        assert_eq!(of("bao-cao.XLSX"), Ok(ReportFormat::Xlsx));
        assert_eq!(of("a.b/c.md"), Ok(ReportFormat::Markdown));
        assert_eq!(of("bao-cao"), Ok(ReportFormat::Text));
        assert_eq!(of("bao-cao.2022"), Ok(ReportFormat::Text));
        assert_eq!(of("bao-cao.pdf"), Err("pdf".to_owned()));
        let known = |name: &str| ReportFormat::known_ending(Path::new(name));
        assert_eq!([known("a.XLSX"), known("a.pdf")], ["xlsx", "pdf"].map(|ending| Some(ending.to_owned())));
        assert_eq!([known("a"), known("a.2022")], [None, None]);
        assert_eq!(ReportFormat::Markdown.endings(), ["md", "markdown"]);
        assert_eq!(ReportFormat::Brief.endings(), ReportFormat::Text.endings());
    }
}
