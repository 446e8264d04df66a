//! What is asked for by name or day: found as an officer types it, refused with what there is, never another in its
//! place without a word.

use super::{Folder, Head, run, run_on_a_full_disk};

/// Two units whose names differ by an accent alone, one of them under two standards.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    let write = |file: &str, unit: &str, code: &str, standard: &str, poor: u32| {
        let unit =
            format!(r#""name": {{"vi": "{unit}", "en": "{unit} Ward"}}, "kind": "ward", "code": "{code}""#);
        let members = format!(r#""standard": {{"id": "{standard}"}}, "poor": {{"households": {poor}}}"#);
        folder.write(file, &Head::reported(&unit, "2022-12-31").with(&members));
    };
    write("a.json", "Tân", "x1", "old", 11);
    write("b.json", "Tấn", "x2", "old", 22);
    write("c.json", "Tấn", "x2", "new", 33);
    folder
}

/// Exit code, standard output and standard error.
fn report(folder: &Folder, args: &[&str]) -> (Option<i32>, String, String) {
    let args: Vec<&str> =
        ["report", "--lang", "en"].iter().chain(args).chain([&&*folder.0]).copied().collect();
    let output = run(&args);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_unit_is_found_by_name_and_code_and_without_accents() {
    let folder = folder("asked-units");
    for (asked, poor) in
        [("Tấn", "22"), ("tấn", "22"), ("Tân", "11"), ("X2", "22"), ("tan", "11"), ("tan ward", "11")]
    {
        let (code, out, err) = report(&folder, &["--unit", asked]);
        assert_eq!((code, &*err), (Some(0), ""), "{asked}");
        assert!(out.contains(&format!("has {poor} poor households")), "{asked}: {out}");
    }
    let (_, out, _) = report(&folder, &["--unit", "Tấn", "--standard", "new"]);
    assert!(out.contains("has 33 poor households"), "{out}");
    let (_, out, _) = report(&folder, &["--standard", "new"]);
    assert!(out.contains("has 33 poor households"), "{out}");
}

#[test]
fn what_is_not_there_is_refused_with_what_there_is() {
    let folder = folder("asked-nothing");
    for (args, said) in [
        (
            &["--unit", "Nơi khác"][..],
            "there is no unit \"Nơi khác\"; there is: Tân Ward (x1), Tấn Ward (x2)",
        ),
        (&["--standard", "2030"], "there is no standard \"2030\"; there is: old, new"),
        (&["--unit", "Tân", "--standard", "new"], "there is no standard \"new\"; there is: old"),
        (&["--unit", "\u{1b}[31m"], "there is no unit \"\\u{1b}[31m\""),
        (&["--compare", "2022-12-30"], "no figures of 30 Dec 2022 or before to compare with"),
    ] {
        let (code, out, err) = report(&folder, args);
        assert_eq!((code, &*out), (Some(2), ""), "{args:?}");
        assert!(err.contains(said), "{args:?}: {err}");
    }
}

#[test]
fn figures_later_than_the_day_asked_for_are_said_to_be() {
    let folder = folder("asked-days");
    let (code, out, err) = report(&folder, &["--as-of", "2020-01-01"]);
    assert_eq!(code, Some(0));
    assert_eq!(err, "giamngheo: no figures of 1 Jan 2020 or before; these are of 31 Dec 2022\n");
    assert!(out.contains("Figures as of 31 Dec 2022"));
}

#[test]
fn a_full_disk_is_told_in_the_language_asked_for() {
    for (lang, said) in [("vi", "giamngheo: hết chỗ trên đĩa\n"), ("en", "giamngheo: the disk is full\n")]
    {
        let output = run_on_a_full_disk(&["report", "--lang", lang]);
        assert_eq!(output.status.code(), Some(74));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), said);
    }
}
