//! Entries: what a city's people write, propose and publish, whichever module keeps it.
//!
//! A module tells the desk of its kind of entry as a [`Kind`]: how its rows are told as fields and written from them. So
//! proposing, reviewing, publishing, history and undo are one piece of code for all of them.

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use sea_orm::{DeriveActiveEnum, EnumIter, sea_query::StringLen};
use uuid::Uuid;

use crate::{
    error::Result,
    history::Fields,
    page::path_name,
    refusal::{self, Outcome, Problem, Refused},
    scope::{Scope, Tx},
};

/// Whether an entry is shown to everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum State {
    /// It is.
    #[default]
    Published,
    /// It will be, at a moment that it says.
    Scheduled,
    /// Its people took it out of sight.
    Archived,
    /// Nobody confirmed it for too long.
    Hidden,
}

impl State {
    /// Its name in tables, files and the history.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Published => "PUBLISHED",
            Self::Scheduled => "SCHEDULED",
            Self::Archived => "ARCHIVED",
            Self::Hidden => "HIDDEN",
        }
    }
}

/// Whose entries of a kind are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A party's (see [`crate::access::Grant`]): the one that this column names. Without a value, the city's.
    Column(&'static str),
    /// Each is its own: it is a party itself.
    Itself,
    /// The city's.
    City,
}

/// Something that a module finds wrong with a field, by the key of its message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong(pub &'static str);

impl refusal::Kind for Wrong {
    fn key(self) -> &'static str {
        self.0
    }

    fn code(self) -> &'static str {
        "FIELD_INVALID"
    }
}

impl Wrong {
    /// A problem that a module words by kinds of its own.
    pub fn of<K: refusal::Kind>(problem: Problem<K>) -> Problem<Self> {
        Problem { kind: Self(problem.kind.key()), field: problem.field, args: problem.args }
    }

    /// An outcome that a module words by kinds of its own.
    pub fn in_outcome<T, K: refusal::Kind>(outcome: Outcome<T, K>) -> Outcome<T, Self> {
        outcome.map_err(|refused| match refused {
            Refused::Fault(fault) => Refused::Fault(fault),
            Refused::Problems(problems) => Refused::Problems(problems.into_iter().map(Self::of).collect()),
        })
    }
}

/// A kind of entry: what the desk must know of a module's rows, and how it writes them. Nothing here decides rights.
pub struct Kind {
    /// Its name in enums of the schema and in the database, in capitals.
    pub name: &'static str,
    /// The entity's name in change log and history.
    pub entity: &'static str,
    /// What the paths of its pages begin with.
    pub folder: &'static str,
    /// The columns that people can write, in the order of forms.
    pub columns: &'static [&'static str],
    /// The column that says what an entry is called.
    pub title: &'static str,
    /// Whose its entries are.
    pub owner: Owner,
    /// An entry's id as clients see it.
    pub global: fn(Uuid) -> String,
    /// The id behind one that clients see; none if it names something else.
    pub parse: fn(&str) -> Option<Uuid>,
    /// The entries of these ids that there are, in any state, whoever asks.
    pub load: for<'a> fn(&'a Scope, Vec<Uuid>) -> BoxFuture<'a, Result<Vec<Entry>>>,
    /// The entry of that id as it is now, kept from other writers until the unit of work ends.
    pub lock: for<'a> fn(&'a Tx, Uuid) -> BoxFuture<'a, Result<Option<Entry>>>,
    /// A party's entries, in any state.
    pub of_party: for<'a> fn(&'a Scope, Uuid) -> BoxFuture<'a, Result<Vec<Entry>>>,
    /// What is wrong with an entry that says this, beside what it says now, if it is there. All is said at once.
    pub check: for<'a> fn(&'a Scope, &'a Fields, Option<&'a Fields>) -> BoxFuture<'a, Result<Vec<Problem<Wrong>>>>,
    /// What an entry would say that is written with these good fields: each value in the one notation it is told in.
    pub normal: for<'a> fn(&'a Scope, &'a Fields) -> BoxFuture<'a, Outcome<Fields, Wrong>>,
    /// Makes an entry. The text is what history calls it.
    pub create: for<'a> fn(&'a mut Tx, &'a Fields, &'static str) -> BoxFuture<'a, Outcome<Uuid, Wrong>>,
    /// Changes what an entry says: what history calls it, and why.
    pub update:
        for<'a> fn(&'a mut Tx, Uuid, &'a Fields, &'static str, Option<&'a str>) -> BoxFuture<'a, Outcome<(), Wrong>>,
    /// Takes an entry out of sight, or shows it again; with why. None where entries stay: others refer to them.
    pub set_state: Option<for<'a> fn(&'a mut Tx, Uuid, State, Option<&'a str>) -> BoxFuture<'a, Result<()>>>,
    /// Notes that all that an entry says is true. None where nobody is asked.
    pub confirm: Option<for<'a> fn(&'a mut Tx, Uuid) -> BoxFuture<'a, Result<()>>>,
    /// Ids of public entries that are likely the same as a draft, or whose people could join forces with its; the most
    /// alike first.
    pub similar: for<'a> fn(&'a Scope, &'a Fields) -> BoxFuture<'a, Result<Vec<Uuid>>>,
}

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// An entry, in any state.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is.
    pub kind: &'static Kind,
    /// Its id.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// What it says, by columns.
    pub fields: Fields,
    /// Whether it is shown to everybody.
    pub state: State,
    /// The parties whose it is; none for the city's own.
    pub owners: Vec<Uuid>,
    /// When somebody last said that it is true; nothing where nobody is asked.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When its people were last asked.
    pub reminded_at: Option<DateTime<Utc>>,
    /// How many more can take part, if somebody said.
    pub places_left: Option<i32>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Entry {
    /// Its id as clients see it.
    pub fn global(&self) -> String {
        (self.kind.global)(self.id)
    }

    /// The path of its page, without language.
    pub fn path(&self) -> String {
        format!("/{}/{}/{}", self.kind.folder, self.global(), path_name(&self.title))
    }
}
