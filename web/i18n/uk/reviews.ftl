# Відгуки про заняття.

review-count =
    { $n ->
        [one] { $n } відгук
        [few] { $n } відгуки
       *[many] { $n } відгуків
    }
review-stars =
    { $n ->
        [one] { $n } зірка
        [few] { $n } зірки
       *[many] { $n } зірок
    }
review-verified = Участь підтвердив організатор

review-status-WAITING = Чекає на перевірку
review-status-PUBLISHED = Опубліковано
review-status-HIDDEN = Приховано
review-status-REJECTED = Відхилено
review-status-WITHDRAWN = Відкликано

review-report-OFFENSIVE = Когось ображає
review-report-PERSONAL = Розкриває чиїсь особисті справи
review-report-UNTRUE = Неправдивий
review-report-ADVERTISING = Це реклама
review-report-OFF_TOPIC = Не про ці заняття
review-report-OTHER = З іншої причини

review-decision-PUBLISH = Опублікувати
review-decision-REJECT = Відхилити
review-decision-HIDE = Приховати

refusal-review-stars-out-of-range = Виберіть від однієї до п’яти зірок.
refusal-review-text-too-short =
    { $min ->
        [one] Це замало. Напишіть щонайменше { $min } символ.
        [few] Це замало. Напишіть щонайменше { $min } символи.
       *[many] Це замало. Напишіть щонайменше { $min } символів.
    }
refusal-review-text-too-long =
    { $max ->
        [one] Це задовго. Скоротіть до { $max } символу.
       *[other] Це задовго. Скоротіть до { $max } символів.
    }
refusal-review-reason-missing = Напишіть, чому відхиляєте. Автор отримає це листом.
refusal-review-reason-too-long =
    { $max ->
        [one] Причина задовга. Скоротіть її до { $max } символу.
       *[other] Причина задовга. Скоротіть її до { $max } символів.
    }
refusal-review-withdrawn = Автор відкликав цей відгук, тож вирішувати вже нічого.
refusal-review-already-reported = Ви вже поскаржилися на цей відгук. Одного разу досить.
refusal-review-nothing-chosen = Позначте хоча б один відгук.
refusal-review-too-many-chosen =
    { $max ->
        [one] За один раз можна вирішити щодо { $max } відгуку. Позначте менше.
       *[other] За один раз можна вирішити щонайбільше щодо { $max } відгуків. Позначте менше.
    }
refusal-participants-missing = Введіть хоча б одну адресу е-пошти.
refusal-participants-too-many =
    { $max ->
        [one] За один раз приймаємо щонайбільше { $max } адресу. Поділіть список.
        [few] За один раз приймаємо щонайбільше { $max } адреси. Поділіть список.
       *[many] За один раз приймаємо щонайбільше { $max } адрес. Поділіть список.
    }
refusal-participants-address-wrong = «{ $address }» не схоже на адресу е-пошти. Виправте її або приберіть зі списку.

review-mail-rejected-subject = Ваш відгук про «{ $title }» не опубліковано
review-mail-rejected-text = Редакція порталу не опублікувала Ваш відгук про заняття «{ $title }». Причина:
review-mail-rejected-next = Його можна виправити й надіслати ще раз:
review-mail-replied-subject = Організатор відповів на Ваш відгук про «{ $title }»
review-mail-replied-text = Організатор занять «{ $title }» відповів на Ваш відгук:
review-mail-replied-next = Переглянути відгук і відповідь:
review-mail-published-subject = Новий відгук про «{ $title }»
review-mail-published-text =
    { $stars ->
        [one] { $author } дає заняттям «{ $title }» { $stars } зірку з 5 і пише:
        [few] { $author } дає заняттям «{ $title }» { $stars } зірки з 5 і пише:
       *[many] { $author } дає заняттям «{ $title }» { $stars } зірок з 5 і пише:
    }
review-mail-published-next = На нього можна відповісти:
