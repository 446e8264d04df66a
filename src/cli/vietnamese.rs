//! The help and the manual in Vietnamese: the words of every command, argument and value, beside those of `cli`, which
//! are its doc comments. A test holds that none is missing and none is left over.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command};

use super::own;
use crate::text::Lang;

/// The program and its commands: name, line, and what follows the line.
const COMMANDS: &[(&str, &str, &str)] = &[
    (
        "giamngheo",
        "Bảng theo dõi giảm nghèo bền vững trên cửa sổ dòng lệnh.",
        "Đọc số liệu theo mẫu giamngheo/1: tệp, thư mục chứa *.json, hoặc - cho đầu vào chuẩn; không nêu gì thì \
         đọc số liệu chuyển vào, không có thì mở số liệu mẫu có sẵn. Khi đầu ra không phải màn hình thì ghi báo cáo dạng chữ.",
    ),
    ("report", "Ghi báo cáo: chữ, Markdown, CSV, JSON, HTML, bảng tính, văn bản Word hoặc tin nhắn.", ""),
    ("check", "Kiểm tra tệp: tệp nào bị từ chối, chỗ nào số liệu không khớp.", ""),
    (
        "import",
        "Lập số liệu từ bảng tính (xlsx, xls, ods) và danh sách (CSV, TSV): biểu tổng hợp hoặc danh sách hộ.",
        "",
    ),
    ("new", "Ghi một tệp mẫu để điền: thay bằng số của đơn vị mình, bỏ mục không có.", ""),
    ("schema", "In JSON Schema của mẫu số liệu.", ""),
    ("completions", "In phần gõ tắt lệnh cho shell.", ""),
    ("man", "In trang hướng dẫn (man).", ""),
    ("help", "Hiện trợ giúp này, hoặc trợ giúp của một lệnh.", ""),
];

/// An argument: id, what stands for its value, words. The same id means the same in every command.
const ARGUMENTS: &[(&str, &str, &str)] = &[
    ("paths", "ĐƯỜNG_DẪN", "Tệp, thư mục, hoặc - cho đầu vào chuẩn"),
    (
        "ascii",
        "",
        "Không dùng nét kẻ khung, khối và mũi tên, trên màn hình và trong báo cáo dạng chữ. Tự bật khi `TERM` là màn \
         hình Linux hay máy VT; bộ mã không phải UTF-8 thì bỏ cả dấu",
    ),
    ("lang", "TIẾNG", "Ngôn ngữ; mặc định theo `GIAMNGHEO_LANG`, rồi theo máy, rồi tiếng Việt"),
    ("no_color", "", "Không dùng màu (như `NO_COLOR`)"),
    ("as_of", "NGÀY", "Mở kỳ mới nhất không sau ngày này"),
    ("now", "NGÀY", "Coi ngày này là hôm nay: chạy lại cho cùng kết quả"),
    ("compare", "NGÀY", "So với kỳ mới nhất không sau ngày này"),
    ("unit", "TÊN|MÃ", "Xem đơn vị này, theo tên hoặc mã"),
    ("standard", "MÃ", "Xem số liệu theo chuẩn nghèo này"),
    ("no_watch", "", "Không theo dõi tệp thay đổi"),
    ("width", "N", "Số cột của báo cáo dạng chữ"),
    ("max_bytes", "N", "Tệp lớn nhất được đọc, tính bằng byte"),
    (
        "theme",
        "TÊN",
        "Bảng màu: default (nền tối), light (nền sáng), contrast (tương phản cao), mono (không màu)",
    ),
    ("kiosk", "", "Không cho gì rời màn hình: không chép (y), không ghi tệp (w)"),
    ("present", "", "Mở ở chế độ trình chiếu: mỗi trang một con số lớn"),
    ("every", "GIÂY", "Số giây mỗi trang khi tự chạy (phím a); cùng với --present thì chạy ngay từ đầu"),
    ("format", "DẠNG", "Dạng báo cáo; mặc định theo đuôi tệp của -o, không có thì dạng chữ"),
    ("tab", "TÊN", "Chỉ trang này"),
    ("form", "", "Các biểu gửi cấp trên hằng năm, trong một bảng tính"),
    ("issuer", "CƠ_QUAN", "Cơ quan nào của đơn vị báo cáo, cho docx; mặc định: nơi ban hành ghi trong tệp"),
    ("file", "TỆP", "Ghi vào tệp này, trọn vẹn hoặc không ghi, chỉ chủ tệp đọc được; - cho đầu ra chuẩn"),
    ("force", "", "Ghi đè tệp đã có"),
    ("strict", "", "Báo lỗi cả khi số liệu mâu thuẫn"),
    (
        "expect",
        "TÊN.txt",
        "Báo lỗi khi một nơi ghi trong tệp này, mỗi dòng một tên (# là ghi chú), chưa có số liệu",
    ),
    ("sheet", "TÊN", "Chỉ trang tính này của mỗi tệp"),
    ("kind", "LOẠI", "Đơn vị thuộc loại nào, khi tên không cho biết"),
    ("households", "N|TỆP", "Tổng số hộ dân, hoặc tệp ghi tổng số hộ từng địa bàn: cần để tính tỷ lệ"),
    (
        "map",
        "TỆP.json",
        "Cột nào là trường nào, như --write-map đã ghi và bạn đã sửa: {\"Trang tính\": {\"C\": \"poor.households\", \"D\": \
         \"\"}}, gọi cột bằng chữ cái hoặc tiêu đề, \"*\" cho mọi trang tính; \"\" hoặc null thì bỏ cột; \
         heading_row, first_row là dòng tiêu đề, dòng số liệu đầu. Mọi tên dùng được: giamngheo man import",
    ),
    ("write_map", "TỆP.json", "Ghi ra cột nào đã được đọc là trường nào"),
    ("previous", "TỆP", "Số liệu kỳ trước: lấy đơn vị, chuẩn nghèo, và tổng số hộ khi không tệp nào có"),
    ("open", "", "Mở ngay số liệu vừa lập"),
    ("files", "TỆP", "Bảng tính và danh sách, hoặc thư mục chứa chúng"),
    (
        "from",
        "TỆP",
        "Kỳ tiếp theo của tệp này, vào ngày --as-of: giữ tên, mã và chỉ tiêu còn mở, số cũ là ghi chú bên ô trống",
    ),
    ("areas", "N", "Có sẵn chừng ấy phường đánh số"),
    ("areas_file", "TÊN.txt", "Có sẵn các địa bàn ghi trong tệp này, mỗi dòng một tên"),
    (
        "xlsx",
        "",
        "Bảng tính để điền, rồi đọc bằng import (chỉ ghi -o TÊN.xlsx cũng vậy); cùng --from thì có sẵn tên, mã của đơn vị, địa bàn, chính sách, nhiệm vụ còn mở của tệp ấy, không có chỉ tiêu: năm mới giao lại",
    ),
    ("report", "", "Schema của báo cáo JSON"),
    ("shell", "SHELL", "Loại shell"),
    ("page", "LỆNH", "Trang của lệnh này; không nêu thì trang của chương trình"),
    ("help", "", "Hiện trợ giúp (-h: bản ngắn)"),
    ("version", "", "Hiện phiên bản"),
];

/// What a value means: id of its argument, value, words.
const VALUES: &[(&str, &str, &str)] = &[
    ("lang", "vi", "Tiếng Việt"),
    ("lang", "en", "English"),
    ("theme", "default", "Cho nền tối"),
    ("theme", "light", "Cho nền sáng"),
    ("theme", "contrast", "Xanh sáng, vàng sáng và đảo màu"),
    ("theme", "mono", "Không màu"),
    ("format", "text", "Chữ thường, cho biên bản, đường ống và phần mềm đọc màn hình"),
    ("format", "markdown", "Markdown có bảng"),
    ("format", "csv", "Mỗi dòng một số liệu, cho chương trình và bảng tính"),
    ("format", "json", "Như csv, thêm kết luận, chỉ tiêu và kết quả đối chiếu"),
    ("format", "html", "Một trang cho trình duyệt hoặc in A4, số nào cũng có nguồn"),
    ("format", "xlsx", "Bảng tính: mỗi trang một trang tính, thêm trang nguồn"),
    ("format", "docx", "Văn bản Word theo thể thức cơ quan"),
    ("format", "brief", "Tin nhắn, nhiều nhất 900 chữ cái"),
    ("tab", "overview", "Tổng quan"),
    ("tab", "households", "Hộ nghèo theo địa bàn"),
    ("tab", "support", "Chính sách hỗ trợ"),
    ("tab", "targets", "Chỉ tiêu"),
    ("tab", "trends", "Diễn biến"),
    ("tab", "checks", "Đối chiếu"),
    ("issuer", "ubnd", "Ủy ban nhân dân"),
    ("issuer", "phong", "Phòng chuyên môn"),
    ("issuer", "ban", "Ban chỉ đạo"),
    ("kind", "nation", "Cả nước"),
    ("kind", "province", "Tỉnh, thành phố"),
    ("kind", "district", "Quận, huyện"),
    ("kind", "commune", "Xã"),
    ("kind", "ward", "Phường"),
    ("kind", "special_zone", "Đặc khu"),
    ("kind", "quarter", "Khu phố, thôn, ấp"),
    ("kind", "other", "Loại khác"),
    ("shell", "bash", "GNU Bash"),
    ("shell", "zsh", "Z shell"),
    ("shell", "fish", "fish"),
];

/// What the help's maker writes itself, and its Vietnamese.
const FIXED: &[(&str, &str)] = &[
    ("Usage: ", "Cách dùng: "),
    ("Possible values:", "Giá trị:"),
    ("[possible values: ", "[giá trị: "),
    ("[default: ", "[mặc định: "),
    ("[env: ", "[biến môi trường: "),
    ("[OPTIONS]", "[TÙY CHỌN]"),
];

/// The headings above what the program takes.
const COMMANDS_HEAD: &str = "Lệnh";
const ARGUMENTS_HEAD: &str = "Đối số";
const OPTIONS_HEAD: &str = "Tùy chọn";

/// The command line with Vietnamese words: for reading; what is typed is parsed by `cli`.
pub fn told(mut command: Command) -> Command {
    command.build();
    own::told(Lang::Vi, spoken(command))
}

fn spoken(command: Command) -> Command {
    let (_, about, more) = row(COMMANDS, command.get_name());
    let command = match more {
        "" => command.about(about),
        more => command.about(about).long_about(format!("{about}\n\n{more}")),
    };
    let command = command.subcommand_help_heading(COMMANDS_HEAD).subcommand_value_name("LỆNH");
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = command.mut_args(argument);
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name, spoken))
}

fn argument(argument: Arg) -> Arg {
    let id = argument.get_id().as_str().to_owned();
    let (_, value, words) = row(ARGUMENTS, &id);
    let heading = if argument.is_positional() { ARGUMENTS_HEAD } else { OPTIONS_HEAD };
    let argument = argument.help(words).long_help(words).help_heading(heading);
    if value.is_empty() {
        return argument;
    }
    let values: Vec<PossibleValue> = VALUES
        .iter()
        .filter(|(of, ..)| *of == id)
        .map(|(_, value, words)| PossibleValue::new(*value).help(*words))
        .collect();
    let argument = argument.value_name(value);
    if values.is_empty() { argument } else { argument.value_parser(PossibleValuesParser::new(values)) }
}

/// The row of a name; a test holds that there is one.
fn row(rows: &'static [(&str, &str, &str)], name: &str) -> (&'static str, &'static str, &'static str) {
    rows.iter().find(|(of, ..)| *of == name).copied().unwrap_or_default()
}

/// A rendered help or manual, with what its maker writes itself in Vietnamese too.
pub fn put_right(rendered: &str) -> String {
    FIXED.iter().fold(rendered.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::{Command, CommandFactory};

    use super::{ARGUMENTS, COMMANDS, VALUES};
    use crate::cli::Cli;

    /// Every command, argument and value of the program, by name.
    fn found(command: &Command, names: &mut [BTreeSet<String>; 3]) {
        names[0].insert(command.get_name().to_owned());
        for argument in command.get_arguments() {
            let id = argument.get_id().to_string();
            let takes = argument.get_action().takes_values();
            for value in argument.get_possible_values().iter().filter(|_| takes) {
                names[2].insert(format!("{id} {}", value.get_name()));
            }
            names[1].insert(id);
        }
        for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
            found(sub, names);
        }
    }

    #[test]
    fn every_word_of_the_help_is_there_in_vietnamese_and_none_is_left_over() {
        let mut command = Cli::command();
        command.build();
        let mut asked = <[BTreeSet<String>; 3]>::default();
        found(&command, &mut asked);
        asked[0].insert("help".to_owned());
        let named = |rows: &[(&str, &str, &str)]| -> BTreeSet<String> {
            rows.iter().map(|(name, ..)| (*name).to_owned()).collect()
        };
        let values = VALUES.iter().map(|(id, value, _)| format!("{id} {value}")).collect();
        assert_eq!([named(COMMANDS), named(ARGUMENTS), values], asked);
    }
}
