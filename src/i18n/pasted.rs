//! Which letters did a person mean who has pasted a text?

/// A text as it is typed on a keyboard: without the marks that nobody sees, and with the
/// common space, hyphen and digits in the place of those that phones and word processors
/// put there. Space around it is gone.
pub(crate) fn clean(text: &str) -> String {
    let mut cleaned = String::new();
    for letter in text.chars() {
        cleaned.push(match letter {
            // Soft hyphens, joiners, marks of direction and of the order of bytes.
            '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' => continue,
            '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
            // Wide forms of ASCII.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
            letter if letter.is_whitespace() => ' ',
            letter => letter,
        });
    }
    cleaned.trim_ascii().to_owned()
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_nobody_sees_is_gone_and_the_rest_is_as_typed() {
        for (pasted, typed) in [
            ("\u{202d}+1 212 555 0100\u{202c}", "+1 212 555 0100"),
            ("\u{200e}911\u{200f}", "911"),
            ("\u{2068}24\u{a0}h\u{2069}", "24 h"),
            ("\u{feff}Dys\u{ad}port\u{200b}", "Dysport"),
            ("lying\u{2011}flat", "lying-flat"),
            ("020\u{2009}7946\u{2013}0000", "020 7946-0000"),
            (
                "\u{ff0b}\u{ff14}\u{ff14}\u{3000}\u{ff08}0\u{ff09}\u{ff0d}2",
                "+44 (0)-2",
            ),
            ("17\u{ff1a}00\u{202f}", "17:00"),
            (" Clínica\tel Sol\n", "Clínica el Sol"),
            ("\u{200b}\u{2060}", ""),
        ] {
            assert_eq!(clean(pasted), typed);
        }
        for dash in
            "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{fe58}\u{fe63}\u{ff0d}"
                .chars()
        {
            assert_eq!(clean(&format!("1{dash}2")), "1-2");
        }
    }

    #[test]
    fn what_is_cleaned_stays_as_it_is() {
        let all = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        let once = clean(&all.collect::<String>());
        assert_eq!(clean(&once), once);
    }
}
