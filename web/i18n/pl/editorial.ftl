# Słowa redakcji: pola wpisów, zgłoszenia, historia, listy.

# Pola, nazwane tak jak w schemacie
field-title = Tytuł
field-description = Opis
field-interests = Zainteresowania
field-institution = Placówka
field-provider = Organizator
field-minAge = Najmłodsi
field-maxAge = Najstarsi
field-slots = Kiedy w tygodniu
field-from = Pierwszy dzień
field-until = Ostatni dzień
field-price = Cena
field-priceUnit = Cena za
field-capacity = Liczba miejsc
field-placesLeft = Wolne miejsca
field-street = Ulica
field-building = Numer budynku
field-postalCode = Kod pocztowy
field-city = Miejscowość
field-lat = Szerokość geograficzna
field-lon = Długość geograficzna
field-district = Dzielnica
field-languages = Języki
field-accessibility = Dostępność
field-online = Przez internet
field-enrolmentUrl = Strona zapisów
field-enrolmentOpens = Początek zapisów
field-enrolmentCloses = Koniec zapisów
field-email = E-mail
field-phone = Telefon
field-tags = Słowa kluczowe
field-name = Nazwa
field-shortName = Nazwa skrócona
field-entryKind = Rodzaj placówki
field-sector = Publiczna czy nie
field-founder = Organ prowadzący
field-website = Strona internetowa
field-pupils = Liczba uczniów
field-picture = Zdjęcie
field-state = Widoczność
field-confirmedAt = Potwierdzono
field-mergedInto = Połączono z
field-mergedFrom = Wchłonięto wpis

# Wartości pól
desk-yes = tak
desk-no = nie
desk-age-months =
    { $n ->
        [one] { $n } miesiąc
        [few] { $n } miesiące
       *[many] { $n } miesięcy
    }
desk-price-unit-CLASS = zajęcia
desk-price-unit-MONTH = miesiąc
desk-price-unit-TERM = semestr
desk-price-unit-ONCE = całość
desk-untitled = Bez tytułu
entry-state-PUBLISHED = opublikowany
entry-state-ARCHIVED = zarchiwizowany
entry-state-HIDDEN = ukryty, niepotwierdzony

# Zgłoszenia
submission-status-DRAFT = szkic
submission-status-WAITING = czeka
submission-status-SENT_BACK = do poprawy
submission-status-APPROVED = przyjęte
submission-status-REJECTED = odrzucone
submission-status-MERGED = połączone
submission-status-WITHDRAWN = wycofane
submission-act-SAVE = zapisano
submission-act-SUBMIT = wysłano do redakcji
submission-act-WITHDRAW = wycofano
submission-act-ASSIGN = przydzielono
submission-act-APPROVE = przyjęto
submission-act-SEND_BACK = odesłano do poprawy
submission-act-REJECT = odrzucono
submission-act-MERGE = połączono z innym wpisem
submission-act-UNDO = cofnięto decyzję

# Historia
history-action-create = dodano
history-action-update = zmieniono
history-action-import = zmieniono przy imporcie
history-action-archive = zarchiwizowano
history-action-restore = opublikowano ponownie
history-action-hide = ukryto, bo nikt nie potwierdził
history-action-confirm = potwierdzono
history-action-merge = połączono
history-action-revert = przywrócono wcześniejszy stan
history-action-undo = cofnięto zmianę

# Odmowy
refusal-desk-outdated = Ktoś zmienił to w międzyczasie. Odśwież stronę, obejrzyj zmiany i spróbuj jeszcze raz.
refusal-desk-wrong-state = Tego nie da się już albo jeszcze zrobić: zgłoszenie jest teraz na innym etapie. Odśwież stronę.
refusal-desk-nothing-changed = Zgłoszenie mówi dokładnie to, co jest opublikowane. Zmień coś i wtedy je wyślij.
refusal-desk-conflict = To pole zmieniło się w międzyczasie w katalogu. Wybierz jedną z wersji albo zatwierdź mimo to.
refusal-desk-reason-missing = Podaj powód. Przeczyta go autor zgłoszenia.
refusal-desk-too-long =
    { $most ->
        [one] Ten tekst jest za długi. Może mieć najwyżej { $most } znak.
        [few] Ten tekst jest za długi. Może mieć najwyżej { $most } znaki.
       *[many] Ten tekst jest za długi. Może mieć najwyżej { $most } znaków.
    }
refusal-desk-no-such-entry = W katalogu nie ma takiego wpisu albo jest on innego rodzaju.
refusal-desk-no-such-institution = Nie ma tu takiej placówki.
refusal-desk-no-such-editor = Ta osoba nie jest redaktorem miasta. Wybierz kogoś z listy.
refusal-desk-no-such-revision = Historia tego wpisu nie zawiera takiej zmiany.
refusal-desk-undo-too-late = Decyzję można cofnąć w ciągu 24 godzin, a ta jest starsza.
refusal-desk-undo-changed-since = Po decyzji ktoś zmienił wpis, więc nie da się jej cofnąć. Popraw wpis ręcznie.
refusal-desk-undo-impossible = Dodanej placówki nie da się usunąć, bo inne wpisy mogą się już do niej odwoływać. Popraw ją ręcznie.
refusal-desk-token-invalid = Ten link jest za stary albo niepełny. Zaloguj się i potwierdź wpis na portalu albo poczekaj na następne przypomnienie.
refusal-desk-too-many =
    { $most ->
        [one] Naraz można zaznaczyć najwyżej { $most } pozycję. Zaznacz mniej.
        [few] Naraz można zaznaczyć najwyżej { $most } pozycje. Zaznacz mniej.
       *[many] Naraz można zaznaczyć najwyżej { $most } pozycji. Zaznacz mniej.
    }
refusal-desk-not-for-this-kind = Można to zrobić z zajęciami, ale nie z placówką.
refusal-desk-file-unreadable = Nie potrafimy odczytać tego pliku jako tabeli: { $why }
refusal-desk-file-too-large = Plik jest za duży. Może mieć najwyżej { $most } MB; podziel go.
refusal-desk-not-yours = Tego zgłoszenia już nie ma albo rozstrzyga je ktoś inny.

# Listy
desk-mail-sent-back-subject = Popraw swoje zgłoszenie: { $title }
desk-mail-sent-back-text = Dziękujemy za zgłoszenie „{ $title }”. Redakcja prosi o poprawkę:
desk-mail-sent-back-next = Popraw zgłoszenie i wyślij je ponownie:
desk-mail-approved-subject = Opublikowano: { $title }
desk-mail-approved-text = Dziękujemy. Twoje zgłoszenie „{ $title }” jest już w katalogu:
desk-mail-approved-next = Zgłoszenie i jego losy:
desk-mail-rejected-subject = Nie przyjęto: { $title }
desk-mail-rejected-text = Dziękujemy za zgłoszenie „{ $title }”. Redakcja go nie przyjęła:
desk-mail-rejected-next = Zgłoszenie i jego losy:
desk-mail-merged-subject = Połączono: { $title }
desk-mail-merged-text = Dziękujemy. Wpis „{ $title }” już mieliśmy, więc Twoje zgłoszenie uzupełniło to, co było w katalogu:
desk-mail-merged-next = Zgłoszenie i jego losy:
desk-mail-confirm-subject =
    { $n ->
        [one] Czy to nadal aktualne? { $n } wpis do potwierdzenia
        [few] Czy to nadal aktualne? { $n } wpisy do potwierdzenia
       *[many] Czy to nadal aktualne? { $n } wpisów do potwierdzenia
    }
desk-mail-confirm-text = Od dawna nikt nie potwierdził poniższych wpisów. Jeśli wszystko się zgadza, otwórz link i naciśnij przycisk. Jeśli coś się zmieniło, popraw to na portalu.
desk-mail-confirm-next = Niepotwierdzone wpisy spadają w wynikach, a po pewnym czasie je ukrywamy.
