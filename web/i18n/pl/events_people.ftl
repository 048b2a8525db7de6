# Wydarzenia i ludzie: zapisy, zmiany, kalendarz rodziny, wspólne wydarzenia, kalendarze placówek.

refusal-events-sign-up-none = Na to wydarzenie nie trzeba się tu zapisywać. Sprawdź na jego stronie, jak wziąć udział.
refusal-events-sign-up-not-open = Zapisy zaczną się { $date }. Wróć wtedy albo zachowaj wydarzenie, żeby o nim pamiętać.
refusal-events-sign-up-closed = Zapisy już się skończyły. Zapytaj organizatora, czy jest jeszcze miejsce.
refusal-events-sign-up-over = To już się zaczęło albo minęło. Wybierz inny termin.
refusal-events-sign-up-date-missing = Wybierz termin, na który się zapisujesz.
refusal-events-sign-up-date-unknown = Takiego terminu nie ma albo został odwołany. Wybierz inny.
refusal-events-sign-up-people =
    { $most ->
        [one] Podaj liczbę osób od 1 do { $most }.
        [few] Podaj liczbę osób od 1 do { $most }.
       *[many] Podaj liczbę osób od 1 do { $most }.
    }
refusal-events-sign-up-note-too-long =
    { $most ->
        [one] Uwaga jest za długa. Skróć ją do { $most } znaku.
       *[other] Uwaga jest za długa. Skróć ją do { $most } znaków.
    }
refusal-events-sign-up-child-unknown = Nie masz profilu tego dziecka. Wybierz jedno ze swoich albo nikogo.
refusal-events-sign-up-full = Wszystkie miejsca są zajęte. Zachowaj wydarzenie i zajrzyj później: ktoś może zrezygnować.
refusal-events-sign-up-too-few =
    { $left ->
        [one] Dla tylu osób nie ma miejsca. Możesz zapisać najwyżej { $left } osobę.
        [few] Dla tylu osób nie ma miejsca. Możesz zapisać najwyżej { $left } osoby.
       *[many] Dla tylu osób nie ma miejsca. Możesz zapisać najwyżej { $left } osób.
    }
refusal-events-sign-up-already = Ten zapis już jest. Znajdziesz go na swojej liście wydarzeń.
refusal-events-sign-up-too-many-people =
    { $most ->
        [one] Z jednego konta można zapisać na termin najwyżej { $most } osobę. Większą grupę zgłoś organizatorowi.
        [few] Z jednego konta można zapisać na termin najwyżej { $most } osoby. Większą grupę zgłoś organizatorowi.
       *[many] Z jednego konta można zapisać na termin najwyżej { $most } osób. Większą grupę zgłoś organizatorowi.
    }
refusal-events-sign-up-too-many =
    { $most ->
        [one] Masz już { $most } zapis. Zrezygnuj z czegoś, żeby zapisać się na więcej.
        [few] Masz już { $most } zapisy. Zrezygnuj z czegoś, żeby zapisać się na więcej.
       *[many] Masz już { $most } zapisów. Zrezygnuj z czegoś, żeby zapisać się na więcej.
    }
refusal-events-keep-too-many =
    { $most ->
        [one] Zachowane jest już { $most } wydarzenie. Usuń coś z listy, żeby dodać następne.
        [few] Zachowane są już { $most } wydarzenia. Usuń coś z listy, żeby dodać następne.
       *[many] Zachowanych jest już { $most } wydarzeń. Usuń coś z listy, żeby dodać następne.
    }

refusal-events-institution-unknown = Nie ma takiej placówki. Wybierz ją z listy.
refusal-events-already-organiser = Ta placówka już organizuje to wydarzenie.
refusal-events-already-invited = Zaproszenie albo prośba tej placówki już czeka na odpowiedź.
refusal-events-too-many-organisers =
    { $most ->
        [one] Wydarzenie może mieć najwyżej { $most } organizatora.
       *[other] Wydarzenie może mieć najwyżej { $most } organizatorów.
    }
refusal-events-nobody-answers = Po drugiej stronie nikt nie odbiera jeszcze wiadomości w portalu. Zadzwoń albo napisz na adres placówki.
refusal-events-message-missing = Napisz wiadomość.
refusal-events-message-too-long =
    { $most ->
        [one] Wiadomość jest za długa. Skróć ją do { $most } znaku.
       *[other] Wiadomość jest za długa. Skróć ją do { $most } znaków.
    }
refusal-events-already-answered = Na to już odpowiedziano albo zaproszenie wycofano. Odśwież stronę.
refusal-events-not-organiser = Ta placówka nie organizuje tego wydarzenia.
refusal-events-last-organiser = Nikt inny nie organizuje tego wydarzenia. Jeśli się nie odbędzie, zarchiwizuj je.

refusal-events-url-wrong = To nie jest adres kalendarza. Wklej adres, który zaczyna się od https:// albo webcal://, bez nazwy użytkownika, hasła i numeru portu.
refusal-events-url-internal = Ten adres prowadzi do sieci wewnętrznej. Podaj adres, który działa w internecie.
refusal-events-too-many-sources =
    { $most ->
        [one] Placówka może mieć najwyżej { $most } kalendarz. Usuń ten, którego nie potrzebuje.
        [few] Placówka może mieć najwyżej { $most } kalendarze. Usuń te, których nie potrzebuje.
       *[many] Placówka może mieć najwyżej { $most } kalendarzy. Usuń te, których nie potrzebuje.
    }
refusal-events-source-known = Ten kalendarz jest już dodany.

events-calendar-not-text = Plik nie jest zapisany w UTF-8. Zapisz lub wyeksportuj kalendarz ponownie.
events-calendar-not-calendar = Pod tym adresem nie ma kalendarza iCalendar. Często jest tam strona logowania: sprawdź, czy adres jest publiczny.
events-calendar-too-many-lines =
    { $most ->
        [one] Kalendarz ma więcej niż { $most } wiersz. Podziel go albo usuń z niego stare wydarzenia.
        [few] Kalendarz ma więcej niż { $most } wiersze. Podziel go albo usuń z niego stare wydarzenia.
       *[many] Kalendarz ma więcej niż { $most } wierszy. Podziel go albo usuń z niego stare wydarzenia.
    }
events-calendar-too-many-events =
    { $most ->
        [one] Kalendarz ma więcej niż { $most } wydarzenie. Podziel go albo usuń z niego stare wydarzenia.
        [few] Kalendarz ma więcej niż { $most } wydarzenia. Podziel go albo usuń z niego stare wydarzenia.
       *[many] Kalendarz ma więcej niż { $most } wydarzeń. Podziel go albo usuń z niego stare wydarzenia.
    }
events-calendar-url-wrong = Adres kalendarza albo ten, na który on przekierowuje, nie jest zwykłym adresem strony. Popraw go.
events-calendar-url-internal = Adres kalendarza prowadzi do sieci wewnętrznej. Podaj adres, który działa w internecie.
events-calendar-unreachable = Serwer kalendarza nie odpowiada. Spróbujemy ponownie; sprawdź, czy adres działa w przeglądarce.
events-calendar-too-slow = Serwer kalendarza odpowiada zbyt długo. Spróbujemy ponownie.
events-calendar-too-large = Kalendarz jest za duży: czytamy najwyżej { $most } MB. Podziel go albo usuń z niego stare wydarzenia.
events-calendar-encoded = Serwer wysyła kalendarz spakowany, choć o to nie prosimy. Poproś administratora serwera o wyłączenie kompresji dla tego adresu.
events-calendar-redirects = Adres kalendarza przekierowuje w kółko. Podaj adres, pod którym kalendarz jest naprawdę.
events-calendar-status = Serwer kalendarza odpowiada: { $value }. Sprawdź, czy adres jest aktualny i publiczny.
events-calendar-event-too-large = Wydarzenie ma zbyt długi opis. Skróć go w kalendarzu.
events-calendar-event-unreadable = Nie da się odczytać tego wydarzenia. Zapisz je w kalendarzu od nowa.
events-calendar-uid-missing = Wydarzenie nie ma identyfikatora (UID), więc nie rozpoznamy go następnym razem.
events-calendar-uid-too-long = Identyfikator wydarzenia (UID) jest dłuższy niż { $most } znaków.
events-calendar-start-missing = Wydarzenie nie mówi, kiedy się zaczyna (DTSTART).
events-calendar-time-unreadable = Nie da się odczytać daty lub godziny tego wydarzenia. Ustaw je w kalendarzu od nowa.
events-calendar-zone-unknown = Nie znamy strefy czasowej „{ $value }”. Ustaw w kalendarzu strefę Europe/Warsaw.
events-calendar-too-many-dates = Wydarzenie ma zbyt wiele wyjątków. Podziel je na kilka.
events-calendar-rules-too-many = Wydarzenie ma kilka reguł powtarzania (RRULE). Zostaw jedną.
events-calendar-rule-unreadable = Nie rozumiemy reguły powtarzania „{ $value }”. Ustaw powtarzanie co dzień, tydzień, miesiąc albo rok.
events-calendar-rule-empty = Reguła powtarzania „{ $value }” nie daje żadnego terminu.
events-calendar-rule-foreign = Reguła powtarzania „{ $value }” działa w innej strefie czasowej, której zegary zmieniają się inaczej niż u nas. Ustaw w kalendarzu strefę Europe/Warsaw.
events-calendar-rule-cut = To wydarzenie powtarza się bez końca lub bardzo długo. Przyjęliśmy terminy do { $value }; następne dojdą same.
events-calendar-extra-dates = Dodatkowe terminy (RDATE) pominięto. Dodaj je w kalendarzu jako osobne wydarzenia.
events-calendar-date-differs = Termin { $value } ma w kalendarzu inny tytuł lub miejsce niż pozostałe. Przyjęliśmy tylko jego godziny.
events-calendar-future-differs = Zmiany „od tego terminu” pominięto. Podziel wydarzenie w kalendarzu na dwa.
events-calendar-repeated = Ten identyfikator powtarza się w kalendarzu. Przyjęliśmy najnowszą wersję.
events-calendar-private =
    { $value ->
        [one] Pominięto { $value } wydarzenie prywatne lub poufne.
        [few] Pominięto { $value } wydarzenia prywatne lub poufne.
       *[many] Pominięto { $value } wydarzeń prywatnych lub poufnych.
    }
events-calendar-past =
    { $value ->
        [one] Pominięto { $value } wydarzenie, które już minęło.
        [few] Pominięto { $value } wydarzenia, które już minęły.
       *[many] Pominięto { $value } wydarzeń, które już minęły.
    }
events-calendar-desk-kept = Zmieniono tu to wydarzenie ręcznie, więc zostaje, jak jest, choć kalendarz mówi co innego ({ $value }).

events-csv-GOING = Bierze udział
events-csv-WAITING = Czeka na miejsce
events-csv-date = Termin
events-csv-name = Osoba
events-csv-people = Liczba osób
events-csv-state = Stan
events-csv-note = Uwagi
events-csv-signed-up = Zapis z dnia

events-family-title = Nasze wydarzenia, { $city }
events-family-waiting = Lista rezerwowa: na razie nie ma miejsca.

events-mail-changed-subject = Zmiana: „{ $title }”
events-mail-changed-text = Zmieniło się wydarzenie „{ $title }”, na które masz zapis.
events-mail-back-subject = Jednak się odbędzie: „{ $title }”
events-mail-back-text = Wydarzenie „{ $title }”, na które masz zapis, jednak się odbędzie. Termin: { $when }.
events-mail-date-was = Było: { $when }
events-mail-date-is = Jest: { $when }
events-mail-date-off = Nie odbędzie się: { $when }
events-mail-date-new = Nowy termin: { $when }
events-mail-place-was = Miejsce było: { $place }
events-mail-place-is = Miejsce jest: { $place }
events-mail-place-open = jeszcze niepodane
events-mail-changed-next = Twój zapis pozostaje ważny. Jeśli nowy termin lub miejsce nie pasuje, zrezygnuj na stronie wydarzenia, a miejsce dostanie ktoś inny:
events-mail-off-subject = Odwołane: „{ $title }”
events-mail-off-text = Wydarzenie „{ $title }”, na które masz zapis, nie odbędzie się. Nie musisz nic robić.
events-mail-up-subject = Jest miejsce: „{ $title }”
events-mail-up-text =
    { $people ->
        [one] Zwolniło się miejsce na wydarzeniu „{ $title }”: Twój zapis dla { $people } osoby jest teraz pewny.
       *[other] Zwolniły się miejsca na wydarzeniu „{ $title }”: Twój zapis dla { $people } osób jest teraz pewny.
    }
events-mail-when = Kiedy: { $when }
events-mail-where = Gdzie: { $place }
events-mail-up-next = Jeśli nie przyjdziesz, zrezygnuj, żeby skorzystał ktoś inny:
events-mail-removed-subject = Twój zapis na „{ $title }” odwołano
events-mail-removed-text = Organizator wydarzenia „{ $title }” odwołał Twój zapis. O powód zapytaj organizatora.
events-mail-invited-subject = Zaproszenie do wspólnego wydarzenia „{ $title }”
events-mail-invited-text = { $organiser } zaprasza placówkę „{ $institution }” do wspólnej organizacji wydarzenia „{ $title }”. Jeśli przyjmiecie zaproszenie, wydarzenie będzie też Wasze.
events-mail-asked-subject = „{ $institution }” chce dołączyć do „{ $title }”
events-mail-asked-text = „{ $institution }” prosi o wspólną organizację wydarzenia „{ $title }”. Jeśli się zgodzicie, wydarzenie będzie też tej placówki.
events-mail-city = Redakcja miasta
events-mail-wrote = { $sender } pisze:
events-mail-answer-next = Odpowiedz w portalu:
events-mail-event = Wydarzenie:
events-mail-accepted-subject = Razem: „{ $title }”
events-mail-accepted-text = Placówki „{ $organiser }” i „{ $institution }” organizują teraz wydarzenie „{ $title }” razem. Obie mogą je zmieniać.
events-mail-declined-subject = Bez wspólnej organizacji: „{ $title }”
events-mail-declined-text = Odpowiedź w sprawie wydarzenia „{ $title }” i placówki „{ $institution }”: tym razem nie zorganizują go razem.
events-mail-message-subject = Wiadomość w sprawie „{ $title }”
events-mail-message-text = { $sender } ({ $institution }) pisze do organizatorów wydarzenia „{ $title }”:
events-mail-message-reply = Odpowiedz na adres: { $address }
events-mail-message-no-reply = Nadawca nie podał adresu. Odpowiedzieć można w portalu, na stronie wydarzenia.
events-mail-somebody = Ktoś z portalu
