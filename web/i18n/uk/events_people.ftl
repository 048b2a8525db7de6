# Події та люди: записи, зміни, календар родини, спільні події, календарі закладів.

refusal-events-sign-up-none = На цю подію не треба записуватися тут. На її сторінці написано, як узяти участь.
refusal-events-sign-up-not-open = Запис почнеться { $date }. Поверніться тоді або збережіть подію, щоб не забути.
refusal-events-sign-up-closed = Запис уже закінчився. Запитайте організатора, чи є ще місце.
refusal-events-sign-up-over = Це вже почалося або минуло. Виберіть іншу дату.
refusal-events-sign-up-date-missing = Виберіть дату, на яку записуєтеся.
refusal-events-sign-up-date-unknown = Такої дати немає або її скасовано. Виберіть іншу.
refusal-events-sign-up-people =
    { $most ->
        [one] Вкажіть кількість людей від 1 до { $most }.
        [few] Вкажіть кількість людей від 1 до { $most }.
       *[many] Вкажіть кількість людей від 1 до { $most }.
    }
refusal-events-sign-up-note-too-long =
    { $most ->
        [one] Примітка задовга. Скоротіть її до { $most } символу.
       *[other] Примітка задовга. Скоротіть її до { $most } символів.
    }
refusal-events-sign-up-child-unknown = У Вас немає профілю цієї дитини. Виберіть одну зі своїх або нікого.
refusal-events-sign-up-full = Усі місця зайняті. Збережіть подію та загляньте пізніше: хтось може відмовитися.
refusal-events-sign-up-too-few =
    { $left ->
        [one] Для стількох людей немає місця. Можна записати щонайбільше { $left } людину.
        [few] Для стількох людей немає місця. Можна записати щонайбільше { $left } людини.
       *[many] Для стількох людей немає місця. Можна записати щонайбільше { $left } людей.
    }
refusal-events-sign-up-already = Ви вже записані. Запис є у Вашому списку подій.
refusal-events-sign-up-too-many-people =
    { $most ->
        [one] З одного облікового запису можна записати на дату щонайбільше { $most } людину. Про більшу групу повідомте організатора.
        [few] З одного облікового запису можна записати на дату щонайбільше { $most } людини. Про більшу групу повідомте організатора.
       *[many] З одного облікового запису можна записати на дату щонайбільше { $most } людей. Про більшу групу повідомте організатора.
    }
refusal-events-sign-up-too-many =
    { $most ->
        [one] У Вас уже { $most } запис. Відмовтеся від чогось, щоб записатися на більше.
        [few] У Вас уже { $most } записи. Відмовтеся від чогось, щоб записатися на більше.
       *[many] У Вас уже { $most } записів. Відмовтеся від чогось, щоб записатися на більше.
    }
refusal-events-keep-too-many =
    { $most ->
        [one] Ви вже зберегли { $most } подію. Приберіть щось зі списку, щоб додати наступну.
        [few] Ви вже зберегли { $most } події. Приберіть щось зі списку, щоб додати наступну.
       *[many] Ви вже зберегли { $most } подій. Приберіть щось зі списку, щоб додати наступну.
    }

refusal-events-institution-unknown = Такого закладу немає. Виберіть його зі списку.
refusal-events-already-organiser = Цей заклад уже організовує подію.
refusal-events-already-invited = Запрошення цього закладу або його прохання вже чекає на відповідь.
refusal-events-too-many-organisers =
    { $most ->
        [one] Подія може мати щонайбільше { $most } організатора.
       *[other] Подія може мати щонайбільше { $most } організаторів.
    }
refusal-events-nobody-answers = З іншого боку ще ніхто не читає повідомлень порталу. Зателефонуйте або напишіть на адресу закладу.
refusal-events-message-missing = Напишіть повідомлення.
refusal-events-message-too-long =
    { $most ->
        [one] Повідомлення задовге. Скоротіть його до { $most } символу.
       *[other] Повідомлення задовге. Скоротіть його до { $most } символів.
    }
refusal-events-already-answered = На це вже відповіли або запрошення відкликали. Оновіть сторінку.
refusal-events-not-organiser = Цей заклад не організовує подію.
refusal-events-last-organiser = Ніхто інший не організовує цієї події. Якщо вона не відбудеться, заархівуйте її.

refusal-events-url-wrong = Це не адреса календаря. Вставте адресу, що починається з https:// або webcal://, без імені користувача, пароля та номера порту.
refusal-events-url-internal = Ця адреса веде до внутрішньої мережі. Вкажіть адресу, що працює в інтернеті.
refusal-events-too-many-sources =
    { $most ->
        [one] Заклад може мати щонайбільше { $most } календар. Приберіть той, що не потрібен.
        [few] Заклад може мати щонайбільше { $most } календарі. Приберіть ті, що не потрібні.
       *[many] Заклад може мати щонайбільше { $most } календарів. Приберіть ті, що не потрібні.
    }
refusal-events-source-known = Цей календар уже додано.

events-calendar-not-text = Файл не в кодуванні UTF-8. Збережіть або експортуйте календар ще раз.
events-calendar-not-calendar = За цією адресою немає календаря iCalendar. Часто там сторінка входу: перевірте, чи адреса загальнодоступна.
events-calendar-too-many-lines =
    { $most ->
        [one] У календарі понад { $most } рядок. Поділіть його або приберіть із нього старі події.
        [few] У календарі понад { $most } рядки. Поділіть його або приберіть із нього старі події.
       *[many] У календарі понад { $most } рядків. Поділіть його або приберіть із нього старі події.
    }
events-calendar-too-many-events =
    { $most ->
        [one] У календарі понад { $most } подію. Поділіть його або приберіть із нього старі події.
        [few] У календарі понад { $most } події. Поділіть його або приберіть із нього старі події.
       *[many] У календарі понад { $most } подій. Поділіть його або приберіть із нього старі події.
    }
events-calendar-url-wrong = Адреса календаря або та, на яку вона переспрямовує, — не звичайна адреса сторінки. Виправте її.
events-calendar-url-internal = Адреса календаря веде до внутрішньої мережі. Вкажіть адресу, що працює в інтернеті.
events-calendar-unreachable = Сервер календаря не відповідає. Ми спробуємо ще раз; перевірте, чи адреса працює в браузері.
events-calendar-too-slow = Сервер календаря відповідає задовго. Ми спробуємо ще раз.
events-calendar-too-large = Календар завеликий: читаємо щонайбільше { $most } МБ. Поділіть його або приберіть із нього старі події.
events-calendar-encoded = Сервер надсилає календар стисненим, хоча ми цього не просимо. Попросіть адміністратора сервера вимкнути стиснення для цієї адреси.
events-calendar-redirects = Адреса календаря переспрямовує по колу. Вкажіть адресу, за якою календар є насправді.
events-calendar-status = Сервер календаря відповідає: { $value }. Перевірте, чи адреса актуальна та загальнодоступна.
events-calendar-event-too-large = Опис події задовгий. Скоротіть його в календарі.
events-calendar-event-unreadable = Цю подію не вдається прочитати. Збережіть її в календарі наново.
events-calendar-uid-missing = Подія не має ідентифікатора (UID), тож наступного разу ми її не впізнаємо.
events-calendar-uid-too-long = Ідентифікатор події (UID) довший за { $most } символів.
events-calendar-start-missing = Подія не каже, коли починається (DTSTART).
events-calendar-time-unreadable = Дату або час цієї події не вдається прочитати. Встановіть їх у календарі наново.
events-calendar-zone-unknown = Ми не знаємо часового поясу «{ $value }». Встановіть у календарі пояс Europe/Warsaw.
events-calendar-too-many-dates = Подія має забагато винятків. Поділіть її на кілька.
events-calendar-rules-too-many = Подія має кілька правил повторення (RRULE). Залиште одне.
events-calendar-rule-unreadable = Ми не розуміємо правила повторення «{ $value }». Встановіть повторення щодня, щотижня, щомісяця або щороку.
events-calendar-rule-empty = Правило повторення «{ $value }» не дає жодної дати.
events-calendar-rule-foreign = Правило повторення «{ $value }» діє в іншому часовому поясі, годинники якого змінюються не так, як у нас. Встановіть у календарі пояс Europe/Warsaw.
events-calendar-rule-cut = Ця подія повторюється без кінця або дуже довго. Ми взяли дати до { $value }; наступні з’являться самі.
events-calendar-extra-dates = Додаткові дати (RDATE) пропущено. Додайте їх у календарі як окремі події.
events-calendar-date-differs = Дата { $value } має в календарі іншу назву чи місце, ніж решта. Ми взяли лише її години.
events-calendar-future-differs = Зміни «від цієї дати» пропущено. Поділіть подію в календарі на дві.
events-calendar-repeated = Цей ідентифікатор повторюється в календарі. Ми взяли найновішу версію.
events-calendar-private =
    { $value ->
        [one] Пропущено { $value } приватну або конфіденційну подію.
        [few] Пропущено { $value } приватні або конфіденційні події.
       *[many] Пропущено { $value } приватних або конфіденційних подій.
    }
events-calendar-past =
    { $value ->
        [one] Пропущено { $value } подію, що вже минула.
        [few] Пропущено { $value } події, що вже минули.
       *[many] Пропущено { $value } подій, що вже минули.
    }
events-calendar-desk-kept = Цю подію змінено тут вручну, тож вона лишається такою, хоча календар каже інше ({ $value }).

events-csv-GOING = Бере участь
events-csv-WAITING = Чекає на місце
events-csv-date = Дата
events-csv-name = Особа
events-csv-people = Кількість людей
events-csv-state = Стан
events-csv-note = Примітки
events-csv-signed-up = Записано

events-family-title = Наші події, { $city }
events-family-waiting = Список очікування: місця поки немає.

events-mail-changed-subject = Зміна: «{ $title }»
events-mail-changed-text = Змінилася подія «{ $title }», на яку Ви записані.
events-mail-back-subject = Усе ж відбудеться: «{ $title }»
events-mail-back-text = Подія «{ $title }», на яку Ви записані, усе ж відбудеться. Коли: { $when }.
events-mail-date-was = Було: { $when }
events-mail-date-is = Є: { $when }
events-mail-date-off = Не відбудеться: { $when }
events-mail-date-new = Нова дата: { $when }
events-mail-place-was = Місце було: { $place }
events-mail-place-is = Місце тепер: { $place }
events-mail-place-open = ще не вказано
events-mail-changed-next = Ваш запис залишається чинним. Якщо нова дата чи місце не підходить, відмовтеся на сторінці події, і місце отримає хтось інший:
events-mail-off-subject = Скасовано: «{ $title }»
events-mail-off-text = Подія «{ $title }», на яку Ви записані, не відбудеться. Робити нічого не треба.
events-mail-up-subject = Є місце: «{ $title }»
events-mail-up-text =
    { $people ->
        [one] Звільнилося місце на події «{ $title }»: Ваш запис для { $people } людини тепер певний.
       *[other] Звільнилися місця на події «{ $title }»: Ваш запис для { $people } людей тепер певний.
    }
events-mail-when = Коли: { $when }
events-mail-where = Де: { $place }
events-mail-up-next = Якщо не прийдете, відмовтеся, щоб скористався хтось інший:
events-mail-removed-subject = Ваш запис на «{ $title }» скасовано
events-mail-removed-text = Організатор події «{ $title }» скасував Ваш запис. Про причину запитайте організатора.
events-mail-invited-subject = Запрошення до спільної події «{ $title }»
events-mail-invited-text = { $organiser } запрошує заклад «{ $institution }» разом організувати подію «{ $title }». Якщо приймете запрошення, подія буде й Вашою.
events-mail-asked-subject = «{ $institution }» хоче долучитися до «{ $title }»
events-mail-asked-text = «{ $institution }» просить разом організувати подію «{ $title }». Якщо погодитеся, подія буде й цього закладу.
events-mail-city = Редакція міста
events-mail-wrote = { $sender } пише:
events-mail-answer-next = Відповісти на порталі:
events-mail-event = Подія:
events-mail-accepted-subject = Разом: «{ $title }»
events-mail-accepted-text = «{ $organiser }» і «{ $institution }» тепер організовують подію «{ $title }» разом. Обидва заклади можуть її змінювати.
events-mail-declined-subject = Цього разу не разом: «{ $title }»
events-mail-declined-text = Відповідь щодо події «{ $title }» і закладу «{ $institution }»: цього разу вони не організують її разом.
events-mail-message-subject = Повідомлення щодо «{ $title }»
events-mail-message-text = { $sender } ({ $institution }) пише організаторам події «{ $title }»:
events-mail-message-reply = Відповідь на адресу: { $address }
events-mail-message-no-reply = Відправник не вказав адреси. Відповісти можна на порталі, на сторінці події.
events-mail-somebody = Хтось із порталу
