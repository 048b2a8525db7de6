# Пошта міста: сторінка адміністраторів.

post-title = Пошта
post-lead = Що надсилає портал, чого не вдалося доставити і на які адреси ми вже не пишемо.
post-now = Зараз
post-waiting =
    { $n ->
        [one] лист чекає на надсилання
        [few] листи чекають на надсилання
       *[other] листів чекає на надсилання
    }
post-deferred =
    { $n ->
        [one] лист спробуємо надіслати ще раз
        [few] листи спробуємо надіслати ще раз
       *[other] листів спробуємо надіслати ще раз
    }
post-sent =
    { $n ->
        [one] лист надіслано сьогодні
        [few] листи надіслано сьогодні
       *[other] листів надіслано сьогодні
    }
post-dead =
    { $n ->
        [one] недоставлений лист
        [few] недоставлені листи
       *[other] недоставлених листів
    }
post-blocked =
    { $n ->
        [one] призупинена адреса
        [few] призупинені адреси
       *[other] призупинених адрес
    }

post-dead-title = Недоставлені
post-dead-hint = Сервер одержувача не прийняв цих листів, або вичерпано спроби. Їхній текст зберігаємо 14 днів, щоб можна було надіслати ще раз.
post-dead-none = Усе доставлено.
post-dead-pages = Сторінки списку недоставлених листів
post-attempts =
    { $n ->
        [one] { $n } спроба
        [few] { $n } спроби
       *[other] { $n } спроб
    }
post-text-gone = тексту вже немає, надіслати ще раз не можна
post-tick = Позначити лист до { $address }
post-retry = Надіслати позначені ще раз
post-discard = Видалити позначені
post-of-debates = Дебати
post-of-editorial = Редакція
post-of-events = Події
post-of-identity = Обліковий запис і вхід
post-of-notices = Сповіщення
post-of-notifications = Сповіщення
post-of-reviews = Відгуки
post-of-safety = Безпека

post-blocked-title = Призупинені адреси
post-blocked-hint = На ці адреси ми не надсилаємо сповіщень. Код для входу надсилаємо завжди, коли хтось його просить.
post-blocked-none = Пишемо на всі адреси.
post-blocked-pages = Сторінки списку призупинених адрес
post-blocked-all = Показати всі призупинені адреси
post-ask = Перевірити адресу
post-ask-submit = Перевірити
post-ask-found = Цю адресу призупинено
post-ask-none = На цю адресу ми пишемо: її не призупинено.
post-reason-HARD_BOUNCE = Такої скриньки немає.
post-reason-MAILBOX_FULL = Скринька переповнена.
post-reason-COMPLAINT = Одержувач позначив наш лист як спам.
post-reason-REFUSED = Сервер одержувача не приймає наших листів.
post-since = від { $date }
post-until = до { $date }
post-lift = Писати знову
post-lift-of = Писати знову на { $address }
post-lift-complaint-ask = Ця особа позначила наш лист як спам. Вона справді сама попросила знову їй писати?

done-post-retried = Листи буде надіслано ще раз.
done-post-discarded = Листи видалено.
done-post-lifted = На цю адресу знову пишемо.

refusal-post-nothing-chosen = Позначте принаймні один лист.
refusal-post-too-many-chosen = За раз можна позначити щонайбільше { $max } листів.
refusal-post-nothing-left = Цих листів уже немає в списку, або в них немає тексту, тож надіслати їх ще раз не можна.
refusal-post-address-unknown = Цю адресу вже не призупинено.

audit-mail-retry = надсилає листи ще раз
audit-mail-discard = видаляє недоставлені листи
audit-mail-suppression-lift = дозволяє знову писати на адресу
