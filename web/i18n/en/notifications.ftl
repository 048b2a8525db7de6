# Subscriptions: what somebody is told of, in words that Rust puts together, and in the mail that confirms an address.

events-filter-weekend = at weekends
news-filter-pinned = pinned only
advice-filter-now = what matters now
debates-filter-past = that are over
debates-filter-to-come = that are to come
debates-filter-open = that take questions
debates-filter-not-open = that take no questions

subscription-of-activities = Activities
subscription-of-events = Events
subscription-of-institutions = Institutions
subscription-of-news = News
subscription-of-advice = Safety advice
subscription-of-debates = Debates
subscription-of-everything = Everything in the city
subscription-of-alerts = Alerts
subscription-of-gone = An entry that is no more
subscription-query = “{ $q }”
subscription-child = for a child
subscription-child-named = for { $name }
subscription-near-place = within { $distance } of { $place }
subscription-near-home = within { $distance } of home
subscription-near-point = within { $distance } of the chosen place
subscription-distance-km = { $n } km
subscription-distance-m = { $n } m
subscription-interest = everything about: { $name }
subscription-district = everything around: { $name }
subscription-alerts-everywhere = in the whole city
subscription-alerts-place = at: { $place }
subscription-alerts-point = at the chosen place
subscription-severity-UNKNOWN = any
subscription-severity-MINOR = minor danger or worse
subscription-severity-MODERATE = moderate danger or worse
subscription-severity-SEVERE = only severe and extreme danger
subscription-severity-EXTREME = only extreme danger

subscription-consent = I want to get the notifications that I ask for at this address. I can stop them with one click in every message.

subscription-mail-confirm-subject = Confirm your notifications: { $label }
subscription-mail-confirm-text = Somebody, most likely you, asked for notifications at this address. Confirm it, and we will write when something comes up.
subscription-mail-confirm-what = About: { $label }
subscription-mail-confirm-when =
    { $frequency ->
        [AT_ONCE] When: at once
        [DAILY] When: once a day
       *[WEEKLY] When: once a week
    }
subscription-mail-confirm-button = Confirm notifications
subscription-mail-confirm-hint =
    { $days ->
        [one] The link works for { $days } day.
       *[other] The link works for { $days } days.
    }
subscription-mail-confirm-not-you = If it was not you, do nothing: unconfirmed, we will send nothing and forget the address.

refusal-subscription-target-missing = Say what you want to be told of.
refusal-subscription-target-unknown = There is no such thing here that one could be told of.
refusal-subscription-target-wrong = Something is wrong with this search: { $reason }
refusal-subscription-place-unknown = We know no such place here: enter a district, a street or an institution.
refusal-subscription-already-saved = You already have a notification of exactly this.
refusal-subscription-child-unknown = You have no profile of this child.
refusal-subscription-about-missing = Tick at least one thing that you want to be told of.
refusal-subscription-label-too-long =
    { $most ->
        [one] A name has at most { $most } character.
       *[other] A name has at most { $most } characters.
    }
refusal-subscription-too-many =
    { $most ->
        [one] You can have at most { $most } notification. Remove it to add a new one.
       *[other] You can have at most { $most } notifications. Remove one to add a new one.
    }
refusal-subscription-address-unverified = Your account has no confirmed e-mail address, so we have nowhere to write. Sign in once with a code from a message, and the address will be confirmed.
refusal-subscription-email-invalid = Enter an e-mail address, like anna@example.org.
refusal-subscription-consent-missing = Without your consent we cannot write to this address.
refusal-subscription-mail-sent-already = A message to this address is on its way. Look into the mailbox, and into spam too, and try again later.
refusal-subscription-too-many-from-here = Too many requests from here at once. Try again in a few minutes.
refusal-subscription-link-invalid = This link does not work: it is not ours, or what it is about is no more.
refusal-subscription-link-stale = After this message somebody turned notifications on again. Open the link and confirm on the page that they are to stop.
refusal-subscription-gone-for-good = This notification cannot be restored any more.
