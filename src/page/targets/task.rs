//! What the files say of a task: its state, who asked and who does it, when it is due, and which file said so.

use std::sync::Arc;

use crate::model::snapshot::Snapshot;
use crate::model::source_file::SourceFile;
use crate::model::standing::Standing;
use crate::model::standing::task::TaskStanding;
use crate::model::target::Task;
use crate::model::words::Text;
use crate::say;
use crate::text::glossary;
use crate::text::line::{Line, Role};

use super::super::headed::{Head, headed};
use super::super::target_summary::verdict;
use super::super::{Block, Detail, View, head};

/// A task with where it stands at the shown snapshot.
pub type Stood = (Task, TaskStanding);

/// Who asked for it.
pub const BY: Head = ("Người giao", "Assigned by");
/// Who does it.
pub const OWNER: Head = ("Thực hiện", "Responsible");
/// When it is due.
pub const DUE: Head = ("Hạn", "Due");

/// `· chưa có số liệu · đã qua hạn`: the standing; of a state that no file says, that its date is past.
pub fn state(view: &View, standing: Standing, is_late: bool) -> Line {
    let late = is_late.then(|| (Role::Bad, view.pick(" · đã qua hạn", " · past its date")));
    say!(view, "{verdict}[{late}]"; verdict = verdict(view.lang, standing), late)
}

/// The panel of a task: all that the files say of it, and which file said it last.
pub fn detail(view: &View, (task, found): &Stood) -> Detail {
    let is_late = found.past_due && task.status.is_none();
    let name = |text: &Option<Text>| text.as_ref().map(|text| Line::plain(view.lang.wording(text)));
    let due = task.due.map(|due| say!(view, "{due}"; due));
    let missing = || Line::with_role(Role::Dim, view.pick("chưa nêu", "not stated"));
    let facts = [(BY, name(&task.by)), (OWNER, name(&task.owner)), (DUE, due)];
    let mut lines = vec![headed(view, ("Trạng thái", "Status"), state(view, found.standing, is_late))];
    lines.extend(facts.map(|(head, said)| headed(view, head, said.unwrap_or_else(missing))));
    lines.extend(files(view, &task.named.id));
    Detail { title: view.lang.wording(&task.named.name).to_owned(), blocks: vec![Block::Lines(lines)] }
}

/// The file that named the task first, and the last one where that is another.
pub fn files<'a>(view: &'a View, id: &str) -> impl Iterator<Item = Line> + use<'a> {
    let names = |s: &&Arc<Snapshot>| s.tasks.find(id).is_some();
    let naming: Vec<&Arc<Snapshot>> = view.history.wordings(view.at).into_iter().filter(names).collect();
    let mut shown: Vec<&SourceFile> =
        naming.first().into_iter().chain(naming.last()).map(|s| &*s.origin).collect();
    shown.dedup_by_key(|origin| origin.as_of);
    shown.into_iter().map(|origin| headed(view, glossary::FILE, file(view, origin)))
}

fn file(view: &View, origin: &SourceFile) -> Line {
    say!(view, "{file} · {kind}[ · {by}][, {day}]"; file = &origin.file,
        kind = head::paper(view.lang, origin), by = origin.publisher.as_ref(),
        day = origin.published)
}
