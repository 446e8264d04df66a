//! What the manual says beyond the table of arguments.

/// A line in Vietnamese and in English.
pub type Words = (&'static str, &'static str);

/// What the program asks of its environment.
pub const ENVIRONMENT: &[(&str, Words)] = &[
    (
        "GIAMNGHEO_LANG",
        (
            "vi hoặc en: ngôn ngữ, trước ngôn ngữ của máy. GIAMNGHEO_LANG=vi cho máy chủ cài tiếng Anh.",
            "vi or en: the language, before that of the locale. GIAMNGHEO_LANG=vi for a server in English.",
        ),
    ),
    ("GIAMNGHEO_THEME", ("Bảng màu, như --theme.", "The theme, as --theme.")),
    (
        "LC_ALL, LC_MESSAGES, LC_CTYPE, LANG",
        (
            "Ngôn ngữ và bộ mã của máy; bộ mã không phải UTF-8 thì chữ không dấu.",
            "Language and charset of the locale; another charset than UTF-8 gets ASCII letters.",
        ),
    ),
    (
        "TERM",
        (
            "linux, vt*: không nét kẻ khung; dumb: báo cáo dạng chữ thay màn hình.",
            "linux, vt*: no box drawing; dumb: the plain report instead of the screen.",
        ),
    ),
    ("NO_COLOR", ("Có giá trị thì không dùng màu.", "No colours where it is not empty.")),
];

/// What is read and written.
pub const FILES: &[(&str, Words)] = &[
    (
        "*.json",
        (
            "Số liệu của một đơn vị tại một ngày; nhiều tệp là diễn biến của đơn vị; thư mục chứa được nhiều đơn vị. \
             Mẫu: giamngheo schema.",
            "What one unit reports at one date; several are its history; a folder may hold many units. The format: \
             giamngheo schema.",
        ),
    ),
    (
        "*.xlsx, *.xls, *.ods, *.csv, *.tsv",
        (
            "Bảng tính của cơ quan: biểu tổng hợp, danh sách hộ, hoặc mẫu của giamngheo new --xlsx đã điền; giamngheo \
             import lập tệp số liệu từ đó.",
            "Workbooks of offices: forms, the list of households, or the template of giamngheo new --xlsx filled in; \
             giamngheo import makes a snapshot of them.",
        ),
    ),
    (
        "MAP.json",
        (
            "Cột nào là trường nào, do giamngheo import --write-map ghi, sửa rồi đưa lại bằng --map.",
            "Which column is which field: written by giamngheo import --write-map, corrected, given back with --map.",
        ),
    ),
    (
        "-o, w",
        (
            "Chỉ ghi khi được yêu cầu, trọn vẹn hoặc không ghi, chỉ chủ tệp đọc được. Không có tệp cấu hình, không có \
             tệp tạm còn lại.",
            "Written only when asked to, whole or not at all, readable by their owner only. There is no configuration \
             file, and nothing is left behind.",
        ),
    ),
];

/// How every command ends.
pub const EXIT_CODES: &[(&str, Words)] = &[
    ("0", ("Xong.", "Fine.")),
    (
        "1",
        (
            "Không đọc được gì; với report và check: có tệp bị từ chối; với --strict: số liệu mâu thuẫn; với --expect: có nơi chưa gửi.",
            "Nothing could be read; with report and check: a file was refused; with --strict: figures are inconsistent; with --expect: somebody has not reported.",
        ),
    ),
    ("2", ("Dùng sai lệnh hoặc tùy chọn.", "Wrong usage.")),
    ("74", ("Không ghi được đầu ra.", "The output could not be written.")),
    ("128+n", ("Kết thúc bởi tín hiệu n.", "Ended by signal n.")),
];

/// Page (the program's: no name), line, what it does.
pub const EXAMPLES: &[(&str, &str, Words)] = &[
    ("", "giamngheo", ("Mở số liệu mẫu.", "Opens the built-in sample.")),
    ("", "giamngheo quan6/", ("Mở các tệp trong thư mục.", "Opens the files of a folder.")),
    (
        "",
        "giamngheo --present --every 20 quan6/",
        ("Trình chiếu, tự chuyển trang sau 20 giây.", "Meeting mode; a slide stays 20 seconds."),
    ),
    (
        "",
        "giamngheo --as-of 2022-12-31 quan6/",
        ("Mở kỳ 31/12/2022.", "Opens the snapshot of 31 December 2022."),
    ),
    (
        "report",
        "giamngheo report -o bao-cao.docx quan6/",
        ("Báo cáo theo thể thức cơ quan.", "The report as offices file it."),
    ),
    (
        "report",
        "giamngheo report --format brief quan6/",
        ("Tin nhắn nêu tình hình.", "A message for a chat."),
    ),
    (
        "report",
        "giamngheo report --form -o bieu.xlsx quan6/",
        ("Các biểu gửi cấp trên hằng năm.", "The forms that are sent up each year."),
    ),
    (
        "check",
        "giamngheo check --strict quan6/",
        ("Báo lỗi cả khi số liệu mâu thuẫn.", "Fails on inconsistent figures too."),
    ),
    (
        "check",
        "giamngheo check --expect phuong.txt quan6/",
        ("Báo lỗi khi một phường chưa gửi số liệu.", "Fails on a ward that has not reported."),
    ),
    (
        "import",
        "giamngheo import mau.xlsx -o quan6.json",
        ("Bảng tính đã điền thành số liệu.", "A filled-in workbook becomes a snapshot."),
    ),
    (
        "import",
        "giamngheo import --unit \"Quận 6\" --as-of 2022-12-31 phuong/*.xlsx -o quan6.json",
        (
            "Bảng tính của các phường thành số liệu của quận.",
            "The wards' workbooks become the district's snapshot.",
        ),
    ),
    (
        "import",
        "giamngheo import --households 4812 danh-sach.csv -o phuong1.json",
        (
            "Đếm danh sách hộ; chỉ số đếm rời tệp, không tên ai.",
            "Counts a list of households; only counts leave it, nobody's name.",
        ),
    ),
    ("new", "giamngheo new --xlsx -o mau.xlsx", ("Bảng tính để điền.", "A workbook to fill in.")),
    (
        "new",
        "giamngheo new --from 2022.json --as-of 2023-12-31 -o 2023.json",
        ("Kỳ tiếp theo, ô số để trống.", "The next period, its figures blank."),
    ),
    (
        "schema",
        "giamngheo schema > schema.json",
        ("Cho trình soạn thảo tự kiểm tra tệp.", "For an editor that checks files as they are written."),
    ),
    (
        "completions",
        "giamngheo completions bash > ~/.local/share/bash-completion/completions/giamngheo",
        (
            "Gõ Tab để hoàn tất lệnh, từ lần đăng nhập sau.",
            "Tab completes the command, from the next login on.",
        ),
    ),
    (
        "man",
        "giamngheo man report > ~/.local/share/man/man1/giamngheo-report.1",
        ("Sau đó: man giamngheo-report.", "Then: man giamngheo-report."),
    ),
];
