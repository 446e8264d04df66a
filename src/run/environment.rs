//! What the environment says of language, letters and colours.

use std::path::Path;
use std::{env, fs};

use crate::app::appearance::{self, Letters};
use crate::cli::CommonOptions;
use crate::text::locale::Settings;
use crate::text::{Lang, plain};

/// Asks the environment for its settings.
fn from_environment<T>(ask: impl FnOnce(&Settings) -> T) -> T {
    let names = ["GIAMNGHEO_LANG", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG"];
    let values = names.map(|name| env::var_os(name).map(|value| value.to_string_lossy().into_owned()));
    let [own, lc_all, lc_messages, lc_ctype, lang] = values.each_ref().map(Option::as_deref);
    ask(&Settings { own, lc_all, lc_messages, lc_ctype, lang })
}

/// The language that the environment asks for.
#[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not of every lifetime")]
pub fn language() -> Lang {
    from_environment(|settings| settings.language())
}

/// What stands in `GIAMNGHEO_LANG`, where that is no language.
pub fn unknown_language() -> Option<String> {
    from_environment(|settings| settings.own_language().err().map(str::to_owned))
}

/// What stands in `TZ`, where that is a file without end or one that somebody has to write first: it would be read for ever.
pub fn endless_zone() -> Option<String> {
    let value = env::var_os("TZ").filter(|value| !value.is_empty())?;
    let value = value.to_string_lossy().into_owned();
    let path = Path::new("/usr/share/zoneinfo").join(value.trim_start_matches(':'));
    fs::metadata(path).is_ok_and(|what| !what.is_file() && !what.is_dir()).then_some(value)
}

/// Is the locale one of UTF-8, or does it name another charset?
pub fn is_utf8() -> bool {
    from_environment(|settings| plain::charset_is_utf8(settings.letters()))
}

/// What the terminal can show: a locale of another charset has no accents either.
pub fn letters(ascii: bool, term: &str) -> Letters {
    match is_utf8() {
        false => Letters::Ascii,
        true if ascii || appearance::lacks_shapes(term) => Letters::NoShapes,
        true => Letters::All,
    }
}

/// May colours be used: not forbidden by the command line or a `NO_COLOR` that is not empty, and there?
pub fn has_colour(options: &CommonOptions, term: &str) -> bool {
    !options.no_color && !forbids_colour() && !appearance::lacks_colour(term)
}

/// Is there a `NO_COLOR` that is not empty?
pub fn forbids_colour() -> bool {
    env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}
