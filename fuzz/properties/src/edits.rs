//! How is a sound text spoilt, a little or a lot?

use arbitrary::{Arbitrary, Result, Unstructured};

/// What an editor, a bad line or an attacker may put into a text.
const PIECES: [&str; 40] = [
    "\n",
    "\r\n",
    "\"",
    "\"\"\"",
    "'",
    "=",
    "[[answer]]\n",
    "[thread]\n",
    "[a.b.c]\n",
    "[[[[[[[[[[",
    "{a={a={a={",
    "#",
    "{n}",
    "{",
    "}",
    "\u{1}",
    "\u{0}",
    "\u{feff}",
    "\u{2028}",
    "é",
    "-0.0",
    "nan",
    "inf",
    "1e308",
    "-1",
    "366.0",
    "8784.001",
    "9223372036854775807",
    "2026-13",
    "\"day-end\"",
    "\"day-start\"",
    "\"R2\"",
    "\"class\"",
    "javascript:",
    "https://",
    " and ",
    " or ",
    "n = 0,1,2,3",
    "n % 10 != 2..4",
    "0",
];

/// The text after some edits.
pub(crate) fn edited(text: &str, bytes: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut text = text.as_bytes().to_vec();
    // An end of the bytes is the end of the edits.
    for _ in 0..8 {
        if bytes.is_empty() || !bool::arbitrary(bytes)? {
            break;
        }
        edit(&mut text, bytes)?;
    }
    Ok(text)
}

fn edit(text: &mut Vec<u8>, bytes: &mut Unstructured<'_>) -> Result<()> {
    // Places are those of lines and words, where an edit means something.
    let place = place(text, bytes)?;
    match bytes.int_in_range(0..=7)? {
        0 => {
            let length = bytes.int_in_range(0..=40)?;
            let end = text.len().min(place + length);
            text.drain(place..end);
        }
        1 | 2 => {
            let piece = bytes.choose(&PIECES)?;
            let piece = piece.repeat(bytes.int_in_range(1..=3)?);
            let end = text.len().min(place + bytes.int_in_range(0..=12)?);
            text.splice(place..end, piece.into_bytes());
        }
        3 => {
            let own = <Vec<u8>>::arbitrary(bytes)?;
            let end = text.len().min(place + own.len());
            text.splice(place..end, own);
        }
        4 => {
            let number = i64::arbitrary(bytes)?.to_string();
            text.splice(place..place, number.into_bytes());
        }
        5 => text.truncate(place),
        6 => {
            // The lines from here to there stand somewhere else again.
            let from = self::place(text, bytes)?;
            let length = bytes.int_in_range(0..=400)?;
            let lines = text[from..text.len().min(from + length)].to_vec();
            text.splice(place..place, lines);
        }
        _ => {
            if let Some(byte) = text.get_mut(place) {
                *byte = u8::arbitrary(bytes)?;
            }
        }
    }
    Ok(())
}

/// A place in the text: anywhere, or where a line or a word begins.
fn place(text: &[u8], bytes: &mut Unstructured<'_>) -> Result<usize> {
    let anywhere = bytes.int_in_range(0..=text.len())?;
    let ends: &[u8] = match bytes.int_in_range(0..=3)? {
        0 => b"\n",
        1 => b" \"",
        _ => return Ok(anywhere),
    };
    let before = text[..anywhere]
        .iter()
        .rposition(|byte| ends.contains(byte));
    Ok(before.map_or(0, |before| before + 1))
}
