# Pages of “Safe Together”: advice, alerts, the partners' desk.

menu-safety = Safety

safety-title = Safe Together
safety-description = Alerts and advice of the police, the fire brigade and other partners for families in { $city }.
safety-lead = Alerts and advice of the police, the fire brigade and other partners: what to do so that nothing happens, and what to do when it does.
safety-numbers = Emergency numbers
safety-number-112 = accident, fire, crime
safety-number-116111 = helpline for children and young people
safety-help = When help is needed
safety-now = For this season
safety-now-hint = Worth talking about with children now
safety-advice = Advice
safety-search = Search the advice
safety-search-words = Words to look for
safety-topic = Topic
safety-topics = Advice by topic
safety-season = Season
safety-seasons = Advice by season
safety-count =
    { $n ->
        [0] No such advice.
        [one] { $shown } piece of advice.
       *[other] { $shown } pieces of advice.
    }
safety-empty = There is no advice here yet. The partners are preparing it.
safety-empty-narrow = No advice meets all the conditions.
safety-everything = Show all advice
safety-partners = Partners
safety-partners-hint = Who keeps the city safe
safety-audience = For whom
safety-ages = Age

safety-form-what = Advice
safety-form-title-hint = What it is about, for example “Safe on ice”.
safety-form-choose = choose
safety-form-lead = In short
safety-form-lead-hint = One or two sentences, at most 300 characters.
safety-form-text = Text
safety-form-text-hint = An empty line begins a paragraph, hyphens a list, ## a heading.
safety-form-seasons = When it is needed most
safety-form-seasons-hint = In that season it stands at the top of the page. Nothing ticked: all year round.
safety-form-institution-hint = Who advises. Begin to type the name and choose from the list; empty: the city.
safety-form-more = More details
safety-form-more-hint = For whom, age, contact, keywords
safety-form-provider = Author who is not in the catalogue
safety-form-provider-hint = For example “Water rescue”. Empty if an institution is chosen.
safety-form-website-hint = Where more can be read, for example https://example.org.
safety-form-email-hint = For questions, for example prevention@example.org.

# Alerts

alert-banner = Alerts
alert-danger-EXTREME = Extreme danger
alert-danger-SEVERE = Severe danger
alert-danger-MODERATE = Moderate danger
alert-danger-MINOR = Minor danger
alert-danger-UNKNOWN = Alert
alert-over = Danger is over

alert-title = Alerts
alert-description = Alerts in force in { $city }, and those that are over.
alert-current = Alerts in force
alert-all = All alerts
alert-none = There are no alerts now.
alert-past = Past alerts
alert-past-none = There have been no alerts so far.
alert-feed = CAP feed (Atom)
alert-whole-city = the whole city
alert-from-until = from { $from } until { $until }
alert-until = until { $until }

alert-do = What to do
alert-what = What is happening
alert-where = Where
alert-when = When
alert-how = How bad
alert-who = Who says so
alert-more = More information
alert-chain = How it changed
alert-this-one = (this alert)
alert-exercise-note = This is an exercise or a test. There is no danger, and nothing to be done.
alert-cancelled-note = This alert has been cancelled.
alert-updated-note = This alert has been replaced by a newer one.
alert-expired-note = This alert is no longer in force: it ended { $date }.
alert-pending-note = It waits for a second person to approve it. Only partners see it.
alert-rejected-note = Rejected. Nobody has seen it.
alert-scheduled-note = It will be in force from the moment that was set.
alert-data = Data for services and programs (CAP)
alert-data-identifier = Identifier
alert-data-status = Status
alert-data-type = Kind of message
alert-data-event = Event
alert-data-category = Category
alert-data-urgency = Urgency
alert-data-severity = Severity
alert-data-certainty = Certainty
alert-data-polygon = Polygon
alert-data-circle = Circle
alert-cap = CAP XML file

# The desk of alerts

alert-desk-title = Alerts
alert-desk-waiting = To be approved
alert-desk-waiting-hint = An extreme alert appears only once a second person approves it.
alert-desk-current = In force and announced
alert-desk-past = Earlier
alert-desk-not-yours = Alerts are issued by those who answer for an institution, and by the city’s editors.
alert-desk-count-waiting =
    { $n ->
        [one] waits for a second person
       *[other] wait for a second person
    }
alert-desk-count-now =
    { $n ->
        [one] in force
       *[other] in force
    }
alert-new = Issue an alert
alert-new-lead = Answer the questions one by one. Before anything appears you will see a preview.
alert-see-preview = See the preview
alert-see-preview-hint = The preview announces nothing.
alert-send = Issue it now
alert-preview = This is what people will see
alert-preview-banner = The bar at the top of every page:
alert-preview-lasts = from now for { $hours }
alert-preview-second = An extreme alert appears only once a second person approves it.
alert-preview-edit = Change it

alert-form-what = What is happening
alert-form-sender = Who says so
alert-form-headline = Headline
alert-form-headline-hint = What matters most in one sentence of at most 160 characters, for example “Water in Pogodno is contaminated – do not drink from the tap”.
alert-form-event = Kind of event
alert-form-event-hint = Two or three words, for example “water contamination”.
alert-form-categories = What it concerns
alert-form-description = Description
alert-form-description-hint = What is known: what happened, who is in danger, what the services do.
alert-form-do = What people should do
alert-form-instruction = Instructions
alert-form-instruction-hint = Short orders, each on a line of its own, for example “Close the windows”.
alert-form-responses = In short
alert-form-how = How dangerous it is
alert-form-severity = How bad are the consequences?
alert-form-severity-hint = Severe and extreme alerts stand on a bar on every page of the portal.
alert-form-severity-EXTREME = Many lives or property on a large scale are in danger. A second person approves it.
alert-form-severity-SEVERE = Life, health or property is in danger.
alert-form-severity-MODERATE = It may do harm to somebody.
alert-form-severity-MINOR = A nuisance without much harm.
alert-form-severity-UNKNOWN = It is not yet known how bad.
alert-form-urgency = When must people act?
alert-form-urgency-IMMEDIATE = At this moment.
alert-form-urgency-EXPECTED = Soon, within the hour.
alert-form-urgency-FUTURE = In the next hours or days.
alert-form-urgency-UNKNOWN = It is not known.
alert-form-certainty = How certain is it?
alert-form-certainty-OBSERVED = It is happening or has happened.
alert-form-certainty-LIKELY = The odds are better than even.
alert-form-certainty-POSSIBLE = The odds are worse than even.
alert-form-certainty-UNLIKELY = It will probably not happen.
alert-form-certainty-UNKNOWN = It cannot be told.
alert-form-where = Where
alert-form-area = What area is it?
alert-form-area-city = The whole city
alert-form-area-districts = Some districts
alert-form-area-shape = An area on the map
alert-form-area-shape-hint = For those who have coordinates.
alert-form-districts = Districts
alert-form-polygon = Polygon
alert-form-polygon-hint = Points as latitude,longitude with spaces between; the last is the first again: 53.43,14.55 53.44,14.56 53.42,14.57 53.43,14.55
alert-form-circle = Circle
alert-form-circle-hint = Centre and radius in kilometres: 53.43,14.55 2.5
alert-form-place = Name of the area
alert-form-place-hint = In words, for example “Pogodno, streets north of Mickiewicza”. Empty: we write it.
alert-form-when = How long
alert-form-lasts = How long is it in force?
alert-form-lasts-hint = After that the alert leaves by itself. You can extend it or call it off before.
alert-form-lasts-until = until the time below
alert-form-hours =
    { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
alert-form-expires = In force until
alert-form-later = It begins later
alert-form-onset = Beginning of the danger
alert-form-onset-hint = When that begins which you warn of.
alert-form-effective = Show it from
alert-form-effective-hint = Nobody sees the alert before. Empty: at once.
alert-form-languages = In English and Ukrainian
alert-form-languages-hint = Otherwise those who read these languages see the Polish text
alert-form-more = Contact, notes, exercises
alert-form-more-hint = A page with information, a telephone number, a test without danger
alert-form-web = Page with information
alert-form-web-hint = For example https://example.org/water.
alert-form-contact = Contact
alert-form-contact-hint = For example “City duty officer, 91 123 45 67”.
alert-form-note = Note for services
alert-form-note-hint = It goes into the CAP file and not on the page.
alert-form-status = Is it really happening?
alert-form-status-ACTUAL = Everybody sees it.
alert-form-status-EXERCISE = The page says that it is an exercise.
alert-form-status-TEST = To see whether everything works.
alert-form-no-right = You may issue alerts of minor and moderate danger. The right to severe ones is granted by the city’s administrator.

alert-severity-missing = Say how bad the consequences are.
alert-urgency-missing = Say when people must act.
alert-certainty-missing = Say how certain it is.
alert-expires-missing = Choose how long it is in force, or give a day and a time.
alert-moment-wrong = Give a day and a time, for example 5.12.2026 and 16:00.
alert-districts-missing = Tick at least one district, or choose the whole city.
alert-shape-missing = Give a polygon or a circle, or choose the whole city.
alert-polygon-wrong = We cannot read these points. Write them like this: 53.43,14.55 53.44,14.56 53.42,14.57 53.43,14.55
alert-circle-wrong = We cannot read this circle. Write it like this: 53.43,14.55 2.5

alert-acts-on = What can be done with this alert
alert-update = Update it
alert-update-title = Update: { $headline }
alert-update-lead = Change what has changed. The new version replaces the one in force until { $until }.
alert-update-send = Issue the update
alert-not-updatable = This alert can no longer be updated: it is over, has been replaced or is somebody else’s.
alert-back = Back to the alert
alert-see = See it on the site
alert-clear = Announce that the danger is over
alert-clear-lead = The alert disappears, and in its place stands that there is no danger any more.
alert-clear-texts = Write a message of your own
alert-clear-send = Announce the end of danger
alert-cancel = Cancel it, since it was a mistake
alert-cancel-lead = The alert disappears, and its page says that it was cancelled and why.
alert-cancel-reason = Why?
alert-cancel-reason-hint = For example “False alarm: the water is fit to drink”.
alert-cancel-send = Cancel the alert
alert-reason = Reason:
alert-written-by = Author: { $name }, { $date }
alert-decided-by = Decision: { $name }, { $date }
alert-approve-title = Do you approve?
alert-approve-lead = This alert is of extreme danger. Check text, area and time; once you approve, everybody sees it at once.
alert-approve = Approve and issue
alert-approve-sure = Issue this alert to everybody?
alert-reject-reason = Why not?
alert-reject-hint = The author reads this in a message.
alert-reject = Reject
alert-withdraw-title = Take it back
alert-withdraw-reason = Why?
alert-withdraw = Take the alert back

alert-rights = Right to alert
alert-rights-lead = These institutions may issue severe and extreme alerts. Extreme ones are always approved by a second person.
alert-rights-none = No institution has this right yet.
alert-rights-admins = The right is granted and taken back by the city’s administrators.
alert-right-since = since { $date }
alert-right-grant-title = Grant the right
alert-right-grant-hint = Begin to type the name and choose from the list, for example “City police”.
alert-right-grant = Grant
alert-right-revoke = Take back
alert-right-revoke-of = Take back the right to alert: { $name }
alert-right-revoke-sure = Take back the right to alert? ({ $name })

done-alert-sent = The alert is issued.
done-alert-waits = The alert waits for a second person to approve it. We have written to those who can.
done-alert-updated = The update is issued. The former version is no longer in force.
done-alert-cancelled = The alert is cancelled.
done-alert-cleared = It is announced that the danger is over.
done-alert-approved = Approved and issued.
done-alert-rejected = Rejected. The alert will not appear.
done-alert-right-granted = The right is granted.
done-alert-right-revoked = The right is taken back.
