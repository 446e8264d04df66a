//! Which language the program speaks, from the settings of the person who starts it.

use super::Lang;

/// Settings that may name a language, as they are found; an empty one counts as not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings<'a> {
    /// `GIAMNGHEO_LANG`, the program's own.
    pub own: Option<&'a str>,
    /// `LC_ALL`.
    pub lc_all: Option<&'a str>,
    /// `LC_MESSAGES`.
    pub lc_messages: Option<&'a str>,
    /// `LC_CTYPE`: says nothing of the language, but of the letters the terminal can show.
    pub lc_ctype: Option<&'a str>,
    /// `LANG`.
    pub lang: Option<&'a str>,
}

impl<'a> Settings<'a> {
    /// `en*` is English; anything else, `C` and nothing at all too, is Vietnamese: an office machine
    /// without a locale stands in Vietnam.
    pub fn language(&self) -> Lang {
        let of_locale = || match first([self.lc_all, self.lc_messages, self.lang]) {
            Some(name) if is_english(name) => Lang::En,
            _ => Lang::Vi,
        };
        self.own_language().ok().flatten().unwrap_or_else(of_locale)
    }

    /// The language of the program's own setting, where that is set; else the name that is of no language it speaks.
    pub fn own_language(&self) -> Result<Option<Lang>, &'a str> {
        let Some(name) = first([self.own]) else { return Ok(None) };
        // A locale of that language names it too: `en_US.UTF-8`.
        match name.split(['_', '-', '.', '@']).next() {
            Some("vi") => Ok(Some(Lang::Vi)),
            Some("en") => Ok(Some(Lang::En)),
            _ => Err(name),
        }
    }

    /// The locale that names the terminal's letters, in the order POSIX gives; empty when none is set.
    pub fn letters(&self) -> &'a str {
        first([self.lc_all, self.lc_ctype, self.lang]).unwrap_or("")
    }
}

fn first<const N: usize>(values: [Option<&str>; N]) -> Option<&str> {
    values.into_iter().flatten().find(|value| !value.is_empty())
}

fn is_english(name: &str) -> bool {
    name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lang(name: &str) -> Lang {
        Settings { lang: Some(name), ..Settings::default() }.language()
    }

    #[test]
    fn only_english_is_english() {
        for name in ["en", "en_US.UTF-8", "en_GB", "EN"] {
            assert_eq!(lang(name), Lang::En, "{name}");
        }
        for name in ["", "C", "C.UTF-8", "POSIX", "vi_VN.UTF-8", "fr_FR", "e", "đ", "eđ"] {
            assert_eq!(lang(name), Lang::Vi, "{name}");
        }
        assert_eq!(Settings::default().language(), Lang::Vi);
    }

    #[test]
    fn the_nearest_setting_wins_and_an_empty_one_is_none() {
        let all = Settings {
            own: Some("vi"),
            lc_all: Some("en_US"),
            lc_messages: Some("en_US"),
            lc_ctype: Some("en_US"),
            lang: Some("en_US"),
        };
        assert_eq!(all.language(), Lang::Vi);
        assert_eq!(Settings { own: Some(""), ..all }.language(), Lang::En);
        let mixed = Settings { lc_messages: Some("vi_VN"), lang: Some("en_US"), ..Settings::default() };
        assert_eq!(mixed.language(), Lang::Vi);
        let typed = Settings { lc_ctype: Some("en_US"), ..Settings::default() };
        assert_eq!(typed.language(), Lang::Vi);
    }

    #[test]
    fn case_88_an_own_setting_that_is_no_language_is_named() {
        let own = |name| Settings { own: Some(name), lang: Some("en_US"), ..Settings::default() };
        assert_eq!(own("").own_language(), Ok(None));
        assert_eq!(own("en_US.UTF-8").own_language(), Ok(Some(Lang::En)));
        assert_eq!(own("vi").own_language(), Ok(Some(Lang::Vi)));
        for name in ["xx", "english", "tiếng Việt", "VN"] {
            assert_eq!(own(name).own_language(), Err(name));
            // What is said of it is said in the language of the locale.
            assert_eq!(own(name).language(), Lang::En);
        }
    }

    #[test]
    fn letters_are_named_by_their_own_setting() {
        let both =
            Settings { lc_ctype: Some("vi_VN.TCVN"), lang: Some("vi_VN.UTF-8"), ..Settings::default() };
        assert_eq!(both.letters(), "vi_VN.TCVN");
        assert_eq!(Settings { lc_all: Some("C"), ..both }.letters(), "C");
        assert_eq!(Settings::default().letters(), "");
    }

    proptest! {
        #[test]
        fn any_name_gives_a_language(name: String) {
            prop_assert_eq!(lang(&name) == Lang::En, name.to_ascii_lowercase().starts_with("en"));
        }
    }
}
