# Ludzie: role, odmowy, listy o logowaniu, zaproszeniach i kontach.

role-citizen = mieszkaniec
role-contributor = współautor
role-manager = opiekun placówki
role-editor = redaktor
role-admin = administrator miasta
role-operator = operator platformy

device-unknown = Nieznana przeglądarka
account-erase-phrase = usuń moje konto

refusal-email-invalid = Podaj adres e-mail, na przykład anna@example.org.
refusal-mail-sent-already = Wysłaliśmy już na ten adres kilka wiadomości. Użyj kodu albo linku z ostatniej, działa { $minutes } minut. Zajrzyj też do spamu.
refusal-too-many-from-here = Z tego miejsca poproszono o bardzo wiele kodów. Odczekaj kilka minut i spróbuj ponownie.
refusal-sign-in-unknown = Nie ma takiego logowania albo zostało już usunięte. Poproś o nowy kod.
refusal-sign-in-expired = Kod i link działają kwadrans, a ten czas minął. Poproś o nowy kod.
refusal-sign-in-used = Ten kod lub link został już użyty. Jeśli logowanie się nie udało, poproś o nowy.
refusal-sign-in-other-host = Logowanie zaczęło się pod adresem { $host }. Dokończ je tam albo poproś o nowy kod tutaj.
refusal-sign-in-other-browser = Logowanie zaczęło się w innej przeglądarce. Wróć do niej i wpisz kod z wiadomości albo zacznij tu od nowa.
refusal-wrong-code =
    { $left ->
        [one] To nie ten kod. Sprawdź cyfry w wiadomości, została jeszcze { $left } próba.
        [few] To nie ten kod. Sprawdź cyfry w wiadomości, zostały jeszcze { $left } próby.
       *[many] To nie ten kod. Sprawdź cyfry w wiadomości, zostało jeszcze { $left } prób.
    }
refusal-too-many-tries = Tego kodu nie da się już wpisać, bo za wiele prób było błędnych. Użyj linku z tej samej wiadomości albo poproś o nowy kod.
refusal-link-taken = Tym kontem u dostawcy logujesz się już do innego konta. Wyloguj się i wejdź tamtą drogą.

refusal-person-name-missing = Wpisz nazwę albo imię.
refusal-person-name-too-long = Skróć nazwę, najwyżej { $most } znaków.
refusal-birth-date-in-future = Ta data jest w przyszłości. Podaj dzień urodzenia.
refusal-birth-date-too-early = Profil jest dla osób do { $years } lat. Sprawdź rok urodzenia.
refusal-child-interest-unknown = Nie znamy zainteresowania „{ $interest }”. Wybierz z listy.
refusal-child-too-many-interests = Wybierz najwyżej { $most } zainteresowań.
refusal-child-place-unknown = Nie znamy miejsca „{ $place }”. Wpisz nazwę osiedla, ulicy albo szkoły.
refusal-person-institution-unknown = Nie ma takiej placówki. Wybierz ją z listy.
refusal-too-many-children = Na jednym koncie może być najwyżej { $most } profili. Usuń któryś, by dodać następny.

refusal-role-of-everybody = Tę rolę ma każdy, kto ma konto. Wybierz inną.
refusal-role-needs-institution = Ta rola dotyczy jednej placówki. Wskaż której.
refusal-role-of-whole-city = Ta rola dotyczy całego miasta. Nie wskazuj placówki.
refusal-last-manager = Placówka zostałaby bez opiekuna. Najpierw zaproś następcę albo poproś administratora miasta.
refusal-last-admin = Miasto zostałoby bez administratora. Najpierw mianuj następcę.
refusal-too-many-invitations = Na odpowiedź czeka już { $most } zaproszeń. Cofnij niepotrzebne, by wysłać następne.
refusal-invitation-unknown = Nie ma takiego zaproszenia. Sprawdź, czy link z wiadomości jest cały.
refusal-invitation-expired = Zaproszenie straciło ważność. Poproś osobę, która je wysłała, o nowe.
refusal-invitation-used = To zaproszenie zostało już przyjęte.
refusal-invitation-revoked = To zaproszenie zostało cofnięte. W razie pytań zwróć się do osoby, która je wysłała.
refusal-invitation-other-address = Zaproszenie wysłano na inny adres. Zaloguj się tym adresem, na który przyszło.

refusal-token-role-too-high = Token nie może więcej niż Twoje konto. Wybierz rolę, którą masz.
refusal-token-lifetime = Token działa od 1 do { $most } dni. Podaj liczbę dni.
refusal-too-many-tokens = Działa już { $most } tokenów tego konta. Unieważnij niepotrzebne, by utworzyć następny.
refusal-erase-not-confirmed = Aby usunąć konto, przepisz dokładnie: { $expected }

personal-data-readme =
    Oto wszystko, co portal miasta { $city } wie o Tobie. Stan na { $date }.

    Każdy plik JSON to jedna część portalu. Plik identity.json zawiera konto, role, profile dzieci, urządzenia, tokeny i wysłane wiadomości.
    Pliki otworzysz w każdym edytorze tekstu i przeniesiesz do innego serwisu.

mail-sign-in-subject = { $code } – kod logowania
mail-sign-in-lead = Oto Twój kod logowania do portalu miasta { $city }:
mail-sign-in-code-hint = Wpisz go w oknie, w którym zaczęło się logowanie. Działa { $minutes } minut i tylko raz.
mail-sign-in-link-lead = W tej samej przeglądarce wystarczy też link:
mail-sign-in-button = Zaloguj się
mail-sign-in-not-you = Jeśli to nie Ty prosisz o kod, nic nie rób. Bez tej wiadomości nikt się nie zaloguje. Nie podawaj kodu nikomu, także osobom, które przedstawią się jako pracownicy urzędu.

mail-invitation-subject = Zaproszenie: { $role }, { $place }
mail-invitation-lead = Zapraszamy Cię do współtworzenia portalu miasta { $city }.
mail-invitation-lead-by = { $by } zaprasza Cię do współtworzenia portalu miasta { $city }.
mail-invitation-role = Rola: { $role }
mail-invitation-institution = Placówka: { $institution }
mail-invitation-hint = Zaloguj się adresem, na który przyszła ta wiadomość. Zaproszenie jest ważne { $days } dni.
mail-invitation-button = Przyjmij zaproszenie
mail-invitation-not-you = Jeśli nie wiesz, o co chodzi, zignoruj tę wiadomość. Bez Twojej zgody nic się nie stanie.

mail-retire-subject = Twoje konto zostanie usunięte – { $city }
mail-retire-lead = Od trzech lat nie zaglądasz do portalu miasta { $city }. Za { $days } dni usuniemy Twoje konto i wszystko, co jest z nim związane, bo danych nie trzymamy dłużej, niż są potrzebne.
mail-retire-hint = Jeśli konto ma zostać, po prostu się zaloguj:
mail-retire-button = Zaloguj się
