//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::page::Tab;
use crate::text::Lang;

/// Terminal dashboard for sustainable poverty reduction (giảm nghèo bền vững).
///
/// Loads snapshots of the format giamngheo/1: files, folders of *.json, or - for standard input; without any, the
/// built-in sample. Where standard output is no terminal, the plain text report is written instead of the screen.
#[derive(Debug, Parser)]
#[command(name = "giamngheo", version, max_term_width = 100)]
pub struct Cli {
    /// What to do; without it: the screen.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Choices that hold for every command.
    #[command(flatten)]
    pub options: Options,
    /// Files, folders, or - for standard input.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// What else the program does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the plain text report.
    Report {
        /// Only this tab.
        #[arg(long, value_name = "NAME")]
        tab: Option<TabName>,
        /// Files, folders, or - for standard input.
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Check files: what was refused, what does not add up.
    Check {
        /// Fail also where figures contradict each other.
        #[arg(long)]
        strict: bool,
        /// Files, folders, or - for standard input.
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Print the JSON Schema of the snapshot format.
    Schema,
}

/// Choices that hold for every command.
#[derive(Debug, Args)]
pub struct Options {
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

/// A tab by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TabName {
    /// 1 Tổng quan
    Overview,
    /// 2 Hộ nghèo
    Households,
    /// 3 Hỗ trợ
    Support,
    /// 4 Chỉ tiêu
    Targets,
    /// 5 Diễn biến
    Trends,
    /// 6 Đối chiếu
    Checks,
}

impl From<TabName> for Tab {
    fn from(name: TabName) -> Self {
        match name {
            TabName::Overview => Self::Overview,
            TabName::Households => Self::Households,
            TabName::Support => Self::Support,
            TabName::Targets => Self::Targets,
            TabName::Trends => Self::Trends,
            TabName::Checks => Self::Checks,
        }
    }
}
