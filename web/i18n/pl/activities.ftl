# Words of the activities module: labels made by the server, then pages.

price-free = bezpłatne
price-amount =
    { $unit ->
        [CLASS] { $amount } zł za zajęcia
        [MONTH] { $amount } zł miesięcznie
        [TERM] { $amount } zł za semestr
        [ONCE] { $amount } zł jednorazowo
       *[NONE] { $amount } zł
    }
price-up-to =
    { $amount ->
        [0] bezpłatne
       *[other] do { $amount } zł
    }

ages-range =
    { $max ->
        [one] { $min }–{ $max } rok
        [few] { $min }–{ $max } lata
       *[many] { $min }–{ $max } lat
    }
ages-from =
    { $min ->
        [one] od { $min } roku
       *[other] od { $min } lat
    }
ages-to =
    { $max ->
        [one] do { $max } roku
       *[other] do { $max } lat
    }
ages-exact =
    { $min ->
        [one] { $min } rok
        [few] { $min } lata
       *[many] { $min } lat
    }
ages-months-range =
    { $max ->
        [one] { $min }–{ $max } miesiąc
        [few] { $min }–{ $max } miesiące
       *[many] { $min }–{ $max } miesięcy
    }
ages-any = w każdym wieku
age-years =
    { $n ->
        [one] { $n } rok
        [few] { $n } lata
       *[many] { $n } lat
    }

weekday-MONDAY = poniedziałek
weekday-TUESDAY = wtorek
weekday-WEDNESDAY = środa
weekday-THURSDAY = czwartek
weekday-FRIDAY = piątek
weekday-SATURDAY = sobota
weekday-SUNDAY = niedziela
weekday-short-MONDAY = pn
weekday-short-TUESDAY = wt
weekday-short-WEDNESDAY = śr
weekday-short-THURSDAY = cz
weekday-short-FRIDAY = pt
weekday-short-SATURDAY = sb
weekday-short-SUNDAY = nd
slot-label = { $weekday } { $starts }–{ $ends }

enrolment-OPEN = trwają zapisy
enrolment-NOT_YET = zapisy wkrótce
enrolment-FULL = brak miejsc
enrolment-QUEUE = lista rezerwowa
enrolment-CLOSED = zapisy zakończone

accessibility-WHEELCHAIR = dostępne na wózku
accessibility-SIGN_LANGUAGE = tłumaczenie na język migowy
accessibility-HEARING_LOOP = pętla indukcyjna
accessibility-BRAILLE = materiały w brajlu
accessibility-QUIET_ROOM = pokój wyciszenia

# Search form
activities-search = Szukaj zajęć
field-q = Czego szukasz?
field-q-placeholder = np. robotyka, piłka, taniec
field-age = Wiek dziecka
field-age-placeholder = np. 8
quick-free = Bezpłatne
quick-weekend = W weekend
quick-afternoon = Po 16:00
quick-open = Trwają zapisy
quick-online = Przez internet
quick-title = Na skróty

# Home
home-popular = Na co chodzą dzieci
home-popular-hint = Najczęstsze zainteresowania w katalogu
home-all-activities = Zobacz wszystkie zajęcia
home-free = Nic nie kosztują
home-free-hint = Bezpłatne zajęcia, na które właśnie trwają zapisy
home-free-all = Wszystkie bezpłatne
home-districts = Zajęcia na Twoim osiedlu
home-districts-hint = Wybierz osiedle, a pokażemy zajęcia, na które da się dojść piechotą
home-districts-all = Pokaż wszystkie osiedla
count-activities =
    { $n ->
        [one] { $shown } zajęcia
        [few] { $shown } zajęcia
       *[many] { $shown } zajęć
    }

# List
activities-title = Zajęcia dodatkowe
activities-title-q = Zajęcia: { $q }
activities-description = Zajęcia pozalekcyjne w mieście { $city }: wiek, terminy, ceny, wolne miejsca.
activities-count =
    { $n ->
        [0] Nie ma takich zajęć
        [1] Znaleźliśmy jedne zajęcia
        [one] Znaleźliśmy { $shown } zajęcia
        [few] Znaleźliśmy { $shown } zajęcia
       *[many] Znaleźliśmy { $shown } zajęć
    }
sort-RELEVANCE = najlepiej pasujące
sort-DISTANCE = najbliżej
sort-PRICE = od najtańszych
sort-NEWEST = najnowsze
sort-STARTS_SOON = zaczynają się najwcześniej

filter-interests = Zainteresowania
filter-weekdays = Dzień tygodnia
filter-hours = Godziny
filter-hours-from = od
filter-hours-to = do
filter-hours-any = dowolnie
filter-price = Cena
filter-price-any = dowolna
filter-districts = Osiedle
filter-enrolment = Zapisy
filter-online = Zajęcia przez internet
filter-place = Miejsce
filter-languages = Język zajęć
filter-accessibility = Dostępność

chip-age = wiek: { $label }
chip-starts-after = zaczynają się od { $time }
chip-starts-before = zaczynają się do { $time }
chip-query = „{ $q }”
chip-institution = jedna placówka
chip-near = okolica: { $place }

card-ages = Wiek
card-when = Kiedy
card-where = Gdzie
card-distance = Odległość
card-price = Cena
card-online = przez internet
card-no-slots = termin do uzgodnienia
card-no-price = zapytaj o cenę
places-left =
    { $n ->
        [0] brak wolnych miejsc
        [one] zostało { $n } miejsce
        [few] zostały { $n } miejsca
       *[many] zostało { $n } miejsc
    }
capacity =
    { $n ->
        [one] grupa do { $n } osoby
       *[other] grupa do { $n } osób
    }

empty-text = Często wystarczy zmienić dzień albo szukać trochę dalej. Możesz też zacząć od nowa.
empty-drop = Pomiń: { $label }
empty-everything = Pokaż wszystkie zajęcia
empty-query = Sprawdź pisownię albo użyj prostszego słowa, na przykład „taniec” zamiast „taniec nowoczesny dla początkujących”.

# What a query was understood as
understood-lead = Tak to rozumiemy
understood-corrected = Pokazujemy wyniki dla { $words }.
understood-literally = Szukaj dokładnie: { $words }

nearly-count =
    { $n ->
        [one] oraz { $shown } prawie pasujące
        [few] oraz { $shown } prawie pasujące
       *[many] oraz { $shown } prawie pasujących
    }
nearly-title = Prawie pasujące
nearly-only = Nic nie pasuje w całości
nearly-only-count =
    { $n ->
        [one] ale { $shown } zajęcia prawie pasują
        [few] ale { $shown } zajęcia prawie pasują
       *[many] ale { $shown } zajęć prawie pasuje
    }
nearly-only-title = Najbliższe propozycje
card-misses = Co się nie zgadza
miss-AGE = inny wiek
miss-WEEKDAYS = inny dzień
miss-HOURS = inna godzina
miss-PRICE = drożej
miss-PLACE = dalej
miss-LANGUAGE = inny język
miss-ONLINE =
    { $online ->
        [true] przez internet
       *[false] na miejscu
    }

relax-title = Poluzuj jeden z warunków
relax-AGE = Dowolny wiek: { $shown }
relax-WEEKDAYS = W każdym dniu: { $shown }
relax-HOURS = O każdej porze: { $shown }
relax-SLOT = W każdym terminie: { $shown }
relax-PRICE = Za każdą cenę: { $shown }
relax-PLACE = W całym mieście: { $shown }
relax-LANGUAGE = W każdym języku: { $shown }
relax-ONLINE = Na miejscu i przez internet: { $shown }
relax-ENROLMENT = Niezależnie od zapisów: { $shown }
relax-INTERESTS = Wszystkie zainteresowania: { $shown }
relax-DISTRICTS = Na każdym osiedlu: { $shown }
relax-INSTITUTION = We wszystkich placówkach: { $shown }
relax-ACCESSIBILITY = Bez wymogu dostępności: { $shown }

# One activity
activity-ages = Dla kogo
activity-when = Kiedy
activity-from-until = { $from } – { $until }
activity-from = od { $from }
activity-until = do { $until }
activity-price = Ile kosztuje
activity-price-unknown = Zapytaj organizatora
activity-where = Gdzie
activity-online = Zajęcia odbywają się przez internet
activity-organiser = Organizator
activity-about = O zajęciach
activity-languages = Język zajęć
activity-accessibility = Dostępność
activity-accessibility-none = Organizator nie podał. Zapytaj przed zapisem.
activity-contact = Kontakt
activity-enrol = Zapisz dziecko
activity-enrol-queue = Wpisz na listę rezerwową
activity-ask = Zapytaj o miejsce
activity-call = Zadzwoń: { $phone }
activity-write = Napisz do organizatora
activity-opens = Zapisy od { $date }
activity-closes = Zapisy do { $date }
activity-closed-on = Zapisy zakończyły się { $date }
activity-confirmed = Organizator potwierdził te dane { $date }
activity-updated = Dane z { $date }
activity-unconfirmed = Organizator jeszcze nie potwierdził tych danych
activity-more = Zobacz też zajęcia
activity-back = Wszystkie zajęcia
activity-summary = Najważniejsze informacje
activity-week = Plan tygodnia
activity-no-contact = Zapisy prowadzi organizator na miejscu.

# On the page of an institution
institution-activities = Zajęcia w tej placówce
institution-activities-all = Zobacz wszystkie
institution-activities-none = Ta placówka nie dodała jeszcze żadnych zajęć.

interpreted-excluded = bez: { $what }
interpreted-language = w języku: { $languages }
interpreted-on-the-spot = na miejscu
interpreted-hours = w godzinach { $from }–{ $to }
interpreted-morning = rano
interpreted-afternoon = po południu
interpreted-evening = wieczorem
interpreted-after-school = po szkole
interpreted-about = około { $time }
interpreted-after-work = po pracy

for-whom = Dla kogo szukasz?
for-child = { $name }, { $age ->
    [one] { $age } rok
    [few] { $age } lata
   *[many] { $age } lat
 }
for-anybody = dla każdego
for-child-chip = dla: { $name }
for-child-hint = Uwzględniamy wiek, dom i zainteresowania z profilu. To, co wpiszesz, ma pierwszeństwo.
