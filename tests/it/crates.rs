//! What comes into the program besides its own code: how many crates, of which there are two, under which licences, from
//! where, and why each is asked for. `cargo deny` goes by the same rules (`.ci/deny.toml`), and asks for known faults too.
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

/// The most crates that the program may bring.
const MOST: usize = 160;

/// What `cargo deny` goes by. These tests go by the same lists, where it is not installed.
static RULES: LazyLock<String> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/.ci/deny.toml");
    fs::read_to_string(path).unwrap()
});

/// The texts of a list of the rules.
fn ruled(list: &str) -> Vec<&'static str> {
    let (_, after) = RULES.split_once(&format!("\n{list} = [")).unwrap();
    let (own, _) = after.split_once(']').unwrap();
    let texts: Vec<&str> = own.split('"').skip(1).step_by(2).collect();
    assert!(!texts.is_empty(), "{list}");
    texts
}

/// The packages that the program is built of on this system, itself left out.
static PACKAGES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let mut cargo = Command::new(env!("CARGO"));
    let host = host();
    cargo.args(["metadata", "--format-version=1", "--locked", "--offline", "--filter-platform", &host]);
    let output = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let is_normal = |dep: &&Value| list(&dep["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
    let wanted: HashMap<&str, Vec<&str>> = list(&told["resolve"]["nodes"])
        .iter()
        .map(|node| {
            let normal = list(&node["deps"]).iter().filter(is_normal);
            (word(&node["id"]), normal.map(|dep| word(&dep["pkg"])).collect())
        })
        .collect();
    let root = word(&told["resolve"]["root"]);
    let (mut known, mut open) = (BTreeSet::from([root]), vec![root]);
    while let Some(id) = open.pop() {
        open.extend(wanted[id].iter().filter(|id| known.insert(id)));
    }
    let all = list(&told["packages"]).iter().filter(|package| word(&package["id"]) != root);
    all.filter(|package| known.contains(word(&package["id"]))).cloned().collect()
});

fn host() -> String {
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let told = String::from_utf8(rustc.stdout).unwrap();
    told.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap()
}

#[test]
fn the_program_brings_few_crates() {
    assert!(PACKAGES.len() > 50, "they are found");
    assert!(PACKAGES.len() <= MOST, "{} crates", PACKAGES.len());
}

#[test]
fn of_each_crate_there_is_one() {
    let mut versions: BTreeMap<&str, usize> = BTreeMap::new();
    for package in PACKAGES.iter() {
        *versions.entry(word(&package["name"])).or_default() += 1;
    }
    let twice: Vec<&str> =
        versions.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name).collect();
    let named: Vec<&str> = ruled("skip").iter().map(|name| name.split('@').next().unwrap()).collect();
    assert_eq!(twice, named);
}

#[test]
fn all_come_from_the_registry_under_licences_that_let_the_program_be_given_away() {
    for package in PACKAGES.iter() {
        let (name, licence) = (word(&package["name"]), package["license"].as_str().unwrap_or_default());
        assert_eq!(
            package["source"].as_str(),
            Some("registry+https://github.com/rust-lang/crates.io-index"),
            "{name}"
        );
        assert!(is_free(licence), "{name}: {licence}");
        assert!(!ruled("deny").contains(&name), "{name}");
    }
}

/// Can one of the ways in which a licence may be taken be taken? All that stands in brackets, and each "and", must be.
fn is_free(licence: &str) -> bool {
    let ways = licence.replace(['(', ')'], "").replace(" / ", " OR ").replace('/', " OR ");
    let known = ruled("allow");
    let is_known = |part: &str| known.contains(&part.trim());
    if licence.contains('(') {
        return ways.split(" AND ").all(|part| part.split(" OR ").any(is_known));
    }
    ways.split(" OR ").any(|way| way.split(" AND ").all(is_known))
}

#[test]
fn each_crate_that_is_asked_for_has_its_reason() {
    let manifest = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap();
    for section in ["[dependencies]", "[dev-dependencies]"] {
        let (_, after) = manifest.split_once(section).unwrap();
        let (own, _) = after.split_once("\n[").unwrap();
        let mut has_reason = false;
        for line in own.lines() {
            match line.trim() {
                "" => has_reason = false,
                comment if comment.starts_with('#') => has_reason = true,
                asked => assert!(has_reason, "{asked}"),
            }
        }
    }
}
