# News: kinds of articles, the feed, problems of fields.

article-category-ANNOUNCEMENT = announcement
article-category-SUCCESS = success
article-category-ADMISSIONS = admissions
article-category-PROJECT = project
article-category-CULTURE = culture
article-category-SPORT = sport
article-category-SAFETY = safety
article-category-HEALTH = health
article-category-OTHER = other

news-feed-title = News – { $city }
news-feed-of = News: { $name }

refusal-article-text = Write a lead or a text: a title alone is not enough.
refusal-article-withdrawn-first = The article would vanish before it appears. Give a moment to hide it that is later than the moment to publish it.
refusal-article-withdrawn-already = This moment has passed. Give one to come, or leave the field empty.
refusal-article-pinned = This day has passed. Give one to come, or leave the field empty.

history-action-publish = published at its time
history-action-withdraw = hidden at its time
