# What happens in town: texts of the module itself.

refusal-event-moment = «{ $value }»: вкажіть день і годину, наприклад 2026-12-05T16:00.
refusal-event-hour = «{ $value }»: вкажіть також годину, наприклад 2026-12-05T16:00, або позначте, що подія триває цілий день.
refusal-event-day = «{ $value }»: подія триває цілий день, тож вкажіть лише день, наприклад 2026-12-05.
refusal-event-hour-skipped = «{ $value }»: такої години немає, бо тоді годинники переводять уперед. Виберіть іншу.
refusal-event-year = «{ $value }»: вкажіть рік від 2000 до 2099.
refusal-event-ends-before = Кінець припадає раніше за початок. Виправте одну з цих дат.
refusal-event-too-long =
    { $most ->
        [one] Подія може тривати щонайбільше { $most } день. Якщо вона повторюється, опишіть це правилом повторення.
        [few] Подія може тривати щонайбільше { $most } дні. Якщо вона повторюється, опишіть це правилом повторення.
       *[many] Подія може тривати щонайбільше { $most } днів. Якщо вона повторюється, опишіть це правилом повторення.
    }
refusal-event-rule = Не розуміємо правила повторення в місці «{ $part }». Приклад доброго правила: FREQ=WEEKLY;BYDAY=MO;UNTIL=20270625.
refusal-event-rule-often = «{ $part }»: подія може повторюватися щонайбільше раз на день. Виберіть DAILY, WEEKLY, MONTHLY або YEARLY.
refusal-event-rule-part = Правило повторення події не може містити частини «{ $part }». Вилучіть її.
refusal-event-rule-endless = Скажіть, коли повторення закінчується: останнього дня (UNTIL=20270625) або після скількох разів (COUNT=10).
refusal-event-rule-both-ends = Кінець повторення вказано двічі. Залиште або останній день (UNTIL), або кількість разів (COUNT).
refusal-event-rule-never = Жоден день не відповідає цьому правилу повторення. Виправте дні або дату кінця.
refusal-event-rule-start = Перша дата не відповідає правилу повторення. Почніть в один із його днів або додайте цей день до правила.
refusal-event-rule-many =
    { $most ->
        [one] Подія може мати щонайбільше { $most } дату. Скоротіть повторення.
        [few] Подія може мати щонайбільше { $most } дати. Скоротіть повторення.
       *[many] Подія може мати щонайбільше { $most } дат. Скоротіть повторення.
    }
refusal-event-rule-long =
    { $most ->
        [one] Подія може повторюватися щонайбільше { $most } рік. Скоротіть повторення.
        [few] Подія може повторюватися щонайбільше { $most } роки. Скоротіть повторення.
       *[many] Подія може повторюватися щонайбільше { $most } років. Скоротіть повторення.
    }
refusal-event-rule-missing = Подія не повторюється, тож немає дат, які можна скасувати чи перенести. Вкажіть правило повторення або залиште це поле порожнім.
refusal-event-date-unknown = «{ $value }»: подія не має такої дати. Вкажіть день, коли вона мала відбутися, наприклад 2026-12-12.
refusal-event-date-twice = «{ $value }»: цю дату вже скасовано або перенесено. Залиште її в одному місці.
refusal-event-move = «{ $value }»: вкажіть дату й нову дату, наприклад 2026-12-12>2026-12-14T16:00.
refusal-event-nothing-left = Усі дати скасовано. Залиште хоча б одну або перемістіть подію до архіву.
refusal-event-sign-up-link = Вкажіть адресу, за якою можна записатися, або виберіть інший спосіб запису.
refusal-event-capacity = Вкажіть щонайменше одне місце або залиште це поле порожнім, якщо кількість місць необмежена.

recurrence-daily =
    { $n ->
        [1] щодня
        [one] кожний { $n } день
        [few] кожні { $n } дні
       *[many] кожні { $n } днів
    }
recurrence-weekly =
    { $n ->
        [1] щотижня
        [one] кожний { $n } тиждень
        [few] кожні { $n } тижні
       *[many] кожні { $n } тижнів
    }
recurrence-monthly =
    { $n ->
        [1] щомісяця
        [one] кожний { $n } місяць
        [few] кожні { $n } місяці
       *[many] кожні { $n } місяців
    }
recurrence-yearly =
    { $n ->
        [1] щороку
        [one] кожний { $n } рік
        [few] кожні { $n } роки
       *[many] кожні { $n } років
    }
recurrence-on = { $every } ({ $days })
recurrence-nth =
    { $weekday ->
        [WEDNESDAY] { $n }-а { $day } місяця
        [FRIDAY] { $n }-а { $day } місяця
        [SATURDAY] { $n }-а { $day } місяця
        [SUNDAY] { $n }-а { $day } місяця
       *[other] { $n }-й { $day } місяця
    }
recurrence-nth-last =
    { $n ->
        [1]
            { $weekday ->
                [WEDNESDAY] остання { $day } місяця
                [FRIDAY] остання { $day } місяця
                [SATURDAY] остання { $day } місяця
                [SUNDAY] остання { $day } місяця
               *[other] останній { $day } місяця
            }
       *[other] { $n }-й { $day } від кінця місяця
    }
recurrence-month-day = { $n }-го числа
recurrence-month-day-last =
    { $n ->
        [1] останнього дня
       *[other] { $n }-го дня від кінця
    }
recurrence-count =
    { $n ->
        [one] { $rule }, { $n } раз
        [few] { $rule }, { $n } рази
       *[many] { $rule }, { $n } разів
    }
recurrence-until = { $rule }, до { $date }

event-when-day = { $weekday }, { $date }
event-when-days = { $first } – { $last }
event-when-hours = { $day }, { $starts }–{ $ends }

event-level-preschool = дитячий садок
event-level-primary_1_3 = 1–3 класи
event-level-primary_4_8 = 4–8 класи
event-level-secondary = старша школа
event-level-adult = дорослі

event-sign-up-none = вхід вільний, без запису
event-sign-up-event = запис на всю подію
event-sign-up-date = запис на вибрану дату
event-sign-up-link = запис на сторінці організатора

event-feed-title = Події: { $city }
event-feed-cancelled = Скасовано: { $title }

school-year-term-start = Початок навчального року
school-year-term-end = Останній день занять
school-year-christmas = Різдвяна перерва
school-year-winter = Зимові канікули
school-year-easter = Великодня перерва
school-year-summer = Літні канікули
holiday-new-year = Новий рік
holiday-epiphany = Богоявлення
holiday-easter = Великдень
holiday-easter-monday = Великодній понеділок
holiday-labour = Свято праці
holiday-constitution = День Конституції 3 травня
holiday-pentecost = Зелені свята
holiday-corpus-christi = Свято Божого Тіла
holiday-assumption = Внебовзяття Діви Марії, День Війська Польського
holiday-all-saints = День усіх святих
holiday-independence = День незалежності Польщі
holiday-christmas-eve = Святвечір
holiday-christmas = Різдво
holiday-christmas-second = Другий день Різдва
