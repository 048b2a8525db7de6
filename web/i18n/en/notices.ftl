# Notifications: what happened, in two or three words
notices-what-alert = Alert
notices-what-called-off = Called off
notices-what-place-freed = A place is free
notices-what-price-fell = Lower price
notices-what-enrolment-opened = Enrolment is open
notices-what-appeared = New
notices-what-changed = Change
notices-what-changed-when = New time
notices-what-changed-where = New place
notices-what-changed-price = New price
notices-what-changed-ages = New age range
notices-what-changed-back = Takes place after all
notices-what-announcement = Announcement
notices-what-decision = Decision

# The subject of the mail
notices-subject = { $what }: { $title }
notices-subject-more =
    { $more ->
        [one] { $what }: { $title } and { $more } more notification
       *[other] { $what }: { $title } and { $more } more notifications
    }

# What is known of an entry
notices-fact-starts = When
notices-fact-dates = When
notices-fact-slots = Hours
notices-fact-place = Where
notices-fact-price = Price
notices-fact-places = Places
notices-fact-opens = Enrolment from
notices-fact-closes = Enrolment until
notices-fact-ages = Age
notices-fact-expires = In force until
notices-fact-severity = Severity
notices-fact-none = not given
notices-fact-see = { $is }; details have changed, see the page
notices-dates-repeated = { $first } and further dates
notices-places =
    { $n ->
        [0] no free places
        [one] { $n } free place
       *[other] { $n } free places
    }
notices-severity-EXTREME = extreme
notices-severity-SEVERE = severe
notices-severity-MODERATE = moderate
notices-severity-MINOR = minor
notices-group-announcements = Announcements

# What is one's own
notices-told-reviews-published = A new review: { $title }
notices-told-reviews-rejected = Your review was not published: { $title }
notices-told-reviews-replied = Your review was answered: { $title }
notices-told-safety-approve = An alert waits for your decision: { $title }
notices-told-safety-decided = A decision was made on the alert: { $title }
notices-told-debates-published = Your question is public now: { $title }
notices-told-debates-rejected = Your question was not taken: { $title }
notices-told-debates-merged = Your question was joined with a similar one: { $title }
notices-told-debates-answered = Your question was answered: { $title }
notices-told-editorial-sent-back = Your proposal needs some changes: { $title }
notices-told-editorial-approved = Your proposal was accepted: { $title }
notices-told-editorial-rejected = Your proposal was rejected: { $title }
notices-told-editorial-merged = Your proposal was merged with an existing entry: { $title }
notices-told-editorial-confirm = Please confirm that the entry is up to date: { $title }
notices-told-events-asked-to-join = Somebody would like to join your event: { $title }
notices-told-events-invited = An invitation to organise together: { $title }
notices-told-events-answered = An answer about organising together: { $title }
notices-told-events-came-up = You have a place: { $title }
notices-told-events-changed = The event has changed: { $title }
notices-told-events-called-off = The event is called off: { $title }
notices-told-events-removed = Your sign-up was removed: { $title }
notices-told-notifications-approve = An announcement waits for your decision: { $title }
notices-told-notifications-decided = A decision was made on the announcement: { $title }
notices-told-events-message = A message from the organiser: { $title }

# What cannot be
refusal-notices-too-many = Choose at most { $most } notifications, or mark them all.
refusal-notices-quiet-half = Say when the quiet hours begin and when they end, or leave both empty.
