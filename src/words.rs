//! Which words does a reader see?
//!
//! The sentences are data (`data/words/`); here they are only filled in.

pub use crate::text::digits;

use std::num::NonZero;

use crate::text::Put;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The BCP 47 code, such as `en`.
    pub id: &'a str,
    /// The language's name in itself.
    pub name: &'a str,
    /// Whether a clinician has read the translation.
    pub reviewed: bool,
    /// The order of the forms in `plurals`.
    pub plural_rule: PluralRule<'a>,
    /// One text for each [`Word`].
    pub plain: Texts<'a>,
    /// The forms of each [`PluralWord`].
    pub plurals: Texts<'a>,
    /// One list for each [`ListWord`].
    pub lists: &'a [&'a [&'a str]],
    /// For each activity of the corpus.
    pub activities: &'a [ActivityWords<'a>],
    /// For each panel of the corpus.
    pub panels: &'a [PanelWords<'a>],
    /// For each condition of the corpus.
    pub conditions: &'a [&'a str],
}

/// A language whose words come in a file of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LanguageName<'a> {
    /// The BCP 47 code.
    pub id: &'a str,
    /// Its name in itself.
    pub name: &'a str,
    /// Whether a clinician has read it.
    pub reviewed: bool,
}

/// The words of an activity.
#[derive(Debug, Clone, Copy)]
pub struct ActivityWords<'a> {
    /// On its own: "Lying flat".
    pub name: &'a str,
    /// Within a sentence: "lying flat".
    pub subject: &'a str,
    /// What counts as it: "lying down, and sleep".
    pub about: &'a str,
    /// Said by someone who did it: "I have lain flat already".
    pub done: &'a str,
}

/// The words of a panel.
#[derive(Debug, Clone, Copy)]
pub struct PanelWords<'a> {
    /// On its own: "Doctors".
    pub name: &'a str,
    /// What the panel is and is not; `{n}` is its number of answers.
    pub about: &'a str,
    /// Its noun in the plural forms: "doctor", "doctors".
    pub noun: &'a [&'a str],
}

/// Texts that lie one after the other: a phone loads two bytes for each, where a
/// table of slices has eight.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'a> {
    text: &'a str,
    lengths: &'a [u16],
}

impl<'a> Texts<'a> {
    /// The texts in one, and the length of each in bytes.
    pub const fn from_parts(text: &'a str, lengths: &'a [u16]) -> Self {
        Self { text, lengths }
    }

    /// The text at a place; empty where there is none.
    pub fn get(self, place: usize) -> &'a str {
        let mut start = 0;
        for (at, length) in self.lengths.iter().enumerate() {
            let length = usize::from(*length);
            if at == place {
                let rest = self.text.split_at_checked(start);
                let own = rest.and_then(|(_, rest)| rest.split_at_checked(length));
                return own.unwrap_or_default().0;
            }
            start += length;
        }
        ""
    }
}

/// A CLDR rule for whole numbers: which form goes with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PluralRule<'a>(&'a [[u32; 4]]);

/// The relation of a row holds outside of its bounds.
const NOT: u32 = 1;
/// All rows up to this one, and from the last one that has this, are enough.
const OR: u32 = 2;
/// The rows of a form end here.
const END: u32 = 4;

impl<'a> PluralRule<'a> {
    /// From the rows that the loader makes of CLDR's own words, form by form: a
    /// modulus, or 0 for the number itself, two bounds for what is left, and
    /// bits for "not within", "or" and the form's end. What no form takes is
    /// the last one's, `other`.
    ///
    /// ```
    /// use aftercare_consensus::words::PluralRule;
    ///
    /// let one = [0, 1, 1, 2 + 4];
    /// assert_eq!(PluralRule::from_rows(&[one]).form(1), 0);
    /// assert_eq!(PluralRule::from_rows(&[one]).form(5), 1);
    /// ```
    pub const fn from_rows(rows: &'a [[u32; 4]]) -> Self {
        Self(rows)
    }

    /// The place of the form for a number.
    pub fn form(self, number: u32) -> usize {
        self.place(number).0
    }

    /// How many forms there are.
    pub fn forms(self) -> usize {
        self.place(0).1
    }

    /// Both.
    fn place(self, number: u32) -> (usize, usize) {
        let mut found = None;
        let mut form = 0;
        let mut holds = true;
        for &[modulus, low, high, bits] in self.0 {
            let left = number.checked_rem(modulus).unwrap_or(number);
            holds &= (low <= left && left <= high) != (bits & NOT > 0);
            if holds && bits & OR > 0 {
                found = found.or(Some(form));
            }
            holds |= bits & (OR | END) > 0;
            form += usize::from(bits & END > 0);
        }
        (found.unwrap_or(form), form + 1)
    }
}

impl<'a> Words<'a> {
    /// A text.
    pub fn plain(&self, word: Word) -> &'a str {
        self.plain.get(word as usize)
    }

    /// A text with holes, to be written.
    pub(crate) fn template(&self, word: Word) -> Template<'a> {
        Template(self.plain(word))
    }

    /// A text in the form for a number.
    pub fn plural(&self, word: PluralWord, number: u32) -> &'a str {
        let (form, forms) = self.plural_rule.place(number);
        self.plurals.get(word as usize * forms + form)
    }

    /// A text with its values, in the order of the names that [`Word`] gives.
    ///
    /// ```
    /// use aftercare_consensus::CORPUS;
    /// use aftercare_consensus::words::Word;
    ///
    /// let words = CORPUS.languages[0];
    /// assert_eq!(words.say(Word::CardHeadline, &["Doctors", "fine"]), "Doctors: fine");
    /// ```
    pub fn say(&self, word: Word, values: &[&str]) -> String {
        filled(self.plain(word), values)
    }

    /// The form for a number.
    pub fn form(&self, forms: &[&'a str], number: u32) -> &'a str {
        forms
            .get(self.plural_rule.form(number))
            .copied()
            .unwrap_or_default()
    }

    /// A list of texts.
    pub fn list(&self, word: ListWord) -> &'a [&'a str] {
        self.lists.get(word as usize).copied().unwrap_or_default()
    }
}

/// A template with its values filled in: the character U+0001 stands for the
/// first, and so on. Values are not filled in again.
pub fn filled(template: &str, values: &[&str]) -> String {
    let mut text = String::new();
    let mut template = Template(template);
    while let Some(hole) = template.put_to_hole(&mut text) {
        match values.get(usize::from(hole.get()) - 1) {
            Some(value) => text.push_str(value),
            None => text.push(char::from(hole.get())),
        }
    }
    text
}

/// A text with holes, as far as it is not written yet.
pub(crate) struct Template<'a>(pub(crate) &'a str);

impl Template<'_> {
    /// Writes it up to the next hole: 1 is that of the first value. `None` at its end.
    pub(crate) fn put_to_hole(&mut self, out: &mut impl Put) -> Option<NonZero<u8>> {
        // The loader lets no other control characters into a text.
        let hole = self.0.bytes().position(|sign| sign < b' ' && sign > 0);
        let end = hole.unwrap_or(self.0.len());
        let (text, rest) = self.0.split_at_checked(end)?;
        out.put(text);
        let (hole, rest) = rest.split_at_checked(1)?;
        self.0 = rest;
        NonZero::new(*hole.as_bytes().first()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_filled_in_by_their_places() {
        assert_eq!(filled("\u{1} of \u{2}", &["3", "\u{1}"]), "3 of \u{1}");
        // No place has the number 0.
        assert_eq!(filled("a\0 of \u{1}", &["3"]), "a\0 of 3");
        assert_eq!(filled("\u{2}é\u{3}", &["a", "b"]), "bé\u{3}");
        assert_eq!(filled("", &[]), "");
    }

    #[test]
    fn texts_are_found_by_their_places() {
        let texts = Texts::from_parts("aéb", &[1, 0, 2, 1, 9]);
        let found = [0, 1, 2, 3, 4, 5].map(|place| texts.get(place));
        assert_eq!(found, ["a", "", "é", "b", "", ""]);
    }
}
