//! Word: the report as offices file it (Decree 30/2020): head, title, four parts, recipients, signature, and the wide
//! tables as an appendix on lying pages. A paper without legend: no marks, see `official`.
//!
//! `document` is what a document is, `xml` and `package` write it; `heading`, `body` and `appendix` say what stands
//! in it.

mod appendix;
mod body;
mod document;
mod heading;
mod official;
mod package;
mod xml;

use std::io;

use clap::ValueEnum;

use super::{Written, pages, small_cells};
use crate::page::{Medium, View};

use document::{Kind, Layout, Part};

/// Which body of the unit reports; without one, who published the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Issuer {
    /// The people's committee (Ủy ban nhân dân)
    Ubnd,
    /// A division of it (Phòng)
    Phong,
    /// The steering committee (Ban chỉ đạo)
    Ban,
}

/// The report.
pub fn report(view: &View, issuer: Option<Issuer>) -> io::Result<Written> {
    let view = &View { medium: Medium::Filed, ..*view };
    let note = small_cells::note_of_pages(view, &appendix::TABLES.map(|(tab, ..)| tab));
    let pages = appendix::pages(view);
    let mut parts = heading::head(view, issuer, &pages);
    parts.extend(body::parts(view));
    parts.extend(note.iter().map(|note| Part::Paragraph(body::running(view, note))));
    let foot = heading::foot(view, issuer);
    if !foot.is_empty() {
        heading::keep_with_foot(&mut parts);
    }
    parts.extend(foot);
    let appendix = appendix::parts(view, &pages);
    let last = if appendix.is_empty() { Layout::Upright } else { Layout::Lying };
    if last == Layout::Lying {
        parts.push(Part::End(Layout::Upright));
        parts.extend(appendix);
    }
    mark_first(&mut parts);
    let words = view.pick(
        "Số in nghiêng là số tính toán từ số liệu của các báo cáo.",
        "Figures in italics were worked out from those of the reports.",
    );
    let badge = pages::kind(view);
    Ok(Written { bytes: package::bytes(&parts, last, words, badge.as_deref())?, note })
}

/// Hangs the footnote on the end of the first paragraph with a figure in italics: after a digit it would be read as a
/// power.
fn mark_first(parts: &mut [Part]) {
    let paragraphs = parts.iter_mut().filter_map(|part| match part {
        Part::Paragraph(paragraph) => Some(paragraph),
        Part::Grid(_) | Part::End(_) => None,
    });
    let is_figure = |run: &document::Run| run.is_italic && run.text.bytes().any(|b| b.is_ascii_digit());
    // The place and day of the title are in italics too, and are no running text.
    let mut running = paragraphs.filter(|of| of.kind == Kind::Running);
    let first = running.find(|of| of.runs.iter().any(is_figure));
    if let Some(run) = first.and_then(|of| of.runs.last_mut()) {
        run.has_footnote = true;
    }
}
