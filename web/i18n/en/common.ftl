# Words shared by every page.

site-name = Tablica
site-title = { $page } – { $city }
home-title = { $city } – classes for children, schools and institutions
skip-to-content = Skip to content
nav-main = Main menu
nav-breadcrumb = You are here
nav-languages = Language of this site
lang-switch-pl = Polski
lang-switch-en = English
lang-switch-uk = Українська

menu-home = Home
menu-activities = Classes
menu-institutions = Institutions

header-subtitle = classes and schools

demo-notice = This is a demonstration: classes, prices and contacts are made up.

footer-about-title = About this place
footer-about = The { $city } board gathers after-school classes and educational institutions in one catalogue, so that parents need not search twenty websites.
footer-browse-title = Browse
footer-free = Free classes
footer-weekend = Weekend classes
footer-open = Open for enrolment
footer-data-title = For developers
footer-data = Data and API (GraphQL)
footer-data-hint = Everything you see here can be fetched.

search-submit = Search
suggest-kind-INTEREST = interest
suggest-kind-ACTIVITY = class
suggest-kind-INSTITUTION = institution
suggest-kind-DISTRICT = district
suggest-label = Suggestions
suggest-status = Suggestions: { $n }. Use the up and down arrows to choose one.
suggest-none = No suggestions.

field-near = Where?
field-near-placeholder = area, street
field-near-mine = Near me
near-me = Use my location
near-me-working = Finding where you are…
near-me-failed = We could not find your location. Type a district or a street.
near-me-done = Searching near you.

field-radius = How far?
radius-any = anywhere in the city
radius-m = within { $n } m
radius-km = within { $n } km

field-sort = Order
sort-apply = Set

filters-title = Filters
filters-count =
    { $n ->
        [one] { $n } filter
       *[other] { $n } filters
    }
filters-apply = Show results
filters-clear = Clear all
filters-active = Chosen filters
filters-more = More
filter-remove = Remove filter: { $label }

page-next = Show more
page-first = Back to the start of the list
page-nav = Pages of results

error-summary-title = We could not understand this
error-summary-hint = We left these fields out. The rest of your search still works.

distance-here = right here
distance-around = in the area
distance-m = { $n } m
distance-km = { $n } km
distance-km-tenths = { $whole }.{ $tenths } km
distance-about-km = about { $n } km

show-map = See on a map
external-link = opens another website
updated-on = Last changed: { $date }

language-pl = Polish
language-en = English
language-uk = Ukrainian
language-de = German
language-fr = French
language-es = Spanish
language-it = Italian
language-ru = Russian
language-be = Belarusian
language-pl-sign = Polish Sign Language

# Forms
form-problems-title = Check these fields
form-optional = (optional)
form-save = Save
form-cancel = Cancel
form-sure = Are you sure?

# The account, in the header
header-sign-in = Sign in
header-account = My account
header-sign-out = Sign out
header-desk = Desk

share-page = Share
share-print = Print
share-copied = The address of this page was copied.
