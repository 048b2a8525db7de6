# Сповіщення: що сталося, двома-трьома словами
notices-what-alert = Попередження
notices-what-called-off = Скасовано
notices-what-place-freed = Вільне місце
notices-what-price-fell = Нижча ціна
notices-what-enrolment-opened = Запис відкрито
notices-what-appeared = Новинка
notices-what-changed = Зміна
notices-what-changed-when = Зміна часу
notices-what-changed-where = Зміна місця
notices-what-changed-price = Зміна ціни
notices-what-changed-ages = Зміна віку учасників
notices-what-changed-back = Усе ж відбудеться
notices-what-announcement = Оголошення
notices-what-decision = Рішення

# Тема листа
notices-subject = { $what }: { $title }
notices-subject-more =
    { $more ->
        [one] { $what }: { $title } і ще { $more } сповіщення
        [few] { $what }: { $title } і ще { $more } сповіщення
       *[many] { $what }: { $title } і ще { $more } сповіщень
    }

# Що відомо про запис
notices-fact-starts = Коли
notices-fact-dates = Коли
notices-fact-slots = Години
notices-fact-place = Де
notices-fact-price = Ціна
notices-fact-places = Місця
notices-fact-opens = Запис від
notices-fact-closes = Запис до
notices-fact-ages = Вік
notices-fact-expires = Діє до
notices-fact-severity = Загроза
notices-fact-none = немає даних
notices-fact-see = { $is }; подробиці змінилися, дивіться на сторінці
notices-dates-repeated = { $first } і наступні дати
notices-places =
    { $n ->
        [0] немає вільних місць
        [one] { $n } вільне місце
        [few] { $n } вільні місця
       *[many] { $n } вільних місць
    }
notices-severity-EXTREME = надзвичайна
notices-severity-SEVERE = серйозна
notices-severity-MODERATE = помірна
notices-severity-MINOR = незначна
notices-group-announcements = Оголошення

# Власні справи
notices-told-reviews-published = Новий відгук: { $title }
notices-told-reviews-rejected = Ваш відгук не опубліковано: { $title }
notices-told-reviews-replied = На ваш відгук відповіли: { $title }
notices-told-safety-approve = Попередження чекає на ваше рішення: { $title }
notices-told-safety-decided = Ухвалено рішення щодо попередження: { $title }
notices-told-debates-published = Ваше запитання вже опубліковано: { $title }
notices-told-debates-rejected = Ваше запитання не прийнято: { $title }
notices-told-debates-merged = Ваше запитання приєднано до схожого: { $title }
notices-told-debates-answered = На ваше запитання відповіли: { $title }
notices-told-editorial-sent-back = Подання потребує виправлень: { $title }
notices-told-editorial-approved = Подання прийнято: { $title }
notices-told-editorial-rejected = Подання відхилено: { $title }
notices-told-editorial-merged = Подання об’єднано з наявним записом: { $title }
notices-told-editorial-confirm = Підтвердьте, що запис актуальний: { $title }
notices-told-events-asked-to-join = Хтось хоче долучитися до вашої події: { $title }
notices-told-events-invited = Запрошення до спільної організації: { $title }
notices-told-events-answered = Є відповідь щодо спільної організації: { $title }
notices-told-events-came-up = Для вас є місце: { $title }
notices-told-events-changed = Зміна в події: { $title }
notices-told-events-called-off = Подію скасовано: { $title }
notices-told-events-removed = Ваш запис вилучено: { $title }
notices-told-notifications-approve = Оголошення чекає на ваше рішення: { $title }
notices-told-notifications-decided = Ухвалено рішення щодо оголошення: { $title }
notices-told-events-message = Повідомлення від організатора: { $title }

# Чого не можна
refusal-notices-too-many = Позначте щонайбільше { $most } сповіщень або всі одразу.
refusal-notices-quiet-half = Вкажіть початок і кінець тихих годин або залиште обидва поля порожніми.
