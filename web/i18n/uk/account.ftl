# Обліковий запис, профілі дітей, запрошення, команда закладу, токени й люди міста

account-title = Мій обліковий запис
account-hello = Вітаємо, { $name }
account-since = Обліковий запис створено { $date }
account-roles = Ваші ролі
account-invitations =
    { $n ->
        [one] На вас чекає запрошення
       *[other] На вас чекають запрошення
    }

children-title = Діти
children-empty = Додайте профіль дитини, і пошук сам врахує вік, зацікавлення та що поруч. Профіль бачите лише ви.
child-add = Додати дитину
child-add-another = Додати ще одну дитину
child-age-months =
    { $n ->
        [0] немовля
        [one] { $n } місяць
        [few] { $n } місяці
       *[many] { $n } місяців
    }
child-search = Шукати заняття: { $name }
child-edit = Змінити профіль
child-edit-of = Змінити профіль: { $name }
child-born = дата народження: { $date }

child-title = Профіль: { $name }
child-new-title = Новий профіль дитини
child-new-lead = Достатньо імені чи прізвиська та дати народження. Решту можна додати пізніше.
child-name = Ім’я або прізвисько
child-name-hint = Лише для вас, наприклад Оленка. Прізвище не потрібне.
child-birth-date = Дата народження
child-birth-date-hint = За нею рахуємо вік, коли ви шукаєте заняття.
child-birth-date-missing = Вкажіть дату народження.
child-birth-date-wrong = Це не дата. Введіть день, місяць і рік, наприклад 7.05.2017.
child-interests = Зацікавлення
child-interests-field = Що любить?
child-interests-hint = Заняття на ці теми покажемо першими. Відкрийте групу й позначте, що підходить.
child-interests-chosen = Вибрано: { $names }
child-interests-count = вибрано: { $n }
child-home = Околиця
child-home-hint = Район або вулиця без номера, наприклад Pogodno. Звідси рахуємо, чи близько.
child-school = Школа або дитячий садок
child-school-hint = Почніть вводити назву й виберіть зі списку.
child-privacy = Профіль дитини не переглядає ніхто, крім вас. Якщо колись його перегляне адміністратор міста, це буде записано в журналі.
child-read-noted = Те, що ви переглядаєте профіль дитини, записано в журналі.
child-delete-title = Видалити профіль
child-delete-text = Профіль зникне одразу й назавжди: { $name }, дата народження, зацікавлення, околиця та школа. Скасувати це не можна.
child-delete = Видалити назавжди: { $name }

institution-pick-hint = Почніть вводити назву й виберіть зі списку.
institution-find = Знайти
institution-found = Який це заклад?
institution-none-found = Ми не знайшли такого закладу. Спробуйте коротшу назву, наприклад лише номер або ім’я патрона.
institution-not-picked = Виберіть заклад зі списку: самої назви не досить, бо її можуть мати кілька. Скористайтеся кнопкою «Знайти».
institution-not-named = Введіть назву або її частину й натисніть «Знайти».

profile-title = Профіль і мова
profile-name = Як до вас звертатися?
profile-name-hint = Так підпишемо ваші відгуки й пропозиції. Якщо поле порожнє, показуємо початок електронної адреси.
profile-language = Мова листів
profile-language-hint = Цією мовою ми пишемо вам електронні листи.
profile-email = Електронна адреса

ways-title = Способи входу
ways-email = Адресу підтверджено, на неї надсилаємо коди для входу.
ways-email-unverified = Адресу ще не підтверджено. Увійдіть із кодом з листа, щоб її підтвердити.
ways-linked = додано { $date }
ways-hint = Щоб додати ще один спосіб, увійдіть ним: якщо адреса та сама, ми запропонуємо об’єднання.

devices-title = Ваші пристрої
device-current = цей пристрій
device-since = вхід { $moment }
device-seen = востаннє { $moment }
device-sign-out = Вийти
device-sign-out-of = Вийти: { $name }
devices-sign-out-others = Вийти на решті

data-title = Ваші дані
data-download-title = Копія даних
data-download-hint = Усе, що ми про вас знаємо, в одному архіві ZIP.
data-download = Завантажити дані
data-erase-title = Видалення облікового запису
data-erase-hint = Разом із профілями дітей, назавжди.
data-erase = Видалити запис

erase-title = Видалити обліковий запис
erase-lead = Обліковий запис не можна відновити. Подивіться, що зникне, а що залишиться.
erase-goes = Зникне одразу
erase-goes-account = адреса, ім’я, способи входу та всі пристрої, на яких виконано вхід
erase-goes-children =
    { $n ->
        [one] профіль дитини: { $names }
       *[other] профілі дітей: { $names }
    }
erase-goes-role = роль: { $role } ({ $place })
erase-goes-tokens = токени API, запрошення та надіслані листи
erase-goes-drafts = чернетки пропозицій, яких не надіслано
erase-goes-reviews = ваші відгуки та скарги; середні оцінки порахуємо без них
erase-stays = Залишиться, але без зв’язку з вами
erase-stays-entries = записи каталогу, що виникли з ваших пропозицій
erase-stays-log = журнал службових дій, де є лише номер облікового запису, який уже нікуди не веде
erase-download-first = Бажаєте зберегти копію?
erase-confirm-email = Щоб підтвердити, введіть свою електронну адресу
erase-confirm-phrase = Щоб підтвердити, перепишіть речення
erase-confirm-hint = Введіть точно: { $expected }
erase-button = Видалити обліковий запис назавжди
erase-keep = Залишити обліковий запис

role-in-whole-city = усе місто { $city }
role-choice = Роль
role-not-chosen = Виберіть роль.
role-may-contributor = Пише від імені закладу, а записи перевіряє редакція.
role-may-manager = Веде записи закладу, його команду й токени.
role-may-editor = Перевіряє пропозиції та веде каталог усього міста.
role-may-admin = Надає ролі, бачить облікові записи й журнал, відповідає за дані.
role-give-up = Відмовитися
role-give-up-of = Відмовитися від ролі: { $role }, { $place }
role-give-up-ask = Ви відмовляєтеся від ролі «{ $role }». Повернути її можна, лише якщо хтось надасть її знову.
role-grant-title = Надати роль
role-grant = Надати роль
role-revoke = Забрати
role-revoke-of = Забрати роль: { $role }, { $place }
role-revoke-ask = Забрати роль «{ $role }»? { $name } втратить її одразу.
role-institution = Заклад
role-institution-hint = Лише для співавтора й керівника. Редактор і адміністратор діють у всьому місті.
role-not-to-oneself = Роль не можна надати самому собі. Це може зробити інший адміністратор.

invitation-title = Запрошення
invitation-lead = Вас запрошено разом творити портал міста { $city }.
invitation-accept = Прийняти запрошення
invitation-accept-as = Прийняти запрошення: { $role }, { $place }
invitation-later = Не зараз
invitation-by = запрошує { $name }
invitation-until = дійсне до { $date }
invitation-sent-on = надіслано { $date }
invitation-as = Ви ввійшли як { $email }. Якщо запрошення прийшло на іншу адресу, вийдіть і увійдіть з нею.
invitation-as-nobody = Ваш обліковий запис не має електронної адреси. Вийдіть і увійдіть з адресою, на яку прийшло запрошення.
invitation-revoke = Скасувати
invitation-revoke-for = Скасувати запрошення: { $email }
invitations-title = Запрошення
invitations-none = Жодне запрошення не чекає на відповідь.
invitations-waiting = Чекають на відповідь
invitations-city-lead = Запросіть тих, хто вестиме портал міста { $city }. Співавторів і керівників запрошують на сторінці команди закладу.

invite-title = Запросити до команди
invite-email = Електронна адреса
invite-email-hint = Надішлемо на неї посилання, дійсне два тижні. Прийняти його може лише власник адреси.
invite-send = Надіслати запрошення

team-title = Команда
team-of = Команда: { $name }
team-link = Команда
team-members = Люди в команді
team-empty = Цей заклад ще ніхто не веде. Запросіть першу людину.
team-you = це ви
team-since = з { $date }
team-remove = Вилучити
team-remove-of = Вилучити з команди: { $name }
team-remove-ask = Вилучити з команди? { $name } втратить доступ одразу, а токени цієї людини перестануть діяти.
team-leave = Піти
team-leave-of = Піти з команди: { $name }
team-leave-ask = Ви йдете з команди: { $name }. Повернутися можна, лише якщо вас запросять.

tokens-title = Токени API
tokens-of = Токени API: { $name }
tokens-own = Ваші токени API
tokens-lead = Токен дозволяє власній програмі закладу – наприклад системі запису – писати до каталогу від його імені.
tokens-working = Чинні
tokens-none = Чинних токенів немає.
tokens-ended =
    { $n ->
        [one] { $n } токен, що вже не діє
        [few] { $n } токени, що вже не діють
       *[many] { $n } токенів, що вже не діють
    }
token-create-title = Новий токен
token-create = Створити токен
token-name = Назва
token-name-hint = За нею ви його впізнаєте, наприклад «Система запису».
token-name-missing = Введіть назву токена.
token-days = На скільки днів?
token-days-hint = Від 1 до 730. Що коротше, то менший ризик, якщо токен потрапить до чужих рук.
token-days-wrong = Введіть кількість днів, наприклад 365.
token-created = Токен «{ $name }» готовий
token-created-hint = Скопіюйте його зараз до своєї програми. Ми не покажемо його знову: зберігаємо лише відбиток.
token-use-hint = Програма надсилає його в заголовку:
token-used = востаннє використано { $date }
token-unused = ще не використано
token-until = діє до { $date }
token-expired = термін минув
token-revoked = скасовано
token-revoke = Скасувати
token-revoke-of = Скасувати токен: { $name }
token-revoke-ask = Скасувати токен «{ $name }»? Програма, яка ним користується, одразу перестане працювати.

people-title = Люди
people-accounts = Облікові записи
people-search = Шукати облікові записи
people-q = Ім’я або адреса
people-role = Роль
people-role-any = будь-яка
people-none = Таких облікових записів немає
people-none-hint = Досить частини імені або адреси. Обліковий запис виникає під час першого входу.
people-all = Показати всі облікові записи
person-seen = востаннє { $date }
person-seen-last = Останній візит
person-since = Обліковий запис від
person-verified = Адресу підтверджено
person-log = Журнал цього запису
person-roles = Ролі
person-roles-none = Цей обліковий запис не має жодної ролі.
person-children = Діти
person-children-hint = Профілі дітей захищено. Переглядайте їх, лише якщо це конче потрібно: кожен перегляд записуємо в журнал.
person-children-show = Показати й записати в журнал
person-children-none = Цей обліковий запис не має профілів дітей.

audit-title = Журнал
audit-lead = Хто переглядав захищені дані та що зроблено з ролями, токенами й обліковими записами. Журнал не можна змінити.
audit-of = Лише записи про: { $subject }.
audit-all = Показати всі
audit-none = У журналі немає таких записів.
audit-number = Номер
audit-older = Давніші записи
audit-newest = До найновіших
audit-by-system = Система
audit-by-anonymous = Хтось без входу
audit-by-gone = Видалений обліковий запис
audit-account-erase = видалено обліковий запис
audit-account-export = завантажено копію даних
audit-account-join = додано спосіб входу до облікового запису
audit-account-read = переглянуто обліковий запис
audit-child-read = переглянуто профіль дитини
audit-entry-archive = архівовано запис каталогу
audit-entry-restore = відновлено запис каталогу
audit-invitation-create = надіслано запрошення
audit-invitation-revoke = скасовано запрошення
audit-participants-add = додано учасників
audit-participants-remove = вилучено учасників
audit-picture-remove = вилучено світлину
audit-role-grant = надано роль
audit-role-revoke = забрано роль
audit-token-create = створено токен
audit-token-revoke = скасовано токен
audit-entries-import = імпортовано записи закладу
audit-entry-revert = повернуто попередню версію запису каталогу
audit-entry-save = збережено запис каталогу
audit-promotion-create = продано рекламне місце
audit-promotion-end = завершено рекламу
audit-promotion-update = змінено рекламне місце
audit-review-moderate = розглянуто відгук
audit-review-reply-remove = вилучено відповідь на відгук
audit-submission-approve = затверджено пропозицію
audit-submission-assign = призначено пропозицію
audit-submission-merge = об’єднано пропозицію із записом
audit-submission-reject = відхилено пропозицію
audit-submission-save = збережено пропозицію
audit-submission-send-back = повернуто пропозицію на доопрацювання
audit-submission-submit = надіслано пропозицію
audit-submission-undo = скасовано рішення про пропозицію
audit-submission-withdraw = відкликано пропозицію

done-profile-saved = Профіль збережено.
done-invitation-accepted = Запрошення прийнято. Нова роль уже діє.
done-invitation-sent = Запрошення надіслано.
done-invitation-revoked = Запрошення скасовано. Посилання з листа більше не діє.
done-role-given-up = Ви відмовилися від ролі.
done-role-granted = Роль надано.
done-role-revoked = Роль забрано.
done-device-revoked = На пристрої виконано вихід.
done-devices-revoked = На решті пристроїв виконано вихід.
done-token-revoked = Токен скасовано.
done-member-removed = Людину вилучено з команди.
done-child-saved = Профіль дитини збережено.
done-child-deleted = Профіль дитини видалено.
done-account-erased = Обліковий запис і все, що з ним пов’язано, видалено.

# Тему видно на заблокованому телефоні, тому коду в ній немає.
mail-sign-in-title = Код для входу – { $city }
