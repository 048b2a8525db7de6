# Pages of events: list, calendar, event, one's own, desk, form.

menu-events = Events

# List
events-title = Events
events-title-q = Events: { $q }
events-title-month = Calendar of events: { $month }
events-title-week = Calendar of events: { $days }
events-description = What is on in { $city }: events for children, young people, parents and teachers.
events-search = Search events
events-field-q = What are you looking for?
events-field-q-placeholder = e.g. workshop, concert, open day
events-weekend = this weekend
events-free = free
events-online = online
events-online-too = also online
events-count =
    { $n ->
        [0] No such events
        [one] { $shown } event
       *[other] { $shown } events
    }
events-none = We found nothing
events-none-text = Change the conditions and something may turn up:
events-none-at-all = Nothing has been announced yet. Come back soon.
events-everything = All events
events-chip-from = from { $date }
events-chip-until = until { $date }
events-filter-when = When
events-filter-from = from
events-filter-until = until
events-filter-conditions = Conditions
events-filter-languages = Language of the event
events-error-day = Enter a date, for example 2026-12-05.
events-error-days = The last day is before the first. Correct one of the dates.
events-day = { $weekday }, { $date }
events-weekday-date = { $weekday }, { $date }
events-days = { $from } – { $until }
events-today = today
events-tomorrow = tomorrow
events-all-day = all day
events-all-day-short = all day
events-until-day = until { $date }
events-until-time = until { $time }
events-from-until = from { $time }, until { $date }
events-place-unknown = place to be announced
events-price-unknown = price not given
events-no-sign-up = no sign-up needed
events-waiting-list = waiting list
events-full = fully booked
events-sign-up-open = sign-up open
events-sign-up-shut = sign-up closed
events-sign-up-soon = sign-up opens soon
events-moved = new date
events-moved-short = new date
events-repeats = Repeats
events-views = How to show it
events-view-list = List
events-view-month = Month
events-view-week = Week

events-audience-PUPILS = pupils
events-audience-PARENTS = parents
events-audience-TEACHERS = teachers
events-audience-EVERYBODY = everybody
events-level-PRESCHOOL = preschool
events-level-PRIMARY_1_3 = primary, years 1–3
events-level-PRIMARY_4_8 = primary, years 4–8
events-level-SECONDARY = secondary school
events-level-ADULT = adults

# Subscription
events-subscribe = Subscribe to the calendar
events-subscribe-all = Add this address to the calendar of your phone or computer, and events will appear in it by themselves.
events-subscribe-filtered = Add this address to the calendar of your phone or computer. Events that meet the chosen conditions will appear in it.
events-subscribe-news = Rather use a feed reader?
events-address = Address of the calendar
events-address-copy = Copy
events-address-copied = The address has been copied.
events-address-open = Open in a calendar program
events-calendar = Calendar of events (iCalendar)
events-atom = Feed of events (Atom)

# Calendar
events-month = { $month } { $year }
events-month-1 = January
events-month-2 = February
events-month-3 = March
events-month-4 = April
events-month-5 = May
events-month-6 = June
events-month-7 = July
events-month-8 = August
events-month-9 = September
events-month-10 = October
events-month-11 = November
events-month-12 = December
events-turn = Other days
events-previous-month = Previous month
events-next-month = Next month
events-previous-week = Previous week
events-next-week = Next week
events-dates-count =
    { $n ->
        [one] { $shown } date
       *[other] { $shown } dates
    }
events-goes-on = goes on
events-more = + { $n } more
events-more-on =
    { $n ->
        [one] { $n } more event: { $date }
       *[other] { $n } more events: { $date }
    }
events-month-empty = Nothing happens this month. Look at those beside it, or change the conditions.
events-week-empty = Nothing happens this week. Look at those beside it, or change the conditions.
events-truncated = There are so many dates that not all of them fit. Narrow your search.
events-school-year = The school year on these days

# Event
events-back = Events
events-over = this event is over
events-for-whom = For whom
events-about = About the event
events-languages = Language
events-organisers =
    { $n ->
        [one] Organiser
       *[other] Organisers
    }
events-more-dates = Further dates
events-dates-rest = More dates: { $n }
events-changed = Last change
events-online-link = Take part online
events-add-to-calendar = Add to calendar
events-keep = Keep
events-kept = Kept
events-similar = Similar events
events-write = Write to the organiser
events-desk = For organisers
events-joint-ask = Is your institution doing something similar? Talk to the organisers.
events-mine = Your sign-ups
events-sign-up = Sign up
events-wait = Put me on the waiting list
events-just-come = Just come along.
events-sign-up-opens = Sign-up opens: { $moment }
events-sign-up-closes = Sign up by: { $moment }
events-sign-up-closed = Sign-up was open until: { $moment }
events-sign-up-hint = You can cancel here at any time. The organiser will see your name.
events-waiting-hint = When a place becomes free we will tell you by e-mail.
events-sign-in-first = Sign in to sign up
events-sign-in-hint = An e-mail address is enough. You will come back to this place.
events-sign-up-another = Sign up somebody else
events-which-date = For which date?
events-choose-date = choose a date
events-who-comes = Whom are you signing up?
events-myself = myself
events-how-many = How many people will come?
events-note-add = Add a message to the organiser
events-note = Message to the organiser
events-note-hint = For example about diet or a wheelchair. Only the organiser reads it.
events-people =
    { $n ->
        [one] { $n } person
       *[other] { $n } people
    }
events-waiting-position = place in the queue: { $n }
events-sign-up-GOING = signed up
events-sign-up-WAITING = waiting list
events-sign-up-CANCELLED = cancelled
events-cancel = Cancel
events-cancel-of = Cancel: { $title }
events-cancel-ask = Cancel this sign-up? Somebody else may take the place.
event-sign-up-again = Sign up again
event-sign-up-again-of = Sign up again: { $title }
events-error-people = Enter a number of people, for example 2.
done-event-signed-up = You are signed up. See you there!
done-event-waiting = You are on the waiting list. We will tell you when a place becomes free.
done-event-sign-up-cancelled = The sign-up is cancelled.
done-event-kept = The event is kept. You will find it in your account.
done-event-unkept = The event is no longer kept.

# One's own events
events-own-title = My events
events-account-hint = What you and your children signed up for, events you kept, and your family calendar.
events-account-link = Open my events
events-own-sign-ups = Sign-ups
events-own-none = You have not signed up for anything yet.
events-own-find = Find something
events-own-cancelled = Cancelled sign-ups: { $n }
events-own-kept = Kept
events-own-kept-none = Choose “Keep” on an event’s page, and you will find it here.
events-unkeep = Do not keep
events-unkeep-of = Do not keep: { $title }
events-gone = deleted event
events-whole = the whole event

family-calendar = Family calendar
family-calendar-lead = Everything that you signed yourselves and your children up for, and what you kept, in the calendar of your phone. Changes of dates appear in it by themselves.
family-calendar-make = Make the calendar’s address
family-calendar-secret = Whoever has this address sees the calendar without signing in. Give it to nobody but your family.
family-calendar-show-names = Show the children’s names beside events
family-calendar-show-names-hint = Otherwise only titles and dates are shown.
family-calendar-renew = Change the address
family-calendar-renew-hint = If the address got into the wrong hands. The old one stops working; add the new one to your phones.
family-calendar-renew-ask = Change the address? The old one stops working on all phones.
family-calendar-revoke = Turn the calendar off
family-calendar-revoke-hint = The address stops working. Sign-ups stay.
family-calendar-revoke-ask = Turn the family calendar off? Its address stops working.
family-calendar-since = The address was made on { $date }.
done-family-calendar-made = The calendar’s address is ready. Add it to your phone.
done-family-calendar-names = Saved.
done-family-calendar-revoked = The family calendar is off.

# Participants
events-participants = Participants
events-participants-of = Participants: { $title }
events-participants-lead = Looking at this list is noted in a log. Do not pass it on.
events-participants-not-yours = The list of participants is for the event’s organisers.
events-participants-none = Nobody is here yet.
events-participants-state = Which to show
events-participants-all = all
events-participants-csv = Download the list (CSV)
events-participant-name = Who
events-participant-date = Date
events-participant-people = People
events-participant-state = State
events-participant-note = Message
events-participant-since = { $moment }
events-participant-remove = Remove
events-participant-remove-of = Remove: { $name }
events-participant-remove-ask = Remove { $name }? We will send a message about it.
done-event-participant-removed = Removed. A message about it is on its way.

# Joint events
events-joint = Organise together
events-joint-of = Organise together: { $title }
events-joint-lead = Several institutions can hold an event together: each shows it as its own and may change it.
events-joint-not-yours = This page is for people who run institutions.
events-organiser-first = announces the event
events-leave = Leave
events-leave-of = Leave: { $name }
events-leave-ask = { $name } will no longer be an organiser. Go on?
events-invitations = Invitations and requests
events-invitations-waiting =
    { $n ->
        [one] { $n } invitation to organise together
       *[other] { $n } invitations to organise together
    }
events-invitation-INVITE = invitation for { $name }
events-invitation-ASK = { $name } would like to join
events-invitation-state-WAITING = waiting
events-invitation-state-ACCEPTED = accepted
events-invitation-state-DECLINED = declined
events-invitation-state-WITHDRAWN = withdrawn
events-accept = Accept
events-accept-of = Accept: { $name }
events-decline = Decline
events-decline-of = Decline: { $name }
events-withdraw = Withdraw
events-withdraw-of = Withdraw: { $name }
events-invite = Invite an institution
events-invite-hint = Say what you would like to do together.
events-invite-send = Send the invitation
events-join = Join with your institution
events-join-hint = The organisers receive a request. Once they accept it, the event is a joint one.
events-join-send = Send the request
events-own-institution = Your institution
events-message = Message
events-message-title = Write to the organisers
events-message-hint = Everybody who runs this event receives it by e-mail.
events-message-reply-to = Give my e-mail address so that they can answer
events-message-send = Send the message
events-on-behalf = On behalf of
events-on-behalf-city = the city’s editors
events-alike = Similar at that time
events-alike-hint = Events of other institutions on the same subject, for similar people, within three weeks. Perhaps it is worth joining forces?
events-talk = Talk
events-talk-of = Talk to the organisers: { $title }
done-event-invited = The invitation has been sent.
done-event-asked-to-join = The request has been sent.
done-event-message-sent = The message has been sent.
done-event-invitation-answered = The answer has been sent.
done-event-invitation-withdrawn = Withdrawn.
done-event-left = The institution is no longer an organiser.
events-error-institution = Type the name of an institution and pick it from the list.

events-overlaps = Overlaps
events-overlaps-lead = Several institutions do something similar for the same people at the same time. Suggest that they hold it together.
events-overlaps-when = On which days
events-overlaps-none = No overlaps on these days.
events-desk-invited =
    { $n ->
        [one] invitation to organise together
       *[other] invitations to organise together
    }
events-desk-overlaps =
    { $n ->
        [one] overlap of events
       *[other] overlaps of events
    }
events-desk-new = Add an event
events-desk-new-of = Add an event: { $name }

# An institution's calendars
calendar-sources = Outside calendars
calendar-sources-of = Outside calendars: { $name }
calendar-sources-lead = Do you keep a calendar on the web already? Give its address, and its events will appear here by themselves.
calendar-sources-none = There is no calendar yet.
calendar-source-add = Add a calendar
calendar-source-url = Address of the calendar (.ics)
calendar-source-url-hint = For example https://example.org/calendar.ics. The calendar must be public.
calendar-source-how = We read it every few hours. What you change in an event here stays; events that leave the calendar leave this place, too.
calendar-source-not-yet = not read yet
calendar-source-failed = could not be read
calendar-source-read = read
calendar-source-unchanged = nothing changed
calendar-source-created-count = new
calendar-source-updated-count = changed
calendar-source-unchanged-count = as before
calendar-source-withdrawn-count = withdrawn
calendar-source-rejected-count = left out
calendar-source-problems =
    { $n ->
        [one] { $n } event left out
       *[other] { $n } events left out
    }
calendar-source-notes = Remarks: { $n }
calendar-source-events =
    { $n ->
        [one] { $n } event from this calendar
       *[other] { $n } events from this calendar
    }
calendar-source-next = read next: { $moment }
calendar-source-refresh = Read it now
calendar-source-refresh-of = Read it now: { $url }
calendar-source-change = Change the address
calendar-source-remove = Remove the calendar
calendar-source-remove-of = Remove the calendar: { $url }
calendar-source-remove-hint = Unless ticked, the events stay, and you can change them by hand.
calendar-source-archive = Also hide the coming events from this calendar
done-calendar-source-saved = The calendar is saved. We will read it soon.
done-calendar-source-refreshed = The calendar has been read.
done-calendar-source-removed = The calendar is removed.

# On other pages
events-home-weekend = This weekend
events-home-coming = Coming up
events-home-hint = Workshops, concerts, open days and meetings in town
events-home-all = See all ({ $shown })
events-institution = Events
events-institution-all = All events

# Form of an event
event-form-what = What
event-form-title-hint = Short and concrete, for example “Open day for future pupils”.
event-form-institution-hint = If an institution of the catalogue holds it: start typing its name and pick it from the list.
event-form-provider-hint = If somebody outside the catalogue holds it, for example “Parents’ council”.
event-form-day = Day
event-form-starts-time = Time of the beginning
event-form-ends-time = Time of the end
event-form-all-day = Lasts all day
event-form-other-day = Ends on another day
event-form-last-day = Last day
event-form-repeats = Does it repeat?
event-form-repeats-no = no
event-form-repeats-week = every week
event-form-repeats-fortnight = every two weeks
event-form-repeats-month = every month
event-form-repeats-own = otherwise
event-form-repeat-days = On which days of the week
event-form-repeat-days-hint = Empty: on the weekday of the first time.
event-form-monthly = On which day of the month
event-form-monthly-date = on the same day of the month (for example the fifth)
event-form-monthly-weekday = on the same weekday (for example the first Saturday)
event-form-monthly-last = on the last such weekday of the month
event-form-until = Until when
event-form-until-hint = The day after which it no longer repeats…
event-form-count = Or how many times
event-form-count-hint = …or the number of all meetings, for example 10.
event-form-rule = Rule of repetition
event-form-rule-hint = In the notation of calendars (RFC 5545), with an end: COUNT or UNTIL. For example every three weeks, eight times:
event-form-dates = Dates called off and moved
event-form-exceptions-hint = Days on which it does not take place although it would by the repetition.
event-form-exception = Date called off { $n }
event-form-moved-hint = Meetings that take place at another time. Empty rows are left out.
event-form-moved-number = Moved date { $n }
event-form-moved-from = Instead of
event-form-moved-to = Takes place on
event-form-moved-time = Moved date { $n }: time
event-form-moved-until = Until
event-form-venue-hint = For example “Gym” or “Kasprowicz Park”.
event-form-address = Address, if it is not the organiser’s
event-form-address-hint = Empty: the address of the institution that holds it.
event-form-online = One can take part online
event-form-online-hint = Everybody sees it. Leave empty if you send it to the participants.
event-form-look = Description and pictures
event-form-description-hint = What will happen, what to bring. Separate paragraphs by an empty line, begin lists with hyphens.
event-form-sign-up = Sign-up and price
event-form-sign-up-mode = Does one have to sign up?
event-form-sign-up-none = no
event-form-sign-up-none-hint = One just comes.
event-form-sign-up-event = yes, for the whole
event-form-sign-up-event-hint = Here, once for all dates.
event-form-sign-up-date = yes, for each date
event-form-sign-up-date-hint = Here, choosing a date.
event-form-sign-up-link = yes, on another site
event-form-sign-up-link-hint = You give the link to it.
event-form-capacity-hint = Empty: no limit.
event-form-waiting-list = Keep a waiting list when there are no places left
event-form-sign-up-when = From when until when one can sign up
event-form-price = Price in złoty
event-form-price-hint = Free: 0.
event-form-for-whom = For whom, language, accessibility
event-form-for-whom-hint = By this parents find the event.
event-form-languages-hint = In which languages it is held.
event-form-contact = Organiser, contact, attachments
event-form-contact-of = Held by { $name }
event-form-contact-hint = Address and telephone for questions, rules.
event-form-email-hint = For questions, for example office@example.org.
