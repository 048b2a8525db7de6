# Reviews of activities.

review-count =
    { $n ->
        [one] { $n } review
       *[other] { $n } reviews
    }
review-stars =
    { $n ->
        [one] { $n } star
       *[other] { $n } stars
    }
review-verified = Participant confirmed by the provider

review-status-WAITING = Waiting to be checked
review-status-PUBLISHED = Published
review-status-HIDDEN = Hidden
review-status-REJECTED = Rejected
review-status-WITHDRAWN = Withdrawn

review-report-OFFENSIVE = It insults somebody
review-report-PERSONAL = It tells somebody’s private matters
review-report-UNTRUE = It is not true
review-report-ADVERTISING = It is advertising
review-report-OFF_TOPIC = It is not about this activity
review-report-OTHER = For another reason

review-decision-PUBLISH = Publish
review-decision-REJECT = Reject
review-decision-HIDE = Hide

refusal-review-stars-out-of-range = Choose from one star to five.
refusal-review-text-too-short =
    { $min ->
        [one] That is too little. Write at least { $min } character.
       *[other] That is too little. Write at least { $min } characters.
    }
refusal-review-text-too-long =
    { $max ->
        [one] That is too long. Shorten it to { $max } character.
       *[other] That is too long. Shorten it to { $max } characters.
    }
refusal-review-reason-missing = Say why you reject it. The author is told by mail.
refusal-review-reason-too-long =
    { $max ->
        [one] The reason is too long. Shorten it to { $max } character.
       *[other] The reason is too long. Shorten it to { $max } characters.
    }
refusal-review-withdrawn = Its author has withdrawn this review, so there is nothing left to decide.
refusal-review-already-reported = You have reported this review already. Once is enough.
refusal-review-nothing-chosen = Select at least one review.
refusal-review-too-many-chosen =
    { $max ->
        [one] At most { $max } review can be decided on at a time. Select fewer.
       *[other] At most { $max } reviews can be decided on at a time. Select fewer.
    }
refusal-participants-missing = Enter at least one e-mail address.
refusal-participants-too-many =
    { $max ->
        [one] We take at most { $max } address at a time. Split the list.
       *[other] We take at most { $max } addresses at a time. Split the list.
    }
refusal-participants-address-wrong = “{ $address }” does not look like an e-mail address. Correct it or take it off the list.

review-mail-rejected-subject = Your review of “{ $title }” was not published
review-mail-rejected-text = The portal’s editors did not publish your review of “{ $title }”. The reason:
review-mail-rejected-next = You can change it and send it again:
review-mail-replied-subject = The provider replied to your review of “{ $title }”
review-mail-replied-text = The provider of “{ $title }” replied to your review:
review-mail-replied-next = See the review and the reply:
review-mail-published-subject = A new review of “{ $title }”
review-mail-published-text =
    { $stars ->
        [one] { $author } gives “{ $title }” { $stars } star out of 5 and writes:
       *[other] { $author } gives “{ $title }” { $stars } stars out of 5 and writes:
    }
review-mail-published-next = You can reply to it:
