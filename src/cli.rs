//! The command line.

pub mod own;
pub mod vietnamese;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::builder::PossibleValue;
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::app::appearance::Theme;
use crate::model::name::UnitKind;
use crate::page::Tab;
use crate::report::{Issuer, ReportFormat};
use crate::text::Lang;

/// Terminal dashboard for sustainable poverty reduction (giảm nghèo bền vững).
///
/// Loads snapshots of the format giamngheo/1: files, folders of *.json, or - for standard input; without any, what is
/// piped in, else the built-in sample. Where standard output is no terminal, the plain text report is written instead of
/// the screen.
#[derive(Debug, Parser)]
// Its name is the same whatever name it is called by: that may hold anything.
#[command(name = "giamngheo", bin_name = "giamngheo", version, max_term_width = 100)]
pub struct Cli {
    /// What to do; without it: the screen.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Choices that hold for every command.
    #[command(flatten)]
    pub options: CommonOptions,
    /// Choices that only the screen knows.
    #[command(flatten)]
    pub show: Show,
    /// Files, folders, or - for standard input.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// The command line with its words in a language, built: for reading; what is typed is parsed by [`Cli`].
pub fn told(lang: Lang) -> clap::Command {
    let mut command = Cli::command();
    command.build();
    match lang {
        Lang::Vi => vietnamese::told(command),
        Lang::En => own::told(lang, command),
    }
}

/// Choices that only the screen knows.
#[derive(Debug, Default, Args)]
pub struct Show {
    /// Colours: default (dark terminals), light, contrast (bright cyan, bright yellow, reverse), mono (none).
    #[arg(
        long,
        value_name = "NAME",
        env = "GIAMNGHEO_THEME",
        hide_env_values = true,
        default_value = "default"
    )]
    pub theme: ThemeName,
    /// Let nothing leave the screen: no copy (y), no file (w).
    #[arg(long)]
    pub kiosk: bool,
    /// Begin in meeting mode: one big number a slide.
    #[arg(long)]
    pub present: bool,
    /// Seconds per slide when the slides run by themselves (key a); with --present they run from the start.
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub every: Option<u32>,
}

/// A theme by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ThemeName {
    /// For dark terminals
    #[default]
    #[value(alias = "")]
    Default,
    /// For light terminals
    Light,
    /// Bright cyan, bright yellow and reverse
    Contrast,
    /// No colour
    Mono,
}

impl From<ThemeName> for Theme {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Default => Self::Default,
            ThemeName::Light => Self::Light,
            ThemeName::Contrast => Self::Contrast,
            ThemeName::Mono => Self::Mono,
        }
    }
}

/// What else the program does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a report: text, Markdown, CSV, JSON, HTML, a spreadsheet, a Word document or a message.
    Report(ReportArguments),
    /// Check files: what was refused, what does not add up.
    Check {
        /// Also fail where figures are inconsistent.
        #[arg(long)]
        strict: bool,
        /// Also fail where one of the units or areas that this text names, one a line (# begins a remark), has no figures.
        #[arg(long, value_name = "NAMES.txt")]
        expect: Option<PathBuf>,
        /// Files, folders, or - for standard input.
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Make a snapshot of workbooks (xlsx, xls, ods) and lists (CSV, TSV): forms, or the list of households.
    Import(ImportArguments),
    /// Write a snapshot to begin with: fill in your own figures, take out what you do not have.
    New(NewArguments),
    /// Print the JSON Schema of the snapshot format.
    Schema {
        /// The schema of the JSON report instead.
        #[arg(long)]
        report: bool,
    },
    /// Print shell completions.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page: of the program, or of one of its commands.
    Man {
        /// The page of this command; without it: of the program.
        #[arg(value_name = "COMMAND")]
        page: Option<String>,
    },
}

/// What `report` is asked for.
#[derive(Debug, Default, Args)]
pub struct ReportArguments {
    /// Format; default: by the ending of -o, else text.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<FormatName>,
    /// Only this tab.
    #[arg(long, value_name = "NAME")]
    pub tab: Option<Tab>,
    /// The forms that are sent up each year, as a workbook.
    #[arg(long, conflicts_with_all = ["format", "tab"])]
    pub form: bool,
    /// Which body of the unit reports, for docx; default: who published the file.
    #[arg(long, value_name = "BODY")]
    pub issuer: Option<Issuer>,
    /// Where to.
    #[command(flatten)]
    pub output: OutputFlags,
    /// Files, folders, or - for standard input.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// What `import` reads.
#[derive(Debug, Default, Args)]
pub struct ImportArguments {
    /// Only this sheet of each workbook.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// What the unit is, where its name does not tell.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<UnitKind>,
    /// The total of households, or a file of areas and their totals: rates need it.
    #[arg(long, value_name = "N|FILE")]
    pub households: Option<String>,
    /// What columns hold, as --write-map wrote it and you corrected it: {"Sheet": {"C": "poor.households", "D": ""}}, a
    /// column by its letters or its heading, "*" for every sheet; "" or null leaves a column out;
    /// it may say where the table stands too. All names it takes: giamngheo man import.
    #[arg(long, value_name = "MAP.json")]
    pub map: Option<PathBuf>,
    /// Write what each column was read for.
    #[arg(long, value_name = "MAP.json")]
    pub write_map: Option<PathBuf>,
    /// The snapshot of the period before: its unit, its standard, and its total of households where no file has one.
    #[arg(long, value_name = "SNAPSHOT")]
    pub previous: Option<PathBuf>,
    /// Open what was made.
    #[arg(long)]
    pub open: bool,
    /// Where to.
    #[command(flatten)]
    pub output: OutputFlags,
    /// Workbooks and lists, or folders of them.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
}

impl ValueEnum for UnitKind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Nation => "The nation",
            Self::Province => "A province",
            Self::District => "A district",
            Self::Commune => "A commune",
            Self::Ward => "A ward",
            Self::SpecialZone => "A special zone",
            Self::Quarter => "A quarter",
            Self::Other => "Something else",
        };
        Some(PossibleValue::new(self.code()).help(help))
    }
}

/// What `new` begins with.
#[derive(Debug, Default, Args)]
pub struct NewArguments {
    /// The next period of this file, on the day of --as-of: its names, codes and open targets, its figures as remarks
    /// beside the blanks.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["areas", "areas_file"])]
    pub from: Option<PathBuf>,
    /// With this many numbered wards.
    #[arg(long, value_name = "N", conflicts_with = "areas_file", value_parser = clap::value_parser!(u16).range(1..=5000))]
    pub areas: Option<u16>,
    /// With the areas that this text names, one a line.
    #[arg(long, value_name = "NAMES.txt")]
    pub areas_file: Option<PathBuf>,
    /// A workbook to fill in instead, for import, as -o NAME.xlsx alone asks for; with --from it has the names and codes of
    /// that file's unit, areas, programmes and open tasks, without its targets: these are given anew.
    #[arg(long)]
    pub xlsx: bool,
    /// Where to.
    #[command(flatten)]
    pub output: OutputFlags,
}

/// Where a text or a report goes.
#[derive(Debug, Default, Args)]
pub struct OutputFlags {
    /// Write to this file, whole or not at all, readable by its owner only; - for standard output.
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Replace a file that is there already.
    #[arg(long)]
    pub force: bool,
}

impl OutputFlags {
    /// The file, where it is not standard output.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_deref().filter(|path| *path != Path::new("-"))
    }
}

/// A shell whose completions are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// GNU Bash
    Bash,
    /// Z shell
    Zsh,
    /// fish
    Fish,
}

impl From<Shell> for clap_complete::Shell {
    fn from(shell: Shell) -> Self {
        match shell {
            Shell::Bash => Self::Bash,
            Shell::Zsh => Self::Zsh,
            Shell::Fish => Self::Fish,
        }
    }
}

/// A format by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatName {
    /// Plain text, for minutes, pipes and screen readers
    Text,
    /// Markdown with tables
    Markdown,
    /// One figure a row, for programs and spreadsheets
    Csv,
    /// The same with conclusion, targets and checks
    Json,
    /// One page for a browser or an A4 printer, every figure with its source
    Html,
    /// A spreadsheet: a sheet a tab, and one of the sources
    Xlsx,
    /// A Word document: the report as offices file it
    Docx,
    /// A message for a chat, at most 900 letters
    Brief,
}

impl From<FormatName> for ReportFormat {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Text => Self::Text,
            FormatName::Markdown => Self::Markdown,
            FormatName::Csv => Self::Csv,
            FormatName::Json => Self::Json,
            FormatName::Html => Self::Html,
            FormatName::Xlsx => Self::Xlsx,
            FormatName::Docx => Self::Docx,
            FormatName::Brief => Self::Brief,
        }
    }
}

/// Choices that hold for every command.
#[derive(Debug, Args)]
pub struct CommonOptions {
    /// No box drawing, blocks or arrows, on the screen and in text reports. The default where `TERM` names the
    /// Linux console or a VT terminal; a locale that is not UTF-8 also drops the accents.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Language; default from `GIAMNGHEO_LANG`, then the locale, then Vietnamese.
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<LangName>,
    /// No colours (as `NO_COLOR`).
    #[arg(long, global = true)]
    pub no_color: bool,
    /// Open the newest snapshot not later than this day.
    #[arg(long, global = true, value_name = "DATE")]
    pub as_of: Option<NaiveDate>,
    /// Take this day for today: reproducible output.
    #[arg(long, global = true, value_name = "DATE")]
    pub now: Option<NaiveDate>,
    /// Compare with the newest snapshot not later than this day.
    #[arg(long, global = true, value_name = "DATE")]
    pub compare: Option<NaiveDate>,
    /// Show this unit, by name or code.
    #[arg(long, global = true, value_name = "NAME|CODE")]
    pub unit: Option<String>,
    /// Show the figures under this standard.
    #[arg(long, global = true, value_name = "ID")]
    pub standard: Option<String>,
    /// Do not watch the files for changes.
    #[arg(long, global = true)]
    pub no_watch: bool,
    /// Columns of the text report.
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(40..=400))]
    pub width: Option<u16>,
    /// The largest file to read, in bytes.
    #[arg(long, global = true, value_name = "N")]
    pub max_bytes: Option<u64>,
}

/// A language by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangName {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

impl From<LangName> for Lang {
    fn from(name: LangName) -> Self {
        match name {
            LangName::Vi => Self::Vi,
            LangName::En => Self::En,
        }
    }
}
