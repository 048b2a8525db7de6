# Пошук на всьому порталі.
search-all-title = Пошук на порталі
search-all-label = Що ви шукаєте?
search-all-lead = Заняття, події, новини, поради й заклади – усе в одному місці.
search-all-kinds = Що показати
search-all-every = Усе
search-all-none = Нічого такого немає. Спробуйте коротше або іншим словом.
search-all-more = Наступні результати
header-search = Пошук
search-kind-INSTITUTION = Заклади
search-kind-ACTIVITY = Заняття
search-kind-EVENT = Події
search-kind-ARTICLE = Новини
search-kind-ADVICE = Поради
search-kind-ALERT = Попередження
search-kind-DEBATE = Дебати
search-hit-Institution = заклад
search-hit-Activity = заняття
search-hit-Event = подія
search-hit-Article = новина
search-hit-Advice = порада
search-hit-Alert = попередження
search-hit-Debate = дебати
suggest-kind-EVENT = подія
suggest-kind-ARTICLE = новина
suggest-kind-ADVICE = порада
suggest-kind-DEBATE = дебати
search-all-count = { $n ->
    [one] Знайдено { $n } запис
    [few] Знайдено { $n } записи
    *[other] Знайдено { $n } записів
}
