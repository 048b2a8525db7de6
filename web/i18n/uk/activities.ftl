# Words of the activities module: labels made by the server, then pages.

price-free = безкоштовно
price-amount =
    { $unit ->
        [CLASS] { $amount } zł за заняття
        [MONTH] { $amount } zł на місяць
        [TERM] { $amount } zł за семестр
        [ONCE] { $amount } zł одноразово
       *[NONE] { $amount } zł
    }
price-up-to =
    { $amount ->
        [0] безкоштовно
       *[other] до { $amount } zł
    }

ages-range =
    { $max ->
        [one] { $min }–{ $max } рік
        [few] { $min }–{ $max } роки
       *[many] { $min }–{ $max } років
    }
ages-from =
    { $min ->
        [one] від { $min } року
       *[other] від { $min } років
    }
ages-to =
    { $max ->
        [one] до { $max } року
       *[other] до { $max } років
    }
ages-exact =
    { $min ->
        [one] { $min } рік
        [few] { $min } роки
       *[many] { $min } років
    }
ages-months-range =
    { $max ->
        [one] { $min }–{ $max } місяць
        [few] { $min }–{ $max } місяці
       *[many] { $min }–{ $max } місяців
    }
ages-any = будь-який вік
age-years =
    { $n ->
        [one] { $n } рік
        [few] { $n } роки
       *[many] { $n } років
    }

weekday-MONDAY = понеділок
weekday-TUESDAY = вівторок
weekday-WEDNESDAY = середа
weekday-THURSDAY = четвер
weekday-FRIDAY = п’ятниця
weekday-SATURDAY = субота
weekday-SUNDAY = неділя
weekday-short-MONDAY = пн
weekday-short-TUESDAY = вт
weekday-short-WEDNESDAY = ср
weekday-short-THURSDAY = чт
weekday-short-FRIDAY = пт
weekday-short-SATURDAY = сб
weekday-short-SUNDAY = нд
slot-label = { $weekday } { $starts }–{ $ends }

enrolment-OPEN = триває запис
enrolment-NOT_YET = запис незабаром
enrolment-FULL = місць немає
enrolment-QUEUE = лист очікування
enrolment-CLOSED = запис завершено

accessibility-WHEELCHAIR = доступно на візку
accessibility-SIGN_LANGUAGE = переклад жестовою мовою
accessibility-HEARING_LOOP = індукційна петля
accessibility-BRAILLE = матеріали шрифтом Брайля
accessibility-QUIET_ROOM = кімната тиші

# Search form
activities-search = Пошук занять
field-q = Що шукаєте?
field-q-placeholder = напр. робототехніка, футбол
field-age = Вік дитини
field-age-placeholder = напр. 8
quick-free = Безкоштовні
quick-weekend = У вихідні
quick-afternoon = Після 16:00
quick-open = Триває запис
quick-online = Онлайн
quick-title = Швидкий вибір

# Home
home-popular = Куди ходять діти
home-popular-hint = Найчастіші захоплення в каталозі
home-all-activities = Переглянути всі заняття
home-free = Безкоштовно
home-free-hint = За ці заняття не треба платити, і на них триває запис
home-free-all = Усі безкоштовні
home-districts = Заняття у вашому районі
home-districts-hint = Виберіть район – і ми покажемо, куди можна дійти пішки
home-districts-all = Показати всі райони
count-activities =
    { $n ->
        [one] { $shown } заняття
        [few] { $shown } заняття
       *[many] { $shown } занять
    }

# List
activities-title = Позашкільні заняття
activities-title-q = Заняття: { $q }
activities-description = Позашкільні заняття в місті { $city }: вік, розклад, ціни, вільні місця.
activities-count =
    { $n ->
        [0] Таких занять немає
        [one] Ми знайшли { $shown } заняття
        [few] Ми знайшли { $shown } заняття
       *[many] Ми знайшли { $shown } занять
    }
sort-RELEVANCE = найвідповідніші
sort-DISTANCE = найближчі
sort-PRICE = спершу дешевші
sort-NEWEST = найновіші
sort-STARTS_SOON = починаються найраніше

filter-interests = Захоплення
filter-weekdays = День тижня
filter-hours = Години
filter-hours-from = від
filter-hours-to = до
filter-hours-any = будь-коли
filter-price = Ціна
filter-price-any = будь-яка
filter-districts = Район
filter-enrolment = Запис
filter-online = Заняття онлайн
filter-place = Місце
filter-languages = Мова занять
filter-accessibility = Доступність

chip-age = вік: { $label }
chip-starts-after = починаються від { $time }
chip-starts-before = починаються до { $time }
chip-query = «{ $q }»
chip-institution = один заклад
chip-near = поблизу: { $place }

card-ages = Вік
card-when = Коли
card-where = Де
card-distance = Відстань
card-price = Ціна
card-online = онлайн
card-no-slots = час за домовленістю
card-no-price = запитайте про ціну
places-left =
    { $n ->
        [0] вільних місць немає
        [one] залишилося { $n } місце
        [few] залишилося { $n } місця
       *[many] залишилося { $n } місць
    }
capacity =
    { $n ->
        [one] група до { $n } особи
       *[other] група до { $n } осіб
    }

empty-title = Послабте одну з умов
empty-text = Часто досить змінити день або шукати трохи далі. Можна й почати спочатку.
empty-drop = Без умови: { $label }
empty-everything = Показати всі заняття
empty-query = Перевірте правопис або візьміть простіше слово, наприклад «танці» замість «сучасні танці для початківців».

# One activity
activity-ages = Для кого
activity-when = Коли
activity-from-until = { $from } – { $until }
activity-from = від { $from }
activity-until = до { $until }
activity-price = Скільки коштує
activity-price-unknown = Запитайте організатора
activity-where = Де
activity-online = Заняття проходять онлайн
activity-organiser = Організатор
activity-about = Про заняття
activity-languages = Мова занять
activity-accessibility = Доступність
activity-accessibility-none = Організатор не зазначив. Запитайте перед записом.
activity-contact = Контакт
activity-enrol = Записати дитину
activity-enrol-queue = Стати в чергу
activity-ask = Запитати про місце
activity-call = Зателефонувати: { $phone }
activity-write = Написати організаторові
activity-opens = Запис від { $date }
activity-closes = Запис до { $date }
activity-closed-on = Запис завершився { $date }
activity-confirmed = Організатор підтвердив ці дані { $date }
activity-updated = Дані від { $date }
activity-unconfirmed = Організатор ще не підтвердив ці дані
activity-more = Інші заняття
activity-back = Усі заняття
activity-summary = Найважливіше
activity-week = План тижня
activity-no-contact = Організатор записує дітей на місці.

# On the page of an institution
institution-activities = Заняття в цьому закладі
institution-activities-all = Переглянути всі
institution-activities-none = Цей заклад ще не додав занять.
