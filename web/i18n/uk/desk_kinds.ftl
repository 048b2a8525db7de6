# Поля та види записів на пульті.
field-lead = Вступ
field-starts = Початок
field-ends = Кінець
field-allDay = Увесь день
field-recurrence = Повторення
field-exceptions = Скасовані дати
field-moved = Перенесені дати
field-audience = Для кого
field-levels = Етап освіти
field-venue = Назва місця
field-onlineUrl = Адреса онлайн-зустрічі
field-signUp = Запис
field-waitingList = Список очікування
field-category = Категорія
field-publishAt = Публікація
field-withdrawAt = Зняття з публікації
field-pinnedUntil = Закріплено до
field-sourceUrl = Джерело
field-topic = Тема
field-seasons = Пора
field-questionsOpen = Питання з
field-questionsClose = Питання до
field-pictures = Зображення
field-files = Вкладення
desk-pictures = { $n ->
    [one] { $n } зображення
    [few] { $n } зображення
    *[other] { $n } зображень
}
desk-files = { $n ->
    [one] { $n } файл
    [few] { $n } файли
    *[other] { $n } файлів
}
propose-kind-EVENT = Запропонувати подію
propose-kind-hint-EVENT = Концерт, майстер-клас, день відкритих дверей – усе, що має дату.
entry-new-EVENT = Нова подія
desk-about-new-EVENT = нова подія
desk-about-change-EVENT = зміна до події
desk-kind-EVENT = події
propose-kind-ARTICLE = Запропонувати статтю
propose-kind-hint-ARTICLE = Новина зі шкільного життя, успіх, оголошення.
entry-new-ARTICLE = Нова стаття
desk-about-new-ARTICLE = нова стаття
desk-about-change-ARTICLE = зміна до статті
desk-kind-ARTICLE = статті
propose-kind-ADVICE = Запропонувати пораду
propose-kind-hint-ADVICE = Що робити, щоб було безпечно.
entry-new-ADVICE = Нова порада
desk-about-new-ADVICE = нова порада
desk-about-change-ADVICE = зміна до поради
desk-kind-ADVICE = поради
propose-kind-DEBATE = Запропонувати дебати
propose-kind-hint-DEBATE = Тема, яку варто обговорити з містом.
entry-new-DEBATE = Нові дебати
desk-about-new-DEBATE = нові дебати
desk-about-change-DEBATE = зміна до дебатів
desk-kind-DEBATE = дебати
entry-state-SCHEDULED = очікує на публікацію
entry-new-not-yours = Від імені міста публікує редакція. Ви можете це запропонувати.
entry-new-city-lead = З'явиться одразу, від імені міста. Заклад можна вказати у формі.
entry-new-ACTIVITY = Нові заняття
entry-new-INSTITUTION = Новий заклад
propose-kind-ACTIVITY = Запропонувати заняття
propose-kind-INSTITUTION = Запропонувати заклад
entries-scheduled = Заплановані
entries-kinds = Види записів
entries-every-kind = Усе
desk-write = Написати від імені міста
propose-kind-for = { $kind }: { $name }
similar-title-event = Схожі події в ці тижні
similar-hint-event = Інші заклади планують щось схоже. Може, варто зробити це разом? Можна написати організаторам або запропонувати спільну подію.
similar-join = Об'єднати зусилля
similar-join-of = Об'єднати зусилля: { $title }
