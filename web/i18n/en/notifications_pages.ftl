# Being told: buttons, the page of a new subscription, one's own, the centre, settings, links in mails.

bell = Notifications
bell-unread = Notifications, unread: { $n }
bell-new = New notification: { $title }

notify-button = Tell me about new ones
notify-button-none = Tell me when there are some
notify-button-alerts = Tell me about warnings
notify-button-debates = Tell me about new debates
notify-choose = Choose how often and what about
notify-undo = Undo
notify-restore = Restore
notify-change = Change settings
notify-back = Back

done-notify-saved = Saved. We will e-mail you when something new comes up.
done-notify-restored = Restored. We will write to you about it again.
done-notify-removed = Removed. We will not write about it any more.
done-notify-changed = Changes saved.
done-notify-muted = Muted. We will not write about it until you turn it on.
done-notify-unmuted = Turned on. We will write about it again.
done-notify-mailed = We have sent a confirmation link.
done-notify-stopped = You are unsubscribed from all notifications.
done-notify-resumed = Notifications are on again.
done-notify-settings = Settings saved.
done-centre-read = Everything is marked as read.
done-centre-muted = Muted. We will not write for this reason any more.

follow-on = You follow this – we will write when something changes.
follow-stop = Stop following
follow-place = Tell me when a place is free
follow-enrolment = Tell me when enrolment opens
follow-activity = Follow this activity
follow-activity-hint = We will write when a place frees up, enrolment opens, the price falls or the time changes.
follow-institution = Follow this institution
follow-institution-hint = We will write about its new activities, events and news.
follow-event = Follow this event
follow-event-hint = We will write when sign-up opens, a place frees up, the time changes or the event is called off.
follow-debate = Follow this debate
follow-debate-hint = We will write when the time or the place changes or the debate is called off.

centre-tab = Notifications
notify-own-tab = What I follow
notify-settings-tab = Settings

notify-frequency = How often?
notify-frequency-AT_ONCE = At once
notify-frequency-DAILY = Once a day
notify-frequency-WEEKLY = Once a week
notify-frequency-hint = With each: how many mails we would have sent you last month.
notify-mails =
    { $n ->
        [one] { $n } mail
       *[other] { $n } mails
    }
notify-mails-none = no mail at all
notify-about = What should we write about?
notify-about-open = Choose what to write about
notify-about-APPEARED = something new appears
notify-about-PRICE_FELL = a price falls
notify-about-PLACE_FREED = a place frees up
notify-about-ENROLMENT_OPENED = enrolment opens
notify-about-CHANGED = the time, place or age changes
notify-about-CALLED_OFF = something is called off
notify-about-ALERT = there is a warning
notify-about-ANNOUNCEMENT = there is an announcement
notify-about-DECISION = something of yours is decided

notify-title = Tell me when
notify-lead = Say what you are interested in. We will e-mail you when it comes up – once, even if several things match at the same time.
notify-what = What you are looking for
notify-matches =
    { $n ->
        [one] { $n } entry matches now
       *[other] { $n } entries match now
    }
notify-matches-none = Nothing matches now
notify-open = See it on the portal
notify-happened =
    { $n ->
        [one] Last month there was { $n } thing we would have written about:
       *[other] Last month there were { $n } things we would have written about, among them:
    }
notify-happened-none = Nothing of the kind happened last month. We will write as soon as that changes.
notify-already = You have this notification already.
notify-unverified = First confirm your e-mail address, so that we know where to write.
notify-email = Your e-mail address
notify-email-hint = You need no account. We will send one mail with a link that confirms your address.
notify-website = Leave this field empty
notify-save = Save this notification
notify-send-link = Send a confirmation link
notify-sign-in = I have an account – sign me in
notify-promise = No advertising. Every mail has a link that turns off just this, or everything.
notify-error-target = We do not understand what to write about. Please choose again.
notify-error-about = Tick at least one.

notify-mailed-title = Check your mail
notify-mailed-lead = One more step: if the address is right, a mail from us will be there in a moment.
notify-mailed-step-open = Open the mail and follow the link.
notify-mailed-step-press = On the page that opens, press “I confirm”.
notify-mailed-step-done = Done. From then on we will write.
notify-mailed-hint = No mail after a few minutes? Look into your spam folder. The link works for 3 days.

notify-choose-search = A search
notify-choose-search-hint = Find what interests you, set the filters and press “Tell me about new ones” above the results.
notify-choose-alerts = Warnings of danger
notify-choose-where = Where?
notify-choose-city = in the whole city
notify-choose-district = Everything from my district
notify-choose-district-field = District
notify-choose-interest = Everything about one interest
notify-choose-interest-field = Interest
notify-next = Next

notify-confirm-title = Confirm the notification
notify-confirm-lead = Somebody gave your address on the portal of { $city } to get notifications. If it was you, press the button.
notify-confirm-button = I confirm
notify-confirm-hint = It was not you? Close this page. We will send nothing and delete the address after 3 days.
notify-confirm-again = Ask for the notification again and we will send a new link.
notify-confirmed-title = Done, we will write
notify-confirmed-lead-AT_ONCE = We will write at once when something new comes up.
notify-confirmed-lead-DAILY = We will write once a day if something new has come up.
notify-confirmed-lead-WEEKLY = We will write once a week if something new has come up.
notify-confirmed-hint = Every mail has a link to change this or to unsubscribe.
notify-manage = Change or turn off

notify-own-title = What I follow
notify-own-lead = These are the things we write to you about.
notify-own-empty = You follow nothing yet. Find an activity, an event or an institution and press “Tell me” – we will do the rest.
notify-own-empty-search = Search activities
notify-add = Add a notification
notify-muted = Muted
notify-paused = All notifications are paused – for now we write about nothing.
notify-mute = Mute
notify-unmute = Turn on
notify-remove = Remove
notify-details = What to write about
notify-child = for { $name }
notify-last-told = we last wrote on { $date }
notify-never-told = since { $date }, not written yet

by-link-title = Your notifications
by-link-lead = What we write about to { $address }. You need not sign in.
by-link-paused = We send you no notifications
by-link-paused-text = Your list is kept. You can turn it on again at any time.
by-link-resume = Turn notifications on again
by-link-why = This mail came because of
by-link-mute-one = Mute just this
by-link-all = Everything at once
by-link-stale = This link is from an older mail, and notifications were turned on again after it. If you still want to turn them off, press the button.
by-link-stop = Unsubscribe me from everything
by-link-stop-hint = We will stop at once. Mails with a sign-in code will still come when you ask for them.
by-link-list = The list
by-link-none = You have no notifications.
by-link-hint = All settings are in your account.

notify-settings-title = When to write
notify-settings-when = Gathered mails
notify-settings-when-hint = Everything that has come together arrives in one mail.
notify-settings-daily = Daily ones at
notify-settings-weekly = Weekly ones on
notify-settings-peace = Peace and quiet
notify-settings-peace-hint = What happens meanwhile comes afterwards. Only warnings of severe danger always come at once.
notify-settings-quiet = Do not write at night
notify-settings-from = From
notify-settings-until = Until
notify-settings-holidays = Do not write on public holidays
notify-settings-pause = A break
notify-settings-paused = Pause all notifications
notify-settings-pause-hint = Your list is kept. One click here turns it on again.

push-title = Notifications on this device
push-text = Your browser can show a notification at once, even when this page is closed. It comes when the e-mail does.
push-turn-on = Turn on for this device
push-turn-off = Turn off for this device
push-is-on = On for this device.
push-is-off = Off for this device.
push-denied = Your browser does not allow this page to notify you. You can change that in its settings.
push-failed = That did not work. Try again in a moment.

centre-title = Notifications
centre-on-account = What you follow, what became of it, and when we should write about it.
centre-decision = About something of yours
centre-new = New
centre-because = Because you follow: { $label }
centre-because-child = For { $name }, because you follow: { $label }
centre-mute = Mute
centre-read-one = Mark as read
centre-read-all = Mark all as read
centre-which = Which notifications
centre-all = All
centre-unread = New
centre-earlier = Earlier
centre-was = was:
centre-is = is:
centre-empty = There is nothing here yet. When something you follow comes up, you will see it here and get an e-mail.
centre-empty-unread = Everything is read.
