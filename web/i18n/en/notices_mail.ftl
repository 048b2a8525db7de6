# The mail that gathers notices
notices-mail-title =
    { $n ->
        [one] { $n } piece of news for you
       *[other] { $n } pieces of news for you
    }
notices-mail-for-child = For { $child }
notices-mail-trial = This is a trial: readers will see the announcement like this. Only you get this message.
notices-mail-was = (was: { $was })
notices-mail-link = Learn more
notices-mail-more =
    { $n ->
        [one] See { $n } more notification
       *[other] See { $n } more notifications
    }
notices-mail-more-hidden =
    { $n ->
        [one] And { $n } more notification that is not shown here. Narrow your search, and everything will fit.
       *[other] And { $n } more notifications that are not shown here. Narrow your search, and everything will fit.
    }
notices-mail-because = Why you get this: { $label }
notices-mail-because-followed = We tell you because you follow this.
notices-mail-mute = Mute just this
notices-mail-why = You get this message because you turned on notifications on the portal.
notices-mail-subscriptions = My notifications
notices-mail-pause = Pause all

# An alert that cannot wait
notices-mail-alerts =
    { $n ->
        [one] { $n } alert
       *[other] { $n } alerts
    }
notices-alert-see = See what to do
notices-alert-night = Severe alerts leave at once, in quiet hours too.
