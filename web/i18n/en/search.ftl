# Searching the whole portal.
search-all-title = Search the portal
search-all-label = What are you looking for?
search-all-lead = Activities, events, news, advice and institutions in one place.
search-all-kinds = What to show
search-all-every = Everything
search-all-none = Nothing like that. Try fewer or other words.
search-all-more = More results
header-search = Search
search-kind-INSTITUTION = Institutions
search-kind-ACTIVITY = Activities
search-kind-EVENT = Events
search-kind-ARTICLE = News
search-kind-ADVICE = Advice
search-kind-ALERT = Alerts
search-kind-DEBATE = Debates
search-hit-Institution = institution
search-hit-Activity = activity
search-hit-Event = event
search-hit-Article = news
search-hit-Advice = advice
search-hit-Alert = alert
search-hit-Debate = debate
suggest-kind-EVENT = event
suggest-kind-ARTICLE = news
suggest-kind-ADVICE = advice
suggest-kind-DEBATE = debate
search-all-count = { $n ->
    [one] { $n } result
    *[other] { $n } results
}
