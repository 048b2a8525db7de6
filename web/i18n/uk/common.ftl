# Words shared by every page. Spaces after one-letter words and between a number and its unit are non-breaking (U+00A0).

site-name = Tablica
site-title = { $page } – { $city }
home-title = { $city } – заняття для дітей і заклади освіти
skip-to-content = Перейти до змісту
nav-main = Головне меню
nav-breadcrumb = Ви тут
nav-languages = Мова сторінки
lang-switch-pl = Polski
lang-switch-en = English
lang-switch-uk = Українська

menu-home = Головна
menu-activities = Заняття
menu-institutions = Заклади

header-subtitle = після уроків і в школі

demo-notice = Це демонстраційна версія: заняття, ціни й контакти вигадані.

footer-about-title = Про цей сайт
footer-about = Дошка міста { $city } збирає гуртки, секції та заклади освіти в одному каталозі, щоб батькам не довелося шукати на двадцяти сайтах.
footer-browse-title = Переглянути
footer-free = Безкоштовні заняття
footer-weekend = Заняття у вихідні
footer-open = Триває запис
footer-data-title = Для розробників
footer-data = Дані та API (GraphQL)
footer-data-hint = Усе, що видно на сайті, можна завантажити.

search-submit = Шукати
suggest-kind-INTEREST = захоплення
suggest-kind-ACTIVITY = заняття
suggest-kind-INSTITUTION = заклад
suggest-kind-DISTRICT = район
suggest-label = Підказки
suggest-status = Кількість підказок: { $n }. Вибирайте стрілками вгору та вниз.
suggest-none = Підказок немає.

field-near = Де?
field-near-placeholder = район
field-near-mine = Біля мене
near-me = Визначити моє місце
near-me-working = Визначаємо, де ви…
near-me-failed = Не вдалося визначити місце. Введіть район або вулицю.
near-me-done = Шукаємо поблизу вас.

field-radius = Як далеко?
radius-any = у всьому місті
radius-m = до { $n } м
radius-km = до { $n } км

field-sort = Порядок
sort-apply = Застосувати

filters-title = Фільтри
filters-count =
    { $n ->
        [one] { $n } фільтр
        [few] { $n } фільтри
       *[many] { $n } фільтрів
    }
filters-apply = Показати результати
filters-clear = Очистити все
filters-active = Вибрані фільтри
filters-more = Більше
filter-remove = Прибрати фільтр: { $label }

page-next = Показати наступні
page-first = На початок списку
page-nav = Сторінки результатів

error-summary-title = Цього ми не зрозуміли
error-summary-hint = Ми пропустили ці поля. Решта пошуку працює.

distance-here = зовсім поруч
distance-around = в околиці
distance-m = { $n } м
distance-km = { $n } км
distance-km-tenths = { $whole },{ $tenths } км
distance-about-km = прибл. { $n } км

show-map = Показати на карті
external-link = відкриється інший сайт
updated-on = Остання зміна: { $date }

language-pl = польська
language-en = англійська
language-uk = українська
language-de = німецька
language-fr = французька
language-es = іспанська
language-it = італійська
language-ru = російська
language-be = білоруська
language-pl-sign = польська жестова мова

# Форми
form-problems-title = Перевірте ці поля
form-optional = (необов’язково)
form-save = Зберегти
form-cancel = Скасувати
form-sure = Ви впевнені?

# Обліковий запис у заголовку
header-sign-in = Увійти
header-account = Мій обліковий запис
header-sign-out = Вийти
header-desk = Робочий стіл

share-page = Поділитися
share-print = Надрукувати
share-copied = Адресу цієї сторінки скопійовано.
