//! What the compiler asks of a template: both wordings and the slots passed are one set. Runs while compiling, where
//! there are no iterators and no comparison of strings.

/// Fails to compile unless both wordings have the same slots, each with the same `+` and as deep in brackets, and
/// these are the names passed.
///
/// # Panics
///
/// While compiling, where they are not.
pub const fn assert_alike(vi: &str, en: &str, names: &[&str]) {
    assert!(
        holds_all_of(vi, en),
        "the English wording has a slot that the Vietnamese lacks, or has otherwise"
    );
    assert!(
        holds_all_of(en, vi),
        "the Vietnamese wording has a slot that the English lacks, or has otherwise"
    );
    assert!(all_are_passed(vi.as_bytes(), names), "a slot is written and not passed");
    let mut i = 0;
    while i < names.len() {
        assert!(find(vi.as_bytes(), names[i].as_bytes()).is_some(), "a slot is passed and not written");
        i += 1;
    }
}

/// May a slot have nothing? It may where it stands in brackets, and nowhere outside of them.
pub const fn is_optional(wording: &str, name: &str) -> bool {
    let mut slots = Slots::new(wording.as_bytes());
    while let Some(slot) = slots.next() {
        if slot.depth == 0 && is_same(slot.name, name.as_bytes()) {
            return false;
        }
    }
    true
}

/// A slot as it is written: `{name+}`.
#[derive(Clone, Copy)]
struct Written<'a> {
    name: &'a [u8],
    has_unit: bool,
    depth: usize,
}

/// The slots of a wording in their order; a bracket or brace without its other fails to compile.
struct Slots<'a> {
    wording: &'a [u8],
    at: usize,
    depth: usize,
}

impl<'a> Slots<'a> {
    const fn new(wording: &'a [u8]) -> Self {
        Self { wording, at: 0, depth: 0 }
    }

    const fn next(&mut self) -> Option<Written<'a>> {
        while self.at < self.wording.len() {
            let byte = self.wording[self.at];
            self.at += 1;
            match byte {
                b'[' => self.depth += 1,
                b']' => {
                    assert!(self.depth > 0, "a bracket closes that was not opened");
                    self.depth -= 1;
                }
                b'{' => return Some(self.slot()),
                b'}' => panic!("a brace closes that was not opened"),
                _ => {}
            }
        }
        assert!(self.depth == 0, "a bracket is not closed");
        None
    }

    const fn slot(&mut self) -> Written<'a> {
        let from = self.at;
        while self.wording[self.at] != b'}' {
            self.at += 1;
        }
        let has_unit = self.wording[self.at - 1] == b'+';
        let to = if has_unit { self.at - 1 } else { self.at };
        self.at += 1;
        let name = self.wording.split_at(to).0.split_at(from).1;
        Written { name, has_unit, depth: self.depth }
    }
}

const fn holds_all_of(wording: &str, other: &str) -> bool {
    let mut slots = Slots::new(other.as_bytes());
    while let Some(wanted) = slots.next() {
        let mut own = Slots::new(wording.as_bytes());
        let mut is_there = false;
        while let Some(slot) = own.next() {
            let is_alike = slot.has_unit == wanted.has_unit && slot.depth == wanted.depth;
            is_there = is_there || (is_alike && is_same(slot.name, wanted.name));
        }
        if !is_there {
            return false;
        }
    }
    true
}

const fn all_are_passed(wording: &[u8], names: &[&str]) -> bool {
    let mut slots = Slots::new(wording);
    while let Some(slot) = slots.next() {
        let (mut i, mut is_passed) = (0, false);
        while i < names.len() {
            is_passed = is_passed || is_same(slot.name, names[i].as_bytes());
            i += 1;
        }
        if !is_passed {
            return false;
        }
    }
    true
}

const fn find<'a>(wording: &'a [u8], name: &[u8]) -> Option<Written<'a>> {
    let mut slots = Slots::new(wording);
    while let Some(slot) = slots.next() {
        if is_same(slot.name, name) {
            return Some(slot);
        }
    }
    None
}

const fn is_same(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    if a.len() != b.len() {
        return false;
    }
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}
