# Сторінки дебатів: запитання, підтримка, відповіді, пульт редакції.

menu-debates = Дебати

debate-title = Дебати про освіту
debate-description = Дебати та сесії про освіту в місті { $city }: поставте запитання, підтримайте запитання інших, прочитайте відповіді.
debate-lead = Поставте запитання перед зустріччю або підтримайте запитання інших. Посадовці почують спершу ті, що мають найбільшу підтримку.
debate-upcoming = Найближчі
debate-none = Зараз не оголошено жодних дебатів. Зазирніть сюди згодом.
debate-past = Архів
debate-past-none = Тут ще не було жодних дебатів.
debate-all = Усі дебати
debate-back = Повернутися до дебатів
debate-online = в інтернеті
debate-state-over = завершено
debate-state-open = можна запитувати
debate-state-later = запитання незабаром
debate-state-closed = запитання закрито
debate-open-until = Запитання приймаємо до { $date }.
debate-opens = Запитання приймаємо від { $date }.
debate-closed-since = Запитання ми приймали до { $date }.
debate-questions = Запитання
debate-questions-count =
    { $n ->
        [0] запитань ще немає
        [one] { $n } запитання
        [few] { $n } запитання
       *[many] { $n } запитань
    }
debate-answers-count =
    { $n ->
        [one] { $n } відповідь
        [few] { $n } відповіді
       *[many] { $n } відповідей
    }
debate-answers = Відповіді
debate-answers-all = Усі відповіді
debate-answers-lead = На ці запитання мешканців місто вже відповіло.
debate-answers-none = Відповідей ще немає. Вони з’являться після дебатів.
debate-facts = Найважливіше
debate-when = Коли
debate-where = Де
debate-ends = до { $date }
debate-watch = Дивитися наживо
debate-about = Про що говоритимемо
debate-moderate = Запитання для перевірки

debate-home = Дебати
debate-home-text = Поставте запитання до { $date } або підтримайте запитання інших.
debate-home-count =
    { $n ->
        [one] Є вже { $n } запитання.
        [few] Є вже { $n } запитання.
       *[many] Є вже { $n } запитань.
    }

question-ask = Поставити запитання
question-text = Ваше запитання
question-text-hint = Одне запитання, коротко й конкретно. Без персональних даних інших людей.
question-name = Підпис
question-name-hint = Покажемо його біля запитання. Порожнє: запитання буде анонімним.
question-email = Адреса електронної пошти
question-email-hint = Надішлемо посилання для підтвердження. Нікому її не покажемо.
question-consent = Погоджуюся на публікацію запитання та підпису.
question-next = Далі
question-send = Надіслати запитання
question-send-anyway = Надіслати все одно
question-send-title = Надіслати запитання
question-rules = Спершу запитання прочитає редакція. Ми не публікуємо образливих і тих, що розкривають чужі дані.
question-text-missing = Напишіть запитання.
question-check-title = Чи йдеться про це?
question-check-lead = Хтось уже запитав про щось подібне. Підтримайте таке запитання, і воно буде вище у списку.
question-check-none = Про це ще ніхто не запитав. Перевірте запитання й надішліть його.
question-none-of-these = Жодне з них – моє запитання інше
question-similar = Чи йдеться про це?
question-similar-hint = Хтось уже запитав про щось подібне. Можете підтримати таке запитання замість надсилати власне.
question-see = Переглянути запитання
question-anonymous = анонімно
question-own = Ваше запитання
question-sort = Порядок запитань
question-sort-SUPPORT = найбільша підтримка
question-sort-NEWEST = найновіші
question-sort-ANSWERED = з відповіддю
question-supports =
    { $n ->
        [one] голос підтримки
        [few] голоси підтримки
       *[many] голосів підтримки
    }
question-supports-count =
    { $n ->
        [one] { $n } голос підтримки
        [few] { $n } голоси підтримки
       *[many] { $n } голосів підтримки
    }
question-merged-count =
    { $n ->
        [one] об’єднано з ним { $n } подібне
        [few] об’єднано з ним { $n } подібні
       *[many] об’єднано з ним { $n } подібних
    }
question-is-answered = відповідь уже є
question-answer = Відповідь
question-answer-by = Відповідає: { $name }
question-support = Підтримую
question-support-it = Підтримати запитання: { $text }
question-support-instead = Підтримую це запитання
question-supported = Підтримано
question-unsupport-it = Забрати підтримку запитання: { $text }
question-support-title = Підтримати запитання
question-support-email-hint = Надішлемо посилання для підтвердження. Одна людина підтримує запитання один раз.
question-support-rules = Адресу використаємо лише для підрахунку підтримки.
question-support-own = Це ваше запитання, тож ви вже за ним стоїте.
question-support-already = Це запитання ви вже підтримуєте.
question-support-closed = Це запитання вже не можна підтримати.
question-withdraw = Відкликати
question-withdraw-sure = Відкликати це запитання?
questions-none-open = Ще ніхто не запитав. Поставте перше запитання.
questions-none-later = Запитання можна буде ставити перед дебатами.
questions-none = На ці дебати запитань не надійшло.

question-link-title-CONFIRM = Підтвердьте запитання
question-link-title-SUPPORT = Підтвердьте підтримку
question-link-title-WITHDRAW = Відкличте запитання
question-link-do-CONFIRM = Підтверджую це запитання
question-link-do-SUPPORT = Підтверджую підтримку
question-link-do-WITHDRAW = Відкликаю запитання
question-link-hint-CONFIRM = Потім його прочитає та опублікує редакція.
question-link-hint-SUPPORT = Порахуємо відразу.
question-link-hint-WITHDRAW = Воно назавжди зникне зі сторінки.
question-link-DONE = Це вже зроблено
question-link-text-DONE = Це посилання вже використано. Нічого не треба робити.
question-link-EXPIRED = Посилання втратило чинність
question-link-text-EXPIRED = Воно було чинне два дні. Поставте запитання або підтримайте його ще раз.
question-link-INVALID = Це посилання не діє
question-link-text-INVALID = Перевірте, чи адресу з повідомлення скопійовано повністю.
question-link-CLOSED = Час минув
question-link-text-CLOSED = Запитань на ці дебати вже не приймаємо. Можете прочитати ті, що поставили інші.

debate-desk-of = Запитання: { $title }
debate-desk-back = Запитання на дебати
debate-desk-states = Стан запитань
debate-desk-waiting =
    { $n ->
        [one] { $n } чекає
        [few] { $n } чекають
       *[many] { $n } чекають
    }
debate-desk-WAITING = На перевірку
debate-desk-PUBLISHED = Опубліковані
debate-desk-REJECTED = Відхилені
debate-desk-MERGED = Об’єднані
debate-desk-none-WAITING = Усе перевірено. Нові запитання з’являться тут.
debate-desk-none-PUBLISHED = Опублікованих запитань ще немає.
debate-desk-none-REJECTED = Нічого не відхилено.
debate-desk-none-MERGED = Нічого не об’єднано.
debate-not-yours = Запитання перевіряє редакція міста.
debate-see = Переглянути на сторінці
debate-edit = Редагувати дебати
debate-export = Завантажити CSV
debate-print = Роздрукувати
debate-print-title = Запитання на дебати: { $title }
debate-print-hint = Запитання за підтримкою, для зустрічі.
debate-print-rank = №
debate-print-supports = Підтримка
debate-print-question = Запитання
debate-print-author = Підпис
debate-print-answer = Відповідь
question-publish = Опублікувати
question-merge = Об’єднати
question-merge-of =
    { $n ->
        [one] Подібне до { $n } запитання
       *[other] Подібне до { $n } запитань
    }
question-merge-into = Об’єднати з цим запитанням; підтримка додається
question-merged-into = Об’єднано з:
question-reject-open = Відхилити…
question-reject-reason = Чому?
question-reject-hint = Автор прочитає це в повідомленні.
question-reject = Відхилити
question-reason = Причина:
question-own-not-decided = Це ваше запитання, тож вирішить хтось інший.
question-undo = Скасувати рішення
question-answer-write = Написати відповідь
question-answer-edit = Виправити відповідь
question-answer-text = Відповідь
question-answer-hint = Абзаци відділяйте порожнім рядком. Порожня: відповідь приберемо.
question-answered-by = Хто відповідає
question-answer-save = Зберегти відповідь

done-question-waits = Дякуємо. Запитання чекає на перевірку редакцією.
done-question-mailed = Майже готово: ми надіслали повідомлення з посиланням. Відкрийте його та підтвердьте запитання.
done-question-confirmed = Запитання підтверджено. Тепер його прочитає редакція.
done-question-supported = Підтримку зараховано.
done-question-support-mailed = Майже готово: ми надіслали повідомлення з посиланням. Відкрийте його та підтвердьте підтримку.
done-question-support-taken-back = Підтримку забрано.
done-question-withdrawn = Запитання відкликано.
done-question-published = Запитання опубліковано.
done-question-rejected = Запитання відхилено. Ми написали автору.
done-question-merged = Запитання об’єднано.
done-question-undone = Рішення скасовано.
done-question-answered = Відповідь опубліковано.
done-question-answer-removed = Відповідь прибрано.

debate-form-what = Дебати
debate-form-title = Тема
debate-form-title-hint = Наприклад «Як полегшити навантаження восьмикласників?».
debate-form-text = Опис
debate-form-text-hint = Про що йтиметься, хто візьме участь. Абзаци відділяйте порожнім рядком.
debate-form-starts = Початок
debate-form-ends = Кінець
debate-form-questions = Коли можна запитувати
debate-form-questions-hint = Порожнє: від оголошення аж до початку дебатів.
debate-form-open = Від
debate-form-open-hint = Раніше дебати оголошено, але без форми.
debate-form-close = До
debate-form-close-hint = Наприклад, день перед дебатами, щоб підготувати відповіді.
debate-form-where = Де
debate-form-venue = Місце
debate-form-venue-hint = Наприклад «Міська рада, сесійна зала».
debate-form-address = Адреса
debate-form-online = Трансляція
debate-form-online-hint = Адреса сторінки, де можна буде дивитися, наприклад https://example.org/debaty.
debate-form-more = Докладніше
debate-form-more-hint = Мови, ключові слова
debate-form-languages-hint = Якими мовами можна буде говорити або слухати.
