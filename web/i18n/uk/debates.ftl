# Дебати й запитання до них.

debates-feed-title = Дебати – { $city }

question-state-UNCONFIRMED = Чекає на підтвердження
question-state-WAITING = Чекає на перевірку
question-state-PUBLISHED = Опубліковано
question-state-ANSWERED = З відповіддю
question-state-REJECTED = Відхилено
question-state-MERGED = Об’єднано з іншим
question-state-WITHDRAWN = Відкликано

question-column-rank = Місце
question-column-question = Запитання
question-column-supports = Підтримка
question-column-name = Підпис
question-column-asked = Поставлено
question-column-state = Стан
question-column-answer = Відповідь

refusal-question-text-too-short =
    { $min ->
        [one] Цього замало, щоб хтось міг відповісти. Напишіть щонайменше { $min } знак.
        [few] Цього замало, щоб хтось міг відповісти. Напишіть щонайменше { $min } знаки.
       *[many] Цього замало, щоб хтось міг відповісти. Напишіть щонайменше { $min } знаків.
    }
refusal-question-text-too-long =
    { $max ->
        [one] Запитання задовге. Скоротіть його до { $max } знака.
       *[other] Запитання задовге. Скоротіть його до { $max } знаків.
    }
refusal-question-name-too-long =
    { $max ->
        [one] Підпис задовгий. Скоротіть його до { $max } знака.
       *[other] Підпис задовгий. Скоротіть його до { $max } знаків.
    }
refusal-question-email-invalid = Введіть адресу електронної пошти, наприклад anna@example.org. Ми надішлемо туди посилання для підтвердження й нікому її не покажемо.
refusal-question-consent-missing = Позначте згоду. Без неї ми не можемо ні зберегти, ні показати запитання.
refusal-question-not-yet-open = Запитання можна ставити й підтримувати з { $moment }.
refusal-question-closed = Запитання можна було ставити й підтримувати до { $moment }.
refusal-question-too-many =
    { $max ->
        [one] До одних дебатів можна поставити { $max } запитання, і Ваше вже є. Можна підтримувати запитання інших.
        [few] До одних дебатів можна поставити { $max } запитання, і Ваші вже є. Можна підтримувати запитання інших.
       *[many] До одних дебатів можна поставити { $max } запитань, і Ваші вже є. Можна підтримувати запитання інших.
    }
refusal-question-already-asked = Це запитання ми від Вас уже маємо. Вдруге не треба.
refusal-question-mail-sent-already = На цю адресу ми щойно надіслали кілька листів. Скористайтеся посиланням, яке вже надійшло, або спробуйте згодом.
refusal-question-too-many-from-here = Звідси надійшло забагато запитів одразу. Спробуйте за чверть години або увійдіть.
refusal-question-already-supported = Ви вже підтримуєте це запитання. Кожен голос рахуємо один раз.
refusal-question-own = Це Ваше власне запитання. Підтримати його можуть інші.
refusal-question-link-invalid = Це посилання не працює. Відкрийте його ще раз із листа або надішліть запитання знову.
refusal-question-link-expired = Термін дії посилання минув. Надішліть запитання чи підтримку ще раз, і ми надішлемо нове.
refusal-question-link-used = Це посилання вже спрацювало. Відкривати його вдруге не треба.
refusal-question-reason-missing = Напишіть, чому відхиляєте. Автор отримає це в листі.
refusal-question-reason-too-long =
    { $max ->
        [one] Причина задовга. Скоротіть її до { $max } знака.
       *[other] Причина задовга. Скоротіть її до { $max } знаків.
    }
refusal-question-nothing-chosen = Позначте хоча б одне запитання.
refusal-question-too-many-chosen =
    { $max ->
        [one] За раз можна вирішити щодо { $max } запитання. Позначте менше.
       *[other] За раз можна вирішити щодо { $max } запитань. Позначте менше.
    }
refusal-question-outdated = Хтось тим часом це змінив. Оновіть сторінку, подивіться, що нового, і вирішіть ще раз.
refusal-question-wrong-state = У теперішньому стані запитання цього зробити не можна. Оновіть сторінку й подивіться, що з ним сталося.
refusal-question-into-missing = Вкажіть запитання, з яким його об’єднати.
refusal-question-into-wrong = Об’єднати можна лише з іншим опублікованим запитанням тих самих дебатів.
refusal-question-answer-too-long =
    { $max ->
        [one] Відповідь задовга. Скоротіть її до { $max } знака.
       *[other] Відповідь задовга. Скоротіть її до { $max } знаків.
    }
refusal-question-answered-by-too-long =
    { $max ->
        [one] Це задовго. Скоротіть до { $max } знака.
       *[other] Це задовго. Скоротіть до { $max } знаків.
    }
refusal-field-questions-reversed = Збирання запитань закінчується раніше, ніж починається. Виправте одну з дат.
refusal-field-questions-too-late = Запитання не можна збирати після закінчення дебатів. Вкажіть ранішу дату.

debate-mail-confirm-question-subject = Підтвердьте запитання до дебатів «{ $title }»
debate-mail-confirm-question-text = Хтось, мабуть Ви, поставив із цією адресою запитання до дебатів «{ $title }». Підтвердьте його, і воно потрапить до редакції. Доти його ніхто не побачить.
debate-mail-confirm-question-button = Переглянути й підтвердити запитання
debate-mail-confirm-support-subject = Підтвердьте підтримку запитання до дебатів «{ $title }»
debate-mail-confirm-support-text = Хтось, мабуть Ви, хоче з цією адресою підтримати запитання до дебатів «{ $title }». Підтвердьте, і ми порахуємо цей голос.
debate-mail-confirm-support-button = Підтвердити підтримку
debate-mail-confirm-hint =
    { $hours ->
        [one] Посилання діє { $hours } годину й лише один раз.
        [few] Посилання діє { $hours } години й лише один раз.
       *[many] Посилання діє { $hours } годин і лише один раз.
    }
debate-mail-confirm-not-you = Якщо це не Ви, нічого не робіть. Без підтвердження ми нічого не покажемо й не порахуємо.
debate-mail-published-subject = Ваше запитання до дебатів «{ $title }» уже на сайті
debate-mail-published-text = Редакція опублікувала Ваше запитання до дебатів «{ $title }»:
debate-mail-published-next = Тепер його можуть підтримати інші:
debate-mail-rejected-subject = Ваше запитання до дебатів «{ $title }» не опубліковано
debate-mail-rejected-text = Редакція не опублікувала Ваше запитання до дебатів «{ $title }»:
debate-mail-rejected-reason = Причина:
debate-mail-rejected-next = Можна поставити інше запитання або підтримати запитання інших:
debate-mail-merged-subject = Хтось запитав про те саме до дебатів «{ $title }»
debate-mail-merged-text = Ваше запитання до дебатів «{ $title }» редакція об’єднала з іншим про те саме:
debate-mail-merged-into = Тепер за обидва стоїть це запитання, з підтримкою обох:
debate-mail-merged-next = Перегляньте його на сторінці дебатів:
debate-mail-answered-subject = Є відповідь на Ваше запитання до дебатів «{ $title }»
debate-mail-answered-text = На Ваше запитання до дебатів «{ $title }» уже є відповідь. Запитання:
debate-mail-answered-answer = Відповідь:
debate-mail-answered-by = Відповідає { $by }:
debate-mail-answered-next = Усе на сторінці дебатів:
debate-mail-withdraw = Якщо запитання має зникнути, його можна відкликати:
