# Strony redakcji: pulpit, propozycje, kolejka, własne wpisy, import, historia, potwierdzanie.

menu-propose = Zaproponuj

# Pulpit
desk-title = Pulpit
desk-back = Wróć na pulpit
desk-you = Ty
desk-nobody = Usunięte konto
desk-mend =
    { $n ->
        [one] { $n } zgłoszenie czeka na Twoją poprawkę
        [few] { $n } zgłoszenia czekają na Twoją poprawkę
       *[many] { $n } zgłoszeń czeka na Twoją poprawkę
    }
desk-mend-it = Popraw
desk-mend-of = Popraw zgłoszenie: { $title }
desk-work = Do zrobienia
desk-waiting =
    { $n ->
        [one] zgłoszenie w kolejce
        [few] zgłoszenia w kolejce
       *[many] zgłoszeń w kolejce
    }
desk-oldest = najstarsze z { $date }
desk-assigned =
    { $n ->
        [one] przydzielone Tobie
       *[many] przydzielonych Tobie
    }
desk-unassigned = bez opiekuna
desk-stale =
    { $n ->
        [one] wpis bez potwierdzenia
        [few] wpisy bez potwierdzenia
       *[many] wpisów bez potwierdzenia
    }
desk-institutions =
    { $n ->
        [one] Twoja placówka
       *[many] Twoje placówki
    }
desk-own = Twoje zgłoszenia
desk-own-none = Nie masz niczego w toku. Brakuje tu zajęć albo placówki? Zaproponuj wpis, a redakcja go sprawdzi.
desk-own-decided = Wcześniejsze zgłoszenia: { $n }
desk-sent-on = wysłano { $date }
desk-changed-on = ostatnia zmiana { $date }
desk-decisions = Ostatnie decyzje
desk-about-new-ACTIVITY = nowe zajęcia
desk-about-new-INSTITUTION = nowa placówka
desk-about-change-ACTIVITY = poprawka do zajęć
desk-about-change-INSTITUTION = poprawka do placówki
desk-kind-ACTIVITY = zajęcia
desk-kind-INSTITUTION = placówki
desk-mend-title = Poprawianie wpisu
desk-something-wrong = Coś się nie zgadza albo czegoś brakuje?
desk-may-edit = Ten wpis możesz zmieniać bez pytania redakcji.

# Propozycje
propose-title = Zaproponuj wpis
propose-lead = Katalog żyje dzięki mieszkańcom. Powiedz, czego w nim brakuje – redakcja sprawdzi i opublikuje.
propose-activity = Zaproponuj zajęcia
propose-activity-here = Zaproponuj zajęcia w tym miejscu
propose-activity-hint = Kółko, trening, warsztaty, półkolonie – cokolwiek dla dzieci i młodzieży.
propose-institution = Zaproponuj placówkę
propose-institution-hint = Dom kultury, klub sportowy, biblioteka, organizacja prowadząca zajęcia.
propose-own = Dodaj zajęcia od razu
propose-own-hint = Prowadzisz: { $name }. Twój wpis nie czeka w kolejce.
propose-for = Zaproponuj zajęcia: { $name }
propose-another = Zaproponuj kolejny wpis
propose-correct = Zaproponuj poprawkę
propose-correct-title = Co jest nie tak?
propose-correct-lead = „{ $title }” – zaproponuj poprawkę, a do czasu decyzji zostanie dotychczasowa wersja.
propose-correct-hint = Zmień to, co się nie zgadza. Redakcja zobaczy różnice.
propose-correct-of = Poprawka: { $title }
propose-correct-form-lead = Zmień tylko to, co się nie zgadza. Do czasu decyzji redakcji wszyscy widzą dotychczasową wersję.
propose-correct-how = Chcesz coś poprawić?
propose-correct-how-text = Otwórz stronę zajęć albo placówki i na dole wybierz „Zaproponuj poprawkę”.
propose-edit-hint = Masz do tego prawo, zmiana jest widoczna od razu.
propose-back-to-entry = Wróć do wpisu
propose-may-edit = Ten wpis możesz zmienić od razu, bez czekania.
propose-form-lead = Wpisz, co wiesz. Wystarczy tytuł i organizator, ale im więcej szczegółów, tym łatwiej trafią tu rodzice.
propose-sign-in-later = Możesz wypełnić formularz bez konta. Przy wysyłaniu poprosimy o potwierdzenie adresu e-mail, a to, co wpiszesz, zaczeka w tej przeglądarce.
propose-sign-in-first = Twoja przeglądarka nie uruchamia skryptów, więc nie zapamiętamy formularza. Najpierw się zaloguj.
propose-restored = Przywróciliśmy to, co było tu wpisane wcześniej.
propose-restored-forget = Zacznij od pustego formularza
propose-note = Wiadomość do redakcji
propose-note-hint = Na przykład skąd to wiesz albo kogo zapytać. Tego nie publikujemy.
propose-note-correct-hint = Na przykład skąd wiesz, że jest inaczej. Tego nie publikujemy.
propose-note-answer-hint = Odpowiedz redakcji, jeśli chcesz. Tego nie publikujemy.
propose-send = Wyślij do redakcji
propose-resend = Wyślij ponownie
propose-keep = Zapisz szkic
propose-what-next = Redakcja przeczyta zgłoszenie i odpisze na Twój adres e-mail. Możesz je wycofać, dopóki czeka.

similar-title = Czy to jedno z tych?
similar-hint = Jeśli te zajęcia lub ta placówka już tu są, nie dodawaj ich drugi raz – popraw istniejący wpis.
similar-hint-kept = Szkic jest zapisany. Zanim go wyślesz, sprawdź, czy katalog nie zna już tego wpisu.
similar-correct = Popraw ten wpis
similar-correct-of = Popraw istniejący wpis: { $title }

# Zgłoszenie oczami autora
submission-standing = Stan zgłoszenia
submission-means-DRAFT = Widzisz je tylko Ty. Wyślij je do redakcji, gdy będzie gotowe.
submission-means-WAITING = Redakcja jeszcze nie zdecydowała. Dopóki czeka, możesz je wycofać i zmienić.
submission-means-SENT_BACK = Redakcja prosi o poprawkę. Zmień, co trzeba, i wyślij ponownie.
submission-means-APPROVED = Dziękujemy! Wpis jest w katalogu.
submission-means-REJECTED = Redakcja nie przyjęła tego zgłoszenia.
submission-means-MERGED = Dziękujemy! Taki wpis już był, więc Twoje zgłoszenie go uzupełniło.
submission-means-WITHDRAWN = Zgłoszenie jest wycofane. Możesz do niego wrócić i wysłać je jeszcze raz.
submission-reason = Redakcja pisze:
submission-see-entry = Zobacz wpis
submission-see-published = Zobacz opublikowaną wersję
submission-in-queue = Otwórz w kolejce
submission-problems =
    { $n ->
        [one] Zanim wyślesz, popraw { $n } rzecz
        [few] Zanim wyślesz, popraw { $n } rzeczy
       *[many] Zanim wyślesz, popraw { $n } rzeczy
    }
submission-talk = Co się działo
submission-mend = Popraw zgłoszenie
submission-write = Treść zgłoszenia
submission-said = Treść zgłoszenia
submission-withdraw = Wycofaj zgłoszenie
submission-withdraw-ask = Wycofać zgłoszenie? Redakcja przestanie je widzieć w kolejce.
submission-withdraw-hint = Nic nie przepadnie: wycofane zgłoszenie możesz poprawić i wysłać ponownie.

# Kolejka
queue-title = Kolejka
queue-short = Zgłoszenia
queue-of = Zgłoszenia: { $name }
queue-not-yours = Kolejkę prowadzą redaktorzy i opiekunowie placówek. Swoje zgłoszenia znajdziesz na pulpicie.
queue-filter = Filtry kolejki
queue-text = Szukaj
queue-state = Stan
queue-state-all = wszystkie
queue-kind = Czego dotyczy
queue-any = wszystko
queue-assignee = Kto się zajmuje
queue-any-person = ktokolwiek
queue-any-institution = wszystkie
queue-this-institution = wybrana placówka
queue-mine = ja
queue-nobody = nikt
queue-apply = Pokaż
queue-clear = Wyczyść filtry
queue-pick = Zaznacz: { $title }
queue-changes =
    { $n ->
        [one] { $n } zmiana
        [few] { $n } zmiany
       *[many] { $n } zmian
    }
queue-conflict = konflikt
queue-problems =
    { $n ->
        [one] { $n } błąd
        [few] { $n } błędy
       *[many] { $n } błędów
    }
queue-bulk = Zaznaczone zgłoszenia
queue-bulk-hint = Każde rozstrzygamy osobno: jeśli któregoś nie da się przyjąć, pozostałe i tak zostaną.
queue-approve-all = Przyjmij zaznaczone
queue-bulk-refuse = Odeślij albo odrzuć zaznaczone
queue-send-back-all = Odeślij zaznaczone
queue-reject-all = Odrzuć zaznaczone
queue-none-chosen = Zaznacz co najmniej jedno zgłoszenie.
queue-no-decision = Wybierz, co zrobić z zaznaczonymi zgłoszeniami.
queue-some-left = Nie wszystko się udało
queue-left-one = To zgłoszenie
queue-none = Kolejka jest pusta. Wszystko rozstrzygnięte!
queue-none-filtered = Nie ma takich zgłoszeń. Zmień filtry albo je wyczyść.

# Rozstrzyganie
verdict-next = Następne (jeszcze { $n })
verdict-by = autor: { $name }
verdict-on-behalf = w imieniu: { $name }
verdict-assigned = zajmuje się: { $name }
verdict-assigned-me = zajmujesz się Ty
verdict-note = Autor pisze:
verdict-own = To Twoje zgłoszenie.
verdict-own-page = Otwórz je jako autor
verdict-conflict-text = Od wysłania zgłoszenia ktoś zmienił wpis w tych samych polach. Zdecyduj, która wersja zostaje: popraw przed przyjęciem albo przyjmij mimo to.
verdict-problems =
    { $n ->
        [one] Tego nie da się jeszcze opublikować: { $n } błąd
        [few] Tego nie da się jeszcze opublikować: { $n } błędy
       *[many] Tego nie da się jeszcze opublikować: { $n } błędów
    }
verdict-new-entry = Nowy wpis
verdict-changes =
    { $n ->
        [one] { $n } zmiana
        [few] { $n } zmiany
       *[many] { $n } zmian
    }
verdict-field = Pole
verdict-published = Opublikowane
verdict-proposed = Proponowane
verdict-before = Przedtem
verdict-after = Potem
verdict-seen = Autor widział
verdict-nothing = nic
verdict-removed = usunięto
verdict-no-changes = Zgłoszenie niczego już nie zmienia: katalog mówi to samo.
verdict-unchanged =
    { $n ->
        [one] Bez zmian: { $n } pole
        [few] Bez zmian: { $n } pola
       *[many] Bez zmian: { $n } pól
    }
verdict-see-published = Zobacz opublikowaną wersję
verdict-similar =
    { $n ->
        [one] { $n } podobny wpis w katalogu
        [few] { $n } podobne wpisy w katalogu
       *[many] { $n } podobnych wpisów w katalogu
    }
verdict-similar-hint = Jeśli to ten sam wpis, połącz: zgłoszenie uzupełni to, co jest opublikowane, zamiast tworzyć drugi wpis.
verdict-merge = Połącz z tym wpisem
verdict-merge-into = Połącz zgłoszenie z wpisem: { $title }
verdict-merge-ask = Połączyć z wpisem „{ $title }”? Wartości ze zgłoszenia zastąpią opublikowane.
verdict-compare = Porównaj pole po polu
verdict-same = Wszystko, co mówi zgłoszenie, jest już w tym wpisie.
verdict-jump = Przejdź do decyzji
verdict-edit = Popraw przed przyjęciem
verdict-edit-hint = Opublikujemy to, co zostawisz w tym formularzu. Autor dowie się, że zgłoszenie przyjęto.
verdict-approve-edited = Przyjmij z poprawkami
verdict-decide = Decyzja
verdict-decided = Rozstrzygnięte
verdict-approve = Przyjmij i opublikuj
verdict-overwrite = Przyjmij mimo konfliktu: liczy się zgłoszenie
verdict-reason = Powód
verdict-reason-hint = Autor przeczyta go w wiadomości, więc napisz, co poprawić. Na przykład: „Podaj godziny zajęć”.
verdict-send-back = Odeślij do poprawy
verdict-reject = Odrzuć
verdict-not-yours = To zgłoszenie rozstrzyga redakcja miasta.
verdict-final = Tej decyzji nie można już cofnąć.
verdict-assign = Kto się zajmuje
verdict-assign-me = Zajmę się tym
verdict-assign-nobody = Oddaj do kolejki
verdict-assign-other = Przekaż komuś innemu
decision-undo = Cofnij decyzję
decision-undo-of = Cofnij decyzję: { $title }
decision-undo-hint = Przez dobę od decyzji. Zgłoszenie wróci do kolejki, a katalog do poprzedniego stanu.

keys-title = Skróty klawiszowe
keys-next = następne
keys-previous = poprzednie
keys-open = otwórz
keys-approve = przyjmij
keys-send-back = odeślij z powodem
keys-select = zaznacz
keys-help = pokaż lub ukryj tę pomoc

# Nieaktualne
stale-title = Nieaktualne
stale-lead = Zajęcia, których od dawna nikt nie potwierdził. Spadają w wynikach, a po pewnym czasie je ukrywamy.
stale-confirmed = potwierdzono { $date }
stale-never = nigdy niepotwierdzone, dodano { $date }
stale-hides = zniknie { $date }
stale-reminded = przypomnienie { $date }
stale-not-reminded = bez przypomnienia
stale-none = Wszystkie zajęcia są potwierdzone. Tu pojawią się te, których nikt od dawna nie potwierdził.

# Własne wpisy
entries-title = Wpisy
entries-of = Wpisy: { $name }
entries-not-yours = Wpisy tej placówki prowadzą jej opiekunowie. Jeśli to Twoja placówka, poproś jej opiekuna albo administratora miasta o zaproszenie.
entries-export = Pobierz wpisy (CSV)
entries-institution = Dane placówki
entries-waiting =
    { $n ->
        [one] { $n } zgłoszenie czeka
        [few] { $n } zgłoszenia czekają
       *[many] { $n } zgłoszeń czeka
    }
entries-filter = Pokaż wpisy
entries-all = Wszystkie
entries-published = Opublikowane
entries-hidden = Ukryte
entries-archived = Archiwum
entries-none = Ta placówka nie ma jeszcze zajęć w katalogu. Dodaj pierwsze albo wczytaj je z arkusza.
entries-none-here = Nie ma tu żadnych wpisów.
entries-none-chosen = Zaznacz co najmniej jeden wpis.
entries-confirm-chosen = Potwierdź zaznaczone
entries-confirm-chosen-hint = Zaznacz to, co się nie zmieniło. Naraz 20 wpisów.
entries-first-hundred = To pierwsze sto wpisów. Resztę znajdziesz w pliku CSV.

entry-new = Dodaj zajęcia
entry-new-tab = Nowe zajęcia
entry-new-lead = Wpis będzie widoczny od razu po opublikowaniu.
entry-publish = Opublikuj
entry-edit = Edytuj
entry-edit-of = Edytuj: { $title }
entry-edit-tab = Dane
entry-save = Zapisz i opublikuj
entry-save-hint = Zmiany widać od razu. Każdą znajdziesz w historii i stamtąd możesz przywrócić wcześniejszą wersję.
entry-reason = Powód zmiany
entry-reason-hint = Do historii wpisu, na przykład „nowy grafik”.
entry-see = Zobacz na portalu
entry-full = brak miejsc
entry-confirmed-on = Potwierdzono { $date }
entry-unconfirmed = Jeszcze niepotwierdzone
entry-confirm = Potwierdź
entry-confirm-of = Potwierdź, że aktualne: { $title }
entry-mark-full = Brak miejsc
entry-mark-full-of = Oznacz, że nie ma miejsc: { $title }
entry-not-full = Są miejsca
entry-not-full-of = Oznacz, że są wolne miejsca: { $title }
entry-copy = Na nowy semestr
entry-copy-of = Skopiuj na następny semestr: { $title }
entry-archive = Archiwizuj
entry-archive-of = Archiwizuj: { $title }
entry-archive-ask = Zarchiwizować „{ $title }”? Wpis zniknie z portalu; przywrócisz go z listy wpisów.
entry-restore = Opublikuj ponownie
entry-restore-of = Opublikuj ponownie: { $title }
entry-not-yours = Tego wpisu nie możesz zmieniać bez redakcji. Możesz zaproponować poprawkę.
entry-change-waits = Na decyzję czeka propozycja zmiany:
entry-change-waits-short = zmiana czeka na decyzję

# Historia
history-title = Historia
history-of = Historia: { $title }
history-system = System
history-none = Tego wpisu nikt jeszcze nie zmieniał.
history-revert = Przywróć tę wersję
history-revert-to = Przywróć wersję z: { $date }
history-revert-ask = Przywrócić wpis do stanu z: { $date }? Późniejsze zmiany zostaną w historii.

# Import
import-title = Import z arkusza
import-file = Wybierz plik
import-another = Inny plik
import-file-label = Plik CSV
import-file-hint = UTF-8, najwyżej 2 MB. W Excelu: „Zapisz jako” → „CSV UTF-8”. Najpierw pokażemy, co się zmieni; nic się jeszcze nie zapisze.
import-file-missing = Wybierz plik CSV z dysku.
import-not-utf8 = Ten plik nie jest zapisany w UTF-8, więc polskie litery by się zepsuły. W Excelu wybierz „Zapisz jako” → „CSV UTF-8” i wczytaj plik jeszcze raz.
import-check = Sprawdź plik
import-how = Jak przygotować plik
import-how-1 = Zacznij od pliku ze swoimi wpisami:
import-how-2 = Zmień go w arkuszu. Kolumna „id” mówi, który wpis zmieniasz; nowym zajęciom nadaj własny identyfikator, na przykład 1.
import-how-3 = Kilka wartości w jednej komórce rozdziel kreską |. Dni i godziny zapisz tak: mon 16:00-17:30|wed 16:00-17:30.
import-how-4 = Wpisów, których w pliku nie ma, nie ruszamy.
import-preview = Co się zmieni
import-preview-lead = Jeszcze nic nie zapisano. Sprawdź wiersze i potwierdź na dole.
import-created =
    { $n ->
        [one] nowy wpis
        [few] nowe wpisy
       *[many] nowych wpisów
    }
import-updated =
    { $n ->
        [one] zmieniony
        [few] zmienione
       *[many] zmienionych
    }
import-unchanged = bez zmian
import-rejected =
    { $n ->
        [one] z błędem
       *[many] z błędami
    }
import-rows = Wiersze pliku
import-row = Wiersz
import-fate = Co z nim
import-what = Szczegóły
import-fate-CREATED = nowy
import-fate-UPDATED = zmieniony
import-fate-REJECTED = pominięty
import-unchanged-hidden =
    { $n ->
        [one] Pominęliśmy w tabeli { $n } wiersz bez zmian.
        [few] Pominęliśmy w tabeli { $n } wiersze bez zmian.
       *[many] Pominęliśmy w tabeli { $n } wierszy bez zmian.
    }
import-write =
    { $n ->
        [one] Zapisz { $n } wpis
        [few] Zapisz { $n } wpisy
       *[many] Zapisz { $n } wpisów
    }
import-write-hint =
    { $n ->
        [one] { $n } wiersz z błędem pominiemy.
        [few] { $n } wiersze z błędami pominiemy.
       *[many] { $n } wierszy z błędami pominiemy.
    }
import-nothing = Nie ma czego zapisać: popraw plik i wczytaj go ponownie.
import-done = Zapisano. Nowe wpisy: { $created }, zmienione: { $updated }.
import-done-rejected =
    { $n ->
        [one] Pominięto { $n } wiersz z błędem.
        [few] Pominięto { $n } wiersze z błędami.
       *[many] Pominięto { $n } wierszy z błędami.
    }
import-to-entries = Zobacz wpisy

# Potwierdzanie
confirm-title = Czy to nadal aktualne?
confirm-lead = Przejrzyj wpis. Jeśli wszystko się zgadza, wystarczy jedno kliknięcie.
confirm-button = Tak, wszystko się zgadza
confirm-thanks = Dziękujemy!
confirm-done-text = „{ $title }” zostaje w katalogu jako potwierdzony wpis.
confirm-wrong = Coś się zmieniło?
confirm-wrong-text = Nie potwierdzaj, tylko popraw wpis – poprawka też liczy się jako potwierdzenie.
confirm-sign-in-edit = Zaloguj się i edytuj
confirm-dead-title = Ten link już nie działa
confirm-dead-text = Link z przypomnienia jest ważny 60 dni. Mógł też zostać obcięty przez program pocztowy albo wpis został zarchiwizowany.
confirm-dead-sign-in = Prowadzisz tę placówkę? Zaloguj się i potwierdź wpis na liście:
confirm-dead-correct = Chcesz coś zgłosić bez logowania do placówki?

# Formularz wpisu
desk-part-what = Co i dla kogo
desk-part-when = Kiedy
desk-part-where = Gdzie
desk-part-price = Ile kosztuje
desk-part-enrolment = Zapisy i kontakt
desk-part-institution = Co to za placówka
desk-part-contact = Kontakt
desk-part-note = Dla redakcji
desk-choose = nie wiem
desk-chosen = wybrane: { $n }
desk-online = Można uczestniczyć przez internet
desk-coordinates = Współrzędne na mapie
desk-day-of = { $label }: dzień
desk-time-of = { $label }: godzina
desk-slots-more = Więcej terminów
desk-slot-number = Termin { $n }
desk-slot-day = Termin { $n }: dzień
desk-slot-day-none = dzień
desk-slot-from = Termin { $n }: od
desk-slot-to = Termin { $n }: do
desk-hint-title = Krótko i konkretnie, na przykład „Szachy dla początkujących”.
desk-hint-description = Co się dzieje na zajęciach, co zabrać, dla kogo są. Akapity oddziel pustą linią, listę zacznij od myślników.
desk-hint-description-institution = Czym się zajmuje i dla kogo jest.
desk-hint-institution = Jeśli zajęcia prowadzi placówka z katalogu: zacznij pisać nazwę i wybierz z listy.
desk-hint-provider = Jeśli nie ma jej w katalogu, na przykład „Klub Żagiel” albo „Anna Nowak”.
desk-hint-minAge = W latach, na przykład 7. Dla maluchów w miesiącach: 18m.
desk-hint-maxAge = W latach, na przykład 12. Puste: bez ograniczeń.
desk-hint-interests = Po nich rodzice Cię znajdą. Otwórz grupę i zaznacz, co pasuje.
desk-hint-tags = Słowa, po których ktoś mógłby szukać, po przecinku: roboty, lego, programowanie.
desk-hint-slots = Dzień tygodnia i godziny, na przykład wtorek 16:00–17:30. Puste wiersze pomijamy.
desk-hint-from = Pierwsze zajęcia albo pierwszy dzień turnusu.
desk-hint-until = Puste, jeśli trwają cały czas.
desk-hint-street = Na przykład ul. Śląska.
desk-hint-building = Na przykład 12a.
desk-hint-postalCode = Na przykład 70-432.
desk-hint-city = Puste: { $city }.
desk-hint-district = Jeśli ją znasz; z adresu ustalimy sami.
desk-hint-lat = Na przykład 53.4285.
desk-hint-lon = Na przykład 14.5528.
desk-hint-languages = W jakich językach są zajęcia.
desk-hint-languages-institution = Po przecinku, na przykład angielski, niemiecki.
desk-hint-price = W złotych, na przykład 120 albo 49,50. Zajęcia bezpłatne: 0.
desk-hint-priceUnit = Ile obejmuje ta cena.
desk-hint-capacity = Ile osób liczy grupa, na przykład 15.
desk-hint-placesLeft = Ile jest jeszcze wolnych, na przykład 3. Brak miejsc: 0.
desk-hint-enrolmentUrl = Adres formularza zapisów, na przykład https://example.org/zapisy.
desk-hint-enrolmentOpens = Od kiedy można się zapisać. Godzina tylko, jeśli jest ważna.
desk-hint-enrolmentCloses = Do kiedy, razem z tym dniem.
desk-hint-email = Do pytań od rodziców, na przykład sekretariat@example.org.
desk-hint-phone = Na przykład 91 123 45 67.
desk-hint-name = Pełna nazwa, na przykład „Dom Kultury Słowianin”.
desk-hint-shortName = Jak się o niej mówi, na przykład „Słowianin”.
desk-hint-founder = Na przykład Gmina Miasto Szczecin.
desk-hint-pupils = Dotyczy szkół i przedszkoli, na przykład 320.
desk-hint-website = Na przykład https://example.org.

# Zrobione
done-submission-kept = Szkic zapisany. Wrócisz do niego z pulpitu.
done-submission-sent = Wysłane. Redakcja odpisze na Twój adres e-mail.
done-submission-withdrawn = Zgłoszenie wycofane.
done-submission-approved = Przyjęte i opublikowane.
done-submission-sent-back = Odesłane do poprawy. Autor dostanie wiadomość.
done-submission-rejected = Odrzucone. Autor dostanie wiadomość.
done-submission-merged = Połączone z istniejącym wpisem.
done-submission-assigned = Zapisano, kto się tym zajmuje.
done-submissions-approved = Zaznaczone zgłoszenia przyjęte i opublikowane.
done-submissions-sent-back = Zaznaczone zgłoszenia odesłane do poprawy.
done-submissions-rejected = Zaznaczone zgłoszenia odrzucone.
done-decision-undone = Decyzja cofnięta. Zgłoszenie znów czeka w kolejce.
done-entry-created = Opublikowane.
done-entry-saved = Zapisane i opublikowane.
done-entry-copied = Oto kopia na następny semestr. Sprawdź daty i godziny.
done-entry-confirmed = Potwierdzone: wpis jest aktualny.
done-entries-confirmed = Zaznaczone wpisy są potwierdzone.
done-entry-archived = Zarchiwizowane. Na portalu już go nie widać.
done-entry-restored = Opublikowane ponownie.
done-entry-places = Zapisano, czy są wolne miejsca.
done-entry-reverted = Przywrócono wcześniejszą wersję.

entry-picture = Zdjęcie
entry-picture-file = Plik
entry-picture-save = Zapisz zdjęcie
entry-picture-remove = Usuń zdjęcie
done-entry-pictured = Zapisano zdjęcie.
history-revert-first = Przywróć wersję sprzed tej zmiany
history-revert-first-ask = Przywrócić wersję sprzed pierwszej zmiany?
