//! The manual: a page of the program and one of each command, from the table of arguments, the table of keys and the
//! lines of `words`.

mod synopsis;
mod words;

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use crate::app::keys;
use crate::cli::{self, vietnamese};
use crate::import::register::mapped;
use crate::import::{field, map_heading};
use crate::say;
use crate::source::column_map::{FIRST_ROW, HEADING_ROW};
use crate::text::{Lang, clean};
use words::{ENVIRONMENT, EXAMPLES, EXIT_CODES, FILES, Words};

/// The page of the program, or of its command of that name.
pub fn page(lang: Lang, name: Option<&str>) -> Result<Vec<u8>, String> {
    let program = cli::told(lang);
    let Some(name) = name else {
        return Ok(written(lang, &program, None));
    };
    let commands = || program.get_subcommands().filter(|command| command.get_name() != "help");
    if let Some(command) = commands().find(|command| command.get_name() == name) {
        return Ok(written(lang, command, Some(name)));
    }
    let names = commands().map(Command::get_name).collect::<Vec<_>>().join(", ");
    let shown = clean::visible(name);
    Err(say!(lang,
        "không có lệnh {shown}; có: {names}",
        "there is no command {shown}; there are: {names}"; shown, names)
    .text())
}

fn written(lang: Lang, command: &Command, name: Option<&str>) -> Vec<u8> {
    let version = format!("giamngheo {}", env!("CARGO_PKG_VERSION"));
    let title = name.map_or_else(|| "giamngheo".to_owned(), |name| format!("giamngheo-{name}"));
    let man = Man::new(command.clone()).title(&title).date("").source(&version).manual("giamngheo");
    let mut bytes = Vec::new();
    // Written to memory: there is nothing that could fail.
    let _ = man.render_title(&mut bytes);
    let _ = man.render_name_section(&mut bytes);
    let mut calls = Roff::new();
    synopsis::section(&mut calls, command, name.is_none().then_some(lang.pick("LỆNH", "COMMAND")));
    let _ = calls.to_writer(&mut bytes);
    let _ = man.render_description_section(&mut bytes);
    let _ = man.render_options_section(&mut bytes);
    let mut rest = Roff::new();
    if name.is_none() {
        commands(&mut rest, lang, command);
        keys_of(&mut rest, lang);
        listed(&mut rest, "ENVIRONMENT", lang, ENVIRONMENT);
        listed(&mut rest, "FILES", lang, FILES);
    }
    if name == Some("import") {
        map_names(&mut rest, lang);
    }
    listed(&mut rest, "EXIT STATUS", lang, EXIT_CODES);
    examples(&mut rest, lang, name.unwrap_or_default());
    if name.is_some() {
        rest.control("SH", ["SEE ALSO"]);
        rest.text([bold("giamngheo"), roman("(1)")]);
    }
    let _ = rest.to_writer(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    named(&match lang {
        Lang::Vi => headed(&vietnamese::put_right(&text)),
        Lang::En => text,
    })
}

/// The commands, each with the page that tells of it.
fn commands(roff: &mut Roff, lang: Lang, program: &Command) {
    roff.control("SH", ["COMMANDS"]);
    for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        entry(roff, [bold(format!("giamngheo-{}", command.get_name())), roman("(1)")], &about);
    }
    roff.control("PP", []);
    roff.text([roman(
        lang.pick("Trang của một lệnh: giamngheo man LỆNH.", "The page of a command: giamngheo man COMMAND."),
    )]);
}

/// What the help of the screen lists.
fn keys_of(roff: &mut Roff, lang: Lang) {
    roff.control("SH", ["KEYS"]);
    for (key, words) in keys::help(lang, false) {
        entry(roff, [bold(key)], words);
    }
    roff.control("SS", [lang.pick("Khi trình chiếu", "In meeting mode")]);
    for (key, words) in keys::help_on_the_wall(lang) {
        entry(roff, [bold(key)], words);
    }
}

/// What a map may say of a sheet and of its columns.
fn map_names(page: &mut Roff, lang: Lang) {
    let lists = mapped::words().chain([mapped::MARKED]);
    let own = [
        (("Của trang tính", "Of a sheet"), vec![HEADING_ROW.to_owned(), FIRST_ROW.to_owned()]),
        (("Cột của biểu", "Columns of a form"), map_heading::WORDS.map(|(word, _)| word.to_owned()).to_vec()),
        (("Số liệu của biểu", "Figures of a form"), field::paths()),
        (("Cột của danh sách hộ", "Columns of a list of households"), lists.map(str::to_owned).collect()),
    ];
    page.control("SH", ["MAP"]);
    // A name is typed as it stands: it is not parted, and its line need not be full.
    page.control("nh", []);
    page.control("ad", ["l"]);
    for ((vi, en), words) in own {
        entry(page, [bold(lang.pick(vi, en))], &words.join(", "));
    }
    page.control("hy", []);
    page.control("ad", ["b"]);
}

fn listed(roff: &mut Roff, heading: &str, lang: Lang, lines: &[(&str, Words)]) {
    roff.control("SH", [heading]);
    for (term, (vi, en)) in lines {
        entry(roff, [bold(*term)], lang.pick(vi, en));
    }
}

fn examples(roff: &mut Roff, lang: Lang, page: &str) {
    roff.control("SH", ["EXAMPLES"]);
    for (_, line, (vi, en)) in EXAMPLES.iter().filter(|(of, ..)| *of == page) {
        entry(roff, [italic(*line)], lang.pick(vi, en));
    }
}

fn entry<const N: usize>(roff: &mut Roff, term: [Inline; N], words: &str) {
    roff.control("TP", []);
    roff.text(term);
    roff.text([roman(words)]);
}

/// The headings that every manual has, as Vietnamese manuals name them.
const HEADINGS: [(&str, &str); 11] = [
    ("NAME", "TÊN"),
    ("SYNOPSIS", "CÚ PHÁP"),
    ("DESCRIPTION", "MÔ TẢ"),
    ("OPTIONS", "TÙY CHỌN"),
    ("COMMANDS", "LỆNH"),
    ("MAP", "BẢNG ĐỐI CHIẾU CỘT"),
    ("KEYS", "PHÍM"),
    ("ENVIRONMENT", "BIẾN MÔI TRƯỜNG"),
    ("FILES", "TỆP"),
    ("EXAMPLES", "VÍ DỤ"),
    ("\"SEE ALSO\"", "\"XEM THÊM\""),
];

fn headed(page: &str) -> String {
    let page = page.replace(".SH \"EXIT STATUS\"\n", ".SH \"MÃ KẾT THÚC\"\n");
    HEADINGS.iter().fold(page, |page, (en, vi)| page.replace(&format!(".SH {en}\n"), &format!(".SH {vi}\n")))
}

/// Letters beyond ASCII as the names that every reader of manual pages knows, whatever its charset.
fn named(page: &str) -> Vec<u8> {
    let name = |letter: char| match letter {
        letter if letter.is_ascii() => letter.to_string(),
        letter => format!("\\[u{:04X}]", u32::from(letter)),
    };
    page.chars().map(name).collect::<String>().into_bytes()
}
