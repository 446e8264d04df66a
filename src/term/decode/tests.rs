use proptest::prelude::*;

use super::{super::paste::LONGEST_LINE, *};

fn decode(pieces: &[&[u8]]) -> Vec<Item> {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    for piece in pieces {
        decoder.feed(piece, &mut out);
    }
    if decoder.patience().is_some() {
        decoder.expire(&mut out);
    }
    out
}

fn keys(bytes: &[u8]) -> Vec<Key> {
    decode(&[bytes])
        .into_iter()
        .map(|item| match item {
            Item::Key(key) => key,
            Item::Paste(text) => panic!("a paste: {text:?}"),
        })
        .collect()
}

#[test]
fn each_key_has_its_codes() {
    let table: [(&[u8], Key); 24] = [
        (b"q", Key::Char('q')),
        ("ơ".as_bytes(), Key::Char('ơ')),
        (b"\r", Key::Enter),
        (b"\x1bOM", Key::Enter),
        (b"\t", Key::Tab),
        (b"\x1b[Z", Key::BackTab),
        (b"\x7f", Key::Backspace),
        (b"\x08", Key::Backspace),
        (b"\x1b", Key::Esc),
        (b"\x03", Key::Ctrl('c')),
        (b"\x1c", Key::Ctrl('\\')),
        (b"\x1a", Key::Ctrl('z')),
        (b"\x00", Key::Ctrl(' ')),
        (b"\x1b[A", Key::Up),
        (b"\x1bOB", Key::Down),
        (b"\x1b[1;5C", Key::Right),
        (b"\x1b[D", Key::Left),
        (b"\x1b[H", Key::Home),
        (b"\x1b[7~", Key::Home),
        (b"\x1b[4~", Key::End),
        (b"\x1bOF", Key::End),
        (b"\x1b[3;2~", Key::Delete),
        (b"\x1b[5~", Key::PageUp),
        (b"\x1b[6~", Key::PageDown),
    ];
    for (bytes, key) in table {
        assert_eq!(keys(bytes), [key], "{bytes:?}");
    }
}

#[test]
fn escape_before_a_key_is_the_key_escape() {
    assert_eq!(keys(b"\x1bq"), [Key::Esc, Key::Char('q')]);
    assert_eq!(keys(b"\x1b\x1b"), [Key::Esc, Key::Esc]);
    assert_eq!(keys(b"\x1b["), [Key::Esc, Key::Char('[')]);
    assert_eq!(keys(b"\x1b]q"), [Key::Esc, Key::Char(']'), Key::Char('q')]);
}

#[test]
fn sequences_cut_in_two_are_put_together() {
    let expected = [Item::Key(Key::Up), Item::Key(Key::Char('ế'))];
    let whole = "\x1b[Aế".as_bytes();
    for cut in 1..whole.len() {
        assert_eq!(decode(&[&whole[..cut], &whole[cut..]]), expected, "cut at {cut}");
    }
}

/// What a slow link cut, with a pause before the rest that is longer than that of the key Esc.
#[test]
fn case_55_a_sequence_cut_by_a_slow_link_is_put_together() {
    let after_pauses = |pieces: &[&[u8]], pauses: usize| {
        let (mut decoder, mut out) = (Decoder::default(), Vec::new());
        for piece in pieces {
            decoder.feed(piece, &mut out);
            for _ in 0..pauses {
                if decoder.patience().is_some_and(|patience| patience <= Duration::from_millis(150)) {
                    decoder.expire(&mut out);
                }
            }
        }
        out
    };
    let (esc, up) = (Item::Key(Key::Esc), Item::Key(Key::Up));
    // The Esc has acted; what follows is still the arrow and neither another date nor a letter.
    assert_eq!(after_pauses(&[b"\x1b", b"[A"], 1), [esc.clone(), up.clone()]);
    assert_eq!(after_pauses(&[b"\x1b", b"OA"], 1), [esc.clone(), up.clone()]);
    assert_eq!(after_pauses(&[b"\x1b[", b"A"], 1), [up]);
    assert_eq!(after_pauses(&[b"\x1b[?62;", b"22c"], 1), []);
    assert_eq!(after_pauses(&[b"\x1b]11;rgb:00", b"00/0000/0000\x07"], 1), []);
    assert_eq!(after_pauses(&[b"\x1b", b"["], 1), [esc.clone(), Item::Key(Key::Char('['))], "typed");
    assert_eq!(after_pauses(&[b"\x1b", b"q"], 1), [esc, Item::Key(Key::Char('q'))]);
}

#[test]
fn case_55_long_after_an_esc_a_bracket_is_a_bracket() {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    decoder.feed(b"\x1b", &mut out);
    decoder.expire(&mut out);
    assert_eq!(decoder.patience(), Some(SEQUENCE_PATIENCE));
    decoder.expire(&mut out);
    assert_eq!(decoder.patience(), None);
    decoder.feed(b"[A", &mut out);
    assert_eq!(out, [Key::Esc, Key::Char('['), Key::Char('A')].map(Item::Key));
}

#[test]
fn reports_nobody_asked_for_are_swallowed() {
    for bytes in [
        b"\x1b[<0;10;5Mq".as_slice(),
        b"\x1b[M !!q",
        b"\x1b[Iq",
        b"\x1b[?62;22cq",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\q",
        b"\x1b]11;rgb:0000/0000/0000\x07q",
        b"\x1bP>|xterm(390)\x1b\\q",
        b"\x1b[15~q",
        b"\x1b[[Aq",
        b"\x1b[12\xc3q",
        b"\xff\xfe\xc2\x9bq",
        b"\x1b[1;2\x1b[Iq",
    ] {
        assert_eq!(keys(bytes), [Key::Char('q')], "{bytes:?}");
    }
}

#[test]
fn a_paste_gives_its_first_line() {
    let paste = |bytes: &[u8]| decode(&[bytes]);
    let is = |text: &str| vec![Item::Paste(text.to_owned())];
    assert_eq!(paste(b"\x1b[200~q quits\r\nnot\x1b[201~"), is("q quits"));
    assert_eq!(paste(b"\x1b[200~\r\nfirst\x1b[201~"), is("first"));
    assert_eq!(paste(b"\x1b[200~a\x1b[20b\x1b[201~"), is("a\x1b[20b"));
    assert_eq!(paste(b"\x1b[200~\x1b[201~"), []);
    let long = format!("\x1b[200~{}\x1b[201~", "ế".repeat(500_000));
    assert_eq!(paste(long.as_bytes()), is(&"ế".repeat(LONGEST_LINE / 3)));
}

#[test]
fn a_paste_may_arrive_in_pieces() {
    let whole = b"\x1b[200~phuong\x1b[201~q";
    let expected = [Item::Paste("phuong".to_owned()), Item::Key(Key::Char('q'))];
    for cut in 1..whole.len() {
        assert_eq!(decode(&[&whole[..cut], &whole[cut..]]), expected, "cut at {cut}");
    }
}

#[test]
fn a_paste_without_end_ends_by_itself() {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed(b"\x1b[200~abcq", &mut out);
    assert_eq!((out.as_slice(), decoder.patience()), ([].as_slice(), Some(PASTE_PATIENCE)));
    decoder.expire(&mut out);
    decoder.feed(b"\x03", &mut out);
    assert_eq!(out, [Item::Paste("abcq".to_owned()), Item::Key(Key::Ctrl('c'))]);
    assert_eq!(decoder.patience(), None);
}

proptest! {
    #[test]
    fn no_bytes_break_it(pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..20)) {
        let mut decoder = Decoder::default();
        let mut out = Vec::new();
        for piece in &pieces {
            decoder.feed(piece, &mut out);
        }
        decoder.expire(&mut out);
        out.clear();
        decoder.feed(b"q", &mut out);
        prop_assert_eq!(out.last(), Some(&Item::Key(Key::Char('q'))));
    }
}
