//! What a subscription would have told in the last month: said before it is made, so that nobody is surprised.

use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    error::{Fault, Result},
    holidays,
    refusal::{Problem, Refused},
    scope::Scope,
};
use notices::{Frequency, Settings, What, due, readers};

use crate::{
    about,
    compile::Compiled,
    engine::{Past, concerning},
    found::found,
    label, path, policy,
    refusal::Refusal,
    service::{self, Checked},
    subscription::Model,
    target::SubscriptionTargetInput as Target,
};

/// The days that are looked back on.
const MONTH: TimeDelta = TimeDelta::days(30);
/// The pause between two mails at once to one reader; what happens meanwhile is gathered.
const AT_ONCE_PAUSE: TimeDelta = TimeDelta::minutes(15);
/// How much of what would have been told is shown.
const EXAMPLES: usize = 5;

/// What a subscription would have told.
#[derive(Debug)]
pub(crate) struct Preview {
    /// What it would be called.
    pub(crate) label: String,
    /// What it asks for, a phrase for each condition.
    pub(crate) parts: Vec<String>,
    /// Where that is seen, without language.
    pub(crate) path: String,
    /// How many entries there are now; nothing for what asks for none.
    pub(crate) matches_now: Option<usize>,
    /// How much happened in the last month.
    pub(crate) happenings: usize,
    /// How many mails that would have been.
    pub(crate) mails: usize,
    /// The latest of what happened.
    pub(crate) examples: Vec<Past>,
    /// What could be told.
    pub(crate) possible: &'static [What],
    /// What is told if nobody says.
    pub(crate) usual: &'static [What],
    /// How often, if nobody says.
    pub(crate) usual_frequency: Frequency,
    /// The acting person's own of the very same.
    pub(crate) saved: Option<Model>,
}

/// What a subscription to that target would have told in the last month, by the acting person's own hours, else by the
/// usual ones. What is wrong with the target is a fault of the argument `target`.
pub(crate) async fn preview(
    scope: &Scope,
    target: Target,
    frequency: Option<Frequency>,
    wanted: Option<&[What]>,
) -> Result<Preview> {
    let snapshot = scope.snapshot().await?;
    let checked = service::check(scope, &snapshot, target).await.map_err(|refused| as_fault(scope, refused))?;
    let Checked { target, child, compiled, .. } = checked;
    let about = wanted.map_or_else(|| about::usual(&target).to_vec(), |wanted| about::chosen(&target, wanted));
    let compiled = Compiled { about, ..compiled };
    let now = scope.now();
    let past = concerning(scope, &snapshot, &compiled, now - MONTH).await?;
    let frequency = frequency.unwrap_or_else(|| about::usual_frequency(&target));
    let settings = match policy::may_subscribe(&scope.actor) {
        true => readers::own(scope).await?.map(|reader| reader.settings()).unwrap_or_default(),
        false => Settings::default(),
    };
    let moments = past.iter().map(|past| past.at).collect();
    let name = child.as_ref().map(|child| child.name.as_str());
    Ok(Preview {
        label: label::in_words(scope, &snapshot, &target, name),
        parts: label::parts(scope, &snapshot, &target, name),
        path: path::path(scope, &snapshot, &target)?,
        matches_now: found(scope, &snapshot, &compiled)?.map(|found| found.len()),
        happenings: past.len(),
        mails: mails(scope, frequency, &settings, moments),
        examples: past.into_iter().take(EXAMPLES).collect(),
        possible: about::possible(&target),
        usual: about::usual(&target),
        usual_frequency: about::usual_frequency(&target),
        saved: service::following(scope, &target).await?,
    })
}

/// How many mails what happened at these moments makes: one for each moment at which something leaves.
fn mails(scope: &Scope, frequency: Frequency, settings: &Settings, mut happened: Vec<DateTime<Utc>>) -> usize {
    happened.sort_unstable();
    let zone = scope.tenant.time_zone;
    let pause = if frequency == Frequency::AtOnce { AT_ONCE_PAUSE } else { TimeDelta::zero() };
    let mut sent: Option<DateTime<Utc>> = None;
    let mut mails = 0;
    for at in happened {
        let leaves = due(frequency, settings, &holidays::is_holiday, zone, at);
        // What leaves at the very moment of the last mail, or waited for the pause after it, is in one mail.
        match sent {
            Some(last) if leaves <= last => {}
            Some(last) if leaves < last + pause => {
                sent = Some(last + pause);
                mails += 1;
            }
            _ => {
                sent = Some(leaves);
                mails += 1;
            }
        }
    }
    mails
}

/// What people can mend about a target, as a question's fault: there is no form here to say it at.
fn as_fault(scope: &Scope, refused: Refused<Refusal>) -> Fault {
    match refused {
        Refused::Fault(fault) => fault,
        Refused::Problems(problems) => {
            let said: Vec<String> = problems.iter().map(|problem: &Problem<Refusal>| problem.message(scope)).collect();
            Fault::bad_input("target", said.join(" "))
        }
    }
}
