#!/usr/bin/env python3
"""Makes the workbooks beside it, with a writer that knows nothing of the program: pip install openpyxl xlwt odfpy.

    python3 make.py
    giamngheo new --xlsx --areas 3 -o blank.xlsx && python3 make.py blank.xlsx   # fills it in: filled.xlsx

One small district of three wards, its figures the same in every layout, so that each must be read as the same snapshot.
The people in the lists are made up; their names begin with CANARY, so that none can leave unseen.
"""
import csv
import datetime
import sys
from pathlib import Path

import openpyxl
from openpyxl.styles import Font

HERE = Path(__file__).parent
# ward: households, persons, poor, near-poor
WARDS = {"Phường 1": (4812, 19248, 102, 84), "Phường 2": (3950, 15800, 76, 58), "Phường 3": (3640, 14560, 63, 53)}
TOTAL = tuple(sum(row[i] for row in WARDS.values()) for i in range(4))


def put(sheet, top, rows, left=1):
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value not in (None, ""):
                sheet.cell(top + r, left + c, value)


def book(name="Sheet"):
    made = openpyxl.Workbook()
    made.active.title = name
    return made, made.active


def save(made, name):
    made.properties.creator = "test"
    made.save(HERE / name)


def results(sheet, top=4, total="top", numbering=True, name="Phường/Xã"):
    """The summary of results as it is sent up."""
    put(sheet, 1, [["ỦY BAN NHÂN DÂN QUẬN 6"], ["TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, top, [["STT", name, "Tổng số hộ dân cư", "", "Hộ nghèo", "", "Hộ cận nghèo", ""],
                     ["", "", "Số hộ", "Nhân khẩu", "Số hộ", "Tỷ lệ (%)", "Số hộ", "Tỷ lệ (%)"]])
    for cells in ("A{0}:A{1}", "B{0}:B{1}", "C{0}:D{0}", "E{0}:F{0}", "G{0}:H{0}"):
        sheet.merge_cells(cells.format(top, top + 1))
    row = top + 2
    if numbering:
        put(sheet, row, [["A", "B", 1, 2, 3, "4=3/1*100", 5, "6=5/1*100"]])
        row += 1

    def line(number, name, figures):
        nonlocal row
        all_, persons, poor, near = figures
        put(sheet, row, [[number, name, all_, persons, poor, poor / all_, near, near / all_]])
        for column in (6, 8):
            sheet.cell(row, column).number_format = "0.00%"
        row += 1

    if total == "top":
        line(None, "Tổng cộng", TOTAL)
    for number, (name, figures) in enumerate(WARDS.items(), 1):
        line(number, name, figures)
    if total == "bottom":
        line(None, "Tổng cộng", TOTAL)
    if total == "unit":
        line(None, "Quận 6", TOTAL)
    put(sheet, row + 2, [["", "Người lập biểu", "", "", "", "TM. ỦY BAN NHÂN DÂN"]])


def movement(sheet, group):
    """Who left and who came, a row of households and a row of persons for each ward."""
    near = group == "near"
    put(sheet, 1, [["UBND QUẬN 6"], ["DIỄN BIẾN HỘ CẬN NGHÈO NĂM 2022" if near else "DIỄN BIẾN HỘ NGHÈO NĂM 2022"]])
    out = ["Trở thành hộ nghèo" if near else "Trở thành hộ cận nghèo", "Vượt chuẩn cận nghèo"]
    come = "Hộ nghèo trở thành hộ cận nghèo" if near else "Hộ cận nghèo trở thành hộ nghèo"
    again = "Tái cận nghèo" if near else "Tái nghèo"
    put(sheet, 4, [["STT", "Phường/Xã", "Phân tổ", "Số hộ đầu kỳ", "Số hộ thoát", "", "Khác giảm", come, "Bổ sung", "", "Khác tăng", "Số hộ cuối kỳ"],
                   ["", "", "", "", *out, "", "", again, "Phát sinh mới"],
                   ["A", "B", "C", 1, 2, 3, 4, 5, 6, 7, 8, "9=1-2-3-4+5+6+7+8"]])
    for cells in ("E4:F4", "I4:J4"):
        sheet.merge_cells(cells)
    row = 7
    for number, (name, figures) in enumerate(WARDS.items(), 1):
        end = figures[3 if near else 2]
        lines = [end + 20, 8, 14, 1, 2, 0, 1, 0, end]
        put(sheet, row, [[number, name, "Hộ", *lines], ["", "", "Nhân khẩu", *(4 * n for n in lines)]])
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=2, end_column=2)
        row += 2


def six_forms():
    made, sheet = book("Kết quả")
    results(sheet)
    movement(made.create_sheet("DB nghèo"), "poor")
    movement(made.create_sheet("DB cận nghèo"), "near")
    sheet = made.create_sheet("Thiếu hụt")
    put(sheet, 1, [["PHÂN TÍCH CHỈ SỐ THIẾU HỤT CỦA HỘ NGHÈO"]])
    put(sheet, 3, [["STT", "Phường/Xã", "Tổng số hộ nghèo", "Tổng số thiếu hụt", "Các chỉ số thiếu hụt", "", ""],
                   ["", "", "", "", "Việc làm", "Bảo hiểm y tế", "Nhà tiêu hợp vệ sinh"]])
    sheet.merge_cells("E3:G3")
    put(sheet, 5, [[n, name, f[2], 60, 30, 20, 10] for n, (name, f) in enumerate(WARDS.items(), 1)])
    sheet = made.create_sheet("Nguyên nhân")
    put(sheet, 1, [["HỘ NGHÈO THEO NGUYÊN NHÂN NGHÈO"]])
    put(sheet, 3, [["STT", "Phường/Xã", "Tổng số hộ nghèo", "Không có vốn", "Ốm đau, bệnh nặng, tai nạn", "Khác"]])
    put(sheet, 4, [[n, name, f[2], 12, 34, 5] for n, (name, f) in enumerate(WARDS.items(), 1)])
    sheet = made.create_sheet("Nhóm đối tượng")
    put(sheet, 1, [["HỘ NGHÈO THEO NHÓM ĐỐI TƯỢNG"]])
    put(sheet, 3, [["STT", "Phường/Xã", "Tổng", "DTTS", "Không có khả năng lao động", "Có thành viên là người có công", "Khác"]])
    put(sheet, 4, [[n, name, f[2], 3, 9, 0, f[2] - 12] for n, (name, f) in enumerate(WARDS.items(), 1)])
    sheet = made.create_sheet("Trẻ em")
    put(sheet, 1, [["TRẺ EM THUỘC HỘ NGHÈO"]])
    put(sheet, 3, [["STT", "Phường/Xã", "Tổng số trẻ em", "Dinh dưỡng"], [1, "Phường 1", 40, 2]])
    sheet = made.create_sheet("Ghi chú")
    put(sheet, 1, [["Các phường gửi trước ngày 10."]])
    save(made, "six-forms.xlsx")


def layouts():
    made, sheet = book()
    results(sheet, total="bottom", numbering=False)
    save(made, "layout-total-below.xlsx")

    made, sheet = book()
    results(sheet, total="unit")
    save(made, "layout-total-by-name.xlsx")

    made, sheet = book()
    put(sheet, 1, [["UBND QUAN 6"], ["TONG HOP HO NGHEO, HO CAN NGHEO DEN NGAY 31/12/2022"]])
    put(sheet, 4, [["Ho can ngheo", "Ho ngheo", "Tong so ho dan", "Don vi"]])
    put(sheet, 5, [[f[3], f[2], f[0], name.replace("Phường", "Phường")] for name, f in WARDS.items()])
    put(sheet, 8, [[TOTAL[3], TOTAL[2], TOTAL[0], "Tổng cộng"]])
    save(made, "layout-other-order.xlsx")

    made, sheet = book()
    put(sheet, 1, [["UBND QUẬN 6"], ["TỔNG HỢP HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, 4, [["TT", "Đơn vị", "Tổng số hộ dân", "Hộ nghèo", "Tỷ lệ hộ nghèo", "Hộ cận nghèo"]])
    dotted = lambda n: f"{n:,}".replace(",", ".")
    spaced = lambda n: f"{n:,}".replace(",", " ")
    put(sheet, 5, [[1, "Phường 1", dotted(4812), "102", "2,12%", "84"],
                   [2, "Phường 2", "3,950", "76", "1,92 %", "58"],
                   [3, "Phường 3", spaced(3640), "63", "1,73%", "53"],
                   ["", "Tổng số", dotted(TOTAL[0]), "241", "-", "195"]])
    save(made, "layout-numbers-as-text.xlsx")

    made, sheet = book()
    put(sheet, 1, [["UBND QUẬN 6"], ["TỔNG HỢP HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, 4, [["TT", "Đơn vị", "Tổng số hộ dân", "Hộ nghèo", "Tỷ lệ hộ nghèo", "Hộ cận nghèo"]])
    put(sheet, 5, [[n, name, f[0], f[2], round(f[2] / f[0], 4), f[3]] for n, (name, f) in enumerate(WARDS.items(), 1)])
    put(sheet, 8, [["", "Cộng", TOTAL[0], TOTAL[2], round(TOTAL[2] / TOTAL[0], 4), TOTAL[3]]])
    save(made, "layout-shares.xlsx")

    made, sheet = book("Trang lạ")
    put(sheet, 1, [["Lịch công tác"], ["Thứ hai", "họp giao ban"]])
    results(made.create_sheet("Biểu 1"))
    made.create_sheet("Trống")
    save(made, "layout-sheets-to-skip.xlsx")

    made, sheet = book()
    for row in range(1, 7):
        sheet.cell(row, 3, ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "", "UBND QUẬN 6",
                            "KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO", "(Tính đến ngày 31 tháng 12 năm 2022)"][row - 1])
    put(sheet, 9, [["STT", "Phường", "Tổng số hộ dân cư", "Số hộ nghèo", "Số hộ cận nghèo"], ["(1)", "(2)", "(3)", "(4)", "(5)"]], left=3)
    put(sheet, 11, [[n, name, f[0], f[2], f[3]] for n, (name, f) in enumerate(WARDS.items(), 1)], left=3)
    put(sheet, 14, [["", "Tổng cộng", TOTAL[0], TOTAL[2], TOTAL[3]]], left=3)
    save(made, "layout-far-from-the-corner.xlsx")

    made, sheet = book()
    put(sheet, 1, [["UBND QUẬN 6"], ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, 4, [["STT", "Đơn vị", "Tổng số hộ dân", "Hộ nghèo", "Hộ cận nghèo"]])
    put(sheet, 5, [["", "Toàn quận", TOTAL[0], TOTAL[2], TOTAL[3]], ["I", "Khu vực thành thị", TOTAL[0], TOTAL[2], TOTAL[3]]])
    put(sheet, 7, [[n, name, f[0], f[2], f[3]] for n, (name, f) in enumerate(WARDS.items(), 1)])
    put(sheet, 10, [["II", "Khu vực nông thôn", 0, 0, 0]])
    save(made, "layout-zones.xlsx")

    with open(HERE / "layout-semicolons.csv", "w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerows([["UBND QUẬN 6"], ["HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022"], [],
                       ["STT", "Phường", "Tổng số hộ dân", "Hộ nghèo", "", "Hộ cận nghèo"], ["", "", "", "Số hộ", "Tỷ lệ", "Số hộ"]])
        out.writerows([n, name, dotted(f[0]), f[2], f"{f[2] / f[0] * 100:.2f}".replace(".", ","), f[3]] for n, (name, f) in enumerate(WARDS.items(), 1))
        out.writerow(["", "Tổng cộng", dotted(TOTAL[0]), TOTAL[2], "", TOTAL[3]])

    text = "UBND QUẬN 6\nHỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022\n\nPhường\tTổng số hộ dân\tHộ nghèo\tHộ cận nghèo\n"
    text += "".join(f"{name}\t{f[0]}\t{f[2]}\t{f[3]}\n" for name, f in WARDS.items()) + f"Tổng cộng\t{TOTAL[0]}\t{TOTAL[2]}\t{TOTAL[3]}\n"
    (HERE / "layout-utf16.tsv").write_bytes(text.encode("utf-16"))

    import xlwt
    made = xlwt.Workbook(encoding="utf-8")
    sheet = made.add_sheet("Biểu")
    rows = [["UBND QUẬN 6"], ["HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022"], [], ["STT", "Phường", "Tổng số hộ dân", "Hộ nghèo", "Hộ cận nghèo"]]
    rows += [[n, name, f[0], f[2], f[3]] for n, (name, f) in enumerate(WARDS.items(), 1)] + [["", "Tổng cộng", TOTAL[0], TOTAL[2], TOTAL[3]]]
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value != "":
                sheet.write(r, c, value)
    made.save(str(HERE / "layout-old.xls"))

    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P
    made = OpenDocumentSpreadsheet()
    table = Table(name="Biểu")
    for row in rows:
        line = TableRow()
        for value in row:
            if isinstance(value, int):
                cell = TableCell(valuetype="float", value=value)
            else:
                cell = TableCell(valuetype="string")
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    made.spreadsheet.addElement(table)
    made.save(str(HERE / "layout-open.ods"))


def levels():
    """Two districts of a province, one with communes by 1.1, and a second layout with Roman numbers."""
    for name, numbers in (("levels-by-digits.xlsx", ["1", "1.1", "1.2", "2", "2.1"]), ("levels-by-romans.xlsx", ["I", "1", "2", "II", "1"])):
        made, sheet = book()
        put(sheet, 1, [["UBND TỈNH AN BÌNH"], ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2022"]])
        put(sheet, 4, [["STT", "Đơn vị", "Tổng số hộ dân", "Hộ nghèo"]])
        places = ["Huyện A", "Xã A1", "Xã A2", "Huyện B", "Xã B1"]
        figures = [(900, 90), (400, 30), (500, 60), (300, 12), (300, 12)]
        put(sheet, 5, [[n, p, *f] for n, p, f in zip(numbers, places, figures)])
        put(sheet, 10, [["", "Toàn tỉnh", 1200, 102]])
        save(made, name)


def wards():
    for number, (name, figures) in enumerate(WARDS.items(), 1):
        made, sheet = book()
        put(sheet, 1, [[f"UBND {name.upper()}"], ["TỔNG HỢP HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022"]])
        put(sheet, 4, [["TT", "Khu phố", "Tổng số hộ dân", "Hộ nghèo", "Hộ cận nghèo"]])
        put(sheet, 5, [[1, "Khu phố 1", figures[0] - 1000, figures[2] - 30, figures[3] - 20], [2, "Khu phố 2", 1000, 30, 20],
                       ["", "Tổng cộng", figures[0], figures[2], figures[3]]])
        save(made, f"ward-{number}.xlsx")


HOUSEHOLDS = [
    # number, members, class, code, quarter, new, again, no labour, work, insurance, cause
    (1, 2, "Hộ nghèo", "H001", "Khu phố 1", "x", "", "", "x", "x", "Ốm đau, bệnh nặng"),
    (2, 1, "Hộ cận nghèo", "H002", "Khu phố 1", "", "x", "", "x", "", ""),
    (3, 3, "Hộ nghèo", "H003", "Khu phố 2", "", "", "x", "", "x", "Không có vốn"),
    (4, 1, "Hộ nghèo", "H003", "Khu phố 2", "", "", "", "", "x", ""),
    (5, 1, "không rõ", "H005", "Khu phố 2", "", "", "", "", "x", ""),
]


def lists():
    made, sheet = book("Danh sách")
    put(sheet, 1, [["UBND PHƯỜNG 3"], ["DANH SÁCH CHI TIẾT HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, 4, [["STT hộ", "STT thành viên", "Họ và tên", "Năm sinh", "", "Dân tộc", "Quan hệ với chủ hộ", "Phân loại hộ", "Mã hộ", "Khu phố",
                    "Nghèo mới", "Tái nghèo", "Không có khả năng lao động", "Thiếu hụt: Việc làm", "Bảo hiểm y tế", "Nguyên nhân nghèo", "Địa chỉ", "CCCD"],
                   ["", "", "", "Nam", "Nữ"]])
    row = 6
    for number, members, *rest in HOUSEHOLDS:
        for member in range(members):
            own = [number, 1, f"CANARY-{number}", 1960, "", "Hoa" if number == 2 else "Kinh", "Chủ hộ", *rest, "CANARY street", "079012345678"]
            other = ["", member + 1, f"CANARY-{number}-{member}", "", 1990, "Kinh", "Con"]
            put(sheet, row, [own if member == 0 else other])
            row += 1
    save(made, "list-members.xlsx")

    made, sheet = book("Hộ nghèo và cận nghèo")
    heads = ["STT", "Chủ hộ", "Số nhân khẩu", "Phân loại hộ", "Thôn", "Dân tộc", "Người có công", "Nguyên nhân nghèo"]
    put(sheet, 1, [["UBND XÃ TÂN HẢI"], ["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO SAU RÀ SOÁT ĐẾN NGÀY 31/12/2022"], [], heads])
    put(sheet, 5, [["", "Thôn Đông"], [1, "CANARY A", 4, "N", "", "Kinh", "", "Thiếu vốn"], [2, "CANARY B", 2, "CN", "", "Khmer", "x", ""],
                   ["", "Thôn Tây"], [3, "CANARY C", 5, "N", "", "Kinh", "", ""]])
    for title, rows in (("Hộ thoát nghèo", 2), ("Hộ thoát cận nghèo", 1)):
        sheet = made.create_sheet(title)
        put(sheet, 1, [["UBND XÃ TÂN HẢI"], [f"DANH SÁCH {title.upper()} ĐẾN NGÀY 31/12/2022"], [], heads[:5]])
        put(sheet, 5, [[n + 1, f"CANARY {n}", 3, "", "Thôn Đông"] for n in range(rows)])
    save(made, "list-after-review.xlsx")


def hard_lists():
    """Names, addresses and numbers where none belongs, and rows that are no household."""
    made, sheet = book("Danh sách")
    heads = ["STT hộ", "STT thành viên", "Họ và tên", "Quan hệ với chủ hộ", "Phân loại hộ nghèo", "", "", "Người có công", "Vay vốn", "BHYT",
             "Ghi chú CANARY 079012345678"]
    put(sheet, 1, [["UBND PHƯỜNG 3"], ["DANH SÁCH CHI TIẾT HỘ NGHÈO CỦA ÔNG CANARY 079012345678 (ĐẾN NGÀY 31/12/2022)"], [], heads,
                   ["", "", "", "", "Nghèo mới", "Tái nghèo", "Nghèo cũ"], ["Tổ dân phố 1"]])
    sheet.merge_cells("E4:G4")
    for column in "ABCDHIJK":
        sheet.merge_cells(f"{column}4:{column}5")
    put(sheet, 7, [[1, 1, "CANARY A", "Chủ hộ", "x", "", "", "x", "x", "x"], ["", "", "Tô Thị Canary"], ["", "", "Bàn Văn Canary"], ["", "", "TO THI CANARY"],
                   [2, 1, "CANARY B", "Chủ hộ", "", "x", "", "-", "", "x"], ["", 2, "CANARY B2", "Con"],
                   ["Tổ 2"], [3, 1, "CANARY C", "Chủ hộ", "", "", "x"], ["Bản thân bà Canary"], [4, 1, "CANARY D", "Chủ hộ", "", "", "x"],
                   [5], [6, 1], ["", "", "Tổng cộng: 4 hộ", 7], ["", "", "Người lập biểu", "", "Chủ tịch"], ["", "", "CANARY signs", "", "CANARY too"]])
    save(made, "list-names.xlsx")

    made, sheet = book("Danh sách")
    put(sheet, 1, [["UBND PHƯỜNG 4"], ["DANH SÁCH HỘ NGHÈO ĐẾN NGÀY 31/12/2022"], [],
                   ["STT", "Họ và tên chủ hộ", "Tổ", "Số nhân khẩu", "Phân loại hộ", "Hỗ trợ BHYT", "Thiếu hụt: Việc làm"],
                   [1, "CANARY 1", "Tổ 1", 4, "Hộ nghèo", "x", "x"], [2, "CANARY 2", "Tổ 1", "4 người", "", "x"], [3, "CANARY 3", 2, "ba", "Hộ nghèo"],
                   [4, "CANARY 4", 2, 3, "???"], [5, "CANARY 5", "Nhà bà CANARY 12/1 hẻm", 5, "Hộ nghèo"], [6, "CANARY 6", 2, 1, "Hộ thoát nghèo"],
                   [7, "CANARY 7", 2, 2, "Hộ cận nghèo"], [8, "CANARY 8", 2, 2, "Không nghèo"], ["", "Tổng cộng", "", 21]])
    save(made, "list-rows.xlsx")

    made, sheet = book("Khu phố 1")
    for number, count in ((1, 3), (2, 2)):
        if number == 2:
            sheet = made.create_sheet("Khu phố 2")
        put(sheet, 1, [["UBND PHƯỜNG 5"], [f"DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO KHU PHỐ {number} ĐẾN NGÀY 31/12/2022"], [],
                       ["STT", "Mã hộ", "Họ và tên chủ hộ", "Số khẩu", "Hộ nghèo", "Hộ cận nghèo", "Người có công"]])
        put(sheet, 5, [[n + 1, f"M{number}{n}", f"CANARY {number}{n}", 3, "x", "", ""] for n in range(count)])
    put(sheet, 7, [[3, "M10", "CANARY 10", 3, "x", "", ""], [4, "M99", "CANARY 99", 2, "", "x", "x"]])
    save(made, "list-sheets.xlsx")


def merged_list():
    """One cell of a quarter and one of a group for several households, another for the rows of each household."""
    made, sheet = book("Danh sách")
    put(sheet, 1, [["UBND PHƯỜNG 3"], ["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022"], [],
                   ["STT", "Khu phố", "Phân loại hộ", "Họ tên chủ hộ", "Họ tên thành viên", "Quan hệ"],
                   [1, "Khu phố 1", "Hộ nghèo", "CANARY A", "CANARY A", "Chủ hộ"], ["", "", "", "", "CANARY A2", "Vợ"],
                   [2, "", "", "CANARY B", "CANARY B", "Chủ hộ"], ["", "", "", "", "CANARY B2", "Con"],
                   [3, "Khu phố 2", "Hộ cận nghèo", "CANARY C", "CANARY C", "Chủ hộ"], [4, "", "", "CANARY D", "CANARY D", "Chủ hộ"],
                   [5, "", "Hộ nghèo", "CANARY E", "CANARY E", "Chủ hộ"]])
    for cells in ("A5:A6", "B5:B8", "C5:C8", "D5:D6", "A7:A8", "D7:D8", "B9:B10", "C9:C10"):
        sheet.merge_cells(cells)
    save(made, "list-merged.xlsx")

    made, sheet = book("Danh sách")
    put(sheet, 1, [["UBND PHƯỜNG 3"], ["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022"], [],
                   ["STT", "Mã hộ", "Họ và tên", "Phân loại hộ"],
                   [1, "H1", "CANARY A", "Hộ nghèo"], ["", "", "CANARY A2", ""], ["", "", "CANARY A3", ""],
                   [2, "H2", "CANARY B", "Hộ cận nghèo"], [3, "H3", "CANARY C", "Hộ nghèo"]])
    for cells in ("A5:A7", "B5:B7", "D5:D7"):
        sheet.merge_cells(cells)
    save(made, "list-merged-numbers.xlsx")

    made, sheet = book("Danh sách")
    put(sheet, 1, [["UBND PHƯỜNG 3"], ["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022"], [],
                   ["STT", "Họ tên chủ hộ", "Phân loại hộ"], ["", "", "N", "CN"],
                   [1, "CANARY A", "x"], [2, "CANARY B", "", "x"], [3, "CANARY C", "", "x"]])
    for cells in ("A4:A5", "B4:B5", "C4:D4"):
        sheet.merge_cells(cells)
    save(made, "list-short-kinds.xlsx")


def wrong():
    made, sheet = book()
    put(sheet, 1, [["UBND QUẬN 6"], ["HỘ NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, 4, [["STT", "Phường", "Tổng số hộ dân", "Hộ nghèo"], [1, "Phường 1", 4.812, 102], [2, "Phường 2", 3950, -3], [3, "Phường 3", "nhiều", "#REF!"]])
    save(made, "wrong-numbers.xlsx")

    made, sheet = book()
    put(sheet, 1, [["UBND QUẬN 6"], ["DIỄN BIẾN NĂM 2022"]])
    put(sheet, 4, [["STT", "Phường", "Phát sinh mới"], [1, "Phường 1", 3]])
    save(made, "two-readings.xlsx")

    made, sheet = book("Một")
    put(sheet, 1, [["UBND QUẬN 6"], ["HỘ NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, 4, [["STT", "Phường", "Hộ nghèo"], [1, "Phường 1", 102], [2, "Phường 2", 76]])
    sheet = made.create_sheet("Hai")
    put(sheet, 1, [["UBND QUẬN 6"], ["HỘ NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, 4, [["STT", "Phường", "Hộ nghèo"], [1, "Phường 01", 103], [2, "Phường 2", 76]])
    save(made, "given-twice.xlsx")

    made, sheet = book()
    put(sheet, 1, [["UBND QUẬN 6"], ["HỘ NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, 4, [["STT", "Phường", "Tổng số hộ dân", "Hộ nghèo"], [1, "=cmd|' /C calc'!A0", 4812, 102], [2, "\u202ePhường 2", 3950, 76],
                   [3, "Phường 3" + "x" * 200, 3640, 63]])
    sheet.cell(1_048_576, 1, "cuối")
    sheet["Z9"] = "=1+1"
    save(made, "hostile.xlsx")

    made, sheet = book()
    put(sheet, 1, [["UBND PHƯỜNG 3"], ["HỘ NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, 4, [["STT", "Khu phố", "Hộ nghèo"], [1, "Hé nghÌo", 3]])
    save(made, "old-letters.xlsx")


def dates():
    """Cells that a workbook shows as days: a number with the look of a date, where counts are asked for."""
    made, sheet = book()
    put(sheet, 1, [["UBND QUẬN 6"], ["HỘ NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, 4, [["STT", "Phường", "Tổng số hộ dân", "Hộ nghèo"], [1, "Phường 1", 4812, datetime.date(1900, 4, 11)],
                   [2, "Phường 2", datetime.datetime(2022, 12, 31, 7, 0), 76]])
    save(made, "dates-as-numbers.xlsx")


def lacks_as_rates():
    """Lacks as counts on one sheet, as rates on another: one cell of the rates is not what the counts make."""
    made, sheet = book("Thiếu hụt")
    put(sheet, 1, [["UBND PHƯỜNG 3"], ["CHỈ SỐ THIẾU HỤT CỦA HỘ NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, 4, [["STT", "Khu phố", "Tổng số hộ nghèo", "Việc làm", "Bảo hiểm y tế"],
                   [1, "Khu phố 1", 351, 44, 30], [2, "Khu phố 2", 200, 50, 20]])
    sheet = made.create_sheet("Tỷ lệ")
    put(sheet, 1, [["UBND PHƯỜNG 3"], ["TỶ LỆ THIẾU HỤT CÁC CHỈ SỐ CỦA HỘ NGHÈO ĐẾN NGÀY 31/12/2022"]])
    put(sheet, 4, [["STT", "Khu phố", "Tổng số hộ nghèo", "Việc làm", "Bảo hiểm y tế", "Nhà tiêu"],
                   [1, "Khu phố 1", 351, 12.54, "8,5%", "1,2%"], [2, "Khu phố 2", 200, 25, "11%", "2%"]])
    save(made, "lacks-as-rates.xlsx")


def letterheads():
    """Two lines of offices: the lower one writes."""
    for number in (3, 4):
        made, sheet = book()
        put(sheet, 1, [["UBND QUẬN 6", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], [f"UBND PHƯỜNG {number}", "", "", "Độc lập - Tự do - Hạnh phúc"],
                       ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2022"], ["STT", "Khu phố", "Tổng số hộ dân", "Hộ nghèo", "Hộ cận nghèo"],
                       [1, "Khu phố 1", 1000, 3, 4], [2, "Khu phố 2", 2000, 5, 6]])
        save(made, f"letterhead-{number}.xlsx")


def sheets_of_wards():
    """A sheet a ward, called by its name; and two sheets of two days."""
    made, first = book("Phường 1")
    for sheet, more in ((first, 0), (made.create_sheet("Phường 2"), 0)):
        put(sheet, 1, [["KẾT QUẢ RÀ SOÁT HỘ NGHÈO ĐẾN NGÀY 31/12/2022"], ["STT", "Khu phố", "Tổng số hộ dân", "Hộ nghèo"],
                       [1, "Khu phố 1", 100, 4], [2, "Khu phố 2", 200, 5 + more]])
    save(made, "sheets-of-wards.xlsx")
    made, first = book("Kỳ 1")
    for sheet, day in ((first, "31/12/2022"), (made.create_sheet("Kỳ 2"), "30/06/2023")):
        put(sheet, 1, [["UBND QUẬN 6"], [f"KẾT QUẢ RÀ SOÁT HỘ NGHÈO ĐẾN NGÀY {day}"], ["STT", "Phường", "Tổng số hộ dân", "Hộ nghèo"],
                       [1, "Phường 1", 100, 4], [2, "Phường 2", 200, 5]])
    save(made, "two-days.xlsx")


def other_matters():
    """Headings that have the words of a field and say more, rows that compare, a total that is no sum."""
    made, sheet = book()
    put(sheet, 1, [["UBND QUẬN 6"], ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO QUÝ III NĂM 2023"], [],
                   ["STT", "Phường", "Tổng số hộ dân", "Kế hoạch hộ nghèo", "Hộ nghèo năm 2022", "Hộ nghèo", "Số hộ nghèo được vay vốn", "Hộ cận nghèo"],
                   [1, "Phường 1", 1000, 9, 8, 3, 2, 4], [2, "Phường 2", 2000, 9, 8, 5, 2, 6], ["", "Tổng cộng", 3000, 18, 16, 9, 4, 10],
                   ["", "Năm 2022", 2900, 18, 16, 20, 4, 30], ["", "So với năm 2022", 100, 0, 0, -11, 0, -20]])
    save(made, "other-matters.xlsx")

    made, sheet = book()
    put(sheet, 1, [["UBND QUẬN 6"], ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO ĐẾN NGÀY 31/12/2022"], [], ["STT", "Phường", "Tổng số hộ dân", "Hộ nghèo"],
                   [1, "Phường 1", "=500+500", 10], [2, "Phường 2", 2000, 20], ["", "Tổng cộng", "=C5+C6", "=D5+D6"]])
    save(made, "not-computed.xlsx")

    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P
    made, table = OpenDocumentSpreadsheet(), Table(name="Biểu")
    for row in [["UBND QUẬN 6"], ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO ĐẾN NGÀY 31/12/2022"], ["STT", "Phường", "Tổng số hộ dân", "Hộ nghèo"],
                [1, "Phường 1", "=500+500", 10], [2, "Phường 2", 2000, 20], ["", "Tổng cộng", "=[.C4]+[.C5]", "=[.D4]+[.D5]"]]:
        line = TableRow()
        for value in row:
            if isinstance(value, int):
                cell = TableCell(valuetype="float", value=value)
            elif value.startswith("="):
                cell = TableCell(formula="of:" + value)
            else:
                cell = TableCell(valuetype="string")
                cell.addElement(P(text=value))
            line.addElement(cell)
        table.addElement(line)
    made.spreadsheet.addElement(table)
    made.save(str(HERE / "not-computed.ods"))

    import xlwt
    made = xlwt.Workbook(encoding="utf-8")
    sheet = made.add_sheet("KQ")
    for row, cells in enumerate([["UBND QUẬN 6"], ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO ĐẾN NGÀY 31/12/2022"], ["STT", "Phường", "Tổng số hộ dân", "Hộ nghèo"],
                                 [1, "Phường 1", xlwt.Formula("500+500"), 10], [2, "Phường 2", 2000, 20]]):
        for column, value in enumerate(cells):
            sheet.write(row, column, value)
    made.save(str(HERE / "not-computed.xls"))

    made, sheet = book()
    put(sheet, 1, [["UBND HUYỆN BÙ ĐĂNG"], ["TỔNG HỢP KẾT QUẢ GIẢM HỘ NGHÈO NĂM 2022"], [],
                   ["TT", "Đơn vị", "Tổng số hộ dân cư", "", "Hộ nghèo cuối năm"], ["", "", "Số hộ", "Trong đó: hộ DTTS", "Số hộ", "Tỷ lệ %", "Hộ DTTS", "Tỷ lệ %"],
                   [1, "Xã A", 1000, 100, 85, "8,50", 25, "29,41"], [2, "Xã B", 2000, 200, 75, "3,75", 25, "33,33"]])
    for cells in ("A4:A5", "B4:B5", "C4:D4", "E4:H4"):
        sheet.merge_cells(cells)
    save(made, "older-summary.xlsx")


def form(name, rows, merged=()):
    """One sheet with these rows."""
    made, sheet = book()
    put(sheet, 1, rows)
    for cells in merged:
        sheet.merge_cells(cells)
    save(made, name)


def summaries():
    """The older summary and the forms by people and of children in full, and places of two levels side by side."""
    unit = ["UBND HUYỆN BÙ ĐĂNG"]
    form("older-summary-full.xlsx", [
        unit, ["TỔNG HỢP KẾT QUẢ GIẢM NGHÈO NĂM 2023"], [],
        ["TT", "Đơn vị", "Tổng số hộ dân cư", "", "Hộ nghèo đầu năm", "", "", "", "Diễn biến hộ nghèo trong năm", "", "", "", "", "", "Hộ nghèo cuối năm"],
        ["", "", "", "", "", "", "", "", "Số hộ thoát nghèo", "", "Số hộ tái nghèo", "", "Số hộ nghèo phát sinh"],
        ["", "", "Số hộ", "Trong đó DTTS", "Số hộ", "Tỷ lệ %", "Số hộ DTTS", "Tỷ lệ %", "Số hộ", "%", "Số hộ", "%", "Số hộ", "%",
         "Số hộ", "Tỷ lệ %", "Số hộ DTTS", "Tỷ lệ %"],
        ["A", "B", *range(1, 17)],
        [1, "Xã A", 1000, 100, 60, 6.0, 10, 10.0, 20, 33.3, 1, 0.1, 4, 0.4, 45, 4.5, 8, 8.0],
        [2, "Xã B", 2000, 300, 50, 2.5, 10, 3.33, 10, 20, 0, 0, 5, 0.25, 45, 2.25, 9, 3.0],
        ["", "Tổng cộng", 3000, 400, 110, 3.67, 20, 5, 30, 27.3, 1, 0.03, 9, 0.3, 90, 3.0, 17, 4.25],
    ], ["A4:A6", "B4:B6", "C4:D5", "E4:H5", "I4:N4", "I5:J5", "K5:L5", "M5:N5", "O4:R5"])
    form("by-people.xlsx", [
        ["UBND QUẬN 6"], ["HỘ NGHÈO THEO DÂN TỘC NĂM 2023"], [], ["STT", "Phường/Xã", "Hộ nghèo"], ["", "", "Tổng số", "Kinh", "Tổng DTTS", "Hoa", "Khmer"],
        [1, "Phường 1", 50, 40, 10, 9, 1], [2, "Phường 2", 20, 17, 3, 3, 0], ["", "Cộng", 70, 57, 13, 12, 1]], ["C4:G4"])
    form("children.xlsx", [
        ["UBND QUẬN 6"], ["TRẺ EM THUỘC HỘ NGHÈO THIẾU HỤT NĂM 2023"], [], ["STT", "Phường/Xã", "Tổng số trẻ em", "Y tế", "", "Giáo dục"],
        ["", "", "", "Dinh dưỡng", "BHYT", "Đi học"], [1, "Phường 1", 60, 5, 2, 1], [2, "Phường 2", 25, 1, 0, 0], ["", "Cộng", 85, 6, 2, 1]], ["D4:E4"])
    form("wards-and-quarters.xlsx", [
        ["UBND QUẬN 6"], ["TỔNG HỢP HỘ NGHÈO NĂM 2023"], [], ["STT", "Phường", "Khu phố", "Tổng số hộ dân", "Hộ nghèo"],
        [1, 1, "Khu phố 1", 100, 4], ["", "", "Khu phố 2", 100, 5], ["", "Cộng Phường 1", "", 200, 9],
        [2, "Phường 2", "Khu phố 1", 100, 6], ["", "", "Khu phố 2", 100, 7], ["", "Cộng", "", 400, 22]], ["B8:B9"])
    form("two-tables.xlsx", [
        ["UBND QUẬN 6"], ["TỔNG HỢP HỘ NGHÈO NĂM 2023"], ["TT", "Đơn vị", "Tổng số hộ dân", "Hộ nghèo", "Hộ cận nghèo"], [1, "Phường 1", 100, 4, 5],
        [], ["TT", "Đơn vị", "Tổng số hộ dân", "Hộ cận nghèo", "Hộ nghèo"], [1, "Phường 2", 100, 40, 50]])


def people_as_places():
    """Lists of people that are laid out as forms of places are: the names would become areas."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    heads = ["Tên hộ", "Hộ ông (bà)", "Đối tượng", "Gia đình", "Chủ hộ nghèo", "Người đứng tên", "Hộ", "Đơn vị"]
    for number, head in enumerate(heads, 1):
        sheet = made.create_sheet(f"{number}")
        title = "TỔNG HỢP HỘ NGHÈO NĂM 2023" if head == "Đơn vị" else "DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023"
        put(sheet, 1, [["UBND PHƯỜNG 3"], [title], [], ["STT", head, "Số khẩu", "Hộ nghèo", "Hộ cận nghèo"], [1, "CANARY Nguyễn A", 4, 1, ""],
                       [2, "CANARY Trần B", 3, "", 1], ["", "Tổng cộng", 7, 1, 1]])
    sheet = made.create_sheet("tổ")
    put(sheet, 1, [["UBND PHƯỜNG 3"], ["THEO DÕI HỘ NGHÈO NĂM 2023"], [], ["STT", "Đối tượng", "Tổ dân phố", "Số khẩu", "Hộ nghèo"],
                   [1, "CANARY Nguyễn Văn A", "Tổ 1", 4, 1], [2, "CANARY B", "Tổ 1", 3, 1]])
    sheet = made.create_sheet("nghèo")
    put(sheet, 1, [["UBND PHƯỜNG 3"], ["TỔNG HỢP HỘ NGHÈO NĂM 2023"], [], ["STT", "Địa bàn", "Số hộ nghèo"],
                   [1, "CANARY Nguyễn Văn A", 12], [2, "Tân Thuận", 4]])
    save(made, "people-as-places.xlsx")


def as_they_are():
    """What offices do with a sheet: two tables side by side, a row twice, hamlets without numbers, rows a filter hides."""
    title = [["UBND QUẬN 6"], ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022 (đến 31/12/2022)"], []]
    heads = ["TT", "Phường", "Tổng số hộ dân", "Số hộ nghèo", "Số hộ cận nghèo"]
    one, two, three = ([i + 1, name, row[0], row[2], row[3]] for i, (name, row) in enumerate(WARDS.items()))
    made, sheet = book("KQ")
    put(sheet, 1, title + [heads + [None] + heads, one + [None] + two, [None] * 6 + three])
    save(made, "tables-side-by-side.xlsx")
    made, sheet = book("KQ")
    put(sheet, 1, title + [heads + [None, "Nguyên nhân", "Số hộ nghèo"], one + [None, "Thiếu vốn", 40], two + [None, "Ốm đau", 12]])
    save(made, "table-beside.xlsx")
    made, sheet = book("KQ")
    put(sheet, 1, title + [heads, one, two, three, one])
    save(made, "row-twice.xlsx")
    made, sheet = book("KQ")
    hamlets = [["", f"Khu phố {i}", n, p, c] for i, n, p, c in ((1, 4000, 90, 80), (2, 812, 12, 4))]
    put(sheet, 1, title + [heads, one, *hamlets, two, ["", "Khu phố 1", 3950, 76, 58], three])
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["E"].hidden = True
    made.create_sheet("Nháp").sheet_state = "hidden"
    save(made, "hamlets-without-numbers.xlsx")
    made, sheet = book("KQ")
    heads = ["TT", "Phường", "Tổng số hộ dân đầu năm", "Tổng số hộ dân cuối năm", "Hộ nghèo đầu năm", "Hộ nghèo cuối năm"]
    put(sheet, 1, title + [heads, [1, "Phường 1", 4700, 4812, 130, 102], [2, "Phường 2", 3900, 3950, 99, 76]])
    save(made, "start-and-end.xlsx")
    made, sheet = book("KQ")
    put(sheet, 1, [["UBND QUẬN 6"], ["Kết quả rà soát hộ nghèo năm 2022, do ông Nguyễn Văn CANARY lập"], [], heads[:2] + ["Tổng số hộ dân", "Số hộ nghèo"], one[:4], two[:4]])
    save(made, "somebody-in-the-title.xlsx")
    made, sheet = book("DS")
    put(sheet, 1, [["UBND QUẬN 6"], ["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022"], [],
                   ["TT", "Họ và tên chủ hộ", "Quan hệ với chủ hộ", "Phường", "Diện"],
                   [1, "CANARY A", "Chủ hộ", "Phường 1", "Hộ nghèo"], ["", "CANARY B", "Vợ"], ["", "CANARY C"],
                   [2, "CANARY D", "Chủ hộ", "Phường 2", "Hộ cận nghèo"], [], ["", "CANARY E"]])
    save(made, "list-signed.xlsx")
    made, sheet = book("DS")
    put(sheet, 1, [["UBND QUẬN 6"], ["DANH SÁCH HỘ NGHÈO NĂM 2022"], [], ["TT", "Họ và tên chủ hộ", "Số khẩu"],
                   ["I", "Phường 1: 3 hộ", 6], ["1", "Khu phố 1 (2 hộ)"], [1, "CANARY A", 3], [2, "CANARY B", 2], ["2", "Khu phố 2 - 1 hộ"], [1, "CANARY C", 1],
                   ["II", "Phường 2"], ["1", "Khu phố 1"], [1, "CANARY D", 4]])
    save(made, "list-nested.xlsx")
    made, sheet = book("NN")
    put(sheet, 1, [["UBND QUẬN 6"], ["PHÂN TÍCH HỘ CẬN NGHÈO THEO CÁC NGUYÊN NHÂN NGHÈO ĐẾN 31/12/2022"], [],
                   ["TT", "Phường", "Tổng số", "Không có đất sản xuất", "Không có lao động"], [1, "Phường 1", 12, 5, 4], [2, "Phường 2", 9, 1, 2]])
    save(made, "causes-of-near-poor.xlsx")


def hidden_in_older(rows):
    """A row, two columns and a sheet hidden in the two other kinds of workbooks."""
    import xlwt
    made = xlwt.Workbook(encoding="utf-8")
    sheet = made.add_sheet("KQ")
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    sheet.row(5).hidden = True
    sheet.col(3).hidden = sheet.col(4).hidden = True
    made.add_sheet("Nháp").visibility = 1
    made.save(str(HERE / "hidden.xls"))

    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TableProperties
    from odf.table import Table, TableCell, TableColumn, TableRow
    from odf.text import P
    made = OpenDocumentSpreadsheet()
    unseen = Style(name="ta2", family="table")
    unseen.addElement(TableProperties(display="false"))
    made.automaticstyles.addElement(unseen)
    table = Table(name="KQ")
    table.addElement(TableColumn(numbercolumnsrepeated=3))
    table.addElement(TableColumn(numbercolumnsrepeated=2, visibility="collapse"))
    for r, row in enumerate(rows):
        line = TableRow(visibility="filter") if r == 5 else TableRow()
        for value in row:
            cell = TableCell(valuetype="float", value=value) if isinstance(value, int) else TableCell(valuetype="string")
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    made.spreadsheet.addElement(table)
    made.spreadsheet.addElement(Table(name="Nháp", stylename="ta2"))
    made.save(str(HERE / "hidden.ods"))


def said_otherwise():
    """Days in brackets, communes in the title of a list, members under a heading of one word, totals of lacks."""
    rows = [[i + 1, name, row[0], row[2], row[3]] for i, (name, row) in enumerate(WARDS.items())]
    heads = ["TT", "Phường", "Tổng số hộ dân", "Số hộ nghèo", "Số hộ cận nghèo"]
    form("day-in-brackets.xlsx", [["UBND QUẬN 6"], ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO (30/11/2022)"], [], heads, *rows])
    heads = ["TT", "Họ và tên chủ hộ", "Số khẩu"]
    form("list-of-a-commune.xlsx", [["DANH SÁCH HỘ NGHÈO XÃ XUÂN THỚI, HUYỆN HÓC MÔN - NĂM 2022"], [], heads, [1, "CANARY A", 3], [2, "CANARY B", 2]])
    form("list-below-a-district.xlsx", [["UBND HUYỆN HÓC MÔN"], ["DANH SÁCH HỘ NGHÈO XÃ TÂN HIỆP NĂM 2022"], [], heads, [1, "CANARY A", 4]])
    form("list-members-of.xlsx", [
        ["UBND PHƯỜNG 3"], ["DANH SÁCH HỘ NGHÈO NĂM 2022"], [], ["STT hộ", "Các thành viên trong hộ", "Năm sinh"],
        [1, "CANARY A", 1950], ["", "CANARY B", 1980], ["", "CANARY C", 2010], [2, "CANARY D", 1960]])
    form("rows-of-persons.xlsx", [
        ["UBND QUẬN 6"], ["HỘ NGHÈO THEO NHÓM ĐỐI TƯỢNG NĂM 2022"], [],
        ["STT", "Phường/Xã", "Phân tổ", "Tổng", "DTTS", "Có thành viên là người có công"],
        [1, "Phường 1", "Hộ", 102, 3, 2], ["", "", "Số người", 408, 12, 7], [2, "Phường 2", "Hộ", 76, 4, 0], ["", "", "Số người", 304, 16, 0]])
    title = [["UBND QUẬN 6"], ["CHỈ SỐ THIẾU HỤT CỦA HỘ NGHÈO NĂM 2022"], []]
    heads = ["STT", "Phường/Xã", "Tổng số hộ nghèo", "Tổng số thiếu hụt", "Việc làm", "Bảo hiểm y tế", "Nhà tiêu hợp vệ sinh"]
    form("lacks-added-up.xlsx", title + [heads, [1, "Phường 1", 102, 60, 30, 20, 10], [2, "Phường 2", 76, 52, 25, 15, 10], [3, "Phường 3", 63, 12, 6, 4, 2]])
    hidden_in_older(title[:1] + [["HỘ NGHÈO, HỘ CẬN NGHÈO ĐẾN NGÀY 31/12/2022"], [], ["TT", "Phường", "Tổng số hộ dân", "Số hộ nghèo", "Số hộ cận nghèo"], *rows])
    made, sheet = book("Thông tin")
    put(sheet, 1, [["Đơn vị", "Quận 6"], ["Cấp", "quận lớn"], ["Số liệu đến ngày", "31/12/2022"], ["Loại số liệu", "nghe nói"]])
    put(made.create_sheet("Nhiệm vụ"), 1, [["STT", "Tên nhiệm vụ", "Tình trạng"], [1, "Rà soát hộ nghèo", "sắp xong"]])
    put(made.create_sheet("Chính sách"), 1, [["STT", "Tên chính sách", "Đã hỗ trợ"], [1, "Vay vốn", "chừng 500"]])
    put(made.create_sheet("Kết quả"), 1, [["STT", "Phường", "Tổng số hộ dân", "Hộ nghèo"], [1, "Phường 1", "chừng 4.800", 102]])
    save(made, "other-words.xlsx")
    form("lacks-of-households.xlsx", title + [heads, [1, "Phường 1", 102, 40, 30, 20, 10], [2, "Phường 2", 76, 30, 25, 15, 10]])


def filled(blank):
    """The blank as an office fills it in."""
    made = openpyxl.load_workbook(blank)
    values = {"Đơn vị": "Quận 6", "Cấp": "Quận, huyện", "Mã đơn vị": "775", "Thuộc": "Thành phố Hồ Chí Minh",
              "Số liệu đến ngày": datetime.date(2022, 12, 31), "Kỳ số liệu": "2022", "Mã chuẩn nghèo": "hcmc-2021-2025",
              "Loại số liệu": "Báo cáo", "Tên báo cáo": "Kết quả năm 2022", "Nơi ban hành": "UBND Quận 6", "Ngày ban hành": "04/03/2023"}
    sheet = made["Thông tin"]
    for row in range(1, sheet.max_row + 1):
        if sheet.cell(row, 1).value in values:
            sheet.cell(row, 2, values[sheet.cell(row, 1).value])

    def rows(sheet):
        return {sheet.cell(row, 2).value: row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 2).value}

    sheet = made["Kết quả"]
    for name, row in rows(sheet).items():
        figures = WARDS.get(name) or (TOTAL if name == "Tổng cộng" else None)
        if figures:
            put(sheet, row, [[figures[0], figures[1], figures[2], "", "", 0, figures[3]]], left=3)
            sheet.cell(row, 6, f"{figures[2] / figures[0] * 100:.2f}".replace(".", ","))
    sheet = made["Diễn biến hộ nghèo"]
    for name, row in rows(sheet).items():
        if name in WARDS:
            end = WARDS[name][2]
            put(sheet, row, [[end + 20, "", 8, 14, 1, 2, 0, 1, 0, end]], left=3)
    put(made["Chỉ tiêu"], 2, [
        [1, "ty-le-ngheo", "Tỷ lệ hộ nghèo", 2023, "Tỷ lệ hộ nghèo", "Giảm (điểm %)", "0,69"],
        [2, "", "Kéo giảm hộ nghèo", 2022, "Số hộ nghèo", "", "", "", 560, "140%"],
        [3, "", "Vay vốn đạt kế hoạch", 2022, "programme.vay-von", "Đạt (% kế hoạch)", 100]])
    put(made["Chính sách"], 2, [
        [1, "vay-von", "Vay vốn giảm nghèo", "Tín dụng", 1293, "hộ", "", 1200],
        [2, "", "Học bổng", "Giáo dục", 3386, "học sinh, sinh viên", "hơn 3 tỷ"],
        [3, "", "Tiền điện", "Tiền điện, nước", "", "", "gần 842 triệu"]])
    put(made["Nhiệm vụ"], 2, [[1, "", "Rà soát hộ nghèo", "Phó Chủ tịch", "Phòng LĐ-TB&XH", datetime.date(2023, 11, 30), "Đang làm"]])
    save(made, "filled.xlsx")


def rates_of_old_and_open():
    """Percentages of formulas, in the two formats that a reader of cells alone sees no format of."""
    import xlwt
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P
    lines = [["UBND QUẬN 6"], ["TỔNG HỢP HỘ NGHÈO NĂM 2022"], ["STT", "Phường", "Tổng số hộ", "Hộ nghèo", "Tỷ lệ"],
             [1, "Phường 1", 1500, 10, 10 / 1500], [2, "Phường 2", 1200, 200, 200 / 1200]]
    made = xlwt.Workbook(encoding="utf-8")
    sheet = made.add_sheet("KQ")
    percent = xlwt.easyxf(num_format_str="0.00%")
    for row, cells in enumerate(lines):
        for column, value in enumerate(cells):
            sheet.write(row, column, value, percent if isinstance(value, float) else xlwt.Style.default_style)
    made.save(str(HERE / "rates-old.xls"))
    made = OpenDocumentSpreadsheet()
    table = Table(name="KQ")
    for cells in lines:
        row = TableRow()
        for value in cells:
            if isinstance(value, float):
                cell = TableCell(valuetype="percentage", value=str(value))
                cell.addElement(P(text=f"{value * 100:.2f}%".replace(".", ",")))
            elif isinstance(value, int):
                cell = TableCell(valuetype="float", value=str(value))
                cell.addElement(P(text=str(value)))
            else:
                cell = TableCell(valuetype="string")
                cell.addElement(P(text=value))
            row.addElement(cell)
        table.addElement(row)
    made.spreadsheet.addElement(table)
    made.save(str(HERE / "rates-open.ods"))


def refused_aim():
    """A target of something that is not in the workbook: what the format refuses, not a cell that cannot be read."""
    made, sheet = book("Thông tin")
    put(sheet, 1, [["Đơn vị", "Quận 6"], ["Cấp", "Quận, huyện"], ["Số liệu đến ngày", "31/12/2022"],
                   ["Loại số liệu", "Báo cáo"]])
    sheet = made.create_sheet("Kết quả")
    put(sheet, 1, [["TỔNG HỢP KẾT QUẢ RÀ SOÁT"], ["STT", "Phường/Xã", "Tổng số hộ dân cư", "Hộ nghèo"],
                   ["", "Tổng cộng", 12402, 241], [1, "Phường 1", 4812, 102]])
    sheet = made.create_sheet("Chỉ tiêu")
    put(sheet, 1, [["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Năm", "Số liệu theo dõi", "Cách giao", "Mức giao"],
                   [1, "", "Giảm hộ nghèo", 2022, "Số hộ nghèo", "Giảm (hộ)", "hơn 20"],
                   [2, "", "Bao phủ lạ", 2022, "coverage.khong-co", "Giữ ở mức", 100]])
    save(made, "refused-aim.xlsx")


def unknown_headings():
    """A form and a list whose headings say nothing, and a list without any."""
    made, sheet = book("Số liệu")
    put(sheet, 1, [["SỐ LIỆU ĐẾN NGÀY 31/12/2022"], [], ["A0", "A1", "Số liệu 1", "Số liệu 2", "Số liệu 3"],
                   [1, "Phường 1", 4812, 102, 80], [2, "Phường 2", 3790, 61, 44], ["", "Tổng cộng", 8602, 163, 124]])
    sheet = made.create_sheet("Bảng kê")
    put(sheet, 1, [["C0", "C1", "C2", "C3", "C4"],
                   [1, "Nguyễn Văn CANARY", "Phường 1", "Hộ nghèo", 4],
                   [2, "Trần Thị CANARY", "Phường 2", "Hộ cận nghèo", 3],
                   [3, "Lê Thị CANARY", "Phường 2", "Hộ nghèo", 2]])
    save(made, "unknown-headings.xlsx")


if len(sys.argv) > 1:
    filled(sys.argv[1])
    sys.exit()
six_forms()
layouts()
levels()
wards()
lists()
hard_lists()
merged_list()
wrong()
dates()
lacks_as_rates()
letterheads()
sheets_of_wards()
other_matters()
summaries()
people_as_places()
refused_aim()
as_they_are()
rates_of_old_and_open()
said_otherwise()
unknown_headings()
