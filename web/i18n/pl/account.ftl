# Konto, profile dzieci, zaproszenia, zespół placówki, tokeny i ludzie miasta

account-title = Moje konto
account-hello = Dzień dobry, { $name }
account-since = Konto istnieje od { $date }.
account-roles = Twoje role
account-invitations =
    { $n ->
        [one] Czeka na Ciebie zaproszenie
       *[other] Czekają na Ciebie zaproszenia
    }

children-title = Dzieci
children-empty = Dodaj profil dziecka, a wyszukiwarka sama uwzględni wiek, zainteresowania i to, skąd będzie blisko. Profil widzisz tylko Ty.
child-add = Dodaj dziecko
child-add-another = Dodaj kolejne dziecko
child-age-months =
    { $n ->
        [0] noworodek
        [one] { $n } miesiąc
        [few] { $n } miesiące
       *[many] { $n } miesięcy
    }
child-search = Szukaj zajęć: { $name }
child-edit = Zmień profil
child-edit-of = Zmień profil: { $name }
child-born = data urodzenia: { $date }

child-title = Profil: { $name }
child-new-title = Nowy profil dziecka
child-new-lead = Wystarczy imię albo pseudonim i data urodzenia. Resztę możesz dopisać później.
child-name = Imię lub pseudonim
child-name-hint = Tylko dla Ciebie, na przykład Ania. Nazwisko nie jest potrzebne.
child-birth-date = Data urodzenia
child-birth-date-hint = Z niej obliczamy wiek, gdy szukasz zajęć.
child-birth-date-missing = Podaj datę urodzenia.
child-birth-date-wrong = To nie jest data. Wpisz dzień, miesiąc i rok, na przykład 7.05.2017.
child-interests = Zainteresowania
child-interests-field = Co lubi?
child-interests-hint = Zajęcia o tej tematyce pokażemy najpierw. Otwórz grupę i zaznacz, co pasuje.
child-interests-chosen = Wybrane: { $names }
child-interests-count = wybrane: { $n }
child-home = Okolica
child-home-hint = Osiedle albo ulica bez numeru, na przykład Pogodno. Stąd mierzymy, czy jest blisko.
child-school = Szkoła lub przedszkole
child-school-hint = Zacznij pisać nazwę i wybierz z listy.
child-privacy = Profilu dziecka nikt poza Tobą nie przegląda. Jeśli kiedyś zajrzy do niego administrator miasta, zostanie to zapisane w dzienniku.
child-read-noted = To, że przeglądasz profil dziecka, zapisaliśmy w dzienniku.
child-delete-title = Usuń profil
child-delete-text = Profil zniknie od razu i na zawsze: { $name }, data urodzenia, zainteresowania, okolica i szkoła. Nie da się tego cofnąć.
child-delete = Usuń na zawsze: { $name }

institution-pick-hint = Zacznij pisać nazwę i wybierz z listy.
institution-find = Znajdź
institution-found = Która to placówka?
institution-none-found = Nie znaleźliśmy takiej placówki. Spróbuj krótszej nazwy, na przykład samego numeru albo patrona.
institution-not-picked = Wybierz placówkę z listy: sama nazwa nie wystarczy, bo może ją nosić kilka. Użyj przycisku „Znajdź”.
institution-not-named = Wpisz nazwę lub jej część, a potem naciśnij „Znajdź”.

profile-title = Profil i język
profile-name = Jak się do Ciebie zwracać?
profile-name-hint = Tak podpiszemy Twoje opinie i propozycje. Gdy pole jest puste, pokazujemy początek adresu e-mail.
profile-language = Język wiadomości
profile-language-hint = W tym języku piszemy do Ciebie e-maile.
profile-email = Adres e-mail

ways-title = Sposoby logowania
ways-email = Adres potwierdzony, wysyłamy na niego kody do logowania.
ways-email-unverified = Adres jeszcze niepotwierdzony. Potwierdzisz go, logując się kodem z wiadomości.
ways-linked = połączono { $date }
ways-hint = Aby dodać kolejny sposób, zaloguj się nim: jeśli adres jest ten sam, zaproponujemy połączenie.

devices-title = Twoje urządzenia
device-current = to urządzenie
device-since = zalogowano { $moment }
device-seen = ostatnio { $moment }
device-sign-out = Wyloguj
device-sign-out-of = Wyloguj: { $name }
devices-sign-out-others = Wyloguj pozostałe

data-title = Twoje dane
data-download-title = Kopia danych
data-download-hint = Wszystko, co o Tobie wiemy, w jednym archiwum ZIP.
data-download = Pobierz dane
data-erase-title = Usunięcie konta
data-erase-hint = Razem z profilami dzieci, na zawsze.
data-erase = Usuń konto

erase-title = Usuń konto
erase-lead = Konta nie da się odzyskać. Zobacz, co zniknie, a co zostanie.
erase-goes = Zniknie od razu
erase-goes-account = adres, nazwa, sposoby logowania i wszystkie zalogowane urządzenia
erase-goes-children =
    { $n ->
        [one] profil dziecka: { $names }
       *[other] profile dzieci: { $names }
    }
erase-goes-role = rola: { $role } ({ $place })
erase-goes-tokens = tokeny API, zaproszenia i wysłane wiadomości
erase-goes-drafts = szkice propozycji, których nie wysłano
erase-goes-reviews = Twoje opinie i zgłoszenia; średnie oceny policzymy bez nich
erase-stays = Zostanie, ale bez związku z Tobą
erase-stays-entries = wpisy w katalogu, które powstały z Twoich propozycji
erase-stays-log = dziennik czynności urzędowych, w którym jest tylko numer konta, prowadzący już donikąd
erase-download-first = Chcesz zachować kopię?
erase-confirm-email = Aby potwierdzić, wpisz swój adres e-mail
erase-confirm-phrase = Aby potwierdzić, przepisz zdanie
erase-confirm-hint = Wpisz dokładnie: { $expected }
erase-button = Usuń konto na zawsze
erase-keep = Zostaw konto

role-in-whole-city = całe miasto { $city }
role-choice = Rola
role-not-chosen = Wybierz rolę.
role-may-contributor = Pisze w imieniu placówki, a jej wpisy sprawdza redakcja.
role-may-manager = Prowadzi wpisy placówki, jej zespół i tokeny.
role-may-editor = Sprawdza propozycje i prowadzi katalog całego miasta.
role-may-admin = Nadaje role, widzi konta i dziennik, odpowiada za dane.
role-give-up = Zrezygnuj
role-give-up-of = Zrezygnuj z roli: { $role }, { $place }
role-give-up-ask = Rezygnujesz z roli „{ $role }”. Odzyskasz ją tylko wtedy, gdy ktoś nada ją ponownie.
role-grant-title = Nadaj rolę
role-grant = Nadaj rolę
role-revoke = Odbierz
role-revoke-of = Odbierz rolę: { $role }, { $place }
role-revoke-ask = Odebrać rolę „{ $role }”? { $name } straci ją od razu.
role-institution = Placówka
role-institution-hint = Tylko dla współautora i opiekuna. Redaktor i administrator działają w całym mieście.
role-not-to-oneself = Roli nie można nadać samemu sobie. Może to zrobić inny administrator.

invitation-title = Zaproszenie
invitation-lead = Zaproszono Cię do współtworzenia portalu miasta { $city }.
invitation-accept = Przyjmij zaproszenie
invitation-accept-as = Przyjmij zaproszenie: { $role }, { $place }
invitation-later = Nie teraz
invitation-by = zaprasza { $name }
invitation-until = ważne do { $date }
invitation-sent-on = wysłano { $date }
invitation-as = Masz otwarte konto { $email }. Jeśli zaproszenie przyszło na inny adres, wyloguj się i wejdź tamtym.
invitation-as-nobody = Twoje konto nie ma adresu e-mail. Wyloguj się i wejdź adresem, na który przyszło zaproszenie.
invitation-revoke = Cofnij
invitation-revoke-for = Cofnij zaproszenie: { $email }
invitations-title = Zaproszenia
invitations-none = Żadne zaproszenie nie czeka na odpowiedź.
invitations-waiting = Czekają na odpowiedź
invitations-city-lead = Zaproś osoby, które poprowadzą portal miasta { $city }. Współautorów i opiekunów zaprasza się na stronie zespołu placówki.

invite-title = Zaproś do zespołu
invite-email = Adres e-mail
invite-email-hint = Wyślemy na niego link, ważny dwa tygodnie. Przyjmie go tylko osoba, do której adres należy.
invite-send = Wyślij zaproszenie

team-title = Zespół
team-of = Zespół: { $name }
team-link = Zespół
team-members = Osoby w zespole
team-empty = Nikt jeszcze nie prowadzi tej placówki. Zaproś pierwszą osobę.
team-you = to Ty
team-since = od { $date }
team-remove = Usuń
team-remove-of = Usuń z zespołu: { $name }
team-remove-ask = Usunąć z zespołu? { $name } straci dostęp od razu, a tokeny tej osoby przestaną działać.
team-leave = Odejdź
team-leave-of = Odejdź z zespołu: { $name }
team-leave-ask = Odchodzisz z zespołu: { $name }. Wrócisz tylko wtedy, gdy ktoś Cię zaprosi.

tokens-title = Tokeny API
tokens-of = Tokeny API: { $name }
tokens-own = Twoje tokeny API
tokens-lead = Token pozwala własnemu programowi placówki – na przykład systemowi zapisów – pisać do katalogu w jej imieniu.
tokens-working = Działające
tokens-none = Nie ma działających tokenów.
tokens-ended =
    { $n ->
        [one] { $n } zakończony token
        [few] { $n } zakończone tokeny
       *[many] { $n } zakończonych tokenów
    }
token-create-title = Nowy token
token-create = Utwórz token
token-name = Nazwa
token-name-hint = Po niej go rozpoznasz, na przykład „System zapisów”.
token-name-missing = Wpisz nazwę tokenu.
token-days = Na ile dni?
token-days-hint = Od 1 do 730. Krótszy czas to mniejsze ryzyko, gdy token wycieknie.
token-days-wrong = Wpisz liczbę dni, na przykład 365.
token-created = Token „{ $name }” jest gotowy
token-created-hint = Skopiuj go teraz do swojego programu. Nie pokażemy go ponownie: przechowujemy tylko skrót.
token-use-hint = Program wysyła go w nagłówku:
token-used = ostatnio użyty { $date }
token-unused = jeszcze nieużyty
token-until = działa do { $date }
token-expired = wygasł
token-revoked = unieważniony
token-revoke = Unieważnij
token-revoke-of = Unieważnij token: { $name }
token-revoke-ask = Unieważnić token „{ $name }”? Program, który go używa, przestanie działać od razu.

people-title = Ludzie
people-accounts = Konta
people-search = Szukaj kont
people-q = Nazwa lub adres
people-role = Rola
people-role-any = dowolna
people-none = Nie ma takich kont
people-none-hint = Wystarczy część nazwy albo adresu. Konto powstaje przy pierwszym logowaniu.
people-all = Pokaż wszystkie konta
person-seen = ostatnio { $date }
person-seen-last = Ostatnia wizyta
person-since = Konto od
person-verified = Adres potwierdzony
person-log = Dziennik tego konta
person-roles = Role
person-roles-none = To konto nie ma żadnej roli.
person-children = Dzieci
person-children-hint = Profile dzieci są chronione. Zajrzyj do nich tylko, gdy to konieczne: każde obejrzenie zapisujemy w dzienniku.
person-children-show = Pokaż i zapisz w dzienniku
person-children-none = To konto nie ma profili dzieci.

audit-title = Dziennik
audit-lead = Kto zajrzał do chronionych danych i co zrobiono z rolami, tokenami i kontami. Dziennika nie da się zmienić.
audit-of = Tylko wpisy o: { $subject }.
audit-all = Pokaż wszystkie
audit-none = W dzienniku nie ma takich wpisów.
audit-number = Numer
audit-older = Starsze wpisy
audit-newest = Wróć do najnowszych
audit-by-system = System
audit-by-anonymous = Ktoś niezalogowany
audit-by-gone = Usunięte konto
audit-account-erase = usunięto konto
audit-account-export = pobrano kopię danych
audit-account-join = połączono sposób logowania z kontem
audit-account-read = obejrzano konto
audit-child-read = obejrzano profil dziecka
audit-entry-archive = zarchiwizowano wpis
audit-entry-restore = przywrócono wpis
audit-invitation-create = wysłano zaproszenie
audit-invitation-revoke = cofnięto zaproszenie
audit-participants-add = dodano uczestników
audit-participants-remove = usunięto uczestników
audit-picture-remove = usunięto zdjęcie
audit-role-grant = nadano rolę
audit-role-revoke = odebrano rolę
audit-token-create = utworzono token
audit-token-revoke = unieważniono token
audit-entries-import = zaimportowano wpisy placówki
audit-entry-revert = przywrócono wcześniejszą wersję wpisu
audit-entry-save = zapisano wpis
audit-promotion-create = sprzedano miejsce promowane
audit-promotion-end = zakończono promowanie
audit-promotion-update = zmieniono miejsce promowane
audit-review-moderate = rozpatrzono opinię
audit-review-reply-remove = usunięto odpowiedź na opinię
audit-submission-approve = zatwierdzono propozycję
audit-submission-assign = przydzielono propozycję
audit-submission-merge = scalono propozycję z wpisem
audit-submission-reject = odrzucono propozycję
audit-submission-save = zapisano propozycję
audit-submission-send-back = odesłano propozycję do poprawy
audit-submission-submit = wysłano propozycję
audit-submission-undo = cofnięto decyzję o propozycji
audit-submission-withdraw = wycofano propozycję

done-profile-saved = Zapisano profil.
done-invitation-accepted = Zaproszenie przyjęte. Nowa rola już działa.
done-invitation-sent = Zaproszenie wysłane.
done-invitation-revoked = Zaproszenie cofnięte. Link z wiadomości przestał działać.
done-role-given-up = Rola oddana.
done-role-granted = Rola nadana.
done-role-revoked = Rola odebrana.
done-device-revoked = Urządzenie wylogowane.
done-devices-revoked = Pozostałe urządzenia wylogowane.
done-token-revoked = Token unieważniony.
done-member-removed = Osoba usunięta z zespołu.
done-child-saved = Zapisano profil dziecka.
done-child-deleted = Profil dziecka usunięty.
done-account-erased = Konto i wszystko, co z nim związane, zostało usunięte.

# Temat widać na zablokowanym telefonie, więc kodu w nim nie ma.
mail-sign-in-title = Kod logowania – { $city }
