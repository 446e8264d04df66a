//! Lists of households to a snapshot.

use std::fmt::Write as _;

use divan::{Bencher, black_box};
use giamngheo::import::{Content, InputFile, Order, import};
use giamngheo::text::Lang;

/// A list of so many households, counted.
#[divan::bench(args = [300, 3_000, 30_000])]
fn count_a_list(bencher: Bencher, households: u32) {
    let mut text = String::from(
        "DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2024\nSTT,Phường,Mã hộ,Họ tên chủ hộ,Số nhân khẩu,Phân loại hộ\n",
    );
    for n in 1..=households {
        let class = if n % 5 < 3 { "Hộ nghèo" } else { "Hộ cận nghèo" };
        writeln!(text, "{n},Phường {},HN{n:08},Nguyễn {n},{},{class}", 1 + n % 14, 1 + n % 7).unwrap();
    }
    let files = [InputFile { name: "a.csv".to_owned(), content: Content::Bytes(text.into_bytes()) }];
    let order = Order { unit: Some("Quận 6"), ..Order::default() };
    bencher.bench_local(|| import(Lang::Vi, black_box(&files), &order).unwrap().told.len());
}
