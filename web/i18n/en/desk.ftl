# Pages of the editors' desk: desk, proposals, queue, own entries, import, history, confirmation.

menu-propose = Suggest

# Desk
desk-title = Desk
desk-back = Back to the desk
desk-you = You
desk-nobody = Deleted account
desk-mend =
    { $n ->
        [one] { $n } proposal waits for your correction
       *[other] { $n } proposals wait for your corrections
    }
desk-mend-it = Correct it
desk-mend-of = Correct the proposal: { $title }
desk-work = To do
desk-waiting =
    { $n ->
        [one] proposal in the queue
       *[other] proposals in the queue
    }
desk-oldest = the oldest from { $date }
desk-assigned = assigned to you
desk-unassigned = taken by nobody
desk-stale =
    { $n ->
        [one] unconfirmed entry
       *[other] unconfirmed entries
    }
desk-institutions =
    { $n ->
        [one] Your institution
       *[other] Your institutions
    }
desk-own = Your proposals
desk-own-none = You have nothing under way. Is an activity or an institution missing here? Suggest it, and the editors will check it.
desk-own-decided = Earlier proposals: { $n }
desk-sent-on = sent on { $date }
desk-changed-on = last changed on { $date }
desk-decisions = Latest decisions
desk-about-new-ACTIVITY = new activity
desk-about-new-INSTITUTION = new institution
desk-about-change-ACTIVITY = correction to an activity
desk-about-change-INSTITUTION = correction to an institution
desk-kind-ACTIVITY = activities
desk-kind-INSTITUTION = institutions
desk-mend-title = Correcting this entry
desk-something-wrong = Is something wrong or missing?
desk-may-edit = You may change this entry without asking the editors.

# Proposals
propose-title = Suggest an entry
propose-lead = People of the city keep this catalogue alive. Tell us what is missing: the editors check it and publish it.
propose-activity = Suggest an activity
propose-activity-here = Suggest an activity here
propose-activity-hint = A club, training, a workshop, a day camp: anything for children and young people.
propose-institution = Suggest an institution
propose-institution-hint = A culture centre, a sports club, a library, an organisation that runs activities.
propose-own = Publish an activity at once
propose-own-hint = You answer for { $name }. Your entry does not wait in the queue.
propose-for = Suggest an activity: { $name }
propose-another = Suggest another entry
propose-correct = Suggest a correction
propose-correct-title = What is wrong?
propose-correct-lead = “{ $title }”: suggest a correction. Until it is decided, the present version stays.
propose-correct-hint = Change what is not right. The editors will see the differences.
propose-correct-of = Correction: { $title }
propose-correct-form-lead = Change only what is not right. Until the editors decide, everybody sees the present version.
propose-correct-how = Would you like to correct something?
propose-correct-how-text = Open the page of the activity or institution and choose “Suggest a correction” near its end.
propose-edit-hint = You have the right to: the change shows at once.
propose-back-to-entry = Back to the entry
propose-may-edit = You can change this entry at once, without waiting.
propose-form-lead = Tell us what you know. A title and who offers it are enough, but the more details, the easier parents find it.
propose-sign-in-later = You can fill in the form without an account. When you send it, we ask you to confirm your e-mail address; what you typed waits in this browser.
propose-sign-in-first = Your browser runs no scripts, so we cannot keep what you type. Please sign in first.
propose-restored = We brought back what was typed here before.
propose-restored-forget = Start with an empty form
propose-note = Message to the editors
propose-note-hint = For example how you know, or whom to ask. It is not published.
propose-note-correct-hint = For example how you know that it is different. It is not published.
propose-note-answer-hint = Answer the editors, if you like. It is not published.
propose-send = Send to the editors
propose-resend = Send again
propose-keep = Save draft
propose-what-next = The editors read your proposal and answer by e-mail. You can withdraw it while it waits.

similar-title = Is it one of these?
similar-hint = If it is here already, do not add it again: correct the entry that there is.
similar-hint-kept = Your draft is saved. Before you send it, check whether the catalogue knows this entry already.
similar-correct = Correct this entry
similar-correct-of = Correct the entry that there is: { $title }

# A proposal as its author sees it
submission-standing = Where the proposal stands
submission-means-DRAFT = Only you see it. Send it to the editors when it is ready.
submission-means-WAITING = The editors have not decided yet. While it waits you can withdraw it and change it.
submission-means-SENT_BACK = The editors ask for a correction. Change what is needed and send it again.
submission-means-APPROVED = Thank you! The entry is in the catalogue.
submission-means-REJECTED = The editors did not accept this proposal.
submission-means-MERGED = Thank you! There was such an entry already, and your proposal completed it.
submission-means-WITHDRAWN = The proposal is withdrawn. You can come back to it and send it again.
submission-reason = The editors write:
submission-see-entry = See the entry
submission-see-published = See the published version
submission-in-queue = Open in the queue
submission-problems =
    { $n ->
        [one] Before you send it, correct { $n } thing
       *[other] Before you send it, correct { $n } things
    }
submission-talk = What happened
submission-mend = Correct the proposal
submission-write = What the proposal says
submission-said = What the proposal says
submission-withdraw = Withdraw the proposal
submission-withdraw-ask = Withdraw the proposal? The editors will no longer see it in the queue.
submission-withdraw-hint = Nothing is lost: a withdrawn proposal can be corrected and sent again.

# Queue
queue-title = Queue
queue-short = Proposals
queue-of = Proposals: { $name }
queue-not-yours = Editors and managers of institutions keep the queue. Your own proposals are on your desk.
queue-filter = Filters of the queue
queue-text = Search
queue-state = State
queue-state-all = all
queue-kind = About
queue-any = anything
queue-assignee = Who takes care
queue-any-person = anybody
queue-any-institution = all
queue-this-institution = the chosen institution
queue-mine = me
queue-nobody = nobody
queue-apply = Show
queue-clear = Clear filters
queue-pick = Select: { $title }
queue-changes =
    { $n ->
        [one] { $n } change
       *[other] { $n } changes
    }
queue-conflict = conflict
queue-problems =
    { $n ->
        [one] { $n } error
       *[other] { $n } errors
    }
queue-bulk = Selected proposals
queue-bulk-hint = Each is decided by itself: if one cannot be approved, the others still are.
queue-approve-all = Approve the selected
queue-bulk-refuse = Send back or reject the selected
queue-send-back-all = Send the selected back
queue-reject-all = Reject the selected
queue-none-chosen = Select at least one proposal.
queue-no-decision = Choose what to do with the selected proposals.
queue-some-left = Not everything worked
queue-left-one = This proposal
queue-none = The queue is empty. Everything is decided!
queue-none-filtered = There are no such proposals. Change the filters or clear them.

# Deciding
verdict-next = Next ({ $n } more)
verdict-by = by { $name }
verdict-on-behalf = on behalf of { $name }
verdict-assigned = { $name } takes care of it
verdict-assigned-me = you take care of it
verdict-note = The author writes:
verdict-own = This is your own proposal.
verdict-own-page = Open it as its author
verdict-conflict-text = Since the proposal was sent, somebody changed the entry in the same fields. Decide which version stays: edit before approving, or approve anyway.
verdict-problems =
    { $n ->
        [one] This cannot be published yet: { $n } error
       *[other] This cannot be published yet: { $n } errors
    }
verdict-new-entry = New entry
verdict-changes =
    { $n ->
        [one] { $n } change
       *[other] { $n } changes
    }
verdict-field = Field
verdict-published = Published
verdict-proposed = Proposed
verdict-before = Before
verdict-after = After
verdict-seen = The author saw
verdict-nothing = nothing
verdict-removed = removed
verdict-no-changes = The proposal changes nothing any more: the catalogue says the same.
verdict-unchanged =
    { $n ->
        [one] Unchanged: { $n } field
       *[other] Unchanged: { $n } fields
    }
verdict-see-published = See the published version
verdict-similar =
    { $n ->
        [one] { $n } similar entry in the catalogue
       *[other] { $n } similar entries in the catalogue
    }
verdict-similar-hint = If it is the same, merge: the proposal completes what is published, and no second entry is made.
verdict-merge = Merge into this one
verdict-merge-into = Merge the proposal into: { $title }
verdict-merge-ask = Merge into “{ $title }”? Values of the proposal replace what is published.
verdict-compare = Compare field by field
verdict-same = All that the proposal says is in this entry already.
verdict-jump = Go to the decision
verdict-edit = Edit before approving
verdict-edit-hint = What you leave in this form is published. The author is told that the proposal was accepted.
verdict-approve-edited = Approve with these edits
verdict-decide = Decision
verdict-decided = Decided
verdict-approve = Approve and publish
verdict-overwrite = Approve despite the conflict: the proposal counts
verdict-reason = Reason
verdict-reason-hint = The author reads it in a message, so say what to correct. For example: “Please give the hours”.
verdict-send-back = Send back
verdict-reject = Reject
verdict-not-yours = The city's editors decide this proposal.
verdict-final = This decision can no longer be undone.
verdict-assign = Who takes care
verdict-assign-me = I take care of it
verdict-assign-nobody = Give it back to the queue
verdict-assign-other = Hand it to somebody else
decision-undo = Undo the decision
decision-undo-of = Undo the decision: { $title }
decision-undo-hint = Within a day of the decision. The proposal goes back to the queue and the catalogue to what it said.

keys-title = Keyboard shortcuts
keys-next = next
keys-previous = previous
keys-open = open
keys-approve = approve
keys-send-back = send back with a reason
keys-select = select
keys-help = show or hide this help

# Stale
stale-title = Stale
stale-lead = Activities that nobody confirmed for a long time. They sink in results, and after a while we hide them.
stale-confirmed = confirmed on { $date }
stale-never = never confirmed, added on { $date }
stale-hides = disappears on { $date }
stale-reminded = reminder on { $date }
stale-not-reminded = no reminder sent
stale-none = All activities are confirmed. Those that nobody confirmed for a long time will appear here.

# Own entries
entries-title = Entries
entries-of = Entries: { $name }
entries-not-yours = The managers of this institution keep its entries. If it is yours, ask its manager or the city's administrator for an invitation.
entries-export = Download entries (CSV)
entries-institution = About the institution
entries-waiting =
    { $n ->
        [one] { $n } proposal waits
       *[other] { $n } proposals wait
    }
entries-filter = Show entries
entries-all = All
entries-published = Published
entries-hidden = Hidden
entries-archived = Archive
entries-none = This institution has no activities in the catalogue yet. Add the first, or import them from a spreadsheet.
entries-none-here = There are no entries here.
entries-none-chosen = Select at least one entry.
entries-confirm-chosen = Confirm the selected
entries-confirm-chosen-hint = Select what has not changed. 20 entries at once.
entries-first-hundred = These are the first hundred entries. The rest is in the CSV file.

entry-new = Add an activity
entry-new-tab = New activity
entry-new-lead = The entry shows as soon as you publish it.
entry-publish = Publish
entry-edit = Edit
entry-edit-of = Edit: { $title }
entry-edit-tab = Details
entry-save = Save and publish
entry-save-hint = Changes show at once. Each is in the history, where you can restore an earlier version.
entry-reason = Reason for the change
entry-reason-hint = For the entry's history, for example “new timetable”.
entry-see = See it on the portal
entry-full = full
entry-confirmed-on = Confirmed on { $date }
entry-unconfirmed = Not confirmed yet
entry-confirm = Confirm
entry-confirm-of = Confirm that it is still true: { $title }
entry-mark-full = Mark full
entry-mark-full-of = Mark as full: { $title }
entry-not-full = Mark free
entry-not-full-of = Mark that there are places: { $title }
entry-copy = To next term
entry-copy-of = Copy to next term: { $title }
entry-archive = Archive
entry-archive-of = Archive: { $title }
entry-archive-ask = Archive “{ $title }”? It disappears from the portal; you can restore it from the list of entries.
entry-restore = Publish again
entry-restore-of = Publish again: { $title }
entry-not-yours = You cannot change this entry without the editors. You can suggest a correction.
entry-change-waits = A proposed change waits for a decision:
entry-change-waits-short = a change waits for a decision

# History
history-title = History
history-of = History: { $title }
history-system = The system
history-none = Nobody has changed this entry yet.
history-revert = Restore this version
history-revert-to = Restore the version of { $date }
history-revert-ask = Restore the entry as it was on { $date }? Later changes stay in the history.

# Import
import-title = Import from a spreadsheet
import-file = Choose a file
import-another = Another file
import-file-label = CSV file
import-file-hint = UTF-8, at most 2 MB. In Excel: “Save as”, then “CSV UTF-8”. First we show what would change; nothing is saved yet.
import-file-missing = Choose a CSV file from your disk.
import-not-utf8 = This file is not saved as UTF-8, so Polish letters would be spoilt. In Excel choose “Save as”, then “CSV UTF-8”, and try again.
import-check = Check the file
import-how = How to prepare the file
import-how-1 = Start with the file of your entries:
import-how-2 = Change it in a spreadsheet. The column “id” says which entry you change; give new activities an id of your own, for example 1.
import-how-3 = Separate several values in a cell with |. Write days and hours like this: mon 16:00-17:30|wed 16:00-17:30.
import-how-4 = Entries that are not in the file stay as they are.
import-preview = What will change
import-preview-lead = Nothing is saved yet. Check the rows and confirm at the end.
import-created =
    { $n ->
        [one] new entry
       *[other] new entries
    }
import-updated = changed
import-unchanged = unchanged
import-rejected = with errors
import-rows = Rows of the file
import-row = Row
import-fate = What becomes of it
import-what = Details
import-fate-CREATED = new
import-fate-UPDATED = changed
import-fate-REJECTED = left out
import-unchanged-hidden =
    { $n ->
        [one] { $n } unchanged row is not shown.
       *[other] { $n } unchanged rows are not shown.
    }
import-write =
    { $n ->
        [one] Save { $n } entry
       *[other] Save { $n } entries
    }
import-write-hint =
    { $n ->
        [one] { $n } row with errors will be left out.
       *[other] { $n } rows with errors will be left out.
    }
import-nothing = There is nothing to save: correct the file and check it again.
import-done = Saved. New entries: { $created }, changed: { $updated }.
import-done-rejected =
    { $n ->
        [one] { $n } row with errors was left out.
       *[other] { $n } rows with errors were left out.
    }
import-to-entries = See the entries

# Confirming
confirm-title = Is this still true?
confirm-lead = Look through the entry. If all is right, one click is enough.
confirm-button = Yes, all of it is right
confirm-thanks = Thank you!
confirm-done-text = “{ $title }” stays in the catalogue as a confirmed entry.
confirm-wrong = Has something changed?
confirm-wrong-text = Do not confirm, but correct the entry: a correction counts as a confirmation, too.
confirm-sign-in-edit = Sign in and edit
confirm-dead-title = This link no longer works
confirm-dead-text = A reminder's link is good for 60 days. It may also have been cut short by the mail program, or the entry was archived.
confirm-dead-sign-in = Do you answer for the institution? Sign in and confirm the entry in the list:
confirm-dead-correct = Would you like to report something as a visitor?

# The form of an entry
desk-part-what = What and for whom
desk-part-when = When
desk-part-where = Where
desk-part-price = What it costs
desk-part-enrolment = Enrolment and contact
desk-part-institution = What institution it is
desk-part-contact = Contact
desk-part-note = For the editors
desk-choose = I do not know
desk-chosen = chosen: { $n }
desk-online = One can take part online
desk-coordinates = Coordinates on the map
desk-day-of = { $label }: day
desk-time-of = { $label }: time
desk-slots-more = More times
desk-slot-number = Time { $n }
desk-slot-day = Time { $n }: day
desk-slot-day-none = day
desk-slot-from = Time { $n }: from
desk-slot-to = Time { $n }: to
desk-hint-title = Short and clear, for example “Chess for beginners”.
desk-hint-description = What happens, what to bring, whom it is for. An empty line parts paragraphs; hyphens begin a list.
desk-hint-description-institution = What it does and for whom.
desk-hint-institution = If an institution of the catalogue offers it: begin to type its name and choose from the list.
desk-hint-provider = If it is not in the catalogue, for example “Klub Żagiel” or “Anna Nowak”.
desk-hint-minAge = In years, for example 7. For toddlers in months: 18m.
desk-hint-maxAge = In years, for example 12. Empty: no limit.
desk-hint-interests = Parents find you by them. Open a group and tick what fits.
desk-hint-tags = Words somebody might search for, with commas: robots, lego, programming.
desk-hint-slots = Day of the week and hours, for example Tuesday 16:00–17:30. Empty rows are left out.
desk-hint-from = The first class, or the first day of a camp.
desk-hint-until = Empty if it goes on all the time.
desk-hint-street = For example ul. Śląska.
desk-hint-building = For example 12a.
desk-hint-postalCode = For example 70-432.
desk-hint-city = Empty: { $city }.
desk-hint-district = If you know it; we find it from the address.
desk-hint-lat = For example 53.4285.
desk-hint-lon = For example 14.5528.
desk-hint-languages = The languages it is held in.
desk-hint-languages-institution = With commas, for example English, German.
desk-hint-price = In złotys, for example 120 or 49.50. If it is free: 0.
desk-hint-priceUnit = What the price covers.
desk-hint-capacity = How many are in a group, for example 15.
desk-hint-placesLeft = How many places are left, for example 3. If it is full: 0.
desk-hint-enrolmentUrl = Address of the enrolment form, for example https://example.org/enrol.
desk-hint-enrolmentOpens = From when one can enrol. The time only if it matters.
desk-hint-enrolmentCloses = Until when, that day included.
desk-hint-email = For parents' questions, for example office@example.org.
desk-hint-phone = For example 91 123 45 67.
desk-hint-name = Its full name, for example “Dom Kultury Słowianin”.
desk-hint-shortName = What people call it, for example “Słowianin”.
desk-hint-founder = For example Gmina Miasto Szczecin.
desk-hint-pupils = Of schools and preschools, for example 320.
desk-hint-website = For example https://example.org.

# Done
done-submission-kept = Draft saved. You find it on your desk.
done-submission-sent = Sent. The editors answer to your e-mail address.
done-submission-withdrawn = Proposal withdrawn.
done-submission-approved = Approved and published.
done-submission-sent-back = Sent back. The author gets a message.
done-submission-rejected = Rejected. The author gets a message.
done-submission-merged = Merged into the entry that there was.
done-submission-assigned = It is noted who takes care of it.
done-submissions-approved = The selected proposals are approved and published.
done-submissions-sent-back = The selected proposals are sent back.
done-submissions-rejected = The selected proposals are rejected.
done-decision-undone = Decision undone. The proposal waits in the queue again.
done-entry-created = Published.
done-entry-saved = Saved and published.
done-entry-copied = Here is the copy for next term. Check days and hours.
done-entry-confirmed = Confirmed: the entry is up to date.
done-entries-confirmed = The selected entries are confirmed.
done-entry-archived = Archived. It no longer shows on the portal.
done-entry-restored = Published again.
done-entry-places = It is noted whether there are places.
done-entry-reverted = The earlier version is restored.

entry-picture = Picture
entry-picture-file = File
entry-picture-save = Save the picture
entry-picture-remove = Remove the picture
done-entry-pictured = The picture is saved.
history-revert-first = Restore what it said before this change
history-revert-first-ask = Restore what it said before the first change?
