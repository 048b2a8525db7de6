# Сторінки відгуків.

reviews-title = Відгуки
reviews-of = Відгуки: { $title }
reviews-none = Ще ніхто не написав відгуку про ці заняття.
reviews-all =
    { $n ->
        [one] Переглянути { $n } відгук
        [few] Переглянути всі { $n } відгуки
       *[many] Переглянути всі { $n } відгуків
    }
review-mean = { $whole },{ $tenths }
review-mean-of = із 5
review-distribution = Скільки людей поставили скільки зірок
review-stars-of =
    { $n ->
        [one] { $n } зірка з 5
        [few] { $n } зірки з 5
       *[many] { $n } зірок із 5
    }
review-badge = Підтверджений учасник
review-badge-hint = – організатор підтвердив, що ця людина або її дитина брала участь у заняттях.
review-author-unknown = Без підпису
review-author-somebody = Хтось
review-of-gone = Цих занять уже немає в каталозі

review-invite = Ваша дитина туди ходила? Розкажіть, як було. Це допоможе іншим обрати.
review-write = Написати відгук
review-sign-in = Увійти й написати відгук
review-not-here = Ви працюєте в цьому закладі, тож не оцінюєте його занять. Ви можете відповідати на відгуки.

review-own-title = Ваш відгук
review-own-waiting = Ми покажемо його, коли редакція його прочитає. Поки що його бачите лише Ви.
review-own-rejected = Редакція не опублікувала цього відгуку. Причина:
review-own-hidden = Відгук приховано: хтось на нього поскаржився або його приховала редакція. Його можна виправити.
review-own-withdrawn = Цей відгук відкликано, і ніхто, крім Вас, його не бачить.
review-edit = Змінити
review-mend = Виправити й надіслати ще раз
review-withdraw = Відкликати
review-restore = Повернути відгук

review-write-title = Написати відгук
review-edit-title = Ваш відгук
review-sign-in-first = Відгуки пишуть ті, хто увійшов, кожен по одному про кожні заняття.
review-back-to-activity = Назад до занять
review-stars-field = Скільки зірок?
review-rate-1 = погано
review-rate-2 = так собі
review-rate-3 = може бути
review-rate-4 = добре
review-rate-5 = чудово
review-text-field = Як було?
review-text-hint = Що сподобалося, а що не дуже? Як викладач ставився до дітей? Досить двох-трьох речень.
review-rules = Не вказуйте імен дітей і нічого про їхнє здоров’я. Відгук підпишемо так, як зазначено у Вашому профілі.
review-send = Надіслати відгук

done-review-sent = Дякуємо! Відгук чекає, поки його прочитає редакція.
done-review-published = Дякуємо! Відгук уже видно всім.
done-review-withdrawn = Відгук відкликано. Його можна повернути.

reviews-own-title = Мої відгуки
reviews-own-none = Ви ще не написали жодного відгуку. Знайдіть заняття, на які ходила Ваша дитина, і розкажіть, як було.
reviews-own-find = Знайти заняття

# Скарги
review-report = Поскаржитися
review-report-of = Поскаржитися на відгук: { $author }
review-report-title = Поскаржитися на відгук
review-report-reason = Що з ним не так?
review-report-reason-missing = Виберіть причину.
review-report-hint = Ніхто, крім редакції, не дізнається, що скарга від Вас.
review-report-send = Надіслати скаргу
review-report-sign-in = Щоб поскаржитися на відгук, увійдіть. Так кожен скаржиться на нього щонайбільше раз.
review-report-own = Це Ваш відгук. Його можна змінити або відкликати.
review-report-thanks = Дякуємо за повідомлення
done-review-reported = Редакція прочитає цей відгук і вирішить, чи він залишиться.

# Відповідь організатора
review-reply-title = Відповідь організатора
review-reply = Відповісти
review-reply-to = Відповісти на відгук: { $author }
review-reply-change = Змінити відповідь
review-reply-change-to = Змінити відповідь на відгук: { $author }
review-reply-page = Відповідь на відгук
review-reply-field = Ваша відповідь
review-reply-hint = Ми підпишемо її як відповідь організатора. Автор відгуку отримає про неї листа.
review-reply-missing = Напишіть відповідь.
review-reply-send = Опублікувати відповідь
review-reply-remove = Видалити відповідь
review-reply-sign-in = На відгуки відповідають працівники закладу. Увійдіть, щоб відповісти.
review-reply-not-yours = На цей відгук відповідають лише працівники закладу, що проводить заняття.
done-review-replied = Відповідь опубліковано.
done-review-reply-removed = Відповідь видалено.

# Редакція
review-queue-title = Відгуки на перевірку
review-queue-lead = Спочатку ті, на які скаржилися, потім ті, що чекають найдовше.
review-queue-empty = Нічого не чекає. Нові відгуки й ті, на які поскаржилися, з’являться тут.
review-queue-more =
    { $n ->
        [one] За ними чекає ще { $n } відгук.
        [few] За ними чекають ще { $n } відгуки.
       *[many] За ними чекають ще { $n } відгуків.
    }
review-reported =
    { $n ->
        [one] Скаржилися { $n } раз:
        [few] Скаржилися { $n } рази:
       *[many] Скаржилися { $n } разів:
    }
review-changed-on = змінено { $date }
review-reason-was = Причина попереднього рішення:
review-moderate = Вирішити
review-moderate-of = Вирішити щодо відгуку: { $author }
review-decide-title = Рішення щодо відгуку
review-decide-own = Це Ваш відгук, тож вирішить хтось інший.
review-decide-again = Змінити це рішення
review-keep = Залишити
review-keep-of = Залишити опублікованим: { $author }
review-publish-of = Опублікувати відгук: { $author }
review-hide-of = Приховати відгук: { $author }
review-reject-why = Відхилити й пояснити чому
review-reject-of = Відхилити відгук: { $author }
review-reason-field = Причина
review-reason-hint = Автор отримає її листом і зможе виправити відгук.
review-tick = Позначити відгук: { $author }
review-bulk-title = Позначені відгуки
review-bulk-reason = (потрібна, якщо відхиляєте)
review-bulk-publish = Опублікувати позначені
review-bulk-hide = Приховати позначені
review-bulk-reject = Відхилити позначені
done-review-decided-publish = Відгук опубліковано.
done-review-decided-hide = Відгук приховано.
done-review-decided-reject = Відгук відхилено, а його автор отримає листа з причиною.
done-reviews-decided = Рішення щодо позначених відгуків збережено.
review-desk =
    { $n ->
        [one] відгук чекає на перевірку
        [few] відгуки чекають на перевірку
       *[many] відгуків чекають на перевірку
    }

# Учасники
participants-title = Учасники занять
participants-link =
    { $n ->
        [0] Зазначити, хто брав участь
        [one] { $n } підтверджений учасник
        [few] { $n } підтверджені учасники
       *[many] { $n } підтверджених учасників
    }
participants-lead = Введіть адреси людей, які брали участь або записали дитину. Їхні відгуки отримають позначку «Підтверджений учасник».
participants-count =
    { $n ->
        [one] людина у списку
        [few] людини у списку
       *[many] людей у списку
    }
participants-field = Адреси е-пошти
participants-hint = Одна в рядку, щонайбільше 200 за раз. Можна вставити стовпець із таблиці.
participants-kept-title = Адрес ми не зберігаємо
participants-kept = З кожної адреси обчислюємо незворотний відбиток і зберігаємо лише його. Коли хтось із цією адресою напише відгук, відбитки збіжаться. Списку не можна ні прочитати, ні завантажити, а на ці адреси ми нічого не надсилаємо.
participants-add = Додати до списку
participants-remove = Прибрати вказаних зі списку
participants-added =
    { $n ->
        [0] Усі вказані люди вже були у списку.
        [one] Додано { $n } людину.
        [few] Додано { $n } людини.
       *[many] Додано { $n } людей.
    }
participants-removed =
    { $n ->
        [0] Нікого із вказаних у списку не було.
        [one] Прибрано { $n } людину.
        [few] Прибрано { $n } людини.
       *[many] Прибрано { $n } людей.
    }
participants-sign-in = Список учасників ведуть опікуни закладу. Увійдіть.
participants-not-yours = Список учасників ведуть опікуни закладу, що організовує ці заняття.

# Фотографії
picture-hint = JPEG, PNG або WebP, щонайбільше 8 МБ. Місце знімання й дані камери ми з файлу прибираємо.
picture-now = Це фото зараз у записі. Новий файл його замінить.
picture-alt = Що видно на фото?
picture-alt-hint = Одне речення для тих, хто його не побачить, наприклад: діти ліплять горщики за довгим столом.
