//! What would a page look like in a language that nobody speaks? As the test needs
//! it that finds what nobody has translated: whatever is still in plain letters.
//!
//! Its words are the English ones with other letters, in the place of another
//! language's. Nothing of it is in `dist/`.

use std::fs;
use std::path::PathBuf;

use aftercare_loader::{Language, PanelWords};
use anyhow::{Context, Result};

use crate::languages::Languages;
use crate::{page, root};

/// Like the letters of English and none of them.
const LETTERS: &str = "ȧƀċḓėƒġħïĵķŀṃṅȯƥɋŕşŧŭṽẇẋẏż";
const CAPITALS: &str = "ȦƁĊḒĖƑĠĦÏĴĶĿṂṄȮƤɊŔŞŦŬṼẆẊẎŻ";

/// Writes the words and the pages to a folder of their own.
pub(crate) fn write() -> Result<()> {
    let folder: PathBuf = root().join("target/web-pseudo");
    fs::create_dir_all(&folder)?;
    let mut data = aftercare_loader::load(&root().join("data"))?;
    let place = data.languages.iter().position(|one| !one.is_reference);
    let place = place.context("there is no second language")?;
    let english = data.languages.first().context("there is no language")?;
    let other = &data.languages[place];
    let mut made = made(english);
    made.id.clone_from(&other.id);
    made.name.clone_from(&other.name);
    data.languages[place] = made;
    Languages::of(&data).write(&folder)?;
    page::write_one(&folder, &data, &data.languages[place])
}

fn made(english: &Language) -> Language {
    let each = |texts: &Vec<String>| texts.iter().map(|text| strange(text)).collect::<Vec<_>>();
    Language {
        is_reference: false,
        reviewed: false,
        plain: each(&english.plain),
        plurals: english.plurals.iter().map(each).collect(),
        lists: english.lists.iter().map(each).collect(),
        activities: english
            .activities
            .iter()
            .map(|texts| texts.clone().map(|text| strange(&text)))
            .collect(),
        panels: english
            .panels
            .iter()
            .map(|panel| PanelWords {
                name: strange(&panel.name),
                about: strange(&panel.about),
                noun: each(&panel.noun),
            })
            .collect(),
        conditions: each(&english.conditions),
        reasons: each(&english.reasons),
        kinds: each(&english.kinds),
        page: english
            .page
            .iter()
            .map(|(key, text)| (key.clone(), strange(text)))
            .collect(),
        ..english.clone()
    }
}

/// A text in other letters; what stands in braces is not for readers.
fn strange(text: &str) -> String {
    let mut inside = false;
    let other = |letter: char| {
        inside = match letter {
            '{' => true,
            '}' => false,
            _ => inside,
        };
        let (first, letters) = match letter {
            'a'..='z' => ('a', LETTERS),
            'A'..='Z' => ('A', CAPITALS),
            _ => return letter,
        };
        let place = letter as usize - first as usize;
        match inside {
            true => letter,
            false => letters.chars().nth(place).unwrap_or(letter),
        }
    };
    text.chars().map(other).collect()
}

#[cfg(test)]
mod tests {
    use super::strange;

    #[test]
    fn a_text_keeps_its_length_and_its_placeholders() {
        assert_eq!(strange("Wait {n} h, OK?"), "Ẇȧïŧ {n} ħ, ȮĶ?");
        assert_eq!(strange("az AZ"), "ȧż ȦŻ");
    }
}
