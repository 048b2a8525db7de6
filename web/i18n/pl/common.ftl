# Words shared by every page. Spaces after one-letter words and between a number and its unit are non-breaking (U+00A0).

site-name = Tablica
site-title = { $page } – { $city }
home-title = { $city } – zajęcia dla dzieci i placówki edukacyjne
skip-to-content = Przejdź do treści
nav-main = Główne menu
nav-breadcrumb = Jesteś tutaj
nav-languages = Język strony
lang-switch-pl = Polski
lang-switch-en = English
lang-switch-uk = Українська

menu-home = Strona główna
menu-activities = Zajęcia
menu-institutions = Placówki

header-subtitle = po lekcjach i w szkole

demo-notice = To wersja pokazowa: zajęcia, ceny i kontakty są zmyślone.

footer-about-title = O tym miejscu
footer-about = Tablica miasta { $city } zbiera zajęcia dodatkowe i placówki edukacyjne w jednym katalogu, żeby rodzice nie musieli szukać po dwudziestu stronach.
footer-browse-title = Przeglądaj
footer-free = Zajęcia bezpłatne
footer-weekend = Zajęcia w weekend
footer-open = Trwają zapisy
footer-data-title = Dla programistów
footer-data = Dane i API (GraphQL)
footer-data-hint = Wszystko, co widać na stronie, można pobrać.

search-submit = Szukaj
suggest-kind-INTEREST = zainteresowanie
suggest-kind-ACTIVITY = zajęcia
suggest-kind-INSTITUTION = placówka
suggest-kind-DISTRICT = osiedle
suggest-label = Podpowiedzi
suggest-status = Liczba podpowiedzi: { $n }. Wybierz strzałkami w górę i w dół.
suggest-none = Brak podpowiedzi.

field-near = Gdzie?
field-near-placeholder = osiedle, ulica
field-near-mine = Moja okolica
near-me = Użyj mojej lokalizacji
near-me-working = Ustalam, gdzie jesteś…
near-me-failed = Nie udało się ustalić lokalizacji. Wpisz osiedle lub ulicę.
near-me-done = Szukamy w Twojej okolicy.

field-radius = Jak daleko?
radius-any = w całym mieście
radius-m = do { $n } m
radius-km = do { $n } km

field-sort = Kolejność
sort-apply = Ustaw

filters-title = Filtry
filters-count =
    { $n ->
        [one] { $n } filtr
        [few] { $n } filtry
       *[many] { $n } filtrów
    }
filters-apply = Pokaż wyniki
filters-clear = Wyczyść wszystko
filters-active = Wybrane filtry
filters-more = Więcej
filter-remove = Usuń filtr: { $label }

page-next = Pokaż następne
page-first = Wróć na początek listy
page-nav = Strony wyników

error-summary-title = Tego nie udało się zrozumieć
error-summary-hint = Pominęliśmy te pola. Reszta wyszukiwania działa.

distance-here = tuż obok
distance-around = w okolicy
distance-m = { $n } m
distance-km = { $n } km
distance-km-tenths = { $whole },{ $tenths } km
distance-about-km = ok. { $n } km

show-map = Zobacz na mapie
external-link = otwiera się na innej stronie
updated-on = Ostatnia zmiana: { $date }

language-pl = polski
language-en = angielski
language-uk = ukraiński
language-de = niemiecki
language-fr = francuski
language-es = hiszpański
language-it = włoski
language-ru = rosyjski
language-be = białoruski
language-pl-sign = polski język migowy

# Formularze
form-problems-title = Sprawdź te pola
form-optional = (nieobowiązkowe)
form-save = Zapisz
form-cancel = Anuluj
form-sure = Na pewno?

# Konto w nagłówku
header-sign-in = Zaloguj się
header-account = Moje konto
header-sign-out = Wyloguj
header-desk = Pulpit

share-page = Udostępnij
share-print = Wydrukuj
share-copied = Skopiowaliśmy adres tej strony.
