# Сторінки «Безпечні разом»: поради, попередження, пульт партнерів.

menu-safety = Безпека

safety-title = Безпечні разом
safety-description = Попередження та поради поліції, пожежників та інших партнерів для родин у місті { $city }.
safety-lead = Попередження та поради поліції, пожежників та інших партнерів – що робити, щоб нічого не сталося, і що робити, коли сталося.
safety-numbers = Телефони екстреної допомоги
safety-number-112 = нещасний випадок, пожежа, злочин
safety-number-116111 = телефон довіри для дітей і молоді
safety-help = Коли потрібна допомога
safety-now = На цю пору року
safety-now-hint = Про це варто зараз поговорити з дітьми
safety-advice = Поради
safety-search = Пошук у порадах
safety-search-words = Слова для пошуку
safety-topic = Тема
safety-topics = Поради за темою
safety-season = Пора
safety-seasons = Поради за порою року
safety-count =
    { $n ->
        [0] Таких порад немає.
        [one] { $shown } порада.
        [few] { $shown } поради.
       *[many] { $shown } порад.
    }
safety-empty = Тут ще немає порад. Партнери саме їх готують.
safety-empty-narrow = Жодна порада не відповідає всім умовам.
safety-everything = Показати всі поради
safety-partners = Партнери
safety-partners-hint = Хто дбає в місті про безпеку
safety-audience = Для кого
safety-ages = Вік

safety-form-what = Порада
safety-form-title-hint = Про що вона, наприклад «Безпечно на льоду».
safety-form-choose = виберіть
safety-form-lead = Коротко
safety-form-lead-hint = Одне-два речення, щонайбільше 300 знаків.
safety-form-text = Текст
safety-form-text-hint = Абзаци відділяйте порожнім рядком, список починайте з дефісів, підзаголовок – з ##.
safety-form-seasons = Коли вона особливо потрібна
safety-form-seasons-hint = У цю пору покажемо її вгорі сторінки. Нічого не позначено: цілий рік.
safety-form-institution-hint = Хто радить. Почніть писати назву й виберіть зі списку; порожнє: місто.
safety-form-more = Докладніше
safety-form-more-hint = Для кого, вік, контакт, ключові слова
safety-form-provider = Автор не з каталогу
safety-form-provider-hint = Наприклад «Рятувальники на воді». Порожнє, якщо вибрано заклад.
safety-form-website-hint = Де можна прочитати більше, наприклад https://example.org.
safety-form-email-hint = Для запитань, наприклад prewencja@example.org.

# Попередження

alert-banner = Попередження
alert-danger-EXTREME = Надзвичайна небезпека
alert-danger-SEVERE = Серйозна небезпека
alert-danger-MODERATE = Помірна небезпека
alert-danger-MINOR = Незначна небезпека
alert-danger-UNKNOWN = Попередження
alert-over = Небезпека минула

alert-title = Попередження
alert-description = Чинні попередження в місті { $city } і ті, що вже минули.
alert-current = Чинні попередження
alert-all = Усі попередження
alert-none = Зараз немає жодних попереджень.
alert-past = Минулі попередження
alert-past-none = Досі не було жодних попереджень.
alert-feed = Стрічка CAP (Atom)
alert-whole-city = усе місто
alert-from-until = від { $from } до { $until }
alert-until = до { $until }

alert-do = Що робити
alert-what = Що відбувається
alert-where = Де
alert-when = Коли
alert-how = Наскільки серйозно
alert-who = Хто попереджає
alert-more = Більше інформації
alert-chain = Як це змінювалося
alert-this-one = (це попередження)
alert-exercise-note = Це навчання або проба. Нічого не загрожує, і нічого не треба робити.
alert-cancelled-note = Це попередження скасовано.
alert-updated-note = Це попередження замінено новішим.
alert-expired-note = Це попередження вже не чинне: воно закінчилося { $date }.
alert-pending-note = Чекає на затвердження другою особою. Бачать його лише партнери.
alert-rejected-note = Відхилено. Його ніхто не побачив.
alert-scheduled-note = Буде чинним від визначеного часу.
alert-data = Дані для служб і програм (CAP)
alert-data-identifier = Ідентифікатор
alert-data-status = Статус
alert-data-type = Вид повідомлення
alert-data-event = Подія
alert-data-category = Категорія
alert-data-urgency = Терміновість
alert-data-severity = Ступінь небезпеки
alert-data-certainty = Певність
alert-data-polygon = Багатокутник
alert-data-circle = Коло
alert-cap = Файл CAP XML

# Пульт попереджень

alert-desk-title = Попередження
alert-desk-waiting = Чекають на затвердження
alert-desk-waiting-hint = Надзвичайне попередження з’явиться лише тоді, коли його затвердить друга особа.
alert-desk-current = Чинні та заплановані
alert-desk-past = Попередні
alert-desk-not-yours = Попередження оголошують ті, хто відповідає за заклад, і редакція міста.
alert-desk-count-waiting =
    { $n ->
        [one] чекає на другу особу
        [few] чекають на другу особу
       *[many] чекають на другу особу
    }
alert-desk-count-now =
    { $n ->
        [one] чинне
        [few] чинні
       *[many] чинних
    }
alert-new = Оголосити попередження
alert-new-lead = Відповідайте на запитання по черзі. Перш ніж щось з’явиться, ви побачите попередній вигляд.
alert-see-preview = Попередній вигляд
alert-see-preview-hint = Попередній вигляд нічого не оголошує.
alert-send = Оголосити зараз
alert-preview = Так це побачать мешканці
alert-preview-banner = Смуга вгорі кожної сторінки:
alert-preview-lasts = відтепер на { $hours }
alert-preview-second = Надзвичайне попередження з’явиться лише тоді, коли його затвердить друга особа.
alert-preview-edit = Виправити

alert-form-what = Що відбувається
alert-form-sender = Хто попереджає
alert-form-headline = Заголовок
alert-form-headline-hint = Найважливіше одним реченням до 160 знаків, наприклад «Забруднена вода в Поґодно – не пийте з крана».
alert-form-event = Вид події
alert-form-event-hint = Два-три слова, наприклад «забруднення води».
alert-form-categories = Чого стосується
alert-form-description = Опис
alert-form-description-hint = Що відомо: що сталося, кому це загрожує, що роблять служби.
alert-form-do = Що мають робити люди
alert-form-instruction = Поради
alert-form-instruction-hint = Короткі вказівки, кожна в новому рядку, наприклад «Зачиніть вікна».
alert-form-responses = Коротко
alert-form-how = Наскільки це небезпечно
alert-form-severity = Наскільки серйозні наслідки?
alert-form-severity-hint = Серйозні та надзвичайні з’являться на смузі на кожній сторінці порталу.
alert-form-severity-EXTREME = Загрожує смерть багатьох людей або знищення майна у великому масштабі. Затверджує друга особа.
alert-form-severity-SEVERE = Загроза життю, здоров’ю або майну.
alert-form-severity-MODERATE = Може комусь зашкодити.
alert-form-severity-MINOR = Незручність без великої шкоди.
alert-form-severity-UNKNOWN = Ще невідомо, наскільки.
alert-form-urgency = Коли треба діяти?
alert-form-urgency-IMMEDIATE = Негайно.
alert-form-urgency-EXPECTED = Незабаром, упродовж години.
alert-form-urgency-FUTURE = У найближчі години або дні.
alert-form-urgency-UNKNOWN = Невідомо.
alert-form-certainty = Наскільки це певно?
alert-form-certainty-OBSERVED = Уже відбувається або сталося.
alert-form-certainty-LIKELY = Імовірність більша за половину.
alert-form-certainty-POSSIBLE = Імовірність менша за половину.
alert-form-certainty-UNLIKELY = Радше не станеться.
alert-form-certainty-UNKNOWN = Цього не можна оцінити.
alert-form-where = Де
alert-form-area = Яка це територія?
alert-form-area-city = Усе місто
alert-form-area-districts = Вибрані райони
alert-form-area-shape = Територія на мапі
alert-form-area-shape-hint = Для тих, хто має координати.
alert-form-districts = Райони
alert-form-polygon = Багатокутник
alert-form-polygon-hint = Точки як широта,довгота через пробіли; остання така сама, як перша: 53.43,14.55 53.44,14.56 53.42,14.57 53.43,14.55
alert-form-circle = Коло
alert-form-circle-hint = Центр і радіус у кілометрах: 53.43,14.55 2.5
alert-form-place = Назва території
alert-form-place-hint = Словами, наприклад «Поґодно, вулиці на північ від Міцкевича». Порожнє: напишемо самі.
alert-form-when = Як довго
alert-form-lasts = Скільки воно має бути чинним?
alert-form-lasts-hint = Після цього попередження зникне само. Ви можете його продовжити або скасувати раніше.
alert-form-lasts-until = до часу, вказаного нижче
alert-form-hours =
    { $n ->
        [one] { $n } годину
        [few] { $n } години
       *[many] { $n } годин
    }
alert-form-expires = Чинне до
alert-form-later = Почнеться пізніше
alert-form-onset = Початок небезпеки
alert-form-onset-hint = Коли почнеться те, про що ви попереджаєте.
alert-form-effective = Показати від
alert-form-effective-hint = До цього часу попередження ніхто не побачить. Порожнє: відразу.
alert-form-languages = Англійською та українською
alert-form-languages-hint = Інакше ті, хто читає цими мовами, побачать польський текст
alert-form-more = Контакт, примітки, навчання
alert-form-more-hint = Сторінка з інформацією, телефон, проба без небезпеки
alert-form-web = Сторінка з інформацією
alert-form-web-hint = Наприклад https://example.org/voda.
alert-form-contact = Контакт
alert-form-contact-hint = Наприклад «Черговий міста, 91 123 45 67».
alert-form-note = Примітка для служб
alert-form-note-hint = Потрапить до файлу CAP, а не на сторінку.
alert-form-status = Чи це справді відбувається?
alert-form-status-ACTUAL = Побачать усі.
alert-form-status-EXERCISE = На сторінці буде написано, що це навчання.
alert-form-status-TEST = Перевірка, чи все працює.
alert-form-no-right = Ви можете оголошувати попередження про незначну та помірну небезпеку. Право на серйозні надає адміністратор міста.

alert-severity-missing = Позначте, наскільки серйозні наслідки.
alert-urgency-missing = Позначте, коли треба діяти.
alert-certainty-missing = Позначте, наскільки це певно.
alert-expires-missing = Виберіть, скільки воно має бути чинним, або вкажіть день і годину.
alert-moment-wrong = Вкажіть день і годину, наприклад 5.12.2026 і 16:00.
alert-districts-missing = Позначте принаймні один район або виберіть усе місто.
alert-shape-missing = Вкажіть багатокутник або коло чи виберіть усе місто.
alert-polygon-wrong = Ми не можемо прочитати цих точок. Запишіть їх так: 53.43,14.55 53.44,14.56 53.42,14.57 53.43,14.55
alert-circle-wrong = Ми не можемо прочитати цього кола. Запишіть його так: 53.43,14.55 2.5

alert-acts-on = Що можна зробити з цим попередженням
alert-update = Оновити
alert-update-title = Оновлення: { $headline }
alert-update-lead = Виправте те, що змінилося. Нова версія замінить ту, що чинна до { $until }.
alert-update-send = Оголосити оновлення
alert-not-updatable = Цього попередження вже не можна оновити: воно минуло, його замінено або воно чуже.
alert-back = Повернутися до попередження
alert-see = Переглянути на сторінці
alert-clear = Оголосити, що небезпека минула
alert-clear-lead = Попередження зникне, а на його місці буде повідомлення, що вже нічого не загрожує.
alert-clear-texts = Написати власне повідомлення
alert-clear-send = Оголосити кінець небезпеки
alert-cancel = Скасувати, бо було помилкою
alert-cancel-lead = Попередження зникне, а на його сторінці буде написано, що його скасовано і чому.
alert-cancel-reason = Чому?
alert-cancel-reason-hint = Наприклад «Хибна тривога: вода придатна до пиття».
alert-cancel-send = Скасувати попередження
alert-reason = Причина:
alert-written-by = Автор: { $name }, { $date }
alert-decided-by = Рішення: { $name }, { $date }
alert-approve-title = Затверджуєте?
alert-approve-lead = Це попередження про надзвичайну небезпеку. Перевірте текст, територію та час; після затвердження його відразу побачать усі.
alert-approve = Затвердити й оголосити
alert-approve-sure = Оголосити це попередження всім?
alert-reject-reason = Чому ні?
alert-reject-hint = Автор прочитає це в повідомленні.
alert-reject = Відхилити
alert-withdraw-title = Відкликати
alert-withdraw-reason = Чому?
alert-withdraw = Відкликати попередження

alert-rights = Право попереджати
alert-rights-lead = Ці установи можуть оголошувати серйозні та надзвичайні попередження. Надзвичайні завжди затверджує друга особа.
alert-rights-none = Жодна установа ще не має цього права.
alert-rights-admins = Право надають і забирають адміністратори міста.
alert-right-since = від { $date }
alert-right-grant-title = Надати право
alert-right-grant-hint = Почніть писати назву й виберіть зі списку, наприклад «Міська поліція».
alert-right-grant = Надати
alert-right-revoke = Забрати
alert-right-revoke-of = Забрати право попереджати: { $name }
alert-right-revoke-sure = Забрати право попереджати? ({ $name })

done-alert-sent = Попередження оголошено.
done-alert-waits = Попередження чекає на затвердження другою особою. Ми написали тим, хто може це зробити.
done-alert-updated = Оновлення оголошено. Попередня версія вже не чинна.
done-alert-cancelled = Попередження скасовано.
done-alert-cleared = Оголошено, що небезпека минула.
done-alert-approved = Затверджено й оголошено.
done-alert-rejected = Відхилено. Попередження не з’явиться.
done-alert-right-granted = Право надано.
done-alert-right-revoked = Право забрано.
