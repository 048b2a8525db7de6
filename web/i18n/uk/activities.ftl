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

empty-text = Часто досить змінити день або шукати трохи далі. Можна й почати спочатку.
empty-drop = Без умови: { $label }
empty-everything = Показати всі заняття
empty-query = Перевірте правопис або візьміть простіше слово, наприклад «танці» замість «сучасні танці для початківців».

# What a query was understood as
understood-lead = Ми зрозуміли так
understood-corrected = Показуємо результати для { $words }.
understood-literally = Шукати саме { $words }

nearly-count =
    { $n ->
        [one] і ще { $shown }, що майже підходить
       *[many] і ще { $shown }, що майже підходять
    }
nearly-title = Майже підходять
nearly-only = Ніщо не підходить цілком
nearly-only-count =
    { $n ->
        [one] але { $shown } заняття майже підходить
        [few] але { $shown } заняття майже підходять
       *[many] але { $shown } занять майже підходять
    }
nearly-only-title = Найближчі пропозиції
card-misses = Що не збігається
miss-AGE = інший вік
miss-WEEKDAYS = інший день
miss-HOURS = інша година
miss-PRICE = дорожче
miss-PLACE = далі
miss-LANGUAGE = інша мова
miss-ONLINE =
    { $online ->
        [true] онлайн
       *[false] на місці
    }

relax-title = Послабте одну з умов
relax-AGE = Будь-який вік: { $shown }
relax-WEEKDAYS = У будь-який день: { $shown }
relax-HOURS = О будь-якій годині: { $shown }
relax-SLOT = У будь-який день і час: { $shown }
relax-PRICE = За будь-яку ціну: { $shown }
relax-PLACE = У всьому місті: { $shown }
relax-LANGUAGE = Будь-якою мовою: { $shown }
relax-ONLINE = На місці та онлайн: { $shown }
relax-ENROLMENT = Незалежно від запису: { $shown }
relax-INTERESTS = Усі захоплення: { $shown }
relax-DISTRICTS = У будь-якому районі: { $shown }
relax-INSTITUTION = В усіх закладах: { $shown }
relax-ACCESSIBILITY = Без вимог доступності: { $shown }

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

interpreted-excluded = без: { $what }
interpreted-language = мовою: { $languages }
interpreted-on-the-spot = на місці
interpreted-hours = о { $from }–{ $to }
interpreted-morning = зранку
interpreted-afternoon = після обіду
interpreted-evening = увечері
interpreted-after-school = після школи
interpreted-about = близько { $time }
interpreted-after-work = після роботи

for-whom = Для кого шукаєте?
for-child = { $name }, { $age ->
    [one] { $age } рік
    [few] { $age } роки
   *[many] { $age } років
 }
for-anybody = для будь-кого
for-child-chip = для: { $name }
for-child-hint = Беремо вік, дім та інтереси з профілю. Те, що ви введете, має перевагу.
