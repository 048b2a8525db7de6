# Aktualności: rodzaje wiadomości, kanał, błędy w polach.

article-category-ANNOUNCEMENT = ogłoszenie
article-category-SUCCESS = sukces
article-category-ADMISSIONS = rekrutacja
article-category-PROJECT = projekt
article-category-CULTURE = kultura
article-category-SPORT = sport
article-category-SAFETY = bezpieczeństwo
article-category-HEALTH = zdrowie
article-category-OTHER = inne

news-feed-title = Aktualności – { $city }
news-feed-of = Aktualności: { $name }

refusal-article-text = Napisz wstęp albo treść: sam tytuł to za mało.
refusal-article-withdrawn-first = Wiadomość zniknęłaby, zanim się pojawi. Podaj moment ukrycia późniejszy niż moment publikacji.
refusal-article-withdrawn-already = Ten moment już minął. Podaj przyszły albo zostaw pole puste.
refusal-article-pinned = Ten dzień już minął. Podaj przyszły albo zostaw pole puste.

history-action-publish = opublikowano o wyznaczonej porze
history-action-withdraw = ukryto o wyznaczonej porze
