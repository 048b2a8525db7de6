# Bezpieczni Razem: ostrzeżenia i porady.

alert-status-ACTUAL = prawdziwe
alert-status-EXERCISE = ćwiczenia
alert-status-TEST = próba łączności

alert-message-ALERT = ostrzeżenie
alert-message-UPDATE = aktualizacja
alert-message-CANCEL = odwołanie

alert-state-PENDING = czeka na drugą osobę
alert-state-REJECTED = odrzucone
alert-state-SCHEDULED = zacznie obowiązywać
alert-state-ACTIVE = obowiązuje
alert-state-EXPIRED = już nie obowiązuje
alert-state-UPDATED = zastąpione nowszym
alert-state-CANCELLED = odwołane

alert-category-GEO = ziemia i osuwiska
alert-category-MET = pogoda
alert-category-SAFETY = bezpieczeństwo publiczne
alert-category-SECURITY = porządek i ochrona
alert-category-RESCUE = ratownictwo
alert-category-FIRE = pożar
alert-category-HEALTH = zdrowie
alert-category-ENV = środowisko
alert-category-TRANSPORT = transport
alert-category-INFRA = woda, prąd, gaz, łączność
alert-category-CBRNE = skażenie lub materiały wybuchowe
alert-category-OTHER = inne

alert-response-SHELTER = schroń się
alert-response-EVACUATE = opuść to miejsce
alert-response-PREPARE = przygotuj się
alert-response-EXECUTE = postępuj zgodnie z planem
alert-response-AVOID = omijaj to miejsce
alert-response-MONITOR = śledź komunikaty
alert-response-ASSESS = oceń sytuację
alert-response-ALL_CLEAR = zagrożenie minęło
alert-response-NONE = nie musisz nic robić

alert-urgency-IMMEDIATE = działaj natychmiast
alert-urgency-EXPECTED = działaj w ciągu godziny
alert-urgency-FUTURE = działaj w najbliższym czasie
alert-urgency-PAST = już nie trzeba działać
alert-urgency-UNKNOWN = pilność nieznana

alert-severity-EXTREME = nadzwyczajne
alert-severity-SEVERE = poważne
alert-severity-MODERATE = umiarkowane
alert-severity-MINOR = niewielkie
alert-severity-UNKNOWN = nieznane

alert-certainty-OBSERVED = potwierdzone
alert-certainty-LIKELY = prawdopodobne
alert-certainty-POSSIBLE = możliwe
alert-certainty-UNLIKELY = mało prawdopodobne
alert-certainty-UNKNOWN = nie wiadomo

alert-cancel-headline = Odwołano: { $headline }
alert-cancel-description = To ostrzeżenie już nie obowiązuje.
alert-cancel-by-sender = Odwołane przez nadawcę.
alert-clear-headline = Zagrożenie minęło: { $event }
alert-clear-description = To, przed czym ostrzegaliśmy, już nie zagraża. Poprzednie ostrzeżenie zostało odwołane.

alert-feed-title = Ostrzeżenia – { $city }
alert-feed-exercise-title = Ostrzeżenia ćwiczebne – { $city }

refusal-alert-text-missing = To pole nie może być puste.
refusal-alert-text-too-long =
    { $most ->
        [one] To za długi tekst: może mieć najwyżej { $most } znak.
        [few] To za długi tekst: może mieć najwyżej { $most } znaki.
       *[many] To za długi tekst: może mieć najwyżej { $most } znaków.
    }
refusal-alert-category-missing = Wybierz przynajmniej jedną kategorię.
refusal-alert-expires-past = Koniec ostrzeżenia już minął. Podaj późniejszy.
refusal-alert-expires-before-start = Ostrzeżenie kończy się, zanim zacznie obowiązywać. Podaj późniejszy koniec albo wcześniejszy początek.
refusal-alert-expires-too-late =
    { $days ->
        [one] Ostrzeżenie może obowiązywać najwyżej { $days } dzień. Podaj wcześniejszy koniec; później możesz je zaktualizować.
       *[other] Ostrzeżenie może obowiązywać najwyżej { $days } dni. Podaj wcześniejszy koniec; później możesz je zaktualizować.
    }
refusal-alert-effective-too-late =
    { $days ->
        [one] Ostrzeżenie może zacząć obowiązywać najpóźniej za { $days } dzień.
       *[other] Ostrzeżenie może zacząć obowiązywać najpóźniej za { $days } dni.
    }
refusal-alert-effective-later = Aktualizacja zastępuje poprzednie ostrzeżenie od razu, więc nie może zacząć obowiązywać później. Zostaw to pole puste.
refusal-alert-onset-too-late = Zdarzenie zaczęłoby się, gdy ostrzeżenie już nie będzie obowiązywać. Popraw początek zdarzenia albo koniec ostrzeżenia.
refusal-alert-point-wrong = To nie są współrzędne. Szerokość ma od -90 do 90 stopni, długość od -180 do 180.
refusal-alert-polygon-corners = Obszar musi mieć od { $least } do { $most } punktów; ostatni to jeszcze raz pierwszy.
refusal-alert-polygon-open = Ostatni punkt obszaru musi być taki sam jak pierwszy.
refusal-alert-polygon-crossing = Granica obszaru przecina samą siebie. Podaj punkty po kolei, tak jak biegnie granica.
refusal-alert-area-elsewhere = Ten obszar leży daleko od miasta. Sprawdź, czy szerokość i długość nie są zamienione.
refusal-alert-radius-wrong = Promień musi być większy niż 0 i mieć najwyżej { $most } km.
refusal-alert-reason-missing = Napisz dlaczego.
refusal-alert-not-current = To ostrzeżenie już nie jest aktualne: skończyło się, zostało odwołane albo zastąpione nowszym.
refusal-alert-already-decided = To ostrzeżenie nie czeka już na decyzję.
refusal-alert-second-person = To ostrzeżenie musi zatwierdzić inna osoba niż jego autor.

refusal-cap-too-large = Komunikat może mieć najwyżej { $most } kB.
refusal-cap-not-xml = To nie jest poprawny dokument XML: { $problem }
refusal-cap-unsafe = Komunikat nie może mieć deklaracji DOCTYPE ani własnych encji, a jego elementów nie może być zbyt wiele ani zbyt głęboko.
refusal-cap-foreign = To nie jest komunikat CAP 1.2: element główny to „alert” w przestrzeni nazw urn:oasis:names:tc:emergency:cap:1.2.
refusal-cap-missing = Brakuje elementu { $element } albo jest pusty.
refusal-cap-value = Element { $element } ma wartość „{ $value }”, a oczekiwana to: { $expected }.
refusal-cap-repeated = Element { $element } występuje częściej, niż może.
refusal-cap-reference = Nie znamy ostrzeżenia, do którego odwołuje się element alert.references.

alert-mail-approve-subject = Pilne: ostrzeżenie czeka na zatwierdzenie
alert-mail-approve-text = { $sender } chce ogłosić ostrzeżenie o nadzwyczajnym zagrożeniu. Ukaże się ono dopiero wtedy, gdy zatwierdzi je druga uprawniona osoba.
alert-mail-approve-author = Autor: { $author }
alert-mail-approve-next = Przeczytaj i zdecyduj:
alert-mail-approve-button = Przeczytaj ostrzeżenie
alert-mail-approved-subject = Zatwierdzono ostrzeżenie: { $headline }
alert-mail-approved-text = Druga osoba zatwierdziła Twoje ostrzeżenie „{ $headline }”. Mieszkańcy już je widzą.
alert-mail-rejected-subject = Odrzucono ostrzeżenie: { $headline }
alert-mail-rejected-text = Druga osoba odrzuciła Twoje ostrzeżenie „{ $headline }”. Nie ukazało się. Powód:
alert-mail-decided-next = Zobacz ostrzeżenie:

advice-topic-ROAD = na drodze
advice-topic-WATER_ICE = nad wodą i na lodzie
advice-topic-FIRE_GAS_CO = ogień, gaz i czad
advice-topic-CYBER = w internecie
advice-topic-DRUGS = używki
advice-topic-VIOLENCE = przemoc
advice-topic-MISSING_CHILD = gdy zaginie dziecko
advice-topic-WEATHER = pogoda
advice-topic-PUBLIC_EVENTS = imprezy i tłum
advice-topic-HEALTH = zdrowie
advice-topic-OTHER = inne

advice-season-SPRING = wiosna
advice-season-SUMMER = lato
advice-season-AUTUMN = jesień
advice-season-WINTER = zima
advice-season-SCHOOL_START = początek roku szkolnego
advice-season-HOLIDAYS = wakacje i ferie
