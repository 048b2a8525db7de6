# The city's mail: the admins' page.

post-title = Mail
post-lead = What the portal sends, what could not be delivered, and which addresses we no longer write to.
post-now = Now
post-waiting =
    { $n ->
        [one] message waits to be sent
       *[other] messages wait to be sent
    }
post-deferred =
    { $n ->
        [one] message will be tried again
       *[other] messages will be tried again
    }
post-sent =
    { $n ->
        [one] message sent today
       *[other] messages sent today
    }
post-dead =
    { $n ->
        [one] undelivered message
       *[other] undelivered messages
    }
post-blocked =
    { $n ->
        [one] paused address
       *[other] paused addresses
    }

post-dead-title = Undelivered
post-dead-hint = The recipient’s server did not take these messages, or we ran out of tries. Their text is kept for 14 days, so that they can be sent again.
post-dead-none = Everything was delivered.
post-dead-pages = Pages of the list of undelivered messages
post-attempts =
    { $n ->
        [one] { $n } try
       *[other] { $n } tries
    }
post-text-gone = the text is gone, it cannot be sent again
post-tick = Select the message to { $address }
post-retry = Send selected again
post-discard = Delete selected
post-of-debates = Debates
post-of-editorial = Editors’ desk
post-of-events = Events
post-of-identity = Account and sign-in
post-of-notices = Notifications
post-of-notifications = Notifications
post-of-reviews = Reviews
post-of-safety = Safety

post-blocked-title = Paused addresses
post-blocked-hint = We send no notifications to these addresses. A sign-in code is always sent when somebody asks for it.
post-blocked-none = We write to every address.
post-blocked-pages = Pages of the list of paused addresses
post-blocked-all = Show all paused addresses
post-ask = Check an address
post-ask-submit = Check
post-ask-found = This address is paused
post-ask-none = We write to this address: it is not paused.
post-reason-HARD_BOUNCE = There is no such mailbox.
post-reason-MAILBOX_FULL = The mailbox is full.
post-reason-COMPLAINT = The recipient reported our message as spam.
post-reason-REFUSED = The recipient’s server does not take our messages.
post-since = since { $date }
post-until = until { $date }
post-lift = Write again
post-lift-of = Write to { $address } again
post-lift-complaint-ask = This person reported our message as spam. Are you sure that they themselves asked to be written to again?

done-post-retried = The messages will be sent again.
done-post-discarded = The messages are deleted.
done-post-lifted = We write to this address again.

refusal-post-nothing-chosen = Select at least one message.
refusal-post-too-many-chosen = At most { $max } messages can be selected at once.
refusal-post-nothing-left = These messages are no longer on the list, or have no text any more, so they cannot be sent again.
refusal-post-address-unknown = This address is no longer paused.

audit-mail-retry = sends messages again
audit-mail-discard = deletes undelivered messages
audit-mail-suppression-lift = allows an address to be written to again
