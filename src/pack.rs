//! How do the words of another language come in?
//!
//! As the text of a file, which the loader's `pack` writes. A file that is cut
//! off, changed or of another build has no words at all.

use crate::corpus::Corpus;
use crate::text::{concat, cut, digits, whole_number};
use crate::words::{
    ActivityWords, LISTS, NUMBERING, PLAIN, PLURALS, PanelWords, PluralRule, Texts, Words,
};

/// The words in a file, for these data. They stay for as long as the program
/// does, as those do that it was built with.
///
/// `None` where the file is not whole, or not of this build.
pub fn unpack(corpus: &Corpus<'_>, pack: &str) -> Option<Words<'static>> {
    let (head, rest) = cut(pack, b'\n');
    let build = [crate::version(), "+", corpus.version, " "];
    let build = concat(&[
        "aftercare-consensus words ",
        &concat(&build),
        &digits(NUMBERING),
    ]);
    let (sum, body) = cut(rest?, b'\n');
    let body = body?;
    if head != build || whole_number(sum)? != sum_of(body) {
        return None;
    }
    // What is kept for good: the sum has been right, so it is worth it.
    let mut lines = Lines(Box::leak(Box::<str>::from(body)));
    let id = lines.next()?;
    let name = lines.next()?;
    let reviewed = lines.next()? == "1";
    let plural_rule = PluralRule::from_rows(rows(lines.next()?)?.leak());
    let forms = plural_rule.forms();
    let plain = lines.texts(PLAIN)?;
    let plurals = lines.texts(PLURALS * forms)?;
    let mut lists = Vec::new();
    for _ in 0..LISTS {
        let mut list = Vec::new();
        loop {
            match lines.next()? {
                "" => break,
                text => list.push(text),
            }
        }
        lists.push(&*list.leak());
    }
    let mut activities = Vec::new();
    for _ in corpus.activities {
        activities.push(ActivityWords {
            name: lines.next()?,
            subject: lines.next()?,
            about: lines.next()?,
            done: lines.next()?,
        });
    }
    let mut panels = Vec::new();
    for _ in corpus.panels {
        panels.push(PanelWords {
            name: lines.next()?,
            about: lines.next()?,
            noun: lines.some(forms)?,
        });
    }
    let conditions = lines.some(corpus.conditions.len())?;
    // It holds nothing else.
    lines.0.is_empty().then_some(Words {
        id,
        name,
        reviewed,
        plural_rule,
        plain,
        plurals,
        lists: lists.leak(),
        activities: activities.leak(),
        panels: panels.leak(),
        conditions,
    })
}

/// Of the bytes, each step times 31, in 32 bits.
fn sum_of(text: &str) -> u32 {
    let mut sum = 0_u32;
    for byte in text.bytes() {
        sum = sum.wrapping_mul(31).wrapping_add(u32::from(byte));
    }
    sum
}

/// The rows of a plural rule: whole numbers with a space between them.
fn rows(line: &str) -> Option<Vec<[u32; 4]>> {
    let mut rows = Vec::new();
    let mut rest = Some(line).filter(|line| !line.is_empty());
    while rest.is_some() {
        let mut row = [0; 4];
        for number in &mut row {
            let (text, after) = cut(rest?, b' ');
            *number = whole_number(text)?;
            rest = after;
        }
        rows.push(row);
    }
    Some(rows)
}

/// What is still to be read.
struct Lines(&'static str);

impl Lines {
    fn next(&mut self) -> Option<&'static str> {
        let (line, rest) = cut(self.0, b'\n');
        self.0 = rest?;
        Some(line)
    }

    fn some(&mut self, count: usize) -> Option<&'static [&'static str]> {
        let mut lines = Vec::new();
        for _ in 0..count {
            lines.push(self.next()?);
        }
        Some(lines.leak())
    }

    /// Texts that lie one after the other.
    fn texts(&mut self, count: usize) -> Option<Texts<'static>> {
        let mut text = String::new();
        let mut lengths = Vec::new();
        for _ in 0..count {
            let line = self.next()?;
            lengths.push(u16::try_from(line.len()).ok()?);
            text.push_str(line);
        }
        let text = Box::leak(text.into_boxed_str());
        Some(Texts::from_parts(text, lengths.leak()))
    }
}
