//! Comments, which JSON has none of.

/// How far the comment reaches that a text begins with. One that was written before the comma of its line, "1 // x,", ends
/// before that.
pub fn length(text: &str, before_comma: bool) -> usize {
    let (line, after) = text.split_at(text.find('\n').unwrap_or(text.len()));
    let is_comma = before_comma && !after.trim_start().starts_with([',', '}', ']']);
    line.trim_end().strip_suffix(',').filter(|_| is_comma).map_or(line.len(), str::len)
}
