# Сторінки подій: список, календар, подія, власні, стіл редакції, форма.

menu-events = Події

# Список
events-title = Події
events-title-q = Події: { $q }
events-title-month = Календар подій: { $month }
events-title-week = Календар подій: { $days }
events-description = Що відбувається в місті { $city }: події для дітей, молоді, батьків і вчителів.
events-search = Шукати події
events-field-q = Що вас цікавить?
events-field-q-placeholder = напр. майстер-клас, концерт, день відкритих дверей
events-weekend = цими вихідними
events-free = безкоштовні
events-online = онлайн
events-online-too = також онлайн
events-count =
    { $n ->
        [0] Таких подій немає
        [one] { $shown } подія
        [few] { $shown } події
       *[many] { $shown } подій
    }
events-none = Нічого не знайдено
events-none-text = Змініть умови, і, можливо, щось знайдеться:
events-none-at-all = Поки що нічого не оголошено. Зазирніть сюди згодом.
events-everything = Усі події
events-chip-from = від { $date }
events-chip-until = до { $date }
events-filter-when = Коли
events-filter-from = від дня
events-filter-until = до дня
events-filter-conditions = Умови
events-filter-languages = Мова події
events-error-day = Вкажіть дату, наприклад 2026-12-05.
events-error-days = Останній день передує першому. Виправте одну з дат.
events-day = { $weekday }, { $date }
events-weekday-date = { $weekday }, { $date }
events-days = { $from } – { $until }
events-today = сьогодні
events-tomorrow = завтра
events-all-day = увесь день
events-all-day-short = увесь день
events-until-day = до { $date }
events-until-time = до { $time }
events-from-until = від { $time }, до { $date }
events-place-unknown = місце уточнюється
events-price-unknown = ціна невідома
events-no-sign-up = без запису
events-waiting-list = список очікування
events-full = немає місць
events-sign-up-open = триває запис
events-sign-up-shut = запис завершено
events-sign-up-soon = запис незабаром
events-moved = змінено дату
events-moved-short = змінено дату
events-repeats = Повторюється
events-views = Як показати
events-view-list = Список
events-view-month = Місяць
events-view-week = Тиждень

events-audience-PUPILS = учні
events-audience-PARENTS = батьки
events-audience-TEACHERS = учителі
events-audience-EVERYBODY = усі
events-level-PRESCHOOL = дитячий садок
events-level-PRIMARY_1_3 = 1–3 класи
events-level-PRIMARY_4_8 = 4–8 класи
events-level-SECONDARY = старша школа
events-level-ADULT = дорослі

# Підписка
events-subscribe = Підписатися на календар
events-subscribe-all = Додайте цю адресу до календаря телефону чи комп’ютера, і події з’являтимуться в ньому самі.
events-subscribe-filtered = Додайте цю адресу до календаря телефону чи комп’ютера. У ньому з’являтимуться події, що відповідають вибраним умовам.
events-subscribe-news = Більше подобається читач новин?
events-address = Адреса календаря
events-address-copy = Копіювати
events-address-copied = Адресу скопійовано.
events-address-open = Відкрити в програмі календаря
events-calendar = Календар подій (iCalendar)
events-atom = Стрічка подій (Atom)

# Календар
events-month = { $month } { $year }
events-month-1 = Січень
events-month-2 = Лютий
events-month-3 = Березень
events-month-4 = Квітень
events-month-5 = Травень
events-month-6 = Червень
events-month-7 = Липень
events-month-8 = Серпень
events-month-9 = Вересень
events-month-10 = Жовтень
events-month-11 = Листопад
events-month-12 = Грудень
events-turn = Інші дні
events-previous-month = Попередній місяць
events-next-month = Наступний місяць
events-previous-week = Попередній тиждень
events-next-week = Наступний тиждень
events-dates-count =
    { $n ->
        [one] { $shown } дата
        [few] { $shown } дати
       *[many] { $shown } дат
    }
events-goes-on = триває
events-more = + ще { $n }
events-more-on =
    { $n ->
        [one] Ще { $n } подія: { $date }
        [few] Ще { $n } події: { $date }
       *[many] Ще { $n } подій: { $date }
    }
events-month-empty = Цього місяця нічого не відбувається. Перегляньте сусідні або змініть умови.
events-week-empty = Цього тижня нічого не відбувається. Перегляньте сусідні або змініть умови.
events-truncated = Дат так багато, що не всі помістилися. Звузьте пошук.
events-school-year = Навчальний рік у ці дні

# Подія
events-back = Події
events-over = подія вже відбулася
events-for-whom = Для кого
events-about = Про подію
events-languages = Мова
events-organisers =
    { $n ->
        [one] Організатор
       *[other] Організатори
    }
events-more-dates = Наступні дати
events-dates-rest = Більше дат: { $n }
events-changed = Остання зміна
events-online-link = Долучитися онлайн
events-add-to-calendar = Додати до календаря
events-keep = Зберегти
events-kept = Збережено
events-similar = Схожі події
events-write = Написати організатору
events-desk = Для організаторів
events-joint-ask = Ваш заклад робить щось подібне? Поговоріть з організаторами.
events-mine = Ваші записи
events-sign-up = Записатися
events-wait = Додати до списку очікування
events-just-come = Просто приходьте.
events-sign-up-opens = Запис почнеться: { $moment }
events-sign-up-closes = Запис до: { $moment }
events-sign-up-closed = Запис тривав до: { $moment }
events-sign-up-hint = Скасувати запис можна тут будь-коли. Організатор побачить ваше ім’я.
events-waiting-hint = Коли звільниться місце, ми повідомимо електронною поштою.
events-sign-in-first = Увійдіть, щоб записатися
events-sign-in-hint = Достатньо електронної адреси. Ви повернетеся на це саме місце.
events-sign-up-another = Записати ще когось
events-which-date = На яку дату?
events-choose-date = виберіть дату
events-who-comes = Кого записуєте?
events-myself = себе
events-how-many = Скільки осіб прийде?
events-note-add = Додати повідомлення організатору
events-note = Повідомлення організатору
events-note-hint = Наприклад, про харчування чи візок. Прочитає лише організатор.
events-people =
    { $n ->
        [one] { $n } особа
        [few] { $n } особи
       *[many] { $n } осіб
    }
events-waiting-position = місце в черзі: { $n }
events-sign-up-GOING = записано
events-sign-up-WAITING = список очікування
events-sign-up-CANCELLED = скасовано
events-cancel = Скасувати запис
events-cancel-of = Скасувати запис: { $title }
events-cancel-ask = Скасувати запис на цю подію? Місце може зайняти хтось інший.
event-sign-up-again = Записати знову
event-sign-up-again-of = Записати знову: { $title }
events-error-people = Вкажіть кількість осіб, наприклад 2.
done-event-signed-up = Записано. До зустрічі!
done-event-waiting = Ви у списку очікування. Повідомимо, коли звільниться місце.
done-event-sign-up-cancelled = Запис скасовано.
done-event-kept = Подію збережено. Ви знайдете її у своєму обліковому записі.
done-event-unkept = Подію більше не збережено.

# Власні події
events-own-title = Мої події
events-account-hint = Ваші записи та записи дітей, збережені події й сімейний календар.
events-account-link = Відкрити мої події
events-own-sign-ups = Записи
events-own-none = У вас ще немає записів.
events-own-find = Знайти щось для себе
events-own-cancelled = Скасовані записи: { $n }
events-own-kept = Збережені
events-own-kept-none = На сторінці події виберіть «Зберегти», і ви знайдете її тут.
events-unkeep = Не зберігати
events-unkeep-of = Не зберігати: { $title }
events-gone = подію видалено
events-whole = уся подія

family-calendar = Сімейний календар
family-calendar-lead = Усе, на що ви записали себе й дітей, і те, що зберегли, – у календарі телефону. Зміни дат з’являться в ньому самі.
family-calendar-make = Створити адресу календаря
family-calendar-secret = Хто має цю адресу, бачить календар без входу. Давайте її лише членам родини.
family-calendar-show-names = Показувати імена дітей біля подій
family-calendar-show-names-hint = Без цього видно лише назви й дати.
family-calendar-renew = Змінити адресу
family-calendar-renew-hint = Якщо адреса потрапила до чужих рук. Стара перестане працювати, нову треба додати в телефоні.
family-calendar-renew-ask = Змінити адресу? Стара перестане працювати в усіх телефонах.
family-calendar-revoke = Вимкнути календар
family-calendar-revoke-hint = Адреса перестане працювати. Записи залишаться.
family-calendar-revoke-ask = Вимкнути сімейний календар? Його адреса перестане працювати.
family-calendar-since = Адресу створено { $date }.
done-family-calendar-made = Адреса календаря готова. Додайте її в телефоні.
done-family-calendar-names = Збережено.
done-family-calendar-revoked = Сімейний календар вимкнено.

# Учасники
events-participants = Учасники
events-participants-of = Учасники: { $title }
events-participants-lead = Перегляд цього списку фіксується. Не передавайте його далі.
events-participants-not-yours = Список учасників бачать організатори події.
events-participants-none = Тут ще нікого немає.
events-participants-state = Кого показати
events-participants-all = усі
events-participants-csv = Завантажити список (CSV)
events-participant-name = Хто
events-participant-date = Дата
events-participant-people = Осіб
events-participant-state = Стан
events-participant-note = Повідомлення
events-participant-since = { $moment }
events-participant-remove = Виписати
events-participant-remove-of = Виписати: { $name }
events-participant-remove-ask = Виписати { $name }? Ми надішлемо про це повідомлення.
done-event-participant-removed = Виписано. Повідомлення про це вже в дорозі.

# Спільні події
events-joint = Спільна організація
events-joint-of = Спільна організація: { $title }
events-joint-lead = Кілька закладів можуть провести подію разом: кожен бачить її в себе й може змінювати.
events-joint-not-yours = Ця сторінка для людей, які ведуть заклади.
events-organiser-first = оголошує подію
events-leave = Вийти з організації
events-leave-of = Вийти з організації: { $name }
events-leave-ask = { $name } більше не буде організатором. Продовжити?
events-invitations = Запрошення й прохання
events-invitations-waiting =
    { $n ->
        [one] { $n } запрошення до спільної організації
        [few] { $n } запрошення до спільної організації
       *[many] { $n } запрошень до спільної організації
    }
events-invitation-INVITE = запрошення для: { $name }
events-invitation-ASK = { $name } хоче долучитися
events-invitation-state-WAITING = очікує
events-invitation-state-ACCEPTED = прийнято
events-invitation-state-DECLINED = відхилено
events-invitation-state-WITHDRAWN = відкликано
events-accept = Прийняти
events-accept-of = Прийняти: { $name }
events-decline = Відхилити
events-decline-of = Відхилити: { $name }
events-withdraw = Відкликати
events-withdraw-of = Відкликати: { $name }
events-invite = Запросити заклад
events-invite-hint = Напишіть, що хочете зробити разом.
events-invite-send = Надіслати запрошення
events-join = Долучитися зі своїм закладом
events-join-hint = Організатори отримають прохання. Коли його приймуть, подія стане спільною.
events-join-send = Надіслати прохання
events-own-institution = Ваш заклад
events-message = Повідомлення
events-message-title = Написати організаторам
events-message-hint = Його отримають електронною поштою всі, хто веде цю подію.
events-message-reply-to = Вказати мою електронну адресу, щоб могли відповісти
events-message-send = Надіслати повідомлення
events-on-behalf = Від імені
events-on-behalf-city = редакції міста
events-alike = Схожі в цей час
events-alike-hint = Події інших закладів на ту саму тему, для подібних людей, у межах трьох тижнів. Може, варто об’єднати зусилля?
events-talk = Поговорити
events-talk-of = Поговорити з організаторами: { $title }
done-event-invited = Запрошення надіслано.
done-event-asked-to-join = Прохання надіслано.
done-event-message-sent = Повідомлення надіслано.
done-event-invitation-answered = Відповідь надіслано.
done-event-invitation-withdrawn = Відкликано.
done-event-left = Заклад більше не є організатором.
events-error-institution = Введіть назву закладу й виберіть його зі списку.

events-overlaps = Збіги
events-overlaps-lead = Різні заклади роблять одночасно щось подібне для тих самих людей. Запропонуйте їм спільну подію.
events-overlaps-when = У які дні
events-overlaps-none = У ці дні збігів немає.
events-desk-invited =
    { $n ->
        [one] запрошення до спільної організації
        [few] запрошення до спільної організації
       *[many] запрошень до спільної організації
    }
events-desk-overlaps =
    { $n ->
        [one] збіг подій
        [few] збіги подій
       *[many] збігів подій
    }
events-desk-new = Додати подію
events-desk-new-of = Додати подію: { $name }

# Календарі закладу
calendar-sources = Зовнішні календарі
calendar-sources-of = Зовнішні календарі: { $name }
calendar-sources-lead = Уже ведете календар в інтернеті? Вкажіть його адресу, і події з’являтимуться тут самі.
calendar-sources-none = Ще немає жодного календаря.
calendar-source-add = Додати календар
calendar-source-url = Адреса календаря (.ics)
calendar-source-url-hint = Наприклад https://example.org/calendar.ics. Календар має бути загальнодоступним.
calendar-source-how = Ми читаємо його кожні кілька годин. Те, що ви зміните в події тут, залишається; події, вилучені з календаря, зникають і в нас.
calendar-source-not-yet = ще не прочитано
calendar-source-failed = не вдалося прочитати
calendar-source-read = прочитано
calendar-source-unchanged = без змін
calendar-source-created-count = нові
calendar-source-updated-count = змінені
calendar-source-unchanged-count = без змін
calendar-source-withdrawn-count = вилучені
calendar-source-rejected-count = пропущені
calendar-source-problems =
    { $n ->
        [one] { $n } подію пропущено
        [few] { $n } події пропущено
       *[many] { $n } подій пропущено
    }
calendar-source-notes = Зауваження: { $n }
calendar-source-events =
    { $n ->
        [one] { $n } подія з цього календаря
        [few] { $n } події з цього календаря
       *[many] { $n } подій з цього календаря
    }
calendar-source-next = наступне читання: { $moment }
calendar-source-refresh = Прочитати зараз
calendar-source-refresh-of = Прочитати зараз: { $url }
calendar-source-change = Змінити адресу
calendar-source-remove = Вилучити календар
calendar-source-remove-of = Вилучити календар: { $url }
calendar-source-remove-hint = Якщо не позначити, події залишаться, і ви зможете змінювати їх вручну.
calendar-source-archive = Приховати також майбутні події з цього календаря
done-calendar-source-saved = Календар збережено. Незабаром ми його прочитаємо.
done-calendar-source-refreshed = Календар прочитано.
done-calendar-source-removed = Календар вилучено.

# На інших сторінках
events-home-weekend = Що цими вихідними
events-home-coming = Що відбудеться
events-home-hint = Майстер-класи, концерти, дні відкритих дверей і зустрічі в місті
events-home-all = Дивитися всі ({ $shown })
events-institution = Події
events-institution-all = Усі події

# Форма події
event-form-what = Що
event-form-title-hint = Коротко й конкретно, наприклад «День відкритих дверей для восьмикласників».
event-form-institution-hint = Якщо організовує заклад із каталогу: почніть писати назву й виберіть зі списку.
event-form-provider-hint = Якщо організовує хтось поза каталогом, наприклад «Рада батьків».
event-form-day = День
event-form-starts-time = Час початку
event-form-ends-time = Час завершення
event-form-all-day = Триває весь день
event-form-other-day = Завершується іншого дня
event-form-last-day = Останній день
event-form-repeats = Чи повторюється?
event-form-repeats-no = ні
event-form-repeats-week = щотижня
event-form-repeats-fortnight = кожні два тижні
event-form-repeats-month = щомісяця
event-form-repeats-own = інакше
event-form-repeat-days = У які дні тижня
event-form-repeat-days-hint = Порожньо: у той самий день тижня, що й першого разу.
event-form-monthly = Якого дня місяця
event-form-monthly-date = того самого числа місяця (наприклад, п’ятого)
event-form-monthly-weekday = у той самий день тижня (наприклад, у першу суботу)
event-form-monthly-last = в останній такий день тижня місяця
event-form-until = До якого дня
event-form-until-hint = День, після якого вже не повторюється…
event-form-count = Або скільки разів
event-form-count-hint = …або кількість усіх зустрічей, наприклад 10.
event-form-rule = Правило повторення
event-form-rule-hint = У записі календарів (RFC 5545), із кінцем: COUNT або UNTIL. Наприклад, кожні три тижні, вісім разів:
event-form-dates = Скасовані й перенесені дати
event-form-exceptions-hint = Дні, у які зустрічі не буде, хоча вона випадає за повторенням.
event-form-exception = Скасована дата { $n }
event-form-moved-hint = Зустрічі, які відбудуться іншим разом. Порожні рядки пропускаємо.
event-form-moved-number = Перенесена дата { $n }
event-form-moved-from = Замість
event-form-moved-to = Відбудеться
event-form-moved-time = Перенесена дата { $n }: час
event-form-moved-until = До
event-form-venue-hint = Наприклад «Спортзал» або «Парк Каспровича».
event-form-address = Адреса, якщо не в організатора
event-form-address-hint = Порожньо: адреса закладу, що організовує.
event-form-online = Можна взяти участь онлайн
event-form-online-hint = Її побачать усі. Залиште порожньою, якщо надішлете учасникам окремо.
event-form-look = Опис і світлини
event-form-description-hint = Що відбуватиметься, що взяти із собою. Абзаци розділяйте порожнім рядком, список починайте з дефісів.
event-form-sign-up = Запис і ціна
event-form-sign-up-mode = Чи треба записуватися?
event-form-sign-up-none = ні
event-form-sign-up-none-hint = Просто приходять.
event-form-sign-up-event = так, на все
event-form-sign-up-event-hint = Тут, один раз на всі дати.
event-form-sign-up-date = так, на кожну дату окремо
event-form-sign-up-date-hint = Тут, вибираючи дату.
event-form-sign-up-link = так, на іншій сторінці
event-form-sign-up-link-hint = Ви дасте на неї посилання.
event-form-capacity-hint = Порожньо: без обмежень.
event-form-waiting-list = Коли місця закінчаться, вести список очікування
event-form-sign-up-when = Відколи й доки триває запис
event-form-price = Ціна у злотих
event-form-price-hint = Безкоштовно: 0.
event-form-for-whom = Для кого, мова, доступність
event-form-for-whom-hint = За цим батьки знайдуть подію.
event-form-languages-hint = Якими мовами проходить подія.
event-form-contact = Організатор, контакт, файли
event-form-contact-of = Організовує: { $name }
event-form-contact-hint = Адреса й телефон для запитань, правила.
event-form-email-hint = Для запитань, наприклад office@example.org.
