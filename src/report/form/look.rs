//! How forms look: what is to be filled in is framed, what is computed or explained is not.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// The formats of the sheets.
pub struct Look {
    /// The unit, and the title.
    pub title: Format,
    /// A remark under the title.
    pub remark: Format,
    /// A note of several lines.
    pub note: Format,
    /// A heading.
    pub head: Format,
    /// The row of column numbers.
    pub numbering: Format,
    /// A label.
    pub label: Format,
    /// A count.
    pub count: Format,
    /// A rate to fill in: a format without decimals would show 1,5 as 2.
    pub rate: Format,
    /// A count of the unit as a whole.
    pub total: Format,
    /// A text to fill in.
    pub input_text: Format,
    /// A day to fill in.
    pub day: Format,
}

impl Look {
    /// The formats.
    pub fn new() -> Self {
        let framed = Format::new().set_border(FormatBorder::Thin);
        let head = framed.clone().set_bold().set_text_wrap().set_align(FormatAlign::Center);
        Self {
            title: Format::new().set_bold().set_align(FormatAlign::Center),
            remark: Format::new().set_italic().set_align(FormatAlign::Center),
            note: Format::new().set_italic().set_text_wrap().set_align(FormatAlign::Top),
            head: head.clone().set_align(FormatAlign::VerticalCenter),
            numbering: framed.clone().set_italic().set_font_size(9).set_align(FormatAlign::Center),
            label: framed.clone().set_bold(),
            count: framed.clone().set_num_format("#,##0"),
            rate: framed.clone().set_num_format("0.00"),
            total: framed.clone().set_num_format("#,##0").set_bold(),
            input_text: framed.clone().set_text_wrap(),
            day: framed.set_num_format("dd/mm/yyyy"),
        }
    }

    /// A percentage with its decimals and its sign: a bare 1 might be read as a share of one.
    pub fn percent(&self, decimals: u8) -> Format {
        let point = if decimals == 0 { "" } else { "." };
        self.count.clone().set_num_format(format!("0{point}{}%", "0".repeat(usize::from(decimals))))
    }
}
