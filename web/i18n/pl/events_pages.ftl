# Strony wydarzeń: lista, kalendarz, wydarzenie, własne, pulpit, formularz.

menu-events = Wydarzenia

# Lista
events-title = Wydarzenia
events-title-q = Wydarzenia: { $q }
events-title-month = Kalendarz wydarzeń: { $month }
events-title-week = Kalendarz wydarzeń: { $days }
events-description = Co się dzieje w mieście { $city }: wydarzenia dla dzieci, młodzieży, rodziców i nauczycieli.
events-search = Szukaj wydarzeń
events-field-q = Co Cię interesuje?
events-field-q-placeholder = np. warsztaty, koncert, dzień otwarty
events-weekend = w ten weekend
events-free = bezpłatne
events-online = przez internet
events-online-too = także przez internet
events-count =
    { $n ->
        [0] Nie ma takich wydarzeń
        [one] { $shown } wydarzenie
        [few] { $shown } wydarzenia
       *[many] { $shown } wydarzeń
    }
events-none = Nic nie znaleźliśmy
events-none-text = Zmień warunki, a może coś się znajdzie:
events-none-at-all = Na razie nikt niczego nie ogłosił. Zajrzyj tu wkrótce.
events-everything = Wszystkie wydarzenia
events-chip-from = od { $date }
events-chip-until = do { $date }
events-filter-when = Kiedy
events-filter-from = od dnia
events-filter-until = do dnia
events-filter-conditions = Warunki
events-filter-languages = Język wydarzenia
events-error-day = Podaj datę, na przykład 2026-12-05.
events-error-days = Ostatni dzień wypada przed pierwszym. Popraw jedną z dat.
events-day = { $weekday }, { $date }
events-weekday-date = { $weekday }, { $date }
events-days = { $from } – { $until }
events-today = dziś
events-tomorrow = jutro
events-all-day = cały dzień
events-all-day-short = cały dzień
events-until-day = do { $date }
events-until-time = do { $time }
events-from-until = od { $time }, do { $date }
events-place-unknown = miejsce do ustalenia
events-price-unknown = cena nieznana
events-no-sign-up = bez zapisów
events-waiting-list = lista rezerwowa
events-full = brak miejsc
events-sign-up-open = trwają zapisy
events-sign-up-shut = zapisy zakończone
events-sign-up-soon = zapisy wkrótce
events-moved = zmieniony termin
events-moved-short = zmieniony termin
events-repeats = Powtarza się
events-views = Sposób pokazania
events-view-list = Lista
events-view-month = Miesiąc
events-view-week = Tydzień

events-audience-PUPILS = uczniowie
events-audience-PARENTS = rodzice
events-audience-TEACHERS = nauczyciele
events-audience-EVERYBODY = wszyscy
events-level-PRESCHOOL = przedszkole
events-level-PRIMARY_1_3 = klasy 1–3
events-level-PRIMARY_4_8 = klasy 4–8
events-level-SECONDARY = szkoła ponadpodstawowa
events-level-ADULT = dorośli

# Subskrypcja
events-subscribe = Subskrybuj kalendarz
events-subscribe-all = Dodaj ten adres do kalendarza w telefonie lub komputerze, a wydarzenia będą się w nim pojawiać same.
events-subscribe-filtered = Dodaj ten adres do kalendarza w telefonie lub komputerze. Będą się w nim pojawiać wydarzenia, które spełniają wybrane warunki.
events-subscribe-news = Wolisz czytnik wiadomości?
events-address = Adres kalendarza
events-address-copy = Kopiuj
events-address-copied = Skopiowano adres.
events-address-open = Otwórz w programie kalendarza
events-calendar = Kalendarz wydarzeń (iCalendar)
events-atom = Kanał wydarzeń (Atom)

# Kalendarz
events-month = { $month } { $year }
events-month-1 = Styczeń
events-month-2 = Luty
events-month-3 = Marzec
events-month-4 = Kwiecień
events-month-5 = Maj
events-month-6 = Czerwiec
events-month-7 = Lipiec
events-month-8 = Sierpień
events-month-9 = Wrzesień
events-month-10 = Październik
events-month-11 = Listopad
events-month-12 = Grudzień
events-turn = Inne dni
events-previous-month = Poprzedni miesiąc
events-next-month = Następny miesiąc
events-previous-week = Poprzedni tydzień
events-next-week = Następny tydzień
events-dates-count =
    { $n ->
        [one] { $shown } termin
        [few] { $shown } terminy
       *[many] { $shown } terminów
    }
events-goes-on = trwa
events-more = + { $n } więcej
events-more-on =
    { $n ->
        [one] Jeszcze { $n } wydarzenie: { $date }
        [few] Jeszcze { $n } wydarzenia: { $date }
       *[many] Jeszcze { $n } wydarzeń: { $date }
    }
events-month-empty = W tym miesiącu nic się nie dzieje. Zajrzyj do sąsiednich albo zmień warunki.
events-week-empty = W tym tygodniu nic się nie dzieje. Zajrzyj do sąsiednich albo zmień warunki.
events-truncated = Terminów jest tak dużo, że nie wszystkie się zmieściły. Zawęź wyszukiwanie.
events-school-year = Rok szkolny w tych dniach

# Wydarzenie
events-back = Wydarzenia
events-over = już po wydarzeniu
events-for-whom = Dla kogo
events-about = O wydarzeniu
events-languages = Język
events-organisers =
    { $n ->
        [one] Organizator
       *[other] Organizatorzy
    }
events-more-dates = Kolejne terminy
events-dates-rest = Więcej terminów: { $n }
events-changed = Ostatnia zmiana
events-online-link = Dołącz przez internet
events-add-to-calendar = Dodaj do kalendarza
events-keep = Zachowaj
events-kept = Zachowane
events-similar = Podobne wydarzenia
events-write = Napisz do organizatora
events-desk = Dla organizatorów
events-joint-ask = Twoja placówka robi coś podobnego? Porozmawiaj z organizatorami.
events-mine = Twoje zapisy
events-sign-up = Zapisz się
events-wait = Dopisz mnie na listę rezerwową
events-just-come = Po prostu przyjdź.
events-sign-up-opens = Zapisy ruszą: { $moment }
events-sign-up-closes = Zapisy do: { $moment }
events-sign-up-closed = Zapisy trwały do: { $moment }
events-sign-up-hint = Wypisać możesz się tutaj w każdej chwili. Organizator zobaczy Twoje imię.
events-waiting-hint = Gdy zwolni się miejsce, damy znać e-mailem.
events-sign-in-first = Zaloguj się, żeby się zapisać
events-sign-in-hint = Wystarczy adres e-mail. Wrócisz w to samo miejsce.
events-sign-up-another = Zapisz jeszcze kogoś
events-which-date = Na który termin?
events-choose-date = wybierz termin
events-who-comes = Kogo zapisujesz?
events-myself = siebie
events-how-many = Ile osób przyjdzie?
events-note-add = Dopisz wiadomość dla organizatora
events-note = Wiadomość dla organizatora
events-note-hint = Na przykład o diecie albo o wózku. Przeczyta ją tylko organizator.
events-people =
    { $n ->
        [one] { $n } osoba
        [few] { $n } osoby
       *[many] { $n } osób
    }
events-waiting-position = miejsce w kolejce: { $n }
events-sign-up-GOING = zapisane
events-sign-up-WAITING = lista rezerwowa
events-sign-up-CANCELLED = odwołane
events-cancel = Wypisz
events-cancel-of = Wypisz: { $title }
events-cancel-ask = Wypisać z tego wydarzenia? Miejsce może zająć ktoś inny.
event-sign-up-again = Zapisz ponownie
event-sign-up-again-of = Zapisz ponownie: { $title }
events-error-people = Podaj liczbę osób, na przykład 2.
done-event-signed-up = Zapisano. Do zobaczenia!
done-event-waiting = Jesteś na liście rezerwowej. Damy znać, gdy zwolni się miejsce.
done-event-sign-up-cancelled = Wypisano z wydarzenia.
done-event-kept = Wydarzenie zachowane. Znajdziesz je w swoim koncie.
done-event-unkept = Wydarzenie nie jest już zachowane.

# Własne wydarzenia
events-own-title = Moje wydarzenia
events-account-hint = Zapisy Twoje i Twoich dzieci, zachowane wydarzenia i rodzinny kalendarz.
events-account-link = Otwórz moje wydarzenia
events-own-sign-ups = Zapisy
events-own-none = Nie masz jeszcze żadnych zapisów.
events-own-find = Znajdź coś dla siebie
events-own-cancelled = Odwołane zapisy: { $n }
events-own-kept = Zachowane
events-own-kept-none = Na stronie wydarzenia wybierz „Zachowaj”, a znajdziesz je tutaj.
events-unkeep = Usuń z zachowanych
events-unkeep-of = Usuń z zachowanych: { $title }
events-gone = wydarzenie usunięte
events-whole = całe wydarzenie

family-calendar = Rodzinny kalendarz
family-calendar-lead = Wszystko, na co zapisaliście siebie i dzieci, oraz to, co zachowaliście – w kalendarzu telefonu. Zmiany terminów pojawią się w nim same.
family-calendar-make = Utwórz adres kalendarza
family-calendar-secret = Kto ma ten adres, widzi kalendarz bez logowania. Podaj go tylko domownikom.
family-calendar-show-names = Pokaż imiona dzieci przy wydarzeniach
family-calendar-show-names-hint = Bez tego widać tylko tytuły i terminy.
family-calendar-renew = Zmień adres
family-calendar-renew-hint = Gdy adres trafił w niepowołane ręce. Stary przestanie działać, nowy trzeba dodać w telefonie.
family-calendar-renew-ask = Zmienić adres? Stary przestanie działać we wszystkich telefonach.
family-calendar-revoke = Wyłącz kalendarz
family-calendar-revoke-hint = Adres przestanie działać. Zapisy zostaną.
family-calendar-revoke-ask = Wyłączyć rodzinny kalendarz? Jego adres przestanie działać.
family-calendar-since = Adres utworzono { $date }.
done-family-calendar-made = Adres kalendarza jest gotowy. Dodaj go w telefonie.
done-family-calendar-names = Zapisano.
done-family-calendar-revoked = Rodzinny kalendarz wyłączony.

# Uczestnicy
events-participants = Uczestnicy
events-participants-of = Uczestnicy: { $title }
events-participants-lead = Zaglądanie na tę listę odnotowujemy. Nie przekazuj jej dalej.
events-participants-not-yours = Listę uczestników widzą organizatorzy wydarzenia.
events-participants-none = Nikogo tu jeszcze nie ma.
events-participants-state = Których pokazać
events-participants-all = wszyscy
events-participants-csv = Pobierz listę (CSV)
events-participant-name = Kto
events-participant-date = Termin
events-participant-people = Osób
events-participant-state = Stan
events-participant-note = Wiadomość
events-participant-since = { $moment }
events-participant-remove = Wypisz
events-participant-remove-of = Wypisz: { $name }
events-participant-remove-ask = Wypisać { $name }? Wyślemy wiadomość o tym.
done-event-participant-removed = Wypisano. Wiadomość o tym jest w drodze.

# Wspólne wydarzenia
events-joint = Wspólna organizacja
events-joint-of = Wspólna organizacja: { $title }
events-joint-lead = Kilka placówek może zorganizować wydarzenie razem: każda widzi je u siebie i może je zmieniać.
events-joint-not-yours = Ta strona jest dla osób, które prowadzą placówki.
events-organiser-first = ogłasza wydarzenie
events-leave = Wycofaj z organizacji
events-leave-of = Wycofaj z organizacji: { $name }
events-leave-ask = { $name } przestanie być organizatorem. Kontynuować?
events-invitations = Zaproszenia i prośby
events-invitations-waiting =
    { $n ->
        [one] { $n } zaproszenie do wspólnej organizacji
        [few] { $n } zaproszenia do wspólnej organizacji
       *[many] { $n } zaproszeń do wspólnej organizacji
    }
events-invitation-INVITE = zaproszenie dla: { $name }
events-invitation-ASK = { $name } chce dołączyć
events-invitation-state-WAITING = czeka
events-invitation-state-ACCEPTED = przyjęte
events-invitation-state-DECLINED = odrzucone
events-invitation-state-WITHDRAWN = wycofane
events-accept = Przyjmij
events-accept-of = Przyjmij: { $name }
events-decline = Odrzuć
events-decline-of = Odrzuć: { $name }
events-withdraw = Wycofaj
events-withdraw-of = Wycofaj: { $name }
events-invite = Zaproś placówkę
events-invite-hint = Napisz, co chcecie zrobić razem.
events-invite-send = Wyślij zaproszenie
events-join = Dołącz ze swoją placówką
events-join-hint = Organizatorzy dostaną prośbę. Gdy ją przyjmą, wydarzenie będzie wspólne.
events-join-send = Wyślij prośbę
events-own-institution = Twoja placówka
events-message = Wiadomość
events-message-title = Napisz do organizatorów
events-message-hint = Dostaną ją e-mailem wszyscy, którzy prowadzą to wydarzenie.
events-message-reply-to = Podaj mój adres e-mail, żeby mogli odpisać
events-message-send = Wyślij wiadomość
events-on-behalf = W imieniu
events-on-behalf-city = redakcji miasta
events-alike = Podobne w tym czasie
events-alike-hint = Wydarzenia innych placówek o tej samej tematyce, dla podobnych osób, w odstępie do trzech tygodni. Może warto połączyć siły?
events-talk = Porozmawiaj
events-talk-of = Porozmawiaj z organizatorami: { $title }
done-event-invited = Zaproszenie wysłane.
done-event-asked-to-join = Prośba wysłana.
done-event-message-sent = Wiadomość wysłana.
done-event-invitation-answered = Odpowiedź wysłana.
done-event-invitation-withdrawn = Wycofano.
done-event-left = Placówka nie jest już organizatorem.
events-error-institution = Wpisz nazwę placówki i wybierz ją z listy.

events-overlaps = Zbieżności
events-overlaps-lead = Różne placówki robią w tym samym czasie coś podobnego dla tych samych osób. Zaproponuj im wspólne wydarzenie.
events-overlaps-when = W których dniach
events-overlaps-none = Żadnych zbieżności w tych dniach.
events-desk-invited =
    { $n ->
        [one] zaproszenie do wspólnej organizacji
        [few] zaproszenia do wspólnej organizacji
       *[many] zaproszeń do wspólnej organizacji
    }
events-desk-overlaps =
    { $n ->
        [one] zbieżność wydarzeń
        [few] zbieżności wydarzeń
       *[many] zbieżności wydarzeń
    }
events-desk-new = Dodaj wydarzenie
events-desk-new-of = Dodaj wydarzenie: { $name }

# Kalendarze placówki
calendar-sources = Kalendarze z zewnątrz
calendar-sources-of = Kalendarze z zewnątrz: { $name }
calendar-sources-lead = Prowadzicie już kalendarz w internecie? Podaj jego adres, a wydarzenia będą się tu pojawiać same.
calendar-sources-none = Nie ma jeszcze żadnego kalendarza.
calendar-source-add = Dodaj kalendarz
calendar-source-url = Adres kalendarza (.ics)
calendar-source-url-hint = Na przykład https://example.org/kalendarz.ics. Kalendarz musi być publiczny.
calendar-source-how = Czytamy go co kilka godzin. To, co zmienisz w wydarzeniu tutaj, zostaje; wydarzenia usunięte z kalendarza znikają i u nas.
calendar-source-not-yet = jeszcze nieczytany
calendar-source-failed = nie udało się odczytać
calendar-source-read = odczytany
calendar-source-unchanged = bez zmian
calendar-source-created-count = nowe
calendar-source-updated-count = zmienione
calendar-source-unchanged-count = bez zmian
calendar-source-withdrawn-count = wycofane
calendar-source-rejected-count = pominięte
calendar-source-problems =
    { $n ->
        [one] { $n } wydarzenie pominięte
        [few] { $n } wydarzenia pominięte
       *[many] { $n } wydarzeń pominiętych
    }
calendar-source-notes = Uwagi: { $n }
calendar-source-events =
    { $n ->
        [one] { $n } wydarzenie z tego kalendarza
        [few] { $n } wydarzenia z tego kalendarza
       *[many] { $n } wydarzeń z tego kalendarza
    }
calendar-source-next = następny odczyt: { $moment }
calendar-source-refresh = Odczytaj teraz
calendar-source-refresh-of = Odczytaj teraz: { $url }
calendar-source-change = Zmień adres
calendar-source-remove = Usuń kalendarz
calendar-source-remove-of = Usuń kalendarz: { $url }
calendar-source-remove-hint = Bez zaznaczenia wydarzenia zostaną i możesz je zmieniać ręcznie.
calendar-source-archive = Ukryj także nadchodzące wydarzenia z tego kalendarza
done-calendar-source-saved = Kalendarz zapisany. Wkrótce go odczytamy.
done-calendar-source-refreshed = Kalendarz odczytany.
done-calendar-source-removed = Kalendarz usunięty.

# Na innych stronach
events-home-weekend = Co w ten weekend
events-home-coming = Co się wydarzy
events-home-hint = Warsztaty, koncerty, dni otwarte i spotkania w mieście
events-home-all = Zobacz wszystkie ({ $shown })
events-institution = Wydarzenia
events-institution-all = Wszystkie wydarzenia

# Formularz wydarzenia
event-form-what = Co
event-form-title-hint = Krótko i konkretnie, na przykład „Dzień otwarty dla ósmoklasistów”.
event-form-institution-hint = Jeśli organizuje placówka z katalogu: zacznij pisać nazwę i wybierz z listy.
event-form-provider-hint = Jeśli organizuje ktoś spoza katalogu, na przykład „Rada Rodziców”.
event-form-day = Dzień
event-form-starts-time = Godzina rozpoczęcia
event-form-ends-time = Godzina zakończenia
event-form-all-day = Trwa cały dzień
event-form-other-day = Kończy się innego dnia
event-form-last-day = Ostatni dzień
event-form-repeats = Czy się powtarza?
event-form-repeats-no = nie
event-form-repeats-week = co tydzień
event-form-repeats-fortnight = co dwa tygodnie
event-form-repeats-month = co miesiąc
event-form-repeats-own = inaczej
event-form-repeat-days = W które dni tygodnia
event-form-repeat-days-hint = Puste: w ten sam dzień tygodnia co pierwszy raz.
event-form-monthly = W jaki dzień miesiąca
event-form-monthly-date = tego samego dnia miesiąca (na przykład piątego)
event-form-monthly-weekday = w ten sam dzień tygodnia (na przykład w pierwszą sobotę)
event-form-monthly-last = w ostatni taki dzień tygodnia w miesiącu
event-form-until = Do kiedy
event-form-until-hint = Dzień, po którym już się nie powtarza…
event-form-count = Albo ile razy
event-form-count-hint = …albo liczba wszystkich spotkań, na przykład 10.
event-form-rule = Reguła powtarzania
event-form-rule-hint = W zapisie kalendarzy (RFC 5545), z końcem: COUNT albo UNTIL. Na przykład co trzy tygodnie, osiem razy:
event-form-dates = Terminy odwołane i przeniesione
event-form-exceptions-hint = Dni, w które spotkania nie będzie, choć wypada z powtarzania.
event-form-exception = Termin odwołany { $n }
event-form-moved-hint = Spotkania, które odbędą się kiedy indziej. Puste wiersze pomijamy.
event-form-moved-number = Termin przeniesiony { $n }
event-form-moved-from = Zamiast
event-form-moved-to = Odbędzie się
event-form-moved-time = Termin przeniesiony { $n }: godzina
event-form-moved-until = Do kiedy
event-form-venue-hint = Na przykład „Sala gimnastyczna” albo „Park Kasprowicza”.
event-form-address = Adres, jeśli nie w siedzibie organizatora
event-form-address-hint = Puste: adres placówki, która organizuje.
event-form-online = Można wziąć udział przez internet
event-form-online-hint = Zobaczy go każdy. Puste, jeśli wyślesz go uczestnikom osobno.
event-form-look = Opis i zdjęcia
event-form-description-hint = Co się będzie działo, co zabrać. Akapity oddziel pustą linią, listę zacznij od myślników.
event-form-sign-up = Zapisy i cena
event-form-sign-up-mode = Czy trzeba się zapisać?
event-form-sign-up-none = nie
event-form-sign-up-none-hint = Po prostu się przychodzi.
event-form-sign-up-event = tak, na całość
event-form-sign-up-event-hint = Tutaj, raz na wszystkie terminy.
event-form-sign-up-date = tak, na każdy termin osobno
event-form-sign-up-date-hint = Tutaj, przy zapisie wybiera się termin.
event-form-sign-up-link = tak, na innej stronie
event-form-sign-up-link-hint = Podasz do niej odnośnik.
event-form-capacity-hint = Puste: bez ograniczeń.
event-form-waiting-list = Gdy miejsc zabraknie, prowadź listę rezerwową
event-form-sign-up-when = Od kiedy i do kiedy trwają zapisy
event-form-price = Cena w złotych
event-form-price-hint = Bezpłatne: 0.
event-form-for-whom = Dla kogo, język, dostępność
event-form-for-whom-hint = Po tym rodzice znajdą wydarzenie.
event-form-languages-hint = W jakich językach jest wydarzenie.
event-form-contact = Organizator, kontakt, załączniki
event-form-contact-of = Organizuje: { $name }
event-form-contact-hint = Adres i telefon do pytań, regulamin.
event-form-email-hint = Do pytań, na przykład sekretariat@example.org.
