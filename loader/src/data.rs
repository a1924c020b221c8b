//! The checked corpus: what `data/` says, with every name resolved.

/// All of `data/`.
#[derive(Debug, Clone)]
pub struct Data {
    /// The corpus's version.
    pub version: String,
    /// The month of the last change, `YYYY-MM`.
    pub updated: String,
    /// The closed lists.
    pub vocabulary: Vocabulary,
    /// The products.
    pub treatments: Vec<Treatment>,
    /// The panels, in the order of the card.
    pub panels: Vec<Panel>,
    /// The languages; the first is the reference.
    pub languages: Vec<Language>,
}

/// The closed lists of ids that answers may use.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// Activities, in the order of the card.
    pub activities: Vec<String>,
    /// The index of the activity that is meant where a caller names none.
    pub default_activity: usize,
    /// Conditions.
    pub conditions: Vec<String>,
    /// Reasons.
    pub reasons: Vec<String>,
    /// Kinds of source.
    pub kinds: Vec<String>,
}

/// A product.
#[derive(Debug, Clone)]
pub struct Treatment {
    /// The stable id.
    pub id: String,
    /// The brand.
    pub name: String,
    /// Other brands.
    pub aliases: Vec<String>,
    /// The generic name.
    pub generic: String,
}

/// A set of answers of one kind.
#[derive(Debug, Clone)]
pub struct Panel {
    /// The folder's name.
    pub id: String,
    /// The answers, in the order of files and records.
    pub answers: Vec<Answer>,
}

/// One source's view.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The stable id.
    pub id: String,
    /// Indices of the treatments that it names, ascending.
    pub treatments: Vec<usize>,
    /// Whether it speaks of the class of products.
    pub class: bool,
    /// `(activity, position)`, in the order of the activities.
    pub positions: Vec<(usize, Position)>,
    /// Indices of its conditions, ascending.
    pub conditions: Vec<usize>,
    /// Indices of its reasons, ascending.
    pub reasons: Vec<usize>,
    /// What it says on whether exercise weakens the result.
    pub weakens: Option<Weakens>,
    /// Whether it says that no study exists.
    pub no_study: bool,
    /// Whether it sends the reader to their own doctor on this.
    pub defers: bool,
    /// Where it comes from and what it says, for a deeper look.
    pub source: Source,
}

/// On "does exercise weaken the result?".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakens {
    /// It does not.
    No,
    /// It may, in the first day.
    MayFirstDay,
    /// It may, for people who are always active.
    MayHabitual,
}

/// Where an answer comes from.
#[derive(Debug, Clone)]
pub struct Source {
    /// What it says, in our own words.
    pub summary: String,
    /// Index of its kind.
    pub kind: usize,
    /// Title of the page or thread.
    pub title: String,
    /// Address, where one is known.
    pub address: Option<String>,
    /// Place in the thread, counted from 1.
    pub number: Option<u32>,
    /// Specialty, as the page gives it.
    pub specialty: Option<String>,
    /// Place, as the page gives it.
    pub place: Option<String>,
    /// The page's rating, provenance only.
    pub rating: Option<f64>,
    /// The page's count of reviews, provenance only.
    pub reviews: Option<u32>,
    /// The month in which it was read, `YYYY-MM`.
    pub read: String,
    /// The rule by which each position was coded, such as `R1`.
    pub rules: Vec<String>,
}

/// What an answer says about one activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// Two moments.
    Timed {
        /// Up to this moment it says wait.
        no_until: Time,
        /// From this moment it says fine.
        yes_from: Time,
    },
    /// Avoid, with no time.
    Untimed,
}

/// A moment on the hours axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// So many minutes after the treatment.
    Minutes(u32),
    /// The first midnight after the treatment.
    DayEnd,
    /// Six o'clock on the morning after that midnight.
    DayStart,
}

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Language {
    /// The BCP 47 code: the file's name.
    pub id: String,
    /// Whether it is the one that the others are measured by.
    pub is_reference: bool,
    /// The language's name in itself.
    pub name: String,
    /// Whether a clinician has read it.
    pub reviewed: bool,
    /// The rows of its CLDR plural rule.
    pub plural: Vec<crate::Relation>,
    /// One text for each plain [`crate::KEYS`] entry, in their order.
    pub plain: Vec<String>,
    /// One list of forms for each plural key.
    pub plurals: Vec<Vec<String>>,
    /// One list for each list key.
    pub lists: Vec<Vec<String>>,
    /// Name, subject, what counts as it, and "I have done it", for each activity.
    pub activities: Vec<[String; 4]>,
    /// For each panel.
    pub panels: Vec<PanelWords>,
    /// For each condition.
    pub conditions: Vec<String>,
    /// For each reason.
    pub reasons: Vec<String>,
    /// For each kind.
    pub kinds: Vec<String>,
    /// Keys and texts of the static page.
    pub page: std::collections::BTreeMap<String, String>,
}

/// The words of a panel.
#[derive(Debug, Clone)]
pub struct PanelWords {
    /// Its name.
    pub name: String,
    /// What it is and is not.
    pub about: String,
    /// Its noun in the language's plural forms.
    pub noun: Vec<String>,
}
