//! How cells look: calm, for black-and-white printers as well.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// The formats that sheets share.
pub struct CellFormats {
    /// A cell.
    pub plain: Format,
    /// The unit, over the sheet.
    pub title: Format,
    /// The head of a column.
    pub head: Format,
    /// The head of a column of numbers.
    pub head_right: Format,
    /// The head of a column of words, and its cells: apart from the numbers to their left.
    pub head_beside: Format,
    /// See `head_beside`.
    pub beside: Format,
    /// The head over a group of columns.
    pub group: Format,
    /// The label of a heading or of a whole.
    pub strong: Format,
    /// What is secondary, and what is missing.
    pub dim: Format,
    /// The same at the right, under numbers.
    pub dim_right: Format,
    /// A sentence over several lines.
    pub wrapped: Format,
}

impl CellFormats {
    /// The formats.
    pub fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        let bold = Format::new().set_bold();
        let head = bold.clone().set_border_bottom(FormatBorder::Thin).set_text_wrap();
        let dim = Format::new().set_font_color(0x59_59_59);
        Self {
            title: bold.clone().set_font_size(14),
            head_right: head.clone().set_align(FormatAlign::Right),
            group: bold.clone().set_align(FormatAlign::Center).set_border_bottom(FormatBorder::Thin),
            head_beside: head.clone().set_indent(1),
            beside: Format::new().set_indent(1),
            head,
            strong: bold,
            dim_right: dim.clone().set_align(FormatAlign::Right),
            dim,
            wrapped: plain.clone().set_text_wrap(),
            plain,
        }
    }
}
