//! When to get help: two levels, on every card.

use super::draw::Pen;
use crate::Settings;
use crate::words::{ListWord, Word, Words, fill};

/// Whom to call for what, and how soon.
pub(super) fn draw(pen: &mut Pen, words: &Words<'_>, settings: &Settings<'_>) {
    pen.part("section", "help");
    pen.text("h2", "", words.plain(Word::ViewHelp));

    pen.open("div", "care emergency");
    let number = match settings.emergency {
        None => words.plain(Word::ViewEmergencyNumber),
        Some(number) => number.text(),
    };
    let title = fill(words.plain(Word::ViewEmergency), &[("number", number)]);
    pen.text("h3", "", &title);
    pen.list(words.list(ListWord::RedFlagsEmergency));
    if let Some(number) = settings.emergency {
        let call = fill(words.plain(Word::ViewCall), &[("number", number.text())]);
        pen.link("call", &number.link(), &call);
    }
    pen.close();

    pen.open("div", "care soon");
    pen.text("h3", "", words.plain(Word::ViewSoon));
    pen.list(words.list(ListWord::RedFlagsSoon));
    pen.text("p", "", words.plain(Word::ViewNoDriving));
    contact(pen, words, settings);
    pen.close();

    pen.close();
}

/// The clinic's telephone, where it is given.
pub(super) fn contact(pen: &mut Pen, words: &Words<'_>, settings: &Settings<'_>) {
    if let Some(contact) = settings.contact {
        let clinic = clinic_name(words, settings);
        let values = [("clinic", clinic), ("number", contact.text())];
        let call = fill(words.plain(Word::ViewContact), &values);
        pen.link("call", &contact.link(), &call);
    }
}

/// What the clinic is called.
pub(super) fn clinic_name<'a>(words: &Words<'a>, settings: &Settings<'a>) -> &'a str {
    settings
        .clinic
        .unwrap_or(words.plain(Word::ViewClinicUnnamed))
}
