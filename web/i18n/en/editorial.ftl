# Words of the editors' desk: fields of entries, proposals, history, mails.

# Fields, named as inputs of the schema have them
field-title = Title
field-description = Description
field-interests = Interests
field-institution = Institution
field-provider = Organiser
field-minAge = Youngest
field-maxAge = Oldest
field-slots = When in the week
field-from = First day
field-until = Last day
field-price = Price
field-priceUnit = Price is for
field-capacity = Places
field-placesLeft = Places left
field-street = Street
field-building = Building
field-postalCode = Postcode
field-city = Town
field-lat = Latitude
field-lon = Longitude
field-district = District
field-languages = Languages
field-accessibility = Accessibility
field-online = Online
field-enrolmentUrl = Enrolment page
field-enrolmentOpens = Enrolment opens
field-enrolmentCloses = Enrolment closes
field-email = Email
field-phone = Phone
field-tags = Tags
field-name = Name
field-shortName = Short name
field-entryKind = Kind of institution
field-sector = Public or not
field-founder = Run by
field-website = Website
field-pupils = Pupils
field-picture = Picture
field-state = Visibility
field-confirmedAt = Confirmed
field-mergedInto = Merged into
field-mergedFrom = Merged from

# Values of fields
desk-yes = yes
desk-no = no
desk-age-months =
    { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
desk-price-unit-CLASS = a class
desk-price-unit-MONTH = a month
desk-price-unit-TERM = a term
desk-price-unit-ONCE = once
desk-untitled = Untitled
entry-state-PUBLISHED = published
entry-state-ARCHIVED = archived
entry-state-HIDDEN = hidden, not confirmed

# Proposals
submission-status-DRAFT = draft
submission-status-WAITING = waiting
submission-status-SENT_BACK = to be mended
submission-status-APPROVED = approved
submission-status-REJECTED = rejected
submission-status-MERGED = merged
submission-status-WITHDRAWN = withdrawn
submission-act-SAVE = written
submission-act-SUBMIT = sent to the editors
submission-act-WITHDRAW = withdrawn
submission-act-ASSIGN = taken care of
submission-act-APPROVE = approved
submission-act-SEND_BACK = sent back to be mended
submission-act-REJECT = rejected
submission-act-MERGE = merged with another entry
submission-act-UNDO = decision taken back

# History
history-action-create = added
history-action-update = changed
history-action-import = changed by an import
history-action-archive = archived
history-action-restore = published again
history-action-hide = hidden, because nobody confirmed it
history-action-confirm = confirmed
history-action-merge = merged
history-action-revert = brought back to an earlier state
history-action-undo = change taken back

# Refusals
refusal-desk-outdated = Somebody else changed this meanwhile. Reload the page, look at the changes and try again.
refusal-desk-wrong-state = This cannot be done any more, or not yet: the proposal stands elsewhere by now. Reload the page.
refusal-desk-nothing-changed = The proposal says just what is published. Change something, then send it.
refusal-desk-conflict = This field changed in the catalogue meanwhile. Choose one version, or approve anyway.
refusal-desk-reason-missing = Give a reason. The author will read it.
refusal-desk-too-long =
    { $most ->
        [one] This text is too long. It may have at most { $most } character.
       *[other] This text is too long. It may have at most { $most } characters.
    }
refusal-desk-no-such-entry = There is no such entry in the catalogue, or it is of another kind.
refusal-desk-no-such-institution = There is no such institution here.
refusal-desk-no-such-editor = This person is not an editor of the city. Choose somebody from the list.
refusal-desk-no-such-revision = The history of this entry has no such change.
refusal-desk-undo-too-late = A decision can be taken back within 24 hours, and this one is older.
refusal-desk-undo-changed-since = Somebody changed the entry after the decision, so it cannot be taken back. Correct the entry by hand.
refusal-desk-undo-impossible = An institution that was added cannot be taken away: others may refer to it already. Correct it by hand.
refusal-desk-token-invalid = This link is too old or incomplete. Sign in and confirm the entry there, or wait for the next reminder.
refusal-desk-too-many =
    { $most ->
        [one] At most { $most } item can be selected at a time. Select fewer.
       *[other] At most { $most } items can be selected at a time. Select fewer.
    }
refusal-desk-not-for-this-kind = This can be done with activities, not with institutions.
refusal-desk-file-unreadable = We cannot read this file as a table: { $why }
refusal-desk-file-too-large = The file is too large. It may have at most { $most } MB; split it.
refusal-desk-not-yours = This proposal is not there any more, or is for others to decide.

# Mails
desk-mail-sent-back-subject = Please mend your proposal: { $title }
desk-mail-sent-back-text = Thank you for your proposal “{ $title }”. The editors ask you to mend something:
desk-mail-sent-back-next = Correct the proposal and send it again:
desk-mail-approved-subject = Published: { $title }
desk-mail-approved-text = Thank you. Your proposal “{ $title }” is now in the catalogue:
desk-mail-approved-next = The proposal and what became of it:
desk-mail-rejected-subject = Not accepted: { $title }
desk-mail-rejected-text = Thank you for your proposal “{ $title }”. The editors did not accept it:
desk-mail-rejected-next = The proposal and what became of it:
desk-mail-merged-subject = Merged: { $title }
desk-mail-merged-text = Thank you. We knew “{ $title }” already, so your proposal completed the entry that was there:
desk-mail-merged-next = The proposal and what became of it:
desk-mail-confirm-subject =
    { $n ->
        [one] Is it still true? { $n } entry to confirm
       *[other] Is it still true? { $n } entries to confirm
    }
desk-mail-confirm-text = Nobody has confirmed the entries below for a long time. If everything in them is still true, open the link and press the button. If something changed, correct it on the portal.
desk-mail-confirm-next = Entries that nobody confirms sink in the results, and after some time we hide them.
