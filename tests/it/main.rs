//! All tests from outside the library, in one program.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed; that helpers of tests may say so too"
)]
mod any_input;
mod architecture;
mod bars;
mod benches;
mod cases;
mod checks;
mod command_line;
mod copying;
mod crates;
mod every_screen;
mod facts;
mod folder;
mod import;
mod invariants;
mod journeys;
mod leaving;
mod letters;
mod long_lists;
mod made_up;
mod missing;
mod once;
mod one_basis;
mod parts;
mod pictures;
mod places;
mod points;
mod program;
mod properties;
mod published;
mod read_aloud;
mod readme;
mod readme_commands;
mod report;
mod said_once;
mod sentences;
mod series;
mod small_cells;
mod small_rates;
mod source;
mod standards;
mod statements;
mod stories;
mod tables;
mod targets;
mod targets_told;
mod terminal;
mod themes;
mod told;
mod told_published;
mod told_true;
mod view;
mod wording;
mod words;
