# Pages of news, and the form of an article.

menu-news = News

news-title = News
news-of = News: { $name }
news-description = News of schools, institutions and the city of { $city }: announcements, successes, admissions, culture and sport.
news-lead = What is new at the schools, institutions and the city hall of { $city }.
news-institution-page = Page of this institution
news-categories = Kind of news
news-category-all = All
news-category-name-ANNOUNCEMENT = Announcements
news-category-name-SUCCESS = Successes
news-category-name-ADMISSIONS = Admissions
news-category-name-PROJECT = Projects
news-category-name-CULTURE = Culture
news-category-name-SPORT = Sport
news-category-name-SAFETY = Safety
news-category-name-HEALTH = Health
news-category-name-OTHER = Other
news-search = Search the news
news-search-words = Words to look for
news-audience = For whom
news-audience-any = anybody
news-count =
    { $n ->
        [0] No such news
        [one] { $shown } article
       *[other] { $shown } articles
    }
news-feed = Atom feed
news-pinned = Pinned
news-empty-title = There is no news here yet
news-empty-text = What schools and the city announce will appear here.
news-empty-narrow = No article meets all the conditions. Remove one of them.
news-everything = Show all news

news-back = All news
news-changed = changed { $date }
news-source = Source:
news-about = About this article
news-district = District
news-tags = Keywords
news-more = Read also
news-more-of = More from { $name }
news-all = All news
news-all-of = All of this institution
news-all-of-institution = All news of this institution

news-home = What is new in town
news-home-hint = News of schools, institutions and the city

news-form-what = The article
news-form-title-hint = What matters most in one sentence, for example “Sign-up for winter day camps begins”.
news-form-category = Kind of news
news-form-lead = Opening
news-form-lead-hint = Two or three sentences, at most 300 characters. They are read by those who do not open the whole.
news-form-text = Text
news-form-text-hint = An empty line begins a paragraph, hyphens a list, ## a heading. A link: [text](https://address).
news-form-institution-hint = Whose article it is. Begin to type the name and choose from the list; empty: the city’s.
news-form-when = When to show it
news-form-when-hint = Without this it is shown at once and for good.
news-form-publish-at = Show it only from
news-form-publish-at-hint = Nobody sees it before.
news-form-withdraw-at = Hide it from
news-form-withdraw-at-hint = The day after sign-up ends, for example.
news-form-pinned-until = Pin it to the top until
news-form-pinned-until-hint = This day included. Only what really matters to everybody.
news-form-more = More details
news-form-more-hint = For whom, district, interests, source
news-form-district-hint = If it concerns one district only.
news-form-whole-city = whole city
news-form-provider = Author who is not in the catalogue
news-form-provider-hint = For example “Parents’ council of Primary School 3”. Empty if an institution is chosen.
news-form-source = Address of the source
news-form-source-hint = If the whole information is on another page, for example https://example.org/announcement.
