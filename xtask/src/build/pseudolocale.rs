//! How would a page look in a language that nobody speaks? For the test that finds
//! untranslated texts: whatever is still in plain letters.
//!
//! Its words are the English ones in other letters, in the place of another language's.
//! Nothing of it is in `dist/`.

use std::fs;
use std::path::PathBuf;

use aftercare_corpus::Words;
use anyhow::{Context, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::bundle::{self, Format};
use super::generated::Generated;
use super::pages;
use crate::project::{NAME, root};

/// Like the letters of English and none of them.
const LETTERS: &str = "ȧƀċḓėƒġħïĵķŀṃṅȯƥɋŕşŧŭṽẇẋẏż";
const CAPITALS: &str = "ȦƁĊḒĖƑĠĦÏĴĶĿṂṄȮƤɊŔŞŦŬṼẆẊẎŻ";

/// Writes the language pack and the pages to a folder of their own.
pub(crate) fn write(generated: &Generated) -> Result<()> {
    let folder: PathBuf = root().join("target/pseudolocale");
    fs::create_dir_all(&folder)?;
    let mut data = aftercare_corpus::load(&root().join("data"))?;
    let place = 1;
    let other = data.corpus.languages.get(place);
    let other = other.context("there is no second language")?;
    let (id, name) = (other.id.clone(), other.name.clone());
    let english = &data.corpus.languages[0];
    let words = Words {
        id: id.clone(),
        name,
        plural: english.plural.clone(),
        ..translated(english)?
    };
    data.corpus.languages.to_mut()[place] = words;
    data.labels[place] = translated(&data.labels[0])?;
    let page = data.pages[place].keys();
    data.pages[place] = page
        .map(|key| Ok((key.clone(), translated(&data.pages[0][key])?)))
        .collect::<Result<_>>()?;
    generated.language_pack(&data, &id)?;
    let pack = folder.join(format!("{NAME}.{id}.js"));
    bundle::script(
        "entries/language.ts",
        Format::Iife,
        &generated.folder,
        &pack,
    )?;
    pages::write_language(&folder, &data, place)
}

/// All texts of a value in other letters.
fn translated<T: Serialize + DeserializeOwned>(value: &T) -> Result<T> {
    let mut tree = serde_json::to_value(value)?;
    translate(&mut tree);
    Ok(serde_json::from_value(tree)?)
}

fn translate(value: &mut Value) {
    match value {
        Value::String(text) => *text = in_other_letters(text),
        Value::Array(values) => values.iter_mut().for_each(translate),
        // The plural's categories are no text.
        Value::Object(entries) => entries
            .iter_mut()
            .filter(|(key, _)| *key != "plural")
            .for_each(|(_, value)| translate(value)),
        _ => {}
    }
}

/// A text in other letters; what stands in braces is not for readers.
fn in_other_letters(text: &str) -> String {
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
    use super::in_other_letters;

    #[test]
    fn a_text_keeps_its_length_and_its_placeholders() {
        assert_eq!(in_other_letters("Wait {n} h, OK?"), "Ẇȧïŧ {n} ħ, ȮĶ?");
        assert_eq!(in_other_letters("az AZ"), "ȧż ȦŻ");
    }
}
