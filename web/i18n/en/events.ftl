# What happens in town: texts of the module itself.

refusal-event-moment = “{ $value }”: here a day and an hour are expected, like 2026-12-05T16:00.
refusal-event-hour = “{ $value }”: add the hour, like 2026-12-05T16:00, or say that the event lasts all day.
refusal-event-day = “{ $value }”: the event lasts all day, so give just the day, like 2026-12-05.
refusal-event-hour-skipped = “{ $value }”: there is no such hour, as clocks go forward then. Choose another.
refusal-event-year = “{ $value }”: choose a year from 2000 to 2099.
refusal-event-ends-before = It ends before it starts. Correct one of the two.
refusal-event-too-long =
    { $most ->
        [one] An event may last { $most } day at most. If it happens again and again, describe that by a rule of recurrence.
       *[other] An event may last { $most } days at most. If it happens again and again, describe that by a rule of recurrence.
    }
refusal-event-rule = We do not understand the rule of recurrence at “{ $part }”. A good rule is FREQ=WEEKLY;BYDAY=MO;UNTIL=20270625.
refusal-event-rule-often = “{ $part }”: an event can happen once a day at most. Choose DAILY, WEEKLY, MONTHLY or YEARLY.
refusal-event-rule-part = The rule of an event cannot have the part “{ $part }”. Leave it out.
refusal-event-rule-endless = Say when the recurrence ends: on which last day (UNTIL=20270625), or after how many times (COUNT=10).
refusal-event-rule-both-ends = The recurrence has two ends. Keep either the last day (UNTIL) or the number of times (COUNT).
refusal-event-rule-never = No day fits this rule of recurrence. Correct its days or its end.
refusal-event-rule-start = The first date does not fit the rule of recurrence. Start on one of its days, or add that day to the rule.
refusal-event-rule-many =
    { $most ->
        [one] An event may have { $most } date at most. Shorten the recurrence.
       *[other] An event may have { $most } dates at most. Shorten the recurrence.
    }
refusal-event-rule-long =
    { $most ->
        [one] An event may go on for { $most } year at most. Shorten the recurrence.
       *[other] An event may go on for { $most } years at most. Shorten the recurrence.
    }
refusal-event-rule-missing = The event does not happen again, so there are no dates to cancel or move. Give a rule of recurrence, or leave this empty.
refusal-event-date-unknown = “{ $value }”: the event has no such date. Name the day on which it was to take place, like 2026-12-12.
refusal-event-date-twice = “{ $value }”: this date is cancelled or moved already. Keep it in one place.
refusal-event-move = “{ $value }”: give a date and its new one, like 2026-12-12>2026-12-14T16:00.
refusal-event-nothing-left = All dates are cancelled. Leave at least one, or archive the event.
refusal-event-sign-up-link = Give the address at which people sign up, or choose another way to sign up.
refusal-event-capacity = Give at least one place, or leave this empty if anybody can come.

recurrence-daily =
    { $n ->
        [1] every day
       *[other] every { $n } days
    }
recurrence-weekly =
    { $n ->
        [1] every week
       *[other] every { $n } weeks
    }
recurrence-monthly =
    { $n ->
        [1] every month
       *[other] every { $n } months
    }
recurrence-yearly =
    { $n ->
        [1] every year
       *[other] every { $n } years
    }
recurrence-on = { $every } ({ $days })
recurrence-nth =
    { $n ->
        [1] first { $day } of the month
        [2] second { $day } of the month
        [3] third { $day } of the month
       *[other] { $n }th { $day } of the month
    }
recurrence-nth-last =
    { $n ->
        [1] last { $day } of the month
       *[other] { $day } number { $n } from the end of the month
    }
recurrence-month-day = on day { $n }
recurrence-month-day-last =
    { $n ->
        [1] on the last day
       *[other] on day { $n } from the end
    }
recurrence-count =
    { $n ->
        [one] { $rule }, once
       *[other] { $rule }, { $n } times
    }
recurrence-until = { $rule }, until { $date }

event-when-day = { $weekday }, { $date }
event-when-days = { $first } – { $last }
event-when-hours = { $day }, { $starts }–{ $ends }

event-level-preschool = preschool
event-level-primary_1_3 = primary school, years 1–3
event-level-primary_4_8 = primary school, years 4–8
event-level-secondary = secondary school
event-level-adult = adults

event-sign-up-none = open to all, no sign-up
event-sign-up-event = sign-up for the whole event
event-sign-up-date = sign-up for a chosen date
event-sign-up-link = sign-up on the organiser’s site

event-feed-title = Events: { $city }
event-feed-cancelled = Cancelled: { $title }

school-year-term-start = School year begins
school-year-term-end = Last day of lessons
school-year-christmas = Christmas break
school-year-winter = Winter holidays
school-year-easter = Easter break
school-year-summer = Summer holidays
holiday-new-year = New Year’s Day
holiday-epiphany = Epiphany
holiday-easter = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-labour = Labour Day
holiday-constitution = Constitution Day
holiday-pentecost = Pentecost
holiday-corpus-christi = Corpus Christi
holiday-assumption = Assumption Day, Armed Forces Day
holiday-all-saints = All Saints’ Day
holiday-independence = Independence Day
holiday-christmas-eve = Christmas Eve
holiday-christmas = Christmas Day
holiday-christmas-second = Second day of Christmas
