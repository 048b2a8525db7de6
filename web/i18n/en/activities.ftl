# Words of the activities module: labels made by the server, then pages.

price-free = free
price-amount =
    { $unit ->
        [CLASS] { $amount } zł a class
        [MONTH] { $amount } zł a month
        [TERM] { $amount } zł a term
        [ONCE] { $amount } zł once
       *[NONE] { $amount } zł
    }
price-up-to =
    { $amount ->
        [0] free
       *[other] up to { $amount } zł
    }

ages-range = { $min }–{ $max } years
ages-from =
    { $min ->
        [one] from { $min } year
       *[other] from { $min } years
    }
ages-to =
    { $max ->
        [one] up to { $max } year
       *[other] up to { $max } years
    }
ages-exact =
    { $min ->
        [one] { $min } year
       *[other] { $min } years
    }
ages-months-range = { $min }–{ $max } months
ages-any = any age
age-years =
    { $n ->
        [one] { $n } year
       *[other] { $n } years
    }

weekday-MONDAY = Monday
weekday-TUESDAY = Tuesday
weekday-WEDNESDAY = Wednesday
weekday-THURSDAY = Thursday
weekday-FRIDAY = Friday
weekday-SATURDAY = Saturday
weekday-SUNDAY = Sunday
weekday-short-MONDAY = Mo
weekday-short-TUESDAY = Tu
weekday-short-WEDNESDAY = We
weekday-short-THURSDAY = Th
weekday-short-FRIDAY = Fr
weekday-short-SATURDAY = Sa
weekday-short-SUNDAY = Su
slot-label = { $weekday } { $starts }–{ $ends }

enrolment-OPEN = open for enrolment
enrolment-NOT_YET = enrolment opens soon
enrolment-FULL = full
enrolment-QUEUE = waiting list
enrolment-CLOSED = enrolment closed

accessibility-WHEELCHAIR = wheelchair access
accessibility-SIGN_LANGUAGE = sign language interpreting
accessibility-HEARING_LOOP = hearing loop
accessibility-BRAILLE = materials in Braille
accessibility-QUIET_ROOM = quiet room

# Search form
activities-search = Search classes
field-q = What are you looking for?
field-q-placeholder = e.g. robotics, football, dance
field-age = Child’s age
field-age-placeholder = e.g. 8
quick-free = Free
quick-weekend = At the weekend
quick-afternoon = After 16:00
quick-open = Open for enrolment
quick-online = Online
quick-title = Shortcuts

# Home
home-popular = What children go to
home-popular-hint = The most frequent interests in the catalogue
home-all-activities = See all classes
home-free = Free of charge
home-free-hint = Classes that cost nothing and are open for enrolment
home-free-all = All free classes
home-districts = Classes in your district
home-districts-hint = Pick a district and see what is within walking distance
home-districts-all = Show all districts
count-activities =
    { $n ->
        [one] { $shown } class
       *[other] { $shown } classes
    }

# List
activities-title = After-school classes
activities-title-q = Classes: { $q }
activities-description = After-school classes in { $city }: ages, times, prices, free places.
activities-count =
    { $n ->
        [0] There are no such classes
        [one] We found { $shown } class
       *[other] We found { $shown } classes
    }
sort-RELEVANCE = best match
sort-DISTANCE = nearest
sort-PRICE = cheapest first
sort-NEWEST = newest
sort-STARTS_SOON = starting soonest

filter-interests = Interests
filter-weekdays = Day of the week
filter-hours = Hours
filter-hours-from = from
filter-hours-to = to
filter-hours-any = any
filter-price = Price
filter-price-any = any
filter-districts = District
filter-enrolment = Enrolment
filter-online = Online classes
filter-place = Place
filter-languages = Language of classes
filter-accessibility = Accessibility

chip-age = age: { $label }
chip-starts-after = starting from { $time }
chip-starts-before = starting by { $time }
chip-query = “{ $q }”
chip-institution = one institution
chip-near = near: { $place }

card-ages = Ages
card-when = When
card-where = Where
card-distance = Distance
card-price = Price
card-online = online
card-no-slots = time by arrangement
card-no-price = ask about the price
places-left =
    { $n ->
        [0] no places left
        [one] { $n } place left
       *[other] { $n } places left
    }
capacity =
    { $n ->
        [one] group of up to { $n } person
       *[other] group of up to { $n }
    }

empty-text = Another day or a slightly longer walk is often enough. You can also start again.
empty-drop = Leave out: { $label }
empty-everything = Show all classes
empty-query = Check the spelling or use a simpler word, such as “dance” instead of “contemporary dance for beginners”.

# What a query was understood as
understood-lead = How we read it
understood-corrected = Showing results for { $words }.
understood-literally = Search for exactly { $words }

nearly-count =
    { $n ->
        [one] and { $shown } that comes close
       *[other] and { $shown } that come close
    }
nearly-title = Coming close
nearly-only = Nothing fits in every way
nearly-only-count =
    { $n ->
        [one] but { $shown } class comes close
       *[other] but { $shown } classes come close
    }
nearly-only-title = The closest we have
card-misses = What differs
miss-AGE = another age
miss-WEEKDAYS = another day
miss-HOURS = another time
miss-PRICE = costs more
miss-PLACE = farther away
miss-LANGUAGE = another language
miss-ONLINE =
    { $online ->
        [true] online
       *[false] on the spot
    }

relax-title = Loosen one of the conditions
relax-AGE = Any age: { $shown }
relax-WEEKDAYS = On any day: { $shown }
relax-HOURS = At any hour: { $shown }
relax-SLOT = On any day and hour: { $shown }
relax-PRICE = At any price: { $shown }
relax-PLACE = All over the city: { $shown }
relax-LANGUAGE = In any language: { $shown }
relax-ONLINE = On the spot and online: { $shown }
relax-ENROLMENT = Whatever the enrolment: { $shown }
relax-INTERESTS = All interests: { $shown }
relax-DISTRICTS = In any district: { $shown }
relax-INSTITUTION = At all institutions: { $shown }
relax-ACCESSIBILITY = Whatever the accessibility: { $shown }

# One activity
activity-ages = For whom
activity-when = When
activity-from-until = { $from } – { $until }
activity-from = from { $from }
activity-until = until { $until }
activity-price = What it costs
activity-price-unknown = Ask the organiser
activity-where = Where
activity-online = These classes are held online
activity-organiser = Organiser
activity-about = About these classes
activity-languages = Language of classes
activity-accessibility = Accessibility
activity-accessibility-none = The organiser has not said. Ask before you enrol.
activity-contact = Contact
activity-enrol = Enrol your child
activity-enrol-queue = Join the waiting list
activity-ask = Ask about a place
activity-call = Call { $phone }
activity-write = Write to the organiser
activity-opens = Enrolment from { $date }
activity-closes = Enrolment until { $date }
activity-closed-on = Enrolment closed on { $date }
activity-confirmed = Confirmed by the organiser on { $date }
activity-updated = As of { $date }
activity-unconfirmed = Not yet confirmed by the organiser
activity-more = See other classes
activity-back = All classes
activity-summary = At a glance
activity-week = The week
activity-no-contact = The organiser enrols children on the spot.

# On the page of an institution
institution-activities = Classes held here
institution-activities-all = See them all
institution-activities-none = This institution has not added any classes yet.

interpreted-excluded = without: { $what }
interpreted-language = in: { $languages }
interpreted-on-the-spot = on the spot
interpreted-hours = between { $from } and { $to }
interpreted-morning = in the morning
interpreted-afternoon = in the afternoon
interpreted-evening = in the evening
interpreted-after-school = after school
interpreted-about = around { $time }
interpreted-after-work = after work

for-whom = Who is it for?
for-child = { $name }, { $age ->
    [one] { $age } year
   *[other] { $age } years
 }
for-anybody = anybody
for-child-chip = for { $name }
for-child-hint = Age, home and interests come from the profile. What you type comes first.
