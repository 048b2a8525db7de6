# Fields and kinds of entries at the desk.
field-lead = Lead
field-starts = Begins
field-ends = Ends
field-allDay = Whole days
field-recurrence = Recurrence
field-exceptions = Dates called off
field-moved = Dates moved
field-audience = For whom
field-levels = Stage of education
field-venue = Name of the place
field-onlineUrl = Address of the online meeting
field-signUp = Sign-up
field-waitingList = Waiting list
field-category = Category
field-publishAt = Publication
field-withdrawAt = Withdrawal
field-pinnedUntil = Pinned until
field-sourceUrl = Source
field-topic = Topic
field-seasons = Season
field-questionsOpen = Questions from
field-questionsClose = Questions until
field-pictures = Pictures
field-files = Attachments
desk-pictures = { $n ->
    [one] { $n } picture
    *[other] { $n } pictures
}
desk-files = { $n ->
    [one] { $n } file
    *[other] { $n } files
}
propose-kind-EVENT = Suggest an event
propose-kind-hint-EVENT = A concert, a workshop, an open day: anything with a date.
entry-new-EVENT = New event
desk-about-new-EVENT = new event
desk-about-change-EVENT = change to an event
desk-kind-EVENT = events
propose-kind-ARTICLE = Suggest an article
propose-kind-hint-ARTICLE = News of a school, a success, an announcement.
entry-new-ARTICLE = New article
desk-about-new-ARTICLE = new article
desk-about-change-ARTICLE = change to an article
desk-kind-ARTICLE = articles
propose-kind-ADVICE = Suggest advice
propose-kind-hint-ADVICE = What to do to keep safe.
entry-new-ADVICE = New advice
desk-about-new-ADVICE = new advice
desk-about-change-ADVICE = change to advice
desk-kind-ADVICE = advice
propose-kind-DEBATE = Suggest a debate
propose-kind-hint-DEBATE = A subject worth talking about with the city.
entry-new-DEBATE = New debate
desk-about-new-DEBATE = new debate
desk-about-change-DEBATE = change to a debate
desk-kind-DEBATE = debates
entry-state-SCHEDULED = scheduled
entry-new-not-yours = The editors publish in the city's name. You can suggest it.
entry-new-city-lead = It appears at once, in the city's name. An institution can be named in the form.
entry-new-ACTIVITY = New activity
entry-new-INSTITUTION = New institution
propose-kind-ACTIVITY = Suggest an activity
propose-kind-INSTITUTION = Suggest an institution
entries-scheduled = Scheduled
entries-kinds = Kinds of entries
entries-every-kind = Everything
desk-write = Write in the city's name
propose-kind-for = { $kind }: { $name }
similar-title-event = Similar events in these weeks
similar-hint-event = Other institutions plan something similar. Perhaps do it together? You can write to the organisers or ask for a joint event.
similar-join = Join forces
similar-join-of = Join forces: { $title }
