# Strony aktualności i formularz artykułu. Po jednoliterowych słowach i między liczbą a jednostką stoją spacje nierozdzielające.

menu-news = Aktualności

news-title = Aktualności
news-of = Aktualności: { $name }
news-description = Wiadomości ze szkół, placówek i urzędu w mieście { $city }: ogłoszenia, sukcesy, rekrutacja, kultura i sport.
news-lead = Co słychać w szkołach, placówkach i urzędzie miasta { $city }.
news-institution-page = Strona tej placówki
news-categories = Rodzaj wiadomości
news-category-all = Wszystkie
news-category-name-ANNOUNCEMENT = Ogłoszenia
news-category-name-SUCCESS = Sukcesy
news-category-name-ADMISSIONS = Rekrutacja
news-category-name-PROJECT = Projekty
news-category-name-CULTURE = Kultura
news-category-name-SPORT = Sport
news-category-name-SAFETY = Bezpieczeństwo
news-category-name-HEALTH = Zdrowie
news-category-name-OTHER = Inne
news-search = Szukaj w aktualnościach
news-search-words = Szukane słowa
news-audience = Dla kogo
news-audience-any = dla każdego
news-count =
    { $n ->
        [0] Nie ma takich wiadomości
        [one] { $shown } wiadomość
        [few] { $shown } wiadomości
       *[many] { $shown } wiadomości
    }
news-feed = Kanał Atom
news-pinned = Przypięte
news-empty-title = Nie ma tu jeszcze żadnych wiadomości
news-empty-text = Gdy szkoły albo urząd coś ogłoszą, pojawi się to właśnie tutaj.
news-empty-narrow = Żadna wiadomość nie spełnia wszystkich warunków. Usuń któryś z nich.
news-everything = Pokaż wszystkie wiadomości

news-back = Wszystkie aktualności
news-changed = zmiana: { $date }
news-source = Źródło:
news-about = O tej wiadomości
news-district = Osiedle
news-tags = Słowa kluczowe
news-more = Przeczytaj też
news-more-of = Więcej: { $name }
news-all = Wszystkie aktualności
news-all-of = Wszystkie tej placówki
news-all-of-institution = Wszystkie wiadomości tej placówki

news-home = Co słychać w mieście
news-home-hint = Wiadomości ze szkół, placówek i urzędu

news-form-what = Wiadomość
news-form-title-hint = Najważniejsze w jednym zdaniu, na przykład „Ruszają zapisy na półkolonie zimowe”.
news-form-category = Rodzaj wiadomości
news-form-lead = Wstęp
news-form-lead-hint = Dwa, trzy zdania, najwyżej 300 znaków. Zobaczą je osoby, które nie otworzą całości.
news-form-text = Treść
news-form-text-hint = Akapity oddziel pustą linią, listę zacznij od myślników, śródtytuł od ##. Odnośnik: [tekst](https://adres).
news-form-institution-hint = Od kogo jest ta wiadomość. Zacznij pisać nazwę i wybierz z listy; puste: od miasta.
news-form-when = Kiedy ją pokazać
news-form-when-hint = Bez tego pokażemy ją od razu i na stałe.
news-form-publish-at = Pokaż dopiero od
news-form-publish-at-hint = Do tego czasu nikt jej nie zobaczy.
news-form-withdraw-at = Ukryj od
news-form-withdraw-at-hint = Na przykład dzień po zakończeniu zapisów.
news-form-pinned-until = Przypnij na górze do
news-form-pinned-until-hint = Razem z tym dniem. Tylko to, co naprawdę ważne dla wszystkich.
news-form-more = Więcej szczegółów
news-form-more-hint = Dla kogo, osiedle, zainteresowania, źródło
news-form-district-hint = Jeśli dotyczy tylko jednego osiedla.
news-form-whole-city = całe miasto
news-form-provider = Autor spoza katalogu
news-form-provider-hint = Na przykład „Rada Rodziców SP 3”. Puste, jeśli wybrano placówkę.
news-form-source = Adres źródła
news-form-source-hint = Jeśli pełna informacja jest na innej stronie, na przykład https://example.org/ogloszenie.
