# Сторінки новин і форма статті.

menu-news = Новини

news-title = Новини
news-of = Новини: { $name }
news-description = Новини шкіл, закладів і міської ради в місті { $city }: оголошення, успіхи, вступ, культура і спорт.
news-lead = Що нового в школах, закладах і міській раді міста { $city }.
news-institution-page = Сторінка цього закладу
news-categories = Вид новин
news-category-all = Усі
news-category-name-ANNOUNCEMENT = Оголошення
news-category-name-SUCCESS = Успіхи
news-category-name-ADMISSIONS = Вступ
news-category-name-PROJECT = Проєкти
news-category-name-CULTURE = Культура
news-category-name-SPORT = Спорт
news-category-name-SAFETY = Безпека
news-category-name-HEALTH = Здоров’я
news-category-name-OTHER = Інше
news-search = Пошук у новинах
news-search-words = Слова для пошуку
news-audience = Для кого
news-audience-any = для будь-кого
news-count =
    { $n ->
        [0] Таких новин немає
        [one] { $shown } новина
        [few] { $shown } новини
       *[many] { $shown } новин
    }
news-feed = Стрічка Atom
news-pinned = Закріплено
news-empty-title = Тут ще немає новин
news-empty-text = Коли школи чи місто щось оголосять, це з’явиться саме тут.
news-empty-narrow = Жодна новина не відповідає всім умовам. Приберіть одну з них.
news-everything = Показати всі новини

news-back = Усі новини
news-changed = зміна: { $date }
news-source = Джерело:
news-about = Про цю новину
news-district = Район
news-tags = Ключові слова
news-more = Читайте також
news-more-of = Більше: { $name }
news-all = Усі новини
news-all-of = Усі новини закладу
news-all-of-institution = Усі новини цього закладу

news-home = Що нового в місті
news-home-hint = Новини шкіл, закладів і міської ради

news-form-what = Новина
news-form-title-hint = Найважливіше одним реченням, наприклад «Починається запис на зимовий табір».
news-form-category = Вид новини
news-form-lead = Вступ
news-form-lead-hint = Два-три речення, щонайбільше 300 знаків. Їх побачать ті, хто не відкриє всього тексту.
news-form-text = Текст
news-form-text-hint = Абзаци відділяйте порожнім рядком, список починайте з дефісів, підзаголовок – з ##. Посилання: [текст](https://адреса).
news-form-institution-hint = Від кого ця новина. Почніть писати назву й виберіть зі списку; порожнє: від міста.
news-form-when = Коли її показати
news-form-when-hint = Без цього покажемо її одразу й назавжди.
news-form-publish-at = Показати лише від
news-form-publish-at-hint = До цього часу її ніхто не побачить.
news-form-withdraw-at = Сховати від
news-form-withdraw-at-hint = Наприклад, наступного дня після закінчення запису.
news-form-pinned-until = Закріпити вгорі до
news-form-pinned-until-hint = Разом із цим днем. Лише те, що справді важливе для всіх.
news-form-more = Докладніше
news-form-more-hint = Для кого, район, зацікавлення, джерело
news-form-district-hint = Якщо стосується лише одного району.
news-form-whole-city = усе місто
news-form-provider = Автор не з каталогу
news-form-provider-hint = Наприклад «Рада батьків SP 3». Порожнє, якщо вибрано заклад.
news-form-source = Адреса джерела
news-form-source-hint = Якщо повна інформація є на іншій сторінці, наприклад https://example.org/ogoloshennia.
