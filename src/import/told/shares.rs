//! What an import tells of what forms give besides counts: shares, totals of lacks.

use crate::say;
use crate::text::Lang;

use super::super::lacks::LackDoubt;
use super::super::shares::Doubt;
use super::{NAMED, Told};

impl Told {
    /// What came of the shares of a sheet: so many agree, these do not, for so many there are no counts.
    pub fn shares(&mut self, doubts: &[Doubt], checked: usize, alone: usize) {
        let lang = self.lang;
        let agree = checked - doubts.len();
        let alone = (alone > 0).then_some(alone);
        self.line(
            say!(lang, "tỷ lệ: {agree} khớp với số hộ[; {alone} chưa có số hộ để đối chiếu, không nhập]",
                "shares: {agree} agree with the households[; {alone} have no households beside them and are not imported]";
                agree, alone)
            .text(),
        );
        for Doubt { share, of, all } in doubts.iter().take(NAMED) {
            let (at, number, of, all) = (share.at.shown(), &share.number, of.to_string(), all.to_string());
            self.line(
                say!(lang, "? {at}: tỷ lệ {number} không khớp {of} trên {all} hộ", "? {at}: the share {number} is not {of} of {all} households";
                    at, number, of, all)
                .text(),
            );
        }
        if let Some(more) = doubts.len().checked_sub(NAMED).filter(|more| *more > 0) {
            self.line(
                say!(lang, "? và {more} ô khác như vậy", "? and {more} more cells like these"; more).text(),
            );
        }
    }
}

impl Told {
    /// Totals of lacks that the lacks of their rows do not make.
    pub(super) fn lacks(&mut self, doubts: &[LackDoubt]) {
        let lang = self.lang;
        for doubt in doubts.iter().take(NAMED) {
            let (at, words) = (doubt.at.shown(), other_sum(lang, doubt));
            self.line(format!("? {at}: {words}"));
        }
        if let Some(more) = doubts.len().checked_sub(NAMED).filter(|more| *more > 0) {
            self.line(
                say!(lang, "? và {more} ô khác như vậy", "? and {more} more cells like these"; more).text(),
            );
        }
    }
}

fn other_sum(lang: Lang, doubt: &LackDoubt) -> String {
    let (total, sum) = (doubt.total.to_string(), doubt.sum.to_string());
    say!(lang, "tổng số thiếu hụt {total}, các chỉ số cộng lại là {sum}", "the total of deprivations is {total}, the deprivations add up to {sum}";
        total, sum)
    .text()
}

/// What should be verified of a total of lacks: field and words.
pub fn lacks_in_doubt(lang: Lang, doubt: &LackDoubt) -> (String, String) {
    let (place, cell, words) = (doubt.area.last(), doubt.at.cell_name(), other_sum(lang, doubt));
    let words = say!(lang, "[{place}: ]ô {cell} của biểu: {words}", "[{place}: ]cell {cell} of the form: {words}";
        place, cell, words);
    (doubt.field.path().to_owned(), words.text())
}

/// So many shares are doubts of their own; of more only their number is one.
const DOUBTS: usize = 3;

/// What should be verified of the shares of a form: field and words.
pub fn shares_in_doubt(lang: Lang, doubts: &[Doubt]) -> Vec<(String, String)> {
    let of = |Doubt { share, of, all }: &Doubt| {
        let place = share.area.last();
        let (cell, number) = (share.at.cell_name(), &share.number);
        let (of, all) = (of.to_string(), all.to_string());
        let words = say!(lang, "[{place}: ]tỷ lệ {number} ở ô {cell} của biểu không khớp {of} trên {all} hộ",
            "[{place}: ]the share {number} in cell {cell} of the form is not {of} of {all} households";
            place, number, cell, of, all);
        (share.field.path().to_owned(), words.text())
    };
    let mut told: Vec<(String, String)> = doubts.iter().take(DOUBTS).map(of).collect();
    if let Some(next) = doubts.get(DOUBTS) {
        let more = doubts.len() - DOUBTS;
        let words = say!(lang, "{more} tỷ lệ nữa của biểu không khớp số hộ", "{more} more shares of the form do not fit the households";
            more);
        told.push((next.share.field.path().to_owned(), words.text()));
    }
    told
}
