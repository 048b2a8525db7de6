# What happens in town: texts of the module itself.

refusal-event-moment = „{ $value }”: podaj dzień i godzinę, na przykład 2026-12-05T16:00.
refusal-event-hour = „{ $value }”: podaj też godzinę, na przykład 2026-12-05T16:00, albo zaznacz, że wydarzenie trwa cały dzień.
refusal-event-day = „{ $value }”: wydarzenie trwa cały dzień, więc podaj sam dzień, na przykład 2026-12-05.
refusal-event-hour-skipped = „{ $value }”: tej godziny nie ma, bo wtedy zegary idą do przodu. Podaj inną.
refusal-event-year = „{ $value }”: podaj rok od 2000 do 2099.
refusal-event-ends-before = Koniec wypada przed początkiem. Popraw jedną z tych dat.
refusal-event-too-long =
    { $most ->
        [one] Wydarzenie może trwać najwyżej { $most } dzień. Jeśli się powtarza, opisz to regułą powtarzania.
        [few] Wydarzenie może trwać najwyżej { $most } dni. Jeśli się powtarza, opisz to regułą powtarzania.
       *[many] Wydarzenie może trwać najwyżej { $most } dni. Jeśli się powtarza, opisz to regułą powtarzania.
    }
refusal-event-rule = Nie rozumiemy reguły powtarzania w miejscu „{ $part }”. Przykład dobrej reguły: FREQ=WEEKLY;BYDAY=MO;UNTIL=20270625.
refusal-event-rule-often = „{ $part }”: wydarzenie może powtarzać się najwyżej raz dziennie. Wybierz DAILY, WEEKLY, MONTHLY albo YEARLY.
refusal-event-rule-part = Reguła powtarzania wydarzenia nie może zawierać części „{ $part }”. Usuń ją.
refusal-event-rule-endless = Powiedz, kiedy powtarzanie się kończy: ostatniego dnia (UNTIL=20270625) albo po ilu razach (COUNT=10).
refusal-event-rule-both-ends = Koniec powtarzania jest podany dwa razy. Zostaw albo ostatni dzień (UNTIL), albo liczbę razy (COUNT).
refusal-event-rule-never = Żaden dzień nie pasuje do tej reguły powtarzania. Popraw dni albo datę końca.
refusal-event-rule-start = Pierwszy termin nie pasuje do reguły powtarzania. Zacznij w jednym z jej dni albo dodaj ten dzień do reguły.
refusal-event-rule-many =
    { $most ->
        [one] Wydarzenie może mieć najwyżej { $most } termin. Skróć powtarzanie.
        [few] Wydarzenie może mieć najwyżej { $most } terminy. Skróć powtarzanie.
       *[many] Wydarzenie może mieć najwyżej { $most } terminów. Skróć powtarzanie.
    }
refusal-event-rule-long =
    { $most ->
        [one] Wydarzenie może powtarzać się najwyżej przez { $most } rok. Skróć powtarzanie.
        [few] Wydarzenie może powtarzać się najwyżej przez { $most } lata. Skróć powtarzanie.
       *[many] Wydarzenie może powtarzać się najwyżej przez { $most } lat. Skróć powtarzanie.
    }
refusal-event-rule-missing = Wydarzenie się nie powtarza, więc nie ma terminów, które można odwołać albo przenieść. Podaj regułę powtarzania albo zostaw to pole puste.
refusal-event-date-unknown = „{ $value }”: wydarzenie nie ma takiego terminu. Podaj dzień, w którym miało się odbyć, na przykład 2026-12-12.
refusal-event-date-twice = „{ $value }”: ten termin jest już odwołany albo przeniesiony. Zostaw go w jednym miejscu.
refusal-event-move = „{ $value }”: podaj termin i nowy termin, na przykład 2026-12-12>2026-12-14T16:00.
refusal-event-nothing-left = Wszystkie terminy są odwołane. Zostaw choć jeden albo zarchiwizuj wydarzenie.
refusal-event-sign-up-link = Podaj adres, pod którym można się zapisać, albo wybierz inny sposób zapisów.
refusal-event-capacity = Podaj co najmniej jedno miejsce albo zostaw to pole puste, jeśli liczba miejsc jest nieograniczona.

recurrence-daily =
    { $n ->
        [1] codziennie
        [few] co { $n } dni
       *[many] co { $n } dni
    }
recurrence-weekly =
    { $n ->
        [1] co tydzień
        [few] co { $n } tygodnie
       *[many] co { $n } tygodni
    }
recurrence-monthly =
    { $n ->
        [1] co miesiąc
        [few] co { $n } miesiące
       *[many] co { $n } miesięcy
    }
recurrence-yearly =
    { $n ->
        [1] co roku
        [few] co { $n } lata
       *[many] co { $n } lat
    }
recurrence-on = { $every } ({ $days })
recurrence-nth = { $n }. { $day } miesiąca
recurrence-nth-last =
    { $n ->
        [1]
            { $weekday ->
                [WEDNESDAY] ostatnia { $day } miesiąca
                [SATURDAY] ostatnia { $day } miesiąca
                [SUNDAY] ostatnia { $day } miesiąca
               *[other] ostatni { $day } miesiąca
            }
       *[other] { $n }. { $day } od końca miesiąca
    }
recurrence-month-day = { $n }. dnia
recurrence-month-day-last =
    { $n ->
        [1] ostatniego dnia
       *[other] { $n }. dnia od końca
    }
recurrence-count =
    { $n ->
        [one] { $rule }, { $n } raz
        [few] { $rule }, { $n } razy
       *[many] { $rule }, { $n } razy
    }
recurrence-until = { $rule }, do { $date }

event-when-day = { $weekday }, { $date }
event-when-days = { $first } – { $last }
event-when-hours = { $day }, { $starts }–{ $ends }

event-level-preschool = przedszkole
event-level-primary_1_3 = klasy 1–3
event-level-primary_4_8 = klasy 4–8
event-level-secondary = szkoła ponadpodstawowa
event-level-adult = dorośli

event-sign-up-none = wstęp wolny, bez zapisów
event-sign-up-event = zapisy na całe wydarzenie
event-sign-up-date = zapisy na wybrany termin
event-sign-up-link = zapisy na stronie organizatora

event-feed-title = Wydarzenia: { $city }
event-feed-cancelled = Odwołane: { $title }

school-year-term-start = Początek roku szkolnego
school-year-term-end = Zakończenie zajęć w szkołach
school-year-christmas = Zimowa przerwa świąteczna
school-year-winter = Ferie zimowe
school-year-easter = Wiosenna przerwa świąteczna
school-year-summer = Wakacje
holiday-new-year = Nowy Rok
holiday-epiphany = Święto Trzech Króli
holiday-easter = Wielkanoc
holiday-easter-monday = Poniedziałek Wielkanocny
holiday-labour = Święto Pracy
holiday-constitution = Święto Konstytucji 3 Maja
holiday-pentecost = Zielone Świątki
holiday-corpus-christi = Boże Ciało
holiday-assumption = Wniebowzięcie Najświętszej Maryi Panny, Święto Wojska Polskiego
holiday-all-saints = Wszystkich Świętych
holiday-independence = Narodowe Święto Niepodległości
holiday-christmas-eve = Wigilia Bożego Narodzenia
holiday-christmas = Boże Narodzenie
holiday-christmas-second = Drugi dzień Bożego Narodzenia
