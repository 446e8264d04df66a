//! Names that the files of a unit have in common: each is kept once for all of them. A province has thousands of parts,
//! and says their names in every file.

use std::cell::RefCell;
use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use crate::model::measure::IdName;
use crate::model::name::AreaName;

/// The names of the files that are read together.
#[derive(Debug, Default)]
pub struct Names {
    areas: RefCell<HashSet<Arc<AreaName>>>,
    ids: RefCell<HashSet<Arc<IdName>>>,
}

impl Names {
    /// The name of a unit or an area, shared with those equal to it.
    pub fn area(&self, name: AreaName) -> Arc<AreaName> {
        shared(&self.areas, name)
    }

    /// The id and name of a thing, shared with those equal to it.
    pub fn id(&self, named: IdName) -> Arc<IdName> {
        shared(&self.ids, named)
    }
}

impl Names {
    /// Lets go of those that nobody else has any more.
    pub fn forget_unused(&self) {
        self.areas.borrow_mut().retain(|name| Arc::strong_count(name) > 1);
        self.ids.borrow_mut().retain(|name| Arc::strong_count(name) > 1);
    }
}

fn shared<T: Eq + Hash>(known: &RefCell<HashSet<Arc<T>>>, new: T) -> Arc<T> {
    let mut known = known.borrow_mut();
    if let Some(same) = known.get(&new) {
        return Arc::clone(same);
    }
    let new = Arc::new(new);
    known.insert(Arc::clone(&new));
    new
}
