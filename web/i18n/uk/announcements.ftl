# Оголошення: чого не можна зробити
refusal-announcement-audience-unknown = Вкажіть, для кого оголошення: заклад, заняття, подію, інтерес або район із цього порталу.
refusal-announcement-audience-foreign = Від імені закладу можна писати тим, хто стежить за ним, його заняттями чи подіями.
refusal-announcement-subject-missing = Напишіть тему: одне речення, про що йдеться.
refusal-announcement-subject-too-long =
    { $most ->
        [one] Скоротіть тему до { $most } знака.
       *[other] Скоротіть тему до { $most } знаків.
    }
refusal-announcement-text-missing = Напишіть текст оголошення.
refusal-announcement-text-too-long =
    { $most ->
        [one] Скоротіть текст до { $most } знака. Решту можна подати за посиланням.
       *[other] Скоротіть текст до { $most } знаків. Решту можна подати за посиланням.
    }
refusal-announcement-link-label-too-long =
    { $most ->
        [one] Скоротіть напис на посиланні до { $most } знака.
       *[other] Скоротіть напис на посиланні до { $most } знаків.
    }
refusal-announcement-not-open = Це оголошення вже надіслано або воно чекає на другу особу. Щоб змінити його, спершу відкличте.
refusal-announcement-nobody = За цим ще ніхто не стежить, тож нема кому надсилати.
refusal-announcement-one-a-day = Сьогодні ці люди вже отримали оголошення. Одного на день досить: надішліть це завтра.
refusal-announcement-already-decided = Це оголошення ні на кого не чекає. Можливо, хтось щойно вирішив.
refusal-announcement-handed-in-anew = Це оголошення подали на схвалення знову, відколи ви його читаєте, і воно могло змінитися. Прочитайте його ще раз, перш ніж вирішити.
refusal-announcement-second-person = Ви не можете схвалити чи відхилити це оголошення, бо надсилаєте його ви. Це зробить друга особа.
refusal-announcement-reason-missing = Напишіть, чому не надсилаємо. Це прочитає автор.
refusal-announcement-address-missing = Пробу надішлемо, коли в обліковому записі буде підтверджена адреса e-mail.
refusal-announcement-tried-too-often = Пробних листів було вже чимало. Спробуйте за якийсь час.

# Стан і отримувачі
announcement-state-draft = Чернетка
announcement-state-waiting = Чекає на другу особу
announcement-state-rejected = Відхилено
announcement-state-sending = Надсилаємо
announcement-state-sent = Надіслано
announcement-to-institution = Ті, хто стежить за закладом { $title }, його заняттями чи подіями
announcement-to-entry = Ті, хто стежить за «{ $title }»
announcement-to-interest = Ті, хто стежить за інтересом «{ $title }»
announcement-to-district = Ті, хто стежить за районом { $title }
announcement-to-everybody = Усі, хто за чимось стежить
announcement-to-gone = чого вже немає

# Листи
announcement-mail-approve-subject = Оголошення чекає на ваше рішення: { $subject }
announcement-mail-approve-text =
    { $n ->
        [one] Це оголошення має отримати { $n } особа. За такої кількості надішлемо його лише тоді, коли погодиться друга особа.
        [few] Це оголошення мають отримати { $n } особи. За такої кількості надішлемо його лише тоді, коли погодиться друга особа.
       *[many] Це оголошення мають отримати { $n } осіб. За такої кількості надішлемо його лише тоді, коли погодиться друга особа.
    }
announcement-mail-approve-author = Автор: { $author }
announcement-mail-approve-button = Прочитати й вирішити
announcement-mail-approved-subject = Надсилаємо ваше оголошення: { $subject }
announcement-mail-approved-text = Друга особа погодилася на ваше оголошення «{ $subject }». Саме надсилаємо його.
announcement-mail-rejected-subject = Не надсилаємо оголошення: { $subject }
announcement-mail-rejected-text = Друга особа не погодилася на ваше оголошення «{ $subject }». Причина:
announcement-mail-decided-next = Переглянути оголошення:

# Сторінки
announcements-title = Оголошення
announcements-lead = Повідомлення всім, хто за чимось стежить. Кожен отримає його разом зі своїми сповіщеннями: одразу, у щоденному чи щотижневому листі.
announcements-new = Нове оголошення
announcements-none = Оголошень іще немає. Почніть із чернетки: нічого не буде надіслано, доки ви цього не підтвердите.
announcements-not-yours = Оголошення пишуть відповідальні за заклади та редакція. Якщо ви керуєте закладом, попросіть у редакції доступ.
announcements-waiting = Чекають на другу особу
announcements-waiting-hint = Оголошення для багатьох людей надсилаємо, коли погодиться ще хтось.
announcements-all = Усі оголошення
announcements-desk-waiting =
    { $n ->
        [one] оголошення чекає
        [few] оголошення чекають
       *[many] оголошень чекають
    }
announcement-form-sender = Від чийого імені
announcement-form-sender-city = Місто { $city }
announcement-form-audience = Кому
announcement-form-audience-hint = Оголошення отримають лише ті, хто за цим стежить і хоче оголошень.
announcement-form-audience-sender = Тим, хто стежить за закладом, від імені якого ви пишете, його заняттями чи подіями
announcement-form-audience-entry = Тим, хто стежить за одним закладом, заняттям, подією чи дебатами
announcement-form-audience-interest = Тим, хто стежить за інтересом
announcement-form-audience-district = Тим, хто стежить за районом
announcement-form-audience-everybody = Усім, хто за чимось стежить
announcement-form-entry = Посилання на заклад, заняття, подію чи дебати
announcement-form-entry-hint = Скопіюйте адресу сторінки цього порталу, наприклад { $example }.
announcement-form-interest = Інтерес
announcement-form-interest-none = Оберіть інтерес
announcement-form-district = Район
announcement-form-district-none = Оберіть район
announcement-form-subject = Тема
announcement-form-subject-hint = Одне речення, щонайбільше 120 знаків. Це видно першим.
announcement-form-text = Текст
announcement-form-text-hint = Найважливіше на початку. Порожній рядок відділяє абзаци, **так** виділите слова, рядок із «- » – пункт списку.
announcement-form-link = Посилання
announcement-form-link-hint = Адреса, де є більше, наприклад https://school.example/open-days.
announcement-form-link-label = Що написати на посиланні
announcement-form-save = Зберегти чернетку й побачити вигляд
announcement-form-save-hint = Поки що нічого не надішлемо.
announcement-edit = Виправити оголошення
announcement-preview = Вигляд
announcement-preview-hint = Так його побачать отримувачі в листі й на порталі.
announcement-kind = Оголошення
announcement-link-default = Дізнатися більше
announcement-reach = Скільки людей отримає
announcement-reach-people =
    { $n ->
        [one] { $n } особа
        [few] { $n } особи
       *[many] { $n } осіб
    }
announcement-reach-nobody = За цим ще ніхто не стежить або ніхто не хоче оголошень. Нема кому надсилати.
announcement-reach-at-once = одразу
announcement-reach-daily = у щоденному листі
announcement-reach-weekly = у щотижневому листі
announcement-reach-second =
    { $limit ->
        [one] Якщо отримувачів більше ніж { $limit }, має погодитися друга особа.
       *[other] Якщо отримувачів більше ніж { $limit }, має погодитися друга особа.
    }
announcement-test = Надіслати пробу собі
announcement-test-hint = Ви отримаєте точно такий лист, як отримувачі. Ніхто інший його не побачить.
announcement-send = Надіслати оголошення
announcement-send-approval = Передати другій особі
announcement-send-sure = Надіслати зараз? Надіслане не можна відкликати.
announcement-waits = Оголошення чекає на другу особу. Ми сповістили тих, хто може вирішити.
announcement-decide = Ваше рішення
announcement-decide-lead =
    { $n ->
        [one] Оголошення отримає { $n } особа. Прочитайте його й перевірте посилання.
        [few] Оголошення отримають { $n } особи. Прочитайте його й перевірте посилання.
       *[many] Оголошення отримають { $n } осіб. Прочитайте його й перевірте посилання.
    }
announcement-approve = Погоджуюся, надіслати
announcement-approve-sure = Надіслати зараз? Надіслане не можна відкликати.
announcement-reject = Не надсилати
announcement-reject-reason = Чому ні
announcement-reject-hint = Це прочитає автор, виправить і спробує ще раз.
announcement-withdraw = Відкликати для виправлення
announcement-delete = Видалити чернетку
announcement-delete-sure = Видалити цю чернетку?
announcement-rejected-reason = Чому не надіслано
announcement-progress =
    { $n ->
        [one] Сповіщено { $n } особу.
        [few] Сповіщено { $n } особи.
       *[many] Сповіщено { $n } осіб.
    }
announcement-written-by = Автор: { $name }, { $date }
announcement-decided-by = Рішення: { $name }, { $date }
announcement-sent-on = Надіслано { $date }
announcement-said-by = { $sender }, { $date }
announcement-see = Переглянути сторінку оголошення
announcement-why = Хочете знати про таке? Стежте за закладами, заняттями, інтересами й районами, і ми напишемо.
done-announcement-saved = Чернетку збережено. Перевірте вигляд і надішліть пробу собі.
done-announcement-tested = Проба в дорозі на вашу адресу.
done-announcement-sent = Надсилаємо. Кожен отримає оголошення тоді, коли хоче отримувати сповіщення.
done-announcement-waits = Оголошення чекає на другу особу.
done-announcement-approved = Згоду записано. Надсилаємо.
done-announcement-rejected = Оголошення не буде надіслано. Автор отримав причину.
done-announcement-withdrawn = Оголошення знову чернетка.
done-announcement-deleted = Чернетку видалено.
