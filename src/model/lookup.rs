//! Where the ids of a long list stand: found out when one is first asked for, so that asking for each of them costs no
//! more than the list.

use std::sync::OnceLock;

use foldhash::HashMap;

use super::remembered::Aside;

/// Lists up to this long are looked through: that costs less than to remember where each id stands.
pub(super) const SHORT: usize = 64;

/// The places of the ids of a list, which has to [`forget`](Self::forget) them when it changes.
#[derive(Debug, Default, Clone, PartialEq, Eq, Hash)]
pub(super) struct Lookup(Aside<OnceLock<HashMap<String, Vec<usize>>>>);

impl Lookup {
    /// The first place of `id` in a list of `ids`; always the same list is to be given.
    pub(super) fn first<'a>(
        &self,
        mut ids: impl ExactSizeIterator<Item = &'a str>,
        id: &str,
    ) -> Option<usize> {
        if ids.len() <= SHORT {
            return ids.position(|own| own == id);
        }
        self.places(ids.enumerate(), id).first().copied()
    }

    /// The places of `id` in a list of `ids`, each with its own; always the same list is to be given.
    pub(super) fn places<'a>(&self, ids: impl Iterator<Item = (usize, &'a str)>, id: &str) -> &[usize] {
        let known = self.0.get_or_init(|| {
            let mut known: HashMap<String, Vec<usize>> = HashMap::default();
            for (at, own) in ids {
                known.entry(own.to_owned()).or_default().push(at);
            }
            known
        });
        known.get(id).map_or(&[], Vec::as_slice)
    }

    /// The list has changed.
    pub(super) fn forget(&mut self) {
        self.0 = Aside::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_places_of_an_id_are_found_in_order_and_anew_when_the_list_changed() {
        let mut lookup = Lookup::default();
        let first = ["a", "b", "a"];
        assert_eq!(lookup.places(first.into_iter().enumerate(), "a"), [0, 2]);
        assert_eq!(lookup.places(first.into_iter().enumerate(), "c"), [0; 0]);
        lookup.forget();
        assert_eq!(lookup.places(["c"].into_iter().enumerate(), "c"), [0]);
    }
}
