# Pages of reviews.

reviews-title = Reviews
reviews-of = Reviews: { $title }
reviews-none = Nobody has reviewed this class yet.
reviews-all =
    { $n ->
        [one] See { $n } review
       *[other] See all { $n } reviews
    }
review-mean = { $whole }.{ $tenths }
review-mean-of = out of 5
review-distribution = How many people gave how many stars
review-stars-of =
    { $n ->
        [one] { $n } star out of 5
       *[other] { $n } stars out of 5
    }
review-badge = Confirmed participant
review-badge-hint = – the provider has confirmed that this person or their child took part.
review-author-unknown = Unsigned
review-author-somebody = Somebody
review-of-gone = This class is no longer in the catalogue

review-invite = Did your child go there? Tell others what it was like. It helps them choose.
review-write = Write a review
review-sign-in = Sign in and write a review
review-not-here = You work for this provider, so you do not rate its classes. You can reply to reviews.

review-own-title = Your review
review-own-waiting = It will be shown once an editor has read it. Until then only you can see it.
review-own-rejected = The editors did not publish this review. The reason:
review-own-hidden = The review is hidden: somebody reported it, or the editors hid it. You can change it.
review-own-withdrawn = This review is withdrawn, and nobody but you can see it.
review-edit = Change
review-mend = Change it and send it again
review-withdraw = Withdraw
review-restore = Restore the review

review-write-title = Write a review
review-edit-title = Your review
review-sign-in-first = Reviews are written by people who have signed in, one per person and class.
review-back-to-activity = Back to the class
review-stars-field = How many stars?
review-rate-1 = poor
review-rate-2 = so-so
review-rate-3 = all right
review-rate-4 = good
review-rate-5 = great
review-text-field = What was it like?
review-text-hint = What did you like, and what less so? How did the teacher treat the children? Two or three sentences are enough.
review-rules = Do not give children’s names or anything about their health. The review is signed the way your profile says.
review-send = Send the review

done-review-sent = Thank you! The review is waiting for an editor to read it.
done-review-published = Thank you! The review is public now.
done-review-withdrawn = The review is withdrawn. You can restore it.

reviews-own-title = My reviews
reviews-own-none = You have not written a review yet. Find a class that your child went to, and tell others what it was like.
reviews-own-find = Find classes

# Reporting
review-report = Report
review-report-of = Report the review: { $author }
review-report-title = Report a review
review-report-reason = What is wrong with it?
review-report-reason-missing = Choose a reason.
review-report-hint = Nobody but the editors will know that you reported it.
review-report-send = Report
review-report-sign-in = Sign in to report a review, so that each person reports it once at most.
review-report-own = This is your own review. You can change or withdraw it.
review-report-thanks = Thank you for reporting it
done-review-reported = An editor will read the review and decide whether it stays.

# The provider's reply
review-reply-title = The provider’s reply
review-reply = Reply
review-reply-to = Reply to the review: { $author }
review-reply-change = Change the reply
review-reply-change-to = Change the reply to the review: { $author }
review-reply-page = Reply to a review
review-reply-field = Your reply
review-reply-hint = It is shown as the provider’s reply. The author of the review is told by mail.
review-reply-missing = Write a reply.
review-reply-send = Publish the reply
review-reply-remove = Remove the reply
review-reply-sign-in = Reviews are answered by the provider’s people. Sign in to reply.
review-reply-not-yours = Only the provider’s own people reply to this review.
done-review-replied = The reply is public.
done-review-reply-removed = The reply is removed.

# Editors
review-queue-title = Reviews to check
review-queue-lead = Reported ones first, then those that have waited longest.
review-queue-empty = Nothing is waiting. New and reported reviews will appear here.
review-queue-more =
    { $n ->
        [one] { $n } more review is waiting after these.
       *[other] { $n } more reviews are waiting after these.
    }
review-reported =
    { $n ->
        [one] Reported { $n } time:
       *[other] Reported { $n } times:
    }
review-changed-on = changed on { $date }
review-reason-was = The reason given last time:
review-moderate = Decide
review-moderate-of = Decide on the review: { $author }
review-decide-title = Decide on a review
review-decide-own = This is your own review, so somebody else decides.
review-decide-again = Change this decision
review-keep = Keep
review-keep-of = Keep published: { $author }
review-publish-of = Publish the review: { $author }
review-hide-of = Hide the review: { $author }
review-reject-why = Reject and say why
review-reject-of = Reject the review: { $author }
review-reason-field = Reason
review-reason-hint = The author is told it by mail and can change the review.
review-tick = Select the review: { $author }
review-bulk-title = Selected reviews
review-bulk-reason = (needed to reject)
review-bulk-publish = Publish selected
review-bulk-hide = Hide selected
review-bulk-reject = Reject selected
done-review-decided-publish = The review is published.
done-review-decided-hide = The review is hidden.
done-review-decided-reject = The review is rejected, and its author is told why by mail.
done-reviews-decided = Your decisions on the selected reviews are saved.
review-desk =
    { $n ->
        [one] review waits to be checked
       *[other] reviews wait to be checked
    }

# Participants
participants-title = Participants
participants-link =
    { $n ->
        [0] Say who took part
        [one] { $n } confirmed participant
       *[other] { $n } confirmed participants
    }
participants-lead = Enter the addresses of people who took part or signed their child up. Their reviews are marked “Confirmed participant”.
participants-count =
    { $n ->
        [one] person on the list
       *[other] people on the list
    }
participants-field = E-mail addresses
participants-hint = One a line, at most 200 at a time. You can paste a column of a spreadsheet.
participants-kept-title = We do not keep the addresses
participants-kept = From each address we compute a digest that cannot be reversed, and keep the digest only. When somebody with that address writes a review, the digests match. Nobody can read or download the list, and nothing is sent to these addresses.
participants-add = Add to the list
participants-remove = Remove these from the list
participants-added =
    { $n ->
        [0] All of them were on the list already.
        [one] { $n } person added.
       *[other] { $n } people added.
    }
participants-removed =
    { $n ->
        [0] None of them was on the list.
        [one] { $n } person removed.
       *[other] { $n } people removed.
    }
participants-sign-in = The list of participants is kept by the provider’s managers. Sign in.
participants-not-yours = The list of participants is kept by the managers of the provider of this class.

# Pictures
picture-hint = JPEG, PNG or WebP, 8 MB at most. Where it was taken and with which camera is removed from the file.
picture-now = This picture is in the entry now. A new file replaces it.
picture-alt = What does the picture show?
picture-alt-hint = One sentence for those who will not see it, for example: children make pots at a long table.
