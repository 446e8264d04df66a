//! Names that the files of a unit have in common: each is kept once for all of them. A province has thousands of parts,
//! and says their names in every file.

use std::cell::RefCell;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use foldhash::{HashMap, HashSet};

use crate::model::measure::IdName;
use crate::model::name::{AreaName, UnitKind};
use crate::model::remembered::Remembered;
use crate::model::words::Text;
use crate::source::format;
use crate::text::fold::{SortKey, name_key, sort_key};

/// The names of the files that are read together.
#[derive(Debug, Default)]
pub struct Names {
    /// Areas by the hash of what a file says of them: what is found out about a name is found out once.
    areas: RefCell<HashMap<u64, Vec<KnownArea>>>,
    hashes: RandomState,
    ids: RefCell<HashSet<Arc<IdName>>>,
}

#[derive(Debug)]
struct KnownArea {
    name: Arc<AreaName>,
    order: SortKey,
}

impl Names {
    /// The name of a unit or an area, shared with those equal to it, and its place in people's order of names.
    pub fn area(
        &self,
        name: &Text,
        code: Option<&format::Line>,
        kind: Option<UnitKind>,
    ) -> (Arc<AreaName>, SortKey) {
        let code = code.map(|line| line.0.as_str());
        let hash = self.hashes.hash_one((name, code, kind));
        let mut areas = self.areas.borrow_mut();
        let alike = areas.entry(hash).or_default();
        let is_same =
            |known: &AreaName| known.name == *name && known.code.as_deref() == code && known.kind == kind;
        if let Some(known) = alike.iter().find(|known| is_same(&known.name)) {
            return (Arc::clone(&known.name), known.order.clone());
        }
        let order = sort_key(&name.vi);
        let name = Arc::new(area_name(name.clone(), code.map(str::to_owned), kind));
        alike.push(KnownArea { name: Arc::clone(&name), order: order.clone() });
        (name, order)
    }

    /// The id and name of a thing, shared with those equal to it.
    pub fn id(&self, named: IdName) -> Arc<IdName> {
        let mut known = self.ids.borrow_mut();
        if let Some(same) = known.get(&named) {
            return Arc::clone(same);
        }
        let new = Arc::new(named);
        known.insert(Arc::clone(&new));
        new
    }

    /// Lets go of those that nobody else has any more.
    pub fn forget_unused(&self) {
        self.areas.borrow_mut().retain(|_, alike| {
            alike.retain(|known| Arc::strong_count(&known.name) > 1);
            !alike.is_empty()
        });
        self.ids.borrow_mut().retain(|name| Arc::strong_count(name) > 1);
    }
}

/// What tells an area from others, of what a file says of it.
pub fn area_name(name: Text, code: Option<String>, kind: Option<UnitKind>) -> AreaName {
    AreaName { folded: name_key(&name.vi), name, code, kind, place: Remembered::default() }
}
