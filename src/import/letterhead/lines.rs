//! Lines of a letterhead that stand in one cell, parted by Alt+Enter: each is a line as those of several cells are.

use super::super::forms::words_of;
use super::{LEADS, OFFICES, begins, begins_with_a_kind, is_office, is_title, levels};

/// The lines of a cell above a form, those of a letterhead each by itself. What begins a form's own title stays whole: its
/// words go on from line to line.
pub fn lines_of(cell: &str) -> Vec<String> {
    let lines: Vec<&str> = cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if !has_lines(cell) {
        return vec![lines.join(" ")];
    }
    let mut apart: Vec<String> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if is_title(line) {
            // The title of the form stands in the same cell.
            apart.push(lines[at..].join(" "));
            break;
        }
        match apart.last_mut().filter(|above| goes_on(above, line)) {
            Some(above) => *above = format!("{above} {line}"),
            None => apart.push((*line).to_owned()),
        }
    }
    apart
}

/// Are the lines of a cell those of a letterhead? Elsewhere a line only ends where the column is too narrow.
pub fn has_lines(cell: &str) -> bool {
    let lines: Vec<&str> = cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_of_office = |line: &&str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        LEADS.iter().any(|lead| begins(&words, 0, lead)) || is_office(&words)
    };
    let [first, ..] = lines.as_slice() else { return false };
    lines.len() > 1 && is_of_letterhead(first) && !is_title(first) && lines.iter().any(is_of_office)
}

fn is_of_letterhead(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    LEADS.iter().any(|lead| begins(&words, 0, lead)) || begins_with_a_kind(&words, 0) || is_office(&words)
}

/// "ỦY BAN NHÂN DÂN" and "UBND XÃ" name nothing yet, and one word may be broken off a name: "UBND XÃ BÀNH", "TRẠCH".
fn goes_on(above: &str, line: &str) -> bool {
    let words: Vec<&str> = above.split_whitespace().collect();
    let lead = LEADS.iter().find(|lead| begins(&words, 0, lead)).map_or(0, |lead| lead.split(' ').count());
    let own = &words[lead..];
    let kind = levels().find(|(kind, _)| begins(own, 0, kind));
    let kind = kind.map_or(0, |(kind, _)| kind.split(' ').count());
    let is_word = !line.contains(' ') && line.chars().all(char::is_alphabetic);
    match own.len().saturating_sub(kind) {
        0 => lead + kind > 0,
        1 => kind > 0 && is_word && own[kind].chars().all(char::is_alphabetic),
        _ => false,
    }
}

/// Does a name end before that word: an office of the unit, a number of the paper, a remark, or, behind a name in capitals,
/// somebody's name?
pub(super) fn ends_a_name(words: &[&str], at: usize) -> bool {
    let is_of_several = |office: &&&str| office.contains(' ');
    let is_shouted = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let is_titled = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().next().is_some()
            && letters.all(char::is_lowercase)
    };
    OFFICES.iter().filter(is_of_several).any(|office| begins(words, at, office))
        || words_of(words[at]) == "so" && words[at].ends_with(':')
        || words[at].starts_with(['(', '*', '_', '['])
        || words[at].chars().all(|c| matches!(c, '-' | '–' | '=' | '.')) && words[at].chars().count() > 1
        || is_titled(words[at]) && is_shouted(words[at - 1])
}
