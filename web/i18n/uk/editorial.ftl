# Слова редакції: поля записів, пропозиції, історія, листи.

# Поля, названі так, як у схемі
field-title = Назва занять
field-description = Опис
field-interests = Інтереси
field-institution = Заклад
field-provider = Організатор
field-minAge = Наймолодші
field-maxAge = Найстарші
field-slots = Коли протягом тижня
field-from = Перший день
field-until = Останній день
field-price = Ціна
field-priceUnit = Ціна за
field-capacity = Кількість місць
field-placesLeft = Вільні місця
field-street = Вулиця
field-building = Номер будинку
field-postalCode = Поштовий індекс
field-city = Населений пункт
field-lat = Географічна широта
field-lon = Географічна довгота
field-district = Район
field-languages = Мови
field-accessibility = Доступність
field-online = Онлайн
field-enrolmentUrl = Сторінка запису
field-enrolmentOpens = Початок запису
field-enrolmentCloses = Кінець запису
field-email = Електронна пошта
field-phone = Телефон
field-tags = Ключові слова
field-name = Назва
field-shortName = Коротка назва
field-entryKind = Вид закладу
field-sector = Публічний чи ні
field-founder = Засновник
field-website = Вебсайт
field-pupils = Кількість учнів
field-picture = Зображення
field-state = Видимість
field-confirmedAt = Підтверджено
field-mergedInto = Об’єднано з
field-mergedFrom = Приєднано запис

# Значення полів
desk-yes = так
desk-no = ні
desk-age-months =
    { $n ->
        [one] { $n } місяць
        [few] { $n } місяці
       *[many] { $n } місяців
    }
desk-price-unit-CLASS = заняття
desk-price-unit-MONTH = місяць
desk-price-unit-TERM = семестр
desk-price-unit-ONCE = усе разом
desk-untitled = Без назви
entry-state-PUBLISHED = опублікований
entry-state-ARCHIVED = в архіві
entry-state-HIDDEN = прихований, не підтверджений

# Пропозиції
submission-status-DRAFT = чернетка
submission-status-WAITING = чекає
submission-status-SENT_BACK = на виправлення
submission-status-APPROVED = прийнято
submission-status-REJECTED = відхилено
submission-status-MERGED = об’єднано
submission-status-WITHDRAWN = відкликано
submission-act-SAVE = записано
submission-act-SUBMIT = надіслано до редакції
submission-act-WITHDRAW = відкликано
submission-act-ASSIGN = призначено
submission-act-APPROVE = прийнято
submission-act-SEND_BACK = повернено на виправлення
submission-act-REJECT = відхилено
submission-act-MERGE = об’єднано з іншим записом
submission-act-UNDO = рішення скасовано

# Історія
history-action-create = додано
history-action-update = змінено
history-action-import = змінено під час імпорту
history-action-archive = перенесено в архів
history-action-restore = опубліковано знову
history-action-hide = приховано, бо ніхто не підтвердив
history-action-confirm = підтверджено
history-action-merge = об’єднано
history-action-revert = повернено попередній стан
history-action-undo = зміну скасовано

# Відмови
refusal-desk-outdated = Тим часом це змінив хтось інший. Оновіть сторінку, перегляньте зміни й спробуйте ще раз.
refusal-desk-wrong-state = Цього вже або ще не можна зробити: пропозиція тепер на іншому етапі. Оновіть сторінку.
refusal-desk-nothing-changed = Пропозиція повторює те, що опубліковано. Змініть щось, а потім надішліть.
refusal-desk-conflict = Тим часом це поле змінилося в каталозі. Виберіть одну з версій або все одно затвердьте.
refusal-desk-reason-missing = Вкажіть причину. Її прочитає автор пропозиції.
refusal-desk-too-long =
    { $most ->
        [one] Цей текст задовгий. Він може мати щонайбільше { $most } знак.
        [few] Цей текст задовгий. Він може мати щонайбільше { $most } знаки.
       *[many] Цей текст задовгий. Він може мати щонайбільше { $most } знаків.
    }
refusal-desk-no-such-entry = У каталозі немає такого запису, або він іншого виду.
refusal-desk-no-such-institution = Такого закладу тут немає.
refusal-desk-no-such-editor = Ця особа не є редактором міста. Виберіть когось зі списку.
refusal-desk-no-such-revision = В історії цього запису немає такої зміни.
refusal-desk-undo-too-late = Рішення можна скасувати протягом 24 годин, а це давніше.
refusal-desk-undo-changed-since = Після рішення хтось змінив запис, тому скасувати його не можна. Виправте запис вручну.
refusal-desk-undo-impossible = Доданий заклад не можна прибрати, бо на нього вже можуть посилатися інші записи. Виправте його вручну.
refusal-desk-token-invalid = Це посилання застаре або неповне. Увійдіть і підтвердьте запис на порталі або зачекайте на наступне нагадування.
refusal-desk-too-many =
    { $most ->
        [one] За раз можна позначити щонайбільше { $most } позицію. Позначте менше.
        [few] За раз можна позначити щонайбільше { $most } позиції. Позначте менше.
       *[many] За раз можна позначити щонайбільше { $most } позицій. Позначте менше.
    }
refusal-desk-not-for-this-kind = Це можна зробити із заняттями, але не із закладом.
refusal-desk-file-unreadable = Ми не можемо прочитати цей файл як таблицю: { $why }
refusal-desk-file-too-large = Файл завеликий. Він може мати щонайбільше { $most } МБ; розділіть його.
refusal-desk-not-yours = Цієї пропозиції вже немає, або її вирішує хтось інший.

# Листи
desk-mail-sent-back-subject = Виправте свою пропозицію: { $title }
desk-mail-sent-back-text = Дякуємо за пропозицію «{ $title }». Редакція просить виправити:
desk-mail-sent-back-next = Виправте пропозицію й надішліть її знову:
desk-mail-approved-subject = Опубліковано: { $title }
desk-mail-approved-text = Дякуємо. Ваша пропозиція «{ $title }» уже в каталозі:
desk-mail-approved-next = Пропозиція та що з нею сталося:
desk-mail-rejected-subject = Не прийнято: { $title }
desk-mail-rejected-text = Дякуємо за пропозицію «{ $title }». Редакція її не прийняла:
desk-mail-rejected-next = Пропозиція та що з нею сталося:
desk-mail-merged-subject = Об’єднано: { $title }
desk-mail-merged-text = Дякуємо. Запис «{ $title }» у нас уже був, тож ваша пропозиція його доповнила:
desk-mail-merged-next = Пропозиція та що з нею сталося:
desk-mail-confirm-subject =
    { $n ->
        [one] Чи це ще актуально? { $n } запис для підтвердження
        [few] Чи це ще актуально? { $n } записи для підтвердження
       *[many] Чи це ще актуально? { $n } записів для підтвердження
    }
desk-mail-confirm-text = Уже давно ніхто не підтверджував записи нижче. Якщо все правильно, відкрийте посилання й натисніть кнопку. Якщо щось змінилося, виправте це на порталі.
desk-mail-confirm-next = Непідтверджені записи опускаються в результатах, а згодом ми їх приховуємо.
