//! A document as `WordprocessingML` (ECMA-376): the elements in the order that the schema asks for.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::document::{Grid, GridCell, GridRow, Justify, Kind, Layout, Paragraph, Part, Run};
use super::official::NO_BREAK_HYPHEN;

/// The namespace of the text, and of relations between the parts of a package.
const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// Half points of running text: Times New Roman 14.
pub const RUNNING: u32 = 28;

/// A4 and its margins in twentieths of a point: 20 mm above and below, 30 left, 15 right.
const SHORT_SIDE: u32 = 11_906;
const LONG_SIDE: u32 = 16_838;
const MARGIN: u32 = 1_134;
const LEFT: u32 = 1_701;
const RIGHT: u32 = 851;

/// Where a first line begins: 10 mm.
const FIRST_LINE: u32 = 567;

/// The style of the number of a footnote: at the foot, a reader goes by the style and not by the look of the run.
const RAISED: &str = "FootnoteReference";

type Out = Writer<Vec<u8>>;

impl Layout {
    /// The width between the margins.
    pub fn width(self) -> u32 {
        match self {
            Self::Upright => SHORT_SIDE - LEFT - RIGHT,
            Self::Lying => LONG_SIDE - 2 * MARGIN,
        }
    }
}

/// The text of a document, its last pages upright or lying.
pub fn document(parts: &[Part], last: Layout) -> io::Result<Vec<u8>> {
    rooted("w:document", |out| {
        element(out, "w:body", &[], |out| {
            for part in parts {
                match part {
                    Part::Paragraph(paragraph) => self::paragraph(out, paragraph, None)?,
                    Part::Grid(grid) => self::grid(out, grid)?,
                    Part::End(layout) => self::paragraph(out, &Paragraph::default(), Some(*layout))?,
                }
            }
            pages(out, last)
        })
    })
}

/// The number of the page, in the middle of its head, and under it what kind its figures are; of the first one nothing.
pub fn head(has_number: bool, badge: Option<&str>) -> io::Result<Vec<u8>> {
    rooted("w:hdr", |out| {
        element(out, "w:p", &[], |out| {
            element(out, "w:pPr", &[], |out| empty(out, "w:jc", &[("w:val", "center")]))?;
            if !has_number {
                return Ok(());
            }
            element(out, "w:fldSimple", &[("w:instr", "PAGE")], |out| run(out, &Run::plain("2")))
        })?;
        badge.map_or(Ok(()), |words| {
            element(out, "w:p", &[], |out| {
                element(out, "w:pPr", &[], |out| empty(out, "w:jc", &[("w:val", "center")]))?;
                run(out, &Run::bold(words).sized(20))
            })
        })
    })
}

/// The one footnote, after the two rules that every such part holds.
pub fn footnotes(words: &str) -> io::Result<Vec<u8>> {
    let rule = |out: &mut Out, kind: &str, id: &str, mark: &str| {
        element(out, "w:footnote", &[("w:type", kind), ("w:id", id)], |out| {
            element(out, "w:p", &[], |out| element(out, "w:r", &[], |out| empty(out, mark, &[])))
        })
    };
    rooted("w:footnotes", |out| {
        rule(out, "separator", "-1", "w:separator")?;
        rule(out, "continuationSeparator", "0", "w:continuationSeparator")?;
        element(out, "w:footnote", &[("w:id", "1")], |out| {
            element(out, "w:p", &[], |out| {
                raised(out, |out| empty(out, "w:footnoteRef", &[]))?;
                run(out, &Run::plain(format!(" {words}")).sized(20))
            })
        })
    })
}

/// The looks that hold where nothing else is said.
pub fn styles() -> io::Result<Vec<u8>> {
    let font = "Times New Roman";
    rooted("w:styles", |out| {
        element(out, "w:docDefaults", &[], |out| {
            element(out, "w:rPrDefault", &[], |out| {
                element(out, "w:rPr", &[], |out| {
                    let names = ["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"].map(|name| (name, font));
                    empty(out, "w:rFonts", &names)?;
                    sized(out, RUNNING)?;
                    empty(out, "w:lang", &[("w:val", "vi-VN")])
                })
            })?;
            element(out, "w:pPrDefault", &[], |out| {
                element(out, "w:pPr", &[], |out| spacing(out, "120", "264"))
            })
        })?;
        let normal = [("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")];
        element(out, "w:style", &normal, |out| empty(out, "w:name", &[("w:val", "Normal")]))?;
        let raised = [("w:type", "character"), ("w:styleId", RAISED)];
        element(out, "w:style", &raised, |out| {
            empty(out, "w:name", &[("w:val", "footnote reference")])?;
            element(out, "w:rPr", &[], |out| empty(out, "w:vertAlign", &[("w:val", "superscript")]))
        })
    })
}

fn rooted(name: &str, inside: impl FnOnce(&mut Out) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut out = Writer::new(Vec::new());
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    element(&mut out, name, &NAMESPACES, inside)?;
    Ok(out.into_inner())
}

fn element(
    out: &mut Out,
    name: &str,
    attributes: &[(&str, &str)],
    inside: impl FnOnce(&mut Out) -> io::Result<()>,
) -> io::Result<()> {
    let started = out.create_element(name).with_attributes(attributes.iter().copied());
    started.write_inner_content(inside).map(|_| ())
}

fn empty(out: &mut Out, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    out.create_element(name).with_attributes(attributes.iter().copied()).write_empty().map(|_| ())
}

/// Room after a paragraph, and lines in 240ths of their own height: without the rule some readers take these for
/// twentieths of a point.
fn spacing(out: &mut Out, after: &str, line: &str) -> io::Result<()> {
    let spacing = [("w:before", "0"), ("w:after", after), ("w:line", line), ("w:lineRule", "auto")];
    empty(out, "w:spacing", &spacing)
}

/// A paragraph; one that ends its pages says how they lie.
fn paragraph(out: &mut Out, of: &Paragraph, ends: Option<Layout>) -> io::Result<()> {
    element(out, "w:p", &[], |out| {
        element(out, "w:pPr", &[], |out| properties(out, of, ends))?;
        of.runs.iter().try_for_each(|run| self::run(out, run))?;
        let after: &[&str] = match of.kind {
            Kind::Dotted => &["w:tab"],
            Kind::HeadedDots => &["w:br", "w:tab", "w:tab"],
            Kind::Blank | Kind::Running | Kind::Line | Kind::Rule(_) => &[],
        };
        after.iter().try_for_each(|sign| element(out, "w:r", &[], |out| empty(out, sign, &[])))
    })
}

fn properties(out: &mut Out, of: &Paragraph, ends: Option<Layout>) -> io::Result<()> {
    if of.is_kept {
        empty(out, "w:keepNext", &[])?;
    }
    if of.kind == Kind::HeadedDots {
        empty(out, "w:keepLines", &[])?;
    }
    if let Kind::Rule(_) = of.kind {
        element(out, "w:pBdr", &[], |out| {
            let line = [("w:val", "single"), ("w:sz", "6"), ("w:space", "1"), ("w:color", "auto")];
            empty(out, "w:bottom", &line)
        })?;
    }
    if matches!(of.kind, Kind::Dotted | Kind::HeadedDots) {
        let (first, end) = (FIRST_LINE.to_string(), Layout::Upright.width().to_string());
        element(out, "w:tabs", &[], |out| {
            if of.kind == Kind::HeadedDots {
                empty(out, "w:tab", &[("w:val", "left"), ("w:pos", &*first)])?;
            }
            empty(out, "w:tab", &[("w:val", "right"), ("w:leader", "dot"), ("w:pos", &*end)])
        })?;
    }
    match of.kind {
        Kind::Blank => {}
        Kind::Running | Kind::Dotted | Kind::HeadedDots => {
            empty(out, "w:ind", &[("w:firstLine", &FIRST_LINE.to_string())])?;
        }
        Kind::Line => {
            spacing(out, "0", "252")?;
            if of.indent > 0 {
                empty(out, "w:ind", &[("w:left", &of.indent.to_string())])?;
            }
        }
        Kind::Rule(inset) => {
            // The line of a rule is as low as can be, and the rule as wide as its paragraph.
            let low = [("w:before", "0"), ("w:after", "60"), ("w:line", "40"), ("w:lineRule", "exact")];
            empty(out, "w:spacing", &low)?;
            let side = inset.to_string();
            empty(out, "w:ind", &[("w:left", &side), ("w:right", &side)])?;
        }
    }
    let justify = match of.justify {
        Justify::Both => "both",
        Justify::Left => "left",
        Justify::Center => "center",
        Justify::Right => "right",
    };
    empty(out, "w:jc", &[("w:val", justify)])?;
    // The end of a line is as high as its letters: an empty cell would be higher than those beside it.
    if let Some(size) = of.runs.iter().filter_map(|run| run.size).max() {
        element(out, "w:rPr", &[], |out| sized(out, size))?;
    }
    ends.map_or(Ok(()), |layout| pages(out, layout))
}

fn run(out: &mut Out, of: &Run) -> io::Result<()> {
    element(out, "w:r", &[], |out| {
        element(out, "w:rPr", &[], |out| {
            if of.is_bold {
                empty(out, "w:b", &[])?;
            }
            if of.is_italic {
                empty(out, "w:i", &[])?;
            }
            of.size.map_or(Ok(()), |size| sized(out, size))
        })?;
        for (at, words) in of.text.split(NO_BREAK_HYPHEN).enumerate() {
            if at > 0 {
                empty(out, "w:noBreakHyphen", &[])?;
            }
            let text = out.create_element("w:t").with_attribute(("xml:space", "preserve"));
            text.write_text_content(BytesText::new(words))?;
        }
        Ok(())
    })?;
    if of.has_footnote {
        raised(out, |out| empty(out, "w:footnoteReference", &[("w:id", "1")]))?;
    }
    Ok(())
}

/// So many half points.
fn sized(out: &mut Out, size: u32) -> io::Result<()> {
    let size = size.to_string();
    empty(out, "w:sz", &[("w:val", &size)])?;
    empty(out, "w:szCs", &[("w:val", &size)])
}

fn raised(out: &mut Out, inside: impl FnOnce(&mut Out) -> io::Result<()>) -> io::Result<()> {
    element(out, "w:r", &[], |out| {
        element(out, "w:rPr", &[], |out| {
            empty(out, "w:rStyle", &[("w:val", RAISED)])?;
            empty(out, "w:vertAlign", &[("w:val", "superscript")])
        })?;
        inside(out)
    })
}

fn grid(out: &mut Out, of: &Grid) -> io::Result<()> {
    element(out, "w:tbl", &[], |out| {
        element(out, "w:tblPr", &[], |out| {
            let width: u32 = of.widths.iter().sum();
            empty(out, "w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
            if of.has_lines {
                element(out, "w:tblBorders", &[], |out| {
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")];
                    let sides = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
                    sides.into_iter().try_for_each(|side| empty(out, side, &line))
                })?;
            }
            empty(out, "w:tblLayout", &[("w:type", "fixed")])
        })?;
        element(out, "w:tblGrid", &[], |out| {
            of.widths.iter().try_for_each(|width| empty(out, "w:gridCol", &[("w:w", &width.to_string())]))
        })?;
        of.rows.iter().try_for_each(|row| self::row(out, row, &of.widths))
    })
}

fn row(out: &mut Out, of: &GridRow, widths: &[u32]) -> io::Result<()> {
    element(out, "w:tr", &[], |out| {
        element(out, "w:trPr", &[], |out| {
            empty(out, "w:cantSplit", &[])?;
            if of.is_head { empty(out, "w:tblHeader", &[]) } else { Ok(()) }
        })?;
        let mut at = 0;
        for cell in &of.cells {
            let end = (at + cell.span.max(1)).min(widths.len());
            self::cell(out, cell, widths[at.min(end)..end].iter().sum())?;
            at = end;
        }
        Ok(())
    })
}

fn cell(out: &mut Out, of: &GridCell, width: u32) -> io::Result<()> {
    element(out, "w:tc", &[], |out| {
        element(out, "w:tcPr", &[], |out| {
            empty(out, "w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
            if of.span > 1 {
                empty(out, "w:gridSpan", &[("w:val", &of.span.to_string())])?;
            }
            empty(out, "w:vAlign", &[("w:val", "center")])
        })?;
        if of.paragraphs.is_empty() {
            // A cell without a paragraph is refused by readers.
            return paragraph(out, &Paragraph::line(Vec::new()), None);
        }
        of.paragraphs.iter().try_for_each(|of| paragraph(out, of, None))
    })
}

fn pages(out: &mut Out, layout: Layout) -> io::Result<()> {
    element(out, "w:sectPr", &[], |out| {
        empty(out, "w:headerReference", &[("w:type", "default"), ("r:id", "rId3")])?;
        empty(out, "w:headerReference", &[("w:type", "first"), ("r:id", "rId4")])?;
        let (short, long) = (SHORT_SIDE.to_string(), LONG_SIDE.to_string());
        match layout {
            Layout::Upright => empty(out, "w:pgSz", &[("w:w", &short), ("w:h", &long)])?,
            Layout::Lying => {
                empty(out, "w:pgSz", &[("w:w", &long), ("w:h", &short), ("w:orient", "landscape")])?;
            }
        }
        let (left, right) = match layout {
            Layout::Upright => (LEFT, RIGHT),
            Layout::Lying => (MARGIN, MARGIN),
        };
        let (margin, left, right) = (MARGIN.to_string(), left.to_string(), right.to_string());
        let margins = [
            ("w:top", &*margin),
            ("w:right", &*right),
            ("w:bottom", &*margin),
            ("w:left", &*left),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ];
        empty(out, "w:pgMar", &margins)?;
        // The first page of the report has no number; those of an appendix go on.
        if layout == Layout::Upright { empty(out, "w:titlePg", &[]) } else { Ok(()) }
    })
}
