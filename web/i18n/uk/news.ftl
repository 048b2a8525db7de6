# Новини: види, стрічка, помилки в полях.

article-category-ANNOUNCEMENT = оголошення
article-category-SUCCESS = успіх
article-category-ADMISSIONS = набір
article-category-PROJECT = проєкт
article-category-CULTURE = культура
article-category-SPORT = спорт
article-category-SAFETY = безпека
article-category-HEALTH = здоров’я
article-category-OTHER = інше

news-feed-title = Новини – { $city }
news-feed-of = Новини: { $name }

refusal-article-text = Напишіть вступ або текст: самої назви замало.
refusal-article-withdrawn-first = Новина зникла б раніше, ніж з’явиться. Вкажіть момент приховування, пізніший за момент публікації.
refusal-article-withdrawn-already = Цей момент уже минув. Вкажіть майбутній або залиште поле порожнім.
refusal-article-pinned = Цей день уже минув. Вкажіть майбутній або залиште поле порожнім.

history-action-publish = опубліковано у визначений час
history-action-withdraw = приховано у визначений час
