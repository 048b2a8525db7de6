# Powiadomienia: co się stało, w dwóch, trzech słowach
notices-what-alert = Ostrzeżenie
notices-what-called-off = Odwołane
notices-what-place-freed = Wolne miejsce
notices-what-price-fell = Niższa cena
notices-what-enrolment-opened = Zapisy otwarte
notices-what-appeared = Nowość
notices-what-changed = Zmiana
notices-what-changed-when = Zmiana terminu
notices-what-changed-where = Zmiana miejsca
notices-what-changed-price = Zmiana ceny
notices-what-changed-ages = Zmiana wieku uczestników
notices-what-changed-back = Jednak się odbędzie
notices-what-announcement = Ogłoszenie
notices-what-decision = Decyzja

# Temat wiadomości
notices-subject = { $what }: { $title }
notices-subject-more =
    { $more ->
        [one] { $what }: { $title } i jeszcze { $more } powiadomienie
        [few] { $what }: { $title } i jeszcze { $more } powiadomienia
       *[many] { $what }: { $title } i jeszcze { $more } powiadomień
    }

# Co wiadomo o wpisie
notices-fact-starts = Kiedy
notices-fact-dates = Kiedy
notices-fact-slots = Godziny
notices-fact-place = Gdzie
notices-fact-price = Cena
notices-fact-places = Miejsca
notices-fact-opens = Zapisy od
notices-fact-closes = Zapisy do
notices-fact-ages = Wiek
notices-fact-expires = Obowiązuje do
notices-fact-severity = Zagrożenie
notices-fact-none = brak danych
notices-fact-see = { $is }; szczegóły się zmieniły, zobacz je na stronie
notices-dates-repeated = { $first } i kolejne terminy
notices-places =
    { $n ->
        [0] brak wolnych miejsc
        [one] { $n } wolne miejsce
        [few] { $n } wolne miejsca
       *[many] { $n } wolnych miejsc
    }
notices-severity-EXTREME = nadzwyczajne
notices-severity-SEVERE = poważne
notices-severity-MODERATE = umiarkowane
notices-severity-MINOR = niewielkie
notices-group-announcements = Ogłoszenia

# Sprawy własne
notices-told-reviews-published = Nowa opinia: { $title }
notices-told-reviews-rejected = Twoja opinia nie została opublikowana: { $title }
notices-told-reviews-replied = Jest odpowiedź na Twoją opinię: { $title }
notices-told-safety-approve = Ostrzeżenie czeka na Twoją decyzję: { $title }
notices-told-safety-decided = Zapadła decyzja w sprawie ostrzeżenia: { $title }
notices-told-debates-published = Twoje pytanie jest już publiczne: { $title }
notices-told-debates-rejected = Twoje pytanie nie zostało przyjęte: { $title }
notices-told-debates-merged = Twoje pytanie dołączono do podobnego: { $title }
notices-told-debates-answered = Jest odpowiedź na Twoje pytanie: { $title }
notices-told-editorial-sent-back = Zgłoszenie wymaga poprawek: { $title }
notices-told-editorial-approved = Zgłoszenie przyjęte: { $title }
notices-told-editorial-rejected = Zgłoszenie odrzucone: { $title }
notices-told-editorial-merged = Zgłoszenie połączone z istniejącym wpisem: { $title }
notices-told-editorial-confirm = Potwierdź, że wpis jest aktualny: { $title }
notices-told-events-asked-to-join = Ktoś chce dołączyć do Waszego wydarzenia: { $title }
notices-told-events-invited = Zaproszenie do współorganizacji: { $title }
notices-told-events-answered = Jest odpowiedź w sprawie współorganizacji: { $title }
notices-told-events-came-up = Masz miejsce: { $title }
notices-told-events-changed = Zmiana w wydarzeniu: { $title }
notices-told-events-called-off = Wydarzenie odwołane: { $title }
notices-told-events-removed = Twój zapis został usunięty: { $title }
notices-told-notifications-approve = Ogłoszenie czeka na Twoją decyzję: { $title }
notices-told-notifications-decided = Zapadła decyzja w sprawie ogłoszenia: { $title }
notices-told-events-message = Wiadomość od organizatora: { $title }

# Czego nie można
refusal-notices-too-many = Zaznacz najwyżej { $most } powiadomień albo oznacz wszystkie.
refusal-notices-quiet-half = Podaj początek i koniec ciszy albo zostaw oba pola puste.
