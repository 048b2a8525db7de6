# Сторінки редакції: робочий стіл, пропозиції, черга, власні записи, імпорт, історія, підтвердження.

menu-propose = Запропонувати

# Робочий стіл
desk-title = Робочий стіл
desk-back = Повернутися на робочий стіл
desk-you = Ви
desk-nobody = Видалений обліковий запис
desk-mend =
    { $n ->
        [one] { $n } пропозиція чекає на ваше виправлення
        [few] { $n } пропозиції чекають на ваше виправлення
       *[many] { $n } пропозицій чекають на ваше виправлення
    }
desk-mend-it = Виправити
desk-mend-of = Виправити пропозицію: { $title }
desk-work = Що зробити
desk-waiting =
    { $n ->
        [one] пропозиція в черзі
        [few] пропозиції в черзі
       *[many] пропозицій у черзі
    }
desk-oldest = найстаріша від { $date }
desk-assigned =
    { $n ->
        [one] призначена вам
        [few] призначені вам
       *[many] призначених вам
    }
desk-unassigned = без відповідального
desk-stale =
    { $n ->
        [one] непідтверджений запис
        [few] непідтверджені записи
       *[many] непідтверджених записів
    }
desk-institutions =
    { $n ->
        [one] Ваш заклад
       *[many] Ваші заклади
    }
desk-own = Ваші пропозиції
desk-own-none = У вас немає нічого в роботі. Бракує занять або закладу? Запропонуйте запис, а редакція його перевірить.
desk-own-decided = Попередні пропозиції: { $n }
desk-sent-on = надіслано { $date }
desk-changed-on = остання зміна { $date }
desk-decisions = Останні рішення
desk-about-new-ACTIVITY = нові заняття
desk-about-new-INSTITUTION = новий заклад
desk-about-change-ACTIVITY = виправлення занять
desk-about-change-INSTITUTION = виправлення закладу
desk-kind-ACTIVITY = заняття
desk-kind-INSTITUTION = заклади
desk-mend-title = Виправлення запису
desk-something-wrong = Щось не так або чогось бракує?
desk-may-edit = Цей запис ви можете змінювати без редакції.

# Пропозиції
propose-title = Запропонувати запис
propose-lead = Каталог живе завдяки мешканцям. Скажіть, чого в ньому бракує, – редакція перевірить і опублікує.
propose-activity = Запропонувати заняття
propose-activity-here = Запропонувати заняття тут
propose-activity-hint = Гурток, тренування, майстерня, денний табір – будь-що для дітей і молоді.
propose-institution = Запропонувати заклад
propose-institution-hint = Будинок культури, спортивний клуб, бібліотека, організація, що проводить заняття.
propose-own = Опублікувати заняття одразу
propose-own-hint = Ви відповідаєте за: { $name }. Ваш запис не чекає в черзі.
propose-for = Запропонувати заняття: { $name }
propose-another = Запропонувати ще один запис
propose-correct = Запропонувати виправлення
propose-correct-title = Що не так?
propose-correct-lead = «{ $title }» – запропонуйте виправлення, а до рішення залишиться теперішня версія.
propose-correct-hint = Змініть те, що не відповідає дійсності. Редакція побачить відмінності.
propose-correct-of = Виправлення: { $title }
propose-correct-form-lead = Змініть лише те, що не так. До рішення редакції всі бачать теперішню версію.
propose-correct-how = Хочете щось виправити?
propose-correct-how-text = Відкрийте сторінку занять або закладу й унизу виберіть «Запропонувати виправлення».
propose-edit-hint = Ви маєте на це право, зміну видно одразу.
propose-back-to-entry = Повернутися до запису
propose-may-edit = Цей запис ви можете змінити одразу, без очікування.
propose-form-lead = Напишіть, що знаєте. Досить назви та організатора, але що більше подробиць, то легше батькам знайти заняття.
propose-sign-in-later = Форму можна заповнити без облікового запису. Під час надсилання ми попросимо підтвердити адресу електронної пошти, а написане зачекає в цьому браузері.
propose-sign-in-first = Ваш браузер не виконує скриптів, тож ми не запам’ятаємо форму. Спершу увійдіть.
propose-restored = Ми відновили те, що було тут написано раніше.
propose-restored-forget = Почати з порожньої форми
propose-note = Повідомлення редакції
propose-note-hint = Наприклад, звідки ви це знаєте або кого запитати. Цього ми не публікуємо.
propose-note-correct-hint = Наприклад, звідки ви знаєте, що це інакше. Цього ми не публікуємо.
propose-note-answer-hint = Дайте відповідь редакції, якщо бажаєте. Цього ми не публікуємо.
propose-send = Надіслати редакції
propose-resend = Надіслати ще раз
propose-keep = Зберегти чернетку
propose-what-next = Редакція прочитає пропозицію й відповість на вашу електронну адресу. Поки вона чекає, її можна відкликати.

similar-title = Це одне з цих?
similar-hint = Якщо ці заняття чи заклад уже тут є, не додавайте їх удруге – виправте наявний запис.
similar-hint-kept = Чернетку збережено. Перш ніж надіслати, перевірте, чи каталог уже не має цього запису.
similar-correct = Виправити цей запис
similar-correct-of = Виправити наявний запис: { $title }

# Пропозиція очима автора
submission-standing = Стан пропозиції
submission-means-DRAFT = Її бачите лише ви. Надішліть її редакції, коли буде готова.
submission-means-WAITING = Редакція ще не вирішила. Поки пропозиція чекає, її можна відкликати й змінити.
submission-means-SENT_BACK = Редакція просить виправити. Змініть, що треба, і надішліть ще раз.
submission-means-APPROVED = Дякуємо! Запис уже в каталозі.
submission-means-REJECTED = Редакція не прийняла цю пропозицію.
submission-means-MERGED = Дякуємо! Такий запис уже був, тож ваша пропозиція його доповнила.
submission-means-WITHDRAWN = Пропозицію відкликано. Ви можете повернутися до неї й надіслати ще раз.
submission-reason = Редакція пише:
submission-see-entry = Переглянути запис
submission-see-published = Переглянути опубліковану версію
submission-in-queue = Відкрити в черзі
submission-problems =
    { $n ->
        [one] Перш ніж надіслати, виправте { $n } місце
        [few] Перш ніж надіслати, виправте { $n } місця
       *[many] Перш ніж надіслати, виправте { $n } місць
    }
submission-talk = Що відбувалося
submission-mend = Виправте пропозицію
submission-write = Зміст пропозиції
submission-said = Зміст пропозиції
submission-withdraw = Відкликати пропозицію
submission-withdraw-ask = Відкликати пропозицію? Редакція більше не бачитиме її в черзі.
submission-withdraw-hint = Нічого не пропаде: відкликану пропозицію можна виправити й надіслати знову.

# Черга
queue-title = Черга
queue-short = Пропозиції
queue-of = Пропозиції: { $name }
queue-not-yours = Чергу ведуть редактори та відповідальні за заклади. Ваші пропозиції – на робочому столі.
queue-filter = Фільтри черги
queue-text = Пошук
queue-state = Стан
queue-state-all = усі
queue-kind = Чого стосується
queue-any = будь-чого
queue-assignee = Хто займається
queue-any-person = будь-хто
queue-any-institution = усі
queue-this-institution = вибраний заклад
queue-mine = я
queue-nobody = ніхто
queue-apply = Показати
queue-clear = Очистити фільтри
queue-pick = Позначити: { $title }
queue-changes =
    { $n ->
        [one] { $n } зміна
        [few] { $n } зміни
       *[many] { $n } змін
    }
queue-conflict = конфлікт
queue-problems =
    { $n ->
        [one] { $n } помилка
        [few] { $n } помилки
       *[many] { $n } помилок
    }
queue-bulk = Позначені пропозиції
queue-bulk-hint = Кожну вирішуємо окремо: якщо якусь не вдасться прийняти, інші все одно буде прийнято.
queue-approve-all = Прийняти позначені
queue-bulk-refuse = Повернути або відхилити позначені
queue-send-back-all = Повернути позначені
queue-reject-all = Відхилити позначені
queue-none-chosen = Позначте принаймні одну пропозицію.
queue-no-decision = Виберіть, що зробити з позначеними пропозиціями.
queue-some-left = Не все вдалося
queue-left-one = Ця пропозиція
queue-none = Черга порожня. Усе вирішено!
queue-none-filtered = Таких пропозицій немає. Змініть фільтри або очистьте їх.

# Рішення
verdict-next = Наступна (ще { $n })
verdict-by = автор: { $name }
verdict-on-behalf = від імені: { $name }
verdict-assigned = займається: { $name }
verdict-assigned-me = займаєтеся ви
verdict-note = Автор пише:
verdict-own = Це ваша пропозиція.
verdict-own-page = Відкрити як автор
verdict-conflict-text = Після надсилання пропозиції хтось змінив запис у тих самих полях. Вирішіть, яка версія лишається: виправте перед прийняттям або прийміть попри це.
verdict-problems =
    { $n ->
        [one] Це ще не можна опублікувати: { $n } помилка
        [few] Це ще не можна опублікувати: { $n } помилки
       *[many] Це ще не можна опублікувати: { $n } помилок
    }
verdict-new-entry = Новий запис
verdict-changes =
    { $n ->
        [one] { $n } зміна
        [few] { $n } зміни
       *[many] { $n } змін
    }
verdict-field = Поле
verdict-published = Опубліковано
verdict-proposed = Пропонується
verdict-before = Раніше
verdict-after = Тепер
verdict-seen = Автор бачив
verdict-nothing = нічого
verdict-removed = вилучено
verdict-no-changes = Пропозиція вже нічого не змінює: у каталозі написано те саме.
verdict-unchanged =
    { $n ->
        [one] Без змін: { $n } поле
        [few] Без змін: { $n } поля
       *[many] Без змін: { $n } полів
    }
verdict-see-published = Переглянути опубліковану версію
verdict-similar =
    { $n ->
        [one] { $n } схожий запис у каталозі
        [few] { $n } схожі записи в каталозі
       *[many] { $n } схожих записів у каталозі
    }
verdict-similar-hint = Якщо це те саме, об’єднайте: пропозиція доповнить опубліковане, і другий запис не з’явиться.
verdict-merge = Об’єднати з цим записом
verdict-merge-into = Об’єднати пропозицію із записом: { $title }
verdict-merge-ask = Об’єднати із записом «{ $title }»? Значення з пропозиції замінять опубліковані.
verdict-compare = Порівняти поле за полем
verdict-same = Усе, що каже пропозиція, вже є в цьому записі.
verdict-jump = Перейти до рішення
verdict-edit = Виправити перед прийняттям
verdict-edit-hint = Буде опубліковано те, що ви залишите в цій формі. Автор дізнається, що пропозицію прийнято.
verdict-approve-edited = Прийняти з виправленнями
verdict-decide = Рішення
verdict-decided = Вирішено
verdict-approve = Прийняти й опублікувати
verdict-overwrite = Прийняти попри конфлікт: важить пропозиція
verdict-reason = Причина
verdict-reason-hint = Автор прочитає її в листі, тож напишіть, що виправити. Наприклад: «Вкажіть години занять».
verdict-send-back = Повернути на виправлення
verdict-reject = Відхилити
verdict-not-yours = Цю пропозицію вирішує редакція міста.
verdict-final = Це рішення вже не можна скасувати.
verdict-assign = Хто займається
verdict-assign-me = Я займуся цим
verdict-assign-nobody = Повернути до черги
verdict-assign-other = Передати комусь іншому
decision-undo = Скасувати рішення
decision-undo-of = Скасувати рішення: { $title }
decision-undo-hint = Упродовж доби після рішення. Пропозиція повернеться до черги, а каталог – до попереднього стану.

keys-title = Клавіші
keys-next = наступна
keys-previous = попередня
keys-open = відкрити
keys-approve = прийняти
keys-send-back = повернути з причиною
keys-select = позначити
keys-help = показати або сховати цю довідку

# Застарілі
stale-title = Застарілі
stale-lead = Заняття, яких давно ніхто не підтверджував. Вони опускаються в результатах, а згодом ми їх ховаємо.
stale-confirmed = підтверджено { $date }
stale-never = ніколи не підтверджено, додано { $date }
stale-hides = зникне { $date }
stale-reminded = нагадування { $date }
stale-not-reminded = без нагадування
stale-none = Усі заняття підтверджено. Тут з’являться ті, яких давно ніхто не підтверджував.

# Власні записи
entries-title = Записи
entries-of = Записи: { $name }
entries-not-yours = Записи цього закладу ведуть його відповідальні. Якщо це ваш заклад, попросіть запрошення у відповідального або в адміністратора міста.
entries-export = Завантажити записи (CSV)
entries-institution = Дані закладу
entries-waiting =
    { $n ->
        [one] { $n } пропозиція чекає
        [few] { $n } пропозиції чекають
       *[many] { $n } пропозицій чекають
    }
entries-filter = Показати записи
entries-all = Усі
entries-published = Опубліковані
entries-hidden = Приховані
entries-archived = Архів
entries-none = Цей заклад ще не має занять у каталозі. Додайте перші або завантажте їх із таблиці.
entries-none-here = Тут немає записів.
entries-none-chosen = Позначте принаймні один запис.
entries-confirm-chosen = Підтвердити позначені
entries-confirm-chosen-hint = Позначте те, що не змінилося. За раз 20 записів.
entries-first-hundred = Це перша сотня записів. Решта – у файлі CSV.

entry-new = Додати заняття
entry-new-tab = Нові заняття
entry-new-lead = Запис буде видно одразу після публікації.
entry-publish = Опублікувати
entry-edit = Редагувати
entry-edit-of = Редагувати: { $title }
entry-edit-tab = Дані
entry-save = Зберегти й опублікувати
entry-save-hint = Зміни видно одразу. Кожна є в історії, і звідти можна відновити попередню версію.
entry-reason = Причина зміни
entry-reason-hint = Для історії запису, наприклад «новий розклад».
entry-see = Переглянути на порталі
entry-full = немає місць
entry-confirmed-on = Підтверджено { $date }
entry-unconfirmed = Ще не підтверджено
entry-confirm = Підтвердити
entry-confirm-of = Підтвердити, що актуально: { $title }
entry-mark-full = Немає місць
entry-mark-full-of = Позначити, що немає місць: { $title }
entry-not-full = Є місця
entry-not-full-of = Позначити, що є вільні місця: { $title }
entry-copy = На новий семестр
entry-copy-of = Скопіювати на наступний семестр: { $title }
entry-archive = В архів
entry-archive-of = В архів: { $title }
entry-archive-ask = Перенести «{ $title }» в архів? Запис зникне з порталу; відновити його можна зі списку записів.
entry-restore = Опублікувати знову
entry-restore-of = Опублікувати знову: { $title }
entry-not-yours = Цей запис не можна змінювати без редакції. Можете запропонувати виправлення.
entry-change-waits = На рішення чекає запропонована зміна:
entry-change-waits-short = зміна чекає на рішення

# Історія
history-title = Історія
history-of = Історія: { $title }
history-system = Система
history-none = Цього запису ще ніхто не змінював.
history-revert = Відновити цю версію
history-revert-to = Відновити версію від: { $date }
history-revert-ask = Відновити запис до стану від: { $date }? Пізніші зміни залишаться в історії.

# Імпорт
import-title = Імпорт із таблиці
import-file = Виберіть файл
import-another = Інший файл
import-file-label = Файл CSV
import-file-hint = UTF-8, щонайбільше 2 МБ. В Excel: «Зберегти як» → «CSV UTF-8». Спершу покажемо, що зміниться; ще нічого не збережеться.
import-file-missing = Виберіть файл CSV зі свого диска.
import-not-utf8 = Цей файл збережено не в UTF-8, тож літери зіпсувалися б. В Excel виберіть «Зберегти як» → «CSV UTF-8» і спробуйте ще раз.
import-check = Перевірити файл
import-how = Як підготувати файл
import-how-1 = Почніть із файлу зі своїми записами:
import-how-2 = Змініть його в таблиці. Стовпець «id» каже, який запис ви змінюєте; новим заняттям дайте власний ідентифікатор, наприклад 1.
import-how-3 = Кілька значень в одній клітинці розділіть рискою |. Дні й години пишіть так: mon 16:00-17:30|wed 16:00-17:30.
import-how-4 = Записи, яких у файлі немає, не змінюємо.
import-preview = Що зміниться
import-preview-lead = Ще нічого не збережено. Перевірте рядки й підтвердьте внизу.
import-created =
    { $n ->
        [one] новий запис
        [few] нові записи
       *[many] нових записів
    }
import-updated =
    { $n ->
        [one] змінений
        [few] змінені
       *[many] змінених
    }
import-unchanged = без змін
import-rejected =
    { $n ->
        [one] з помилкою
       *[many] з помилками
    }
import-rows = Рядки файлу
import-row = Рядок
import-fate = Що з ним
import-what = Подробиці
import-fate-CREATED = новий
import-fate-UPDATED = змінений
import-fate-REJECTED = пропущений
import-unchanged-hidden =
    { $n ->
        [one] { $n } рядок без змін у таблиці не показано.
        [few] { $n } рядки без змін у таблиці не показано.
       *[many] { $n } рядків без змін у таблиці не показано.
    }
import-write =
    { $n ->
        [one] Зберегти { $n } запис
        [few] Зберегти { $n } записи
       *[many] Зберегти { $n } записів
    }
import-write-hint =
    { $n ->
        [one] { $n } рядок із помилкою пропустимо.
        [few] { $n } рядки з помилками пропустимо.
       *[many] { $n } рядків із помилками пропустимо.
    }
import-nothing = Немає чого зберігати: виправте файл і перевірте його ще раз.
import-done = Збережено. Нові записи: { $created }, змінені: { $updated }.
import-done-rejected =
    { $n ->
        [one] Пропущено { $n } рядок із помилкою.
        [few] Пропущено { $n } рядки з помилками.
       *[many] Пропущено { $n } рядків із помилками.
    }
import-to-entries = Переглянути записи

# Підтвердження
confirm-title = Це досі актуально?
confirm-lead = Перегляньте запис. Якщо все правильно, досить одного натискання.
confirm-button = Так, усе правильно
confirm-thanks = Дякуємо!
confirm-done-text = «{ $title }» залишається в каталозі як підтверджений запис.
confirm-wrong = Щось змінилося?
confirm-wrong-text = Не підтверджуйте, а виправте запис – виправлення теж вважається підтвердженням.
confirm-sign-in-edit = Увійти й редагувати
confirm-dead-title = Це посилання вже не діє
confirm-dead-text = Посилання з нагадування діє 60 днів. Його також могла обрізати поштова програма, або запис перенесено в архів.
confirm-dead-sign-in = Ви відповідаєте за заклад? Увійдіть і підтвердьте запис у списку:
confirm-dead-correct = Хочете щось повідомити як відвідувач?

# Форма запису
desk-part-what = Що і для кого
desk-part-when = Коли
desk-part-where = Де
desk-part-price = Скільки коштує
desk-part-enrolment = Запис і контакти
desk-part-institution = Що це за заклад
desk-part-contact = Контакти
desk-part-note = Для редакції
desk-choose = не знаю
desk-chosen = вибрано: { $n }
desk-online = Можна брати участь онлайн
desk-coordinates = Координати на мапі
desk-day-of = { $label }: день
desk-time-of = { $label }: година
desk-slots-more = Більше годин
desk-slot-number = Заняття { $n }
desk-slot-day = Заняття { $n }: день
desk-slot-day-none = день
desk-slot-from = Заняття { $n }: від
desk-slot-to = Заняття { $n }: до
desk-hint-title = Коротко й конкретно, наприклад «Шахи для початківців».
desk-hint-description = Що відбувається на заняттях, що взяти, для кого вони. Абзаци розділіть порожнім рядком, список почніть із дефісів.
desk-hint-description-institution = Чим займається і для кого він.
desk-hint-institution = Якщо заняття проводить заклад із каталогу: почніть писати назву й виберіть зі списку.
desk-hint-provider = Якщо його немає в каталозі, наприклад «Klub Żagiel» або «Анна Новак».
desk-hint-minAge = У роках, наприклад 7. Для малят у місяцях: 18m.
desk-hint-maxAge = У роках, наприклад 12. Порожньо: без обмежень.
desk-hint-interests = За ними батьки вас знайдуть. Відкрийте групу й позначте, що підходить.
desk-hint-tags = Слова, за якими хтось міг би шукати, через кому: роботи, лего, програмування.
desk-hint-slots = День тижня й години, наприклад вівторок 16:00–17:30. Порожні рядки пропускаємо.
desk-hint-from = Перше заняття або перший день табору.
desk-hint-until = Порожньо, якщо тривають постійно.
desk-hint-street = Наприклад ul. Śląska.
desk-hint-building = Наприклад 12a.
desk-hint-postalCode = Наприклад 70-432.
desk-hint-city = Порожньо: { $city }.
desk-hint-district = Якщо ви його знаєте; за адресою визначимо самі.
desk-hint-lat = Наприклад 53.4285.
desk-hint-lon = Наприклад 14.5528.
desk-hint-languages = Якими мовами проводять заняття.
desk-hint-languages-institution = Через кому, наприклад англійська, німецька.
desk-hint-price = У злотих, наприклад 120 або 49,50. Безплатні заняття: 0.
desk-hint-priceUnit = Що охоплює ця ціна.
desk-hint-capacity = Скільки людей у групі, наприклад 15.
desk-hint-placesLeft = Скільки місць ще вільні, наприклад 3. Немає місць: 0.
desk-hint-enrolmentUrl = Адреса форми запису, наприклад https://example.org/zapisy.
desk-hint-enrolmentOpens = Відколи можна записатися. Година лише тоді, коли вона важлива.
desk-hint-enrolmentCloses = До якого дня, включно з ним.
desk-hint-email = Для запитань батьків, наприклад sekretariat@example.org.
desk-hint-phone = Наприклад 91 123 45 67.
desk-hint-name = Повна назва, наприклад «Dom Kultury Słowianin».
desk-hint-shortName = Як його називають, наприклад «Słowianin».
desk-hint-founder = Наприклад Gmina Miasto Szczecin.
desk-hint-pupils = Для шкіл і садків, наприклад 320.
desk-hint-website = Наприклад https://example.org.

# Зроблено
done-submission-kept = Чернетку збережено. Ви знайдете її на робочому столі.
done-submission-sent = Надіслано. Редакція відповість на вашу електронну адресу.
done-submission-withdrawn = Пропозицію відкликано.
done-submission-approved = Прийнято й опубліковано.
done-submission-sent-back = Повернуто на виправлення. Автор отримає лист.
done-submission-rejected = Відхилено. Автор отримає лист.
done-submission-merged = Об’єднано з наявним записом.
done-submission-assigned = Збережено, хто цим займається.
done-submissions-approved = Позначені пропозиції прийнято й опубліковано.
done-submissions-sent-back = Позначені пропозиції повернуто на виправлення.
done-submissions-rejected = Позначені пропозиції відхилено.
done-decision-undone = Рішення скасовано. Пропозиція знову чекає в черзі.
done-entry-created = Опубліковано.
done-entry-saved = Збережено й опубліковано.
done-entry-copied = Ось копія на наступний семестр. Перевірте дати й години.
done-entry-confirmed = Підтверджено: запис актуальний.
done-entries-confirmed = Позначені записи підтверджено.
done-entry-archived = Перенесено в архів. На порталі його вже не видно.
done-entry-restored = Опубліковано знову.
done-entry-places = Збережено, чи є вільні місця.
done-entry-reverted = Попередню версію відновлено.

entry-picture = Фото
entry-picture-file = Файл
entry-picture-save = Зберегти фото
entry-picture-remove = Прибрати фото
done-entry-pictured = Фото збережено.
history-revert-first = Повернути версію до цієї зміни
history-revert-first-ask = Повернути версію до першої зміни?
