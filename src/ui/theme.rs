//! How roles look. Sixteen colours and attributes only; state is also said by word and mark, never by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::page::Role;

/// The style of a role.
pub fn style(role: Role) -> Style {
    match role {
        Role::Plain => Style::new(),
        Role::Strong => Style::new().add_modifier(Modifier::BOLD),
        Role::Dim => Style::new().add_modifier(Modifier::DIM),
        Role::Accent => Style::new().fg(Color::Cyan),
        Role::Good => Style::new().fg(Color::Green),
        Role::Warn => Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD),
        Role::Bad => Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
    }
}
