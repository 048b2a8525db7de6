# Announcements: what cannot be done
refusal-announcement-audience-unknown = Say whom the announcement is for: an institution, an activity, an event, an interest or a district of this portal.
refusal-announcement-audience-foreign = On behalf of an institution you can write to those who follow it, its activities or its events.
refusal-announcement-subject-missing = Write a subject: one sentence that says what it is about.
refusal-announcement-subject-too-long =
    { $most ->
        [one] Shorten the subject to { $most } character.
       *[other] Shorten the subject to { $most } characters.
    }
refusal-announcement-text-missing = Write the announcement’s text.
refusal-announcement-text-too-long =
    { $most ->
        [one] Shorten the text to { $most } character. The rest can stand behind the link.
       *[other] Shorten the text to { $most } characters. The rest can stand behind the link.
    }
refusal-announcement-link-label-too-long =
    { $most ->
        [one] Shorten what the link says to { $most } character.
       *[other] Shorten what the link says to { $most } characters.
    }
refusal-announcement-not-open = This announcement was sent already, or waits for a second person. To change it, take it back first.
refusal-announcement-nobody = Nobody follows this yet, so there is nobody to send it to.
refusal-announcement-one-a-day = These people got an announcement today. One a day is enough: send this one tomorrow.
refusal-announcement-already-decided = This announcement does not wait for anybody. Perhaps somebody has just decided.
refusal-announcement-handed-in-anew = This announcement was handed in anew since you read it, and may be different. Read it once more before you decide.
refusal-announcement-second-person = You cannot approve or reject this announcement, since it is you who sends it. A second person will.
refusal-announcement-reason-missing = Write why it is not sent. Its author will read it.
refusal-announcement-address-missing = We can send a trial once your account has a confirmed e-mail address.
refusal-announcement-tried-too-often = There have been many trial messages. Try again in a while.

# State and readers
announcement-state-draft = Draft
announcement-state-waiting = Waits for a second person
announcement-state-rejected = Rejected
announcement-state-sending = Being sent
announcement-state-sent = Sent
announcement-to-institution = Followers of { $title }, its activities or its events
announcement-to-entry = Followers of “{ $title }”
announcement-to-interest = Followers of the interest “{ $title }”
announcement-to-district = Followers of the district { $title }
announcement-to-everybody = Everybody who follows something
announcement-to-gone = what is no longer there

# Mails
announcement-mail-approve-subject = An announcement waits for your decision: { $subject }
announcement-mail-approve-text =
    { $n ->
        [one] This announcement would reach { $n } person. With so many readers it is sent only once a second person agrees.
       *[other] This announcement would reach { $n } people. With so many readers it is sent only once a second person agrees.
    }
announcement-mail-approve-author = Author: { $author }
announcement-mail-approve-button = Read it and decide
announcement-mail-approved-subject = We are sending your announcement: { $subject }
announcement-mail-approved-text = A second person agreed to your announcement “{ $subject }”. We are sending it now.
announcement-mail-rejected-subject = Not sent: { $subject }
announcement-mail-rejected-text = A second person did not agree to your announcement “{ $subject }”. The reason:
announcement-mail-decided-next = See the announcement:

# Pages
announcements-title = Announcements
announcements-lead = A message to everybody who follows something. Each gets it together with their notifications: at once, in the mail of the day or in that of the week.
announcements-new = New announcement
announcements-none = There is no announcement yet. Begin with a draft: nothing is sent until you confirm it.
announcements-not-yours = Announcements are written by those who answer for institutions, and by the editors. If you run an institution, ask the editors for access.
announcements-waiting = Waiting for a second person
announcements-waiting-hint = An announcement to many people is sent once somebody else agrees.
announcements-all = All announcements
announcements-desk-waiting =
    { $n ->
        [one] announcement waits
       *[other] announcements wait
    }
announcement-form-sender = On whose behalf
announcement-form-sender-city = The city of { $city }
announcement-form-audience = To whom
announcement-form-audience-hint = Only those get it who follow this and want announcements.
announcement-form-audience-sender = To followers of the institution you write for, its activities or its events
announcement-form-audience-entry = To followers of one institution, activity, event or debate
announcement-form-audience-interest = To followers of an interest
announcement-form-audience-district = To followers of a district
announcement-form-audience-everybody = To everybody who follows something
announcement-form-entry = Link to an institution, activity, event or debate
announcement-form-entry-hint = Copy the address of a page of this portal, for example { $example }.
announcement-form-interest = Interest
announcement-form-interest-none = Choose an interest
announcement-form-district = District
announcement-form-district-none = Choose a district
announcement-form-subject = Subject
announcement-form-subject-hint = One sentence, at most 120 characters. It is what people see first.
announcement-form-text = Text
announcement-form-text-hint = What matters first. An empty line separates paragraphs, **this** stands out, a line that begins with “- ” is a point of a list.
announcement-form-link = Link
announcement-form-link-hint = The address with more about it, for example https://school.example/open-days.
announcement-form-link-label = What the link says
announcement-form-save = Save the draft and see a preview
announcement-form-save-hint = Nothing is sent yet.
announcement-edit = Change the announcement
announcement-preview = Preview
announcement-preview-hint = Readers will see it like this, in the mail and on the portal.
announcement-kind = Announcement
announcement-link-default = Learn more
announcement-reach = How many people it reaches
announcement-reach-people =
    { $n ->
        [one] { $n } person
       *[other] { $n } people
    }
announcement-reach-nobody = Nobody follows this yet, or nobody wants announcements. There is nobody to send it to.
announcement-reach-at-once = at once
announcement-reach-daily = in the mail of the day
announcement-reach-weekly = in the mail of the week
announcement-reach-second =
    { $limit ->
        [one] Above { $limit } reader a second person has to agree.
       *[other] Above { $limit } readers a second person has to agree.
    }
announcement-test = Send a trial to myself
announcement-test-hint = You get the very message that readers will get. Nobody else sees it.
announcement-send = Send the announcement
announcement-send-approval = Hand it to a second person
announcement-send-sure = Send it now? What was sent cannot be taken back.
announcement-waits = The announcement waits for a second person. We told those who can decide.
announcement-decide = Your decision
announcement-decide-lead =
    { $n ->
        [one] The announcement will reach { $n } person. Read it and check the link.
       *[other] The announcement will reach { $n } people. Read it and check the link.
    }
announcement-approve = I agree, send it
announcement-approve-sure = Send it now? What was sent cannot be taken back.
announcement-reject = Do not send it
announcement-reject-reason = Why not
announcement-reject-hint = Its author will read it, correct the announcement and try again.
announcement-withdraw = Take it back to change it
announcement-delete = Delete the draft
announcement-delete-sure = Delete this draft?
announcement-rejected-reason = Why it was not sent
announcement-progress =
    { $n ->
        [one] { $n } person has been told.
       *[other] { $n } people have been told.
    }
announcement-written-by = Author: { $name }, { $date }
announcement-decided-by = Decision: { $name }, { $date }
announcement-sent-on = Sent { $date }
announcement-said-by = { $sender }, { $date }
announcement-see = See the announcement’s page
announcement-why = Do you want to hear of such things? Follow institutions, activities, interests and districts, and we will write.
done-announcement-saved = The draft is saved. Check the preview and send a trial to yourself.
done-announcement-tested = The trial is on its way to your address.
done-announcement-sent = We are sending it. Each gets the announcement when they want to get notifications.
done-announcement-waits = The announcement waits for a second person.
done-announcement-approved = Your agreement is noted. We are sending it.
done-announcement-rejected = The announcement will not be sent. Its author was told why.
done-announcement-withdrawn = The announcement is a draft again.
done-announcement-deleted = The draft is deleted.
