//! What do most say at the time for which a reader plans it, beside what they say now? The
//! same card at a later moment, and the next moment that is better.

use aftercare_corpus::Value;
use serde::{Deserialize, Serialize};

use super::card_display::{Display, minutes};
use super::clinic::clinic_name;
use super::view::FieldErrors;
use super::wording::voting;
use crate::consensus::{Minutes, Status, clock_text};
use crate::guidance::status_words;
use crate::i18n::{brief_span, clean};
use crate::settings::{LocalTime, day, hours_text, minutes as minutes_of, typed_minutes};

/// What stands in the form of a plan; empty texts for what is not typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Value", rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PlanForm {
    /// The chosen day.
    pub day: PlanDay,
    /// Another day, as a date input has it.
    pub date: String,
    /// As a time input has it.
    pub time: String,
    /// Hours from now, where there is no clock.
    pub hours: String,
    /// Whether the reader has asked, and so is told what is missing.
    pub is_submitted: bool,
}

impl From<Value> for PlanForm {
    fn from(mut given: Value) -> Self {
        Self {
            day: match &*given.take_text("day") {
                "today" => PlanDay::Today,
                "tomorrow" => PlanDay::Tomorrow,
                _ => PlanDay::Other,
            },
            date: given.take_text("date"),
            time: given.take_text("time"),
            hours: given.take_text("hours"),
            is_submitted: given.take_flag("isSubmitted"),
        }
    }
}

/// The day of a plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum PlanDay {
    /// Today.
    Today,
    /// Tomorrow.
    #[default]
    Tomorrow,
    /// The day that is typed.
    Other,
}

/// A plan, and what comes of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Plan<'d> {
    /// Whether hours from now are asked, since there is no clock.
    pub by_hours: bool,
    /// Today, as a date input has it; empty where that cannot be read.
    pub today: String,
    /// What is missing or wrong.
    pub errors: FieldErrors,
    /// What is said at the time of the plan.
    pub result: Option<PlanResult<'d>>,
}

/// Now and the time of the plan, side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PlanResult<'d> {
    /// The plan in one sentence, for those who do not see it.
    pub spoken: String,
    /// Says that the plan is within the clinic's wait.
    pub clinic: Option<String>,
    /// Now.
    pub now: PlanMoment<'d>,
    /// The time of the plan.
    pub plan: PlanMoment<'d>,
    /// The next moment that is better.
    pub better: Option<BetterMoment>,
    /// The minute of the plan after the treatment.
    pub minute: u32,
}

/// One of the two moments.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PlanMoment<'d> {
    /// "Now"
    pub name: &'d str,
    /// "Sat 9:00 PM", where there is a clock.
    pub when: Option<String>,
    /// "4 h after"
    pub after: String,
    /// Whether the clinic's own wait runs, which comes first.
    pub clinic: bool,
    /// What the tallies amount to.
    pub status: Status,
    /// The same in words.
    pub title: String,
    /// How many of each panel say fine.
    pub counts: Vec<String>,
}

/// From when most say fine and no wait of the clinic runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct BetterMoment {
    /// From when most say fine; `null` where the clinic's wait ends no earlier.
    pub most: Option<String>,
    /// How long after the plan that is.
    pub after: String,
    /// Asks for that moment.
    pub button: String,
    /// What the form has then.
    pub form: PlanForm,
}

impl<'d> Display<'d> {
    /// What a plan comes to.
    pub fn plan(&self, form: &PlanForm) -> Plan<'d> {
        let today = match self.is_live() {
            true => day(self.environment, self.moment().now).map(|day| day.date),
            false => None,
        };
        let by_hours = today.is_none();
        let planned = match form.is_submitted {
            true => Some(self.planned(form, by_hours)),
            false => None,
        };
        let (planned, errors) = match planned {
            Some(Err(errors)) => (None, errors),
            Some(Ok(at)) => (self.at(at), FieldErrors::default()),
            None => (None, FieldErrors::default()),
        };
        Plan {
            by_hours,
            today: today.unwrap_or_default(),
            errors,
            result: planned.map(|planned| self.compared(&planned, by_hours)),
        }
    }

    /// The moment of a plan after the treatment, or what is missing or wrong.
    fn planned(&self, form: &PlanForm, by_hours: bool) -> Result<Minutes, FieldErrors> {
        let core = &self.words.core;
        let now = self.elapsed();
        let mut errors = FieldErrors::default();
        if by_hours {
            if let Some(hours) = typed_minutes(&clean(&form.hours)) {
                return Ok(Minutes(now.0.saturating_add(hours.0)));
            }
            errors.hours = Some(core.form.error_hours.to_string());
            return Err(errors);
        }
        let date = match form.day {
            PlanDay::Other => form.date.clone(),
            PlanDay::Today => self.date_in(0).unwrap_or_default(),
            PlanDay::Tomorrow => self.date_in(1).unwrap_or_default(),
        };
        if date.is_empty() {
            errors.date = Some(core.plan.error_date.to_string());
        }
        if form.time.is_empty() {
            errors.time = Some(core.plan.error_time.to_string());
        }
        if errors.date.is_some() || errors.time.is_some() {
            return Err(errors);
        }
        let typed = LocalTime::parse(&format!("{date}T{}", form.time));
        let instant = typed.and_then(|typed| typed.instant(self.environment, self.moment().now));
        let wrong = match instant.zip(self.moment().treated) {
            None => &core.plan.error_time,
            // What is before the treatment is past, too.
            Some((instant, treated)) => match minutes_of(instant - treated) {
                Some(at) if at >= now => return Ok(at),
                _ => &core.plan.error_past,
            },
        };
        errors.time = Some(wrong.to_string());
        Err(errors)
    }

    /// The date in so many days, as a date input has it.
    fn date_in(&self, days: u32) -> Option<String> {
        const MINUTE: f64 = 60_000.0;
        let now = self.moment().now;
        let today = day(self.environment, now)?;
        Some(match days {
            0 => today.date,
            // Noon is on the next day, also where a night has an hour more or less.
            _ => {
                day(
                    self.environment,
                    now + f64::from(today.end.0 + 720) * MINUTE,
                )?
                .date
            }
        })
    }

    fn compared(&self, planned: &Display<'d>, by_hours: bool) -> PlanResult<'d> {
        let sentences = &self.words.core.plan;
        let now = self.plan_moment(match self.is_live() {
            true => &self.words.core.chart.now,
            false => &self.words.core.chart.card,
        });
        let plan = planned.plan_moment(&sentences.yours);
        let clinic = planned.clinic_wait(&planned.card);
        let clinic = clinic.filter(|wait| wait.waiting).map(|wait| wait.until);
        // A time that was typed is exact, whatever the treatment's was.
        let at = planned.elapsed();
        let when = self.exact_clock(at).unwrap_or_else(|| self.when(at));
        let clinic_sentence = clinic.map(|until| {
            let name = clinic_name(self.words, self.settings);
            let until = self.when(until);
            let within = &sentences.clinic;
            within.fill(&[("clinic", &name), ("when", &until)])
        });
        let status = sentences.spoken.fill(&[
            ("when", &when),
            ("status", status_words(self.words, planned.card.status)),
        ]);
        PlanResult {
            spoken: match &clinic_sentence {
                Some(clinic) => format!("{clinic} {status}"),
                None => status,
            },
            clinic: clinic_sentence,
            now,
            plan,
            better: self.better(planned.elapsed(), clinic, by_hours),
            minute: planned.elapsed().0,
        }
    }

    fn plan_moment(&self, name: &'d str) -> PlanMoment<'d> {
        let elapsed = self.elapsed();
        let clinic = self.running_clinic_wait(&self.card);
        let span = brief_span(self.words, elapsed.0);
        let mut counts = Vec::new();
        for panel in voting(&self.card) {
            let (fine, timed) = (panel.tally.fine, panel.tally.timed());
            let text = self.words.form(&self.words.core.plan.say_fine, fine);
            counts.push(text.fill(&[
                ("n", &fine.to_string()),
                ("timed", &timed.to_string()),
                ("source", self.noun(panel.id, timed)),
                ("basis", self.basis(panel.basis)),
            ]));
        }
        PlanMoment {
            counts,
            name,
            when: self.short_when(elapsed),
            after: self.about(self.words.core.time.after.with("span", &span)),
            clinic: clinic.is_some(),
            status: self.card.status,
            title: clinic.unwrap_or_else(|| status_words(self.words, self.card.status).to_owned()),
        }
    }

    /// The next moment after a plan at which most say fine and no wait of the clinic runs.
    fn better(
        &self,
        plan: Minutes,
        clinic: Option<Minutes>,
        by_hours: bool,
    ) -> Option<BetterMoment> {
        let most = self.card.fine_from.most.map(minutes);
        let most = most.filter(|most| *most > plan);
        let at = self.rounded(most.max(clinic)?);
        let sentences = &self.words.core.plan;
        let when = self.when(at);
        let exact = self.exact_clock(at).unwrap_or_else(|| when.clone());
        let span = brief_span(self.words, at.0 - plan.0);
        Some(BetterMoment {
            most: (most > clinic).then(|| sentences.better.with("when", &when)),
            after: sentences.after.with("span", &span),
            button: sentences.choose.with("when", &exact),
            form: self.form_of(at, by_hours)?,
        })
    }

    /// What the form of a plan has for a moment.
    fn form_of(&self, at: Minutes, by_hours: bool) -> Option<PlanForm> {
        const MINUTE: f64 = 60_000.0;
        let form = PlanForm {
            is_submitted: true,
            ..PlanForm::default()
        };
        if by_hours {
            let left = Minutes(at.0.checked_sub(self.elapsed().0)?);
            return Some(PlanForm {
                hours: hours_text(left),
                ..form
            });
        }
        // A treatment that is between two minutes: the full one after it.
        let instant = (self.moment().instant(at)? / MINUTE).ceil() * MINUTE;
        let typed = day(self.environment, instant)?;
        let is = |days| self.date_in(days).as_ref() == Some(&typed.date);
        Some(PlanForm {
            day: match (is(0), is(1)) {
                (true, _) => PlanDay::Today,
                (_, true) => PlanDay::Tomorrow,
                _ => PlanDay::Other,
            },
            date: typed.date,
            time: clock_text(typed.minute.into()),
            ..form
        })
    }
}
