//! Lines as an office writes them: no marks, for a paper has no legend. What was worked out stands in italics, a range
//! is "khoảng", a count of one digit has a nought before it, as such papers have so that none can be added.

use crate::model::figure::Figure;
use crate::model::qualifier::Qualifier;
use crate::text::Lang;
use crate::text::line::{Line, Span};
use crate::text::say::what::capital;
use crate::text::unbroken;

use super::document::Run;

/// A blank at which no line breaks.
pub const NO_BREAK: char = '\u{a0}';
/// The mark of a derived figure on a screen.
const MARK: char = '*';
/// The signs of verdicts there.
const SIGNS: [char; 5] = ['✓', '✗', '▸', '·', '!'];

/// A line in parts of one look.
pub fn runs(lang: Lang, line: &Line) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for span in &line.spans {
        let mut run = of_span(lang, span);
        // A sentence that begins with a range begins with "khoảng".
        if runs.last().is_some_and(|last| last.text.ends_with(". ")) {
            run.text = capital(&run.text);
        }
        match runs.last_mut() {
            Some(last) if last.is_italic == run.is_italic && last.is_bold == run.is_bold => {
                last.text.push_str(&run.text);
            }
            _ => runs.push(run),
        }
    }
    runs
}

/// Puts no-break spaces where a line may not break, also between a number and what follows it in another look.
pub fn hold_together(runs: &mut [Run]) {
    let whole: String = runs.iter().map(|run| &*run.text).collect();
    let words: Vec<&str> = whole.split(' ').collect();
    let holds = words.windows(2).map(|pair| unbroken::holds(pair[0], pair[1]));
    let mut blanks = holds.map(|holds| if holds { NO_BREAK } else { ' ' });
    for run in runs {
        let held = run.text.chars().map(|letter| match letter {
            ' ' => blanks.next().unwrap_or(letter),
            _ => letter,
        });
        run.text = held.collect();
    }
}

fn of_span(lang: Lang, span: &Span) -> Run {
    match &span.figure {
        // A number that was put into words already has its mark there.
        None => Run {
            text: without_signs(&span.text).replace(MARK, ""),
            is_italic: span.text.contains(MARK),
            ..Run::default()
        },
        Some(figure) => {
            Run { text: number(lang, figure, &span.text), is_italic: figure.is_derived(), ..Run::default() }
        }
    }
}

/// Words without the signs that a screen has before a verdict and after a doubtful number.
fn without_signs(text: &str) -> String {
    let bare = SIGNS.iter().fold(text.to_owned(), |text, sign| text.replace(&format!("{sign} "), ""));
    if bare.trim() == "!" { String::new() } else { bare }
}

/// A number that was written with its mark.
pub fn number(lang: Lang, figure: &Figure, written: &str) -> String {
    let bare = written.replace(MARK, "");
    if figure.one().is_none() && figure.qualifier == Qualifier::Exact {
        return format!("{} {bare}", lang.pick("khoảng", "about"));
    }
    let is_count = figure.unit.is_count();
    // What it counts may stand after it.
    let digit = bare.trim().split([' ', '\u{a0}']).next().unwrap_or_default();
    let is_single = digit.len() == 1 && digit.bytes().all(|b| b.is_ascii_digit() && b != b'0');
    if lang == Lang::Vi && is_count && is_single {
        bare.replacen(digit, &format!("0{digit}"), 1)
    } else {
        bare
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::build;
    use crate::model::unit::Unit;
    use crate::text::show::Style;

    fn said(figure: &Figure) -> (String, bool) {
        let line = Line::default().figure(Lang::Vi, figure, Style::Plain);
        let runs = runs(Lang::Vi, &line.say(" hộ"));
        (runs.iter().map(|run| run.text.as_str()).collect(), runs[0].is_italic)
    }

    #[test]
    fn a_number_stays_with_its_unit_in_another_look() {
        let line =
            Line::plain("giảm ").figure(Lang::Vi, &build::households(152), Style::Plain).say(" hộ nghèo");
        let mut runs = runs(Lang::Vi, &line);
        hold_together(&mut runs);
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(text, "giảm 152\u{a0}hộ nghèo");
    }

    #[test]
    fn a_count_of_one_digit_has_a_nought_before_it() {
        assert_eq!(said(&build::households(3)), ("03 hộ".to_owned(), false));
        assert_eq!(said(&build::households(0)).0, "0 hộ");
        assert_eq!(said(&build::households(13)).0, "13 hộ");
        assert_eq!(said(&build::percent("3", Unit::Percent)).0, "3% hộ");
    }
}
