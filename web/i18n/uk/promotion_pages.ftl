# Сторінки рекламних місць.

promotion-why = Чому я це бачу?

promotions-title = Рекламні місця
promotions-lead = Заняття закладів, які купили місце поруч із результатами. На порядок результатів це не впливає.
promotions-none = Ще не продано жодного місця. Виберіть заняття і зазначте, з якого по який день їх показувати.
promotion-new = Продати місце
promotion-of = Реклама: { $title }
promotion-activity-gone = Заняття не опубліковано
promotion-days = { $from } – { $until }
promotion-for-all = для всіх
promotion-weight-of = частка { $n }
promotion-views = Покази
promotion-clicks = Переходи
promotion-rate = Частка переходів
promotion-per-cent = { $whole },{ $tenths } %

promotion-state-shown = показується
promotion-state-other-days = поза терміном
promotion-state-unpublished = заняття не опубліковано
promotion-state-PAUSED = призупинено
promotion-state-ENDED = завершено

promotion-activity = Які заняття?
promotion-activity-hint = Вставте посилання на сторінку занять або введіть їхню назву.
promotion-found = Знайдені заняття
promotion-none-found = Таких занять немає. Спробуйте коротшу назву або вставте посилання.
promotion-no-institution = без закладу, рекламувати не можна
promotion-choose = Вибрати
promotion-choose-of = Вибрати: { $title }
promotion-choose-other = Вибрати інші
promotion-starts = Перший день
promotion-ends = Останній день
promotion-starts-missing = Вкажіть перший день.
promotion-ends-missing = Вкажіть останній день.
promotion-date-wrong = Це не дата. Введіть день, місяць і рік, наприклад 1.09.2026.
promotion-interests = Для яких захоплень?
promotion-interests-hint = Хто шукає щось інше, цієї реклами не побачить. Нічого не позначайте, якщо вона для всіх.
promotion-districts = Для яких районів?
promotion-districts-hint = Хто шукає в іншому районі, цієї реклами не побачить. Нічого не позначайте, якщо вона для всього міста.
promotion-districts-all = Райони
promotion-chosen = Вибрано: { $names }
promotion-chosen-count = вибрано: { $n }
promotion-weight = Частка
promotion-weight-hint = Від 1 до 10. Місце із часткою 2 показується вдвічі частіше, ніж місце із часткою 1.
promotion-weight-wrong = Введіть число від 1 до 10.
promotion-note = Нотатка
promotion-note-hint = Наприклад, номер рахунку. Її бачить лише редакція.
promotion-create = Продати місце
promotion-details = Термін і отримувачі
promotion-switch = Показ
promotion-switch-hint = Призупинене місце можна відновити. Завершене вже ні: від нього залишаються лише числа.
promotion-pause = Призупинити
promotion-resume = Відновити
promotion-end = Завершити назавжди
promotion-end-ask = Завершити цю рекламу назавжди? Скасувати це не можна.
promotion-by-day = День за днем
promotion-day = День
promotion-no-days = Цієї реклами ще ніхто не бачив.
promotion-desk =
    { $n ->
        [one] продане місце
        [few] продані місця
       *[many] проданих місць
    }

done-promotion-created = Місце продано. Покажемо його з першого дня.
done-promotion-saved = Збережено.
done-promotion-paused = Рекламу призупинено. Її можна відновити.
done-promotion-resumed = Реклама знову показується.
done-promotion-finished = Рекламу завершено.

promotion-rules-title = Як працює «Рекламується»
promotion-rules-lead = Портал міста { $city } утримується також із місць, які купують місцеві заклади. Завжди видно, які це місця.
promotion-rules-where = Де їх видно
promotion-rules-where-text = Одне місце над результатами пошуку і щонайбільше три на головній сторінці. Кожне має позначку «Рекламується».
promotion-rules-rank = Як щодо порядку результатів
promotion-rules-rank-text = Ніяк. Список нижче такий самий, ніби реклами не було: ніхто не може купити в ньому вище місце.
promotion-rules-choice = Що бачите саме Ви
promotion-rules-choice-text = Ми зважаємо лише на те, що Ви шукаєте зараз: захоплення, район і вік. Ми не стежимо за тим, що Ви переглядаєте, і не використовуємо профілі дітей.
promotion-rules-counts = Що ми рахуємо
promotion-rules-counts-text = Скільки разів місце показали і скільки разів на нього натиснули, разом за кожен день. Хто це був, ми не записуємо.
