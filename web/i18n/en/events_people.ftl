# Events and people: sign-ups, changes, the family's calendar, joint events, institutions' calendars.

refusal-events-sign-up-none = You need not sign up for this event here. Its page says how to take part.
refusal-events-sign-up-not-open = Signing up opens on { $date }. Come back then, or keep the event so that you remember it.
refusal-events-sign-up-closed = Signing up has closed. Ask the organiser whether there is still a place.
refusal-events-sign-up-over = This has begun or is over. Choose another date.
refusal-events-sign-up-date-missing = Choose the date you sign up for.
refusal-events-sign-up-date-unknown = There is no such date, or it was called off. Choose another.
refusal-events-sign-up-people =
    { $most ->
        [one] Enter a number of people from 1 to { $most }.
       *[other] Enter a number of people from 1 to { $most }.
    }
refusal-events-sign-up-note-too-long =
    { $most ->
        [one] The note is too long. Shorten it to { $most } character.
       *[other] The note is too long. Shorten it to { $most } characters.
    }
refusal-events-sign-up-child-unknown = You have no profile of this child. Choose one of yours, or nobody.
refusal-events-sign-up-full = All places are taken. Keep the event and look again later: somebody may cancel.
refusal-events-sign-up-too-few =
    { $left ->
        [one] There is no room for so many. You can sign up at most { $left } person.
       *[other] There is no room for so many. You can sign up at most { $left } people.
    }
refusal-events-sign-up-already = You are signed up for this already. It is on your list of events.
refusal-events-sign-up-too-many-people =
    { $most ->
        [one] One account can sign up at most { $most } person for a date. Tell the organiser about a larger group.
       *[other] One account can sign up at most { $most } people for a date. Tell the organiser about a larger group.
    }
refusal-events-sign-up-too-many =
    { $most ->
        [one] You have { $most } sign-up already. Cancel something to sign up for more.
       *[other] You have { $most } sign-ups already. Cancel something to sign up for more.
    }
refusal-events-keep-too-many =
    { $most ->
        [one] You keep { $most } event already. Let something go to keep another.
       *[other] You keep { $most } events already. Let something go to keep another.
    }

refusal-events-institution-unknown = There is no such institution. Choose it from the list.
refusal-events-already-organiser = This institution organises the event already.
refusal-events-already-invited = An invitation to this institution, or its wish to join, is waiting for an answer already.
refusal-events-too-many-organisers =
    { $most ->
        [one] An event can have at most { $most } organiser.
       *[other] An event can have at most { $most } organisers.
    }
refusal-events-nobody-answers = Nobody on the other side reads messages of the portal yet. Call, or write to the institution's own address.
refusal-events-message-missing = Write a message.
refusal-events-message-too-long =
    { $most ->
        [one] The message is too long. Shorten it to { $most } character.
       *[other] The message is too long. Shorten it to { $most } characters.
    }
refusal-events-already-answered = This was answered or taken back before. Load the page again.
refusal-events-not-organiser = This institution does not organise the event.
refusal-events-last-organiser = Nobody else organises this event. If it does not take place, archive it.

refusal-events-url-wrong = This is no address of a calendar. Paste one that begins with https:// or webcal://, without a user name, password or port.
refusal-events-url-internal = This address leads into an internal network. Enter one that works on the internet.
refusal-events-too-many-sources =
    { $most ->
        [one] An institution can have at most { $most } calendar. Remove the one it does not need.
       *[other] An institution can have at most { $most } calendars. Remove those it does not need.
    }
refusal-events-source-known = This calendar was added already.

events-calendar-not-text = The file is not UTF-8. Save or export the calendar again.
events-calendar-not-calendar = There is no iCalendar file at this address. Often there is a page to sign in: check that the address is public.
events-calendar-too-many-lines =
    { $most ->
        [one] The calendar has more than { $most } line. Split it, or remove old events from it.
       *[other] The calendar has more than { $most } lines. Split it, or remove old events from it.
    }
events-calendar-too-many-events =
    { $most ->
        [one] The calendar has more than { $most } event. Split it, or remove old events from it.
       *[other] The calendar has more than { $most } events. Split it, or remove old events from it.
    }
events-calendar-url-wrong = The calendar's address, or the one that it sends on to, is no plain web address. Correct it.
events-calendar-url-internal = The calendar's address leads into an internal network. Enter one that works on the internet.
events-calendar-unreachable = The calendar's server does not answer. We shall try again; check that the address works in a browser.
events-calendar-too-slow = The calendar's server takes too long to answer. We shall try again.
events-calendar-too-large = The calendar is too large: we read at most { $most } MB. Split it, or remove old events from it.
events-calendar-encoded = The server sends the calendar compressed, though we do not ask for that. Ask its administrator to switch compression off for this address.
events-calendar-redirects = The calendar's address redirects in circles. Enter the address at which the calendar really is.
events-calendar-status = The calendar's server answers: { $value }. Check that the address is current and public.
events-calendar-event-too-large = The event's description is too long. Shorten it in the calendar.
events-calendar-event-unreadable = This event cannot be read. Save it anew in the calendar.
events-calendar-uid-missing = The event has no identifier (UID), so we could not tell it apart next time.
events-calendar-uid-too-long = The event's identifier (UID) is longer than { $most } characters.
events-calendar-start-missing = The event does not say when it starts (DTSTART).
events-calendar-time-unreadable = A date or time of this event cannot be read. Set it anew in the calendar.
events-calendar-zone-unknown = We do not know the time zone “{ $value }”. Set Europe/Warsaw in the calendar.
events-calendar-too-many-dates = The event has too many exceptions. Split it into several.
events-calendar-rules-too-many = The event has several rules of recurrence (RRULE). Leave one.
events-calendar-rule-unreadable = We do not understand the rule of recurrence “{ $value }”. Let it recur every day, week, month or year.
events-calendar-rule-empty = The rule of recurrence “{ $value }” makes no date.
events-calendar-rule-foreign = The rule of recurrence “{ $value }” goes by another time zone, whose clocks change otherwise than ours. Set Europe/Warsaw in the calendar.
events-calendar-rule-cut = This event recurs without end, or for very long. We took dates up to { $value }; later ones will follow by themselves.
events-calendar-extra-dates = Additional dates (RDATE) were left out. Add them to the calendar as events of their own.
events-calendar-date-differs = The date { $value } has another title or place in the calendar than the others. We took only its hours.
events-calendar-future-differs = Changes “from this date on” were left out. Split the event in two in the calendar.
events-calendar-repeated = This identifier is in the calendar several times. We took the newest version.
events-calendar-private =
    { $value ->
        [one] { $value } private or confidential event was left out.
       *[other] { $value } private or confidential events were left out.
    }
events-calendar-past =
    { $value ->
        [one] { $value } event that is over was left out.
       *[other] { $value } events that are over were left out.
    }
events-calendar-desk-kept = This event was changed here by hand, so it stays as it is, though the calendar says otherwise ({ $value }).

events-csv-GOING = Takes part
events-csv-WAITING = Waits for a place
events-csv-date = Date
events-csv-name = Person
events-csv-people = People
events-csv-state = State
events-csv-note = Notes
events-csv-signed-up = Signed up on

events-family-title = Our events, { $city }
events-family-waiting = Waiting list: there is no place yet.

events-mail-changed-subject = Change: “{ $title }”
events-mail-changed-text = The event “{ $title }”, which you signed up for, has changed.
events-mail-back-subject = It takes place after all: “{ $title }”
events-mail-back-text = The event “{ $title }”, which you signed up for, takes place after all. When: { $when }.
events-mail-date-was = It was: { $when }
events-mail-date-is = It is: { $when }
events-mail-date-off = Does not take place: { $when }
events-mail-date-new = New date: { $when }
events-mail-place-was = The place was: { $place }
events-mail-place-is = The place is: { $place }
events-mail-place-open = not known yet
events-mail-changed-next = Your sign-up stands. If the new date or place does not suit you, cancel on the event's page and somebody else will get the place:
events-mail-off-subject = Called off: “{ $title }”
events-mail-off-text = The event “{ $title }”, which you signed up for, does not take place. You need not do anything.
events-mail-up-subject = There is a place: “{ $title }”
events-mail-up-text =
    { $people ->
        [one] A place at “{ $title }” has become free: your sign-up for { $people } person is certain now.
       *[other] Places at “{ $title }” have become free: your sign-up for { $people } people is certain now.
    }
events-mail-when = When: { $when }
events-mail-where = Where: { $place }
events-mail-up-next = If you will not come, cancel, so that somebody else can:
events-mail-removed-subject = Your sign-up for “{ $title }” was cancelled
events-mail-removed-text = The organiser of “{ $title }” cancelled your sign-up. Ask the organiser why.
events-mail-invited-subject = Invitation to organise “{ $title }” together
events-mail-invited-text = { $organiser } invites “{ $institution }” to organise the event “{ $title }” together. If you accept, the event will be yours too.
events-mail-asked-subject = “{ $institution }” would like to join “{ $title }”
events-mail-asked-text = “{ $institution }” asks to organise the event “{ $title }” together. If you agree, the event will be theirs too.
events-mail-city = The city's editors
events-mail-wrote = { $sender } writes:
events-mail-answer-next = Answer in the portal:
events-mail-event = The event:
events-mail-accepted-subject = Together: “{ $title }”
events-mail-accepted-text = “{ $organiser }” and “{ $institution }” organise the event “{ $title }” together now. Both can change it.
events-mail-declined-subject = Not together this time: “{ $title }”
events-mail-declined-text = The answer about the event “{ $title }” and “{ $institution }”: they will not organise it together this time.
events-mail-message-subject = A message about “{ $title }”
events-mail-message-text = { $sender } ({ $institution }) writes to the organisers of “{ $title }”:
events-mail-message-reply = Answer to: { $address }
events-mail-message-no-reply = The sender gave no address. You can answer in the portal, on the event's page.
events-mail-somebody = Somebody of the portal
