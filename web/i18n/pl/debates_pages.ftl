# Strony debat: pytania, poparcia, odpowiedzi, pulpit redakcji. Po jednoliterowych słowach stoją spacje nierozdzielające.

menu-debates = Debaty

debate-title = Debaty o edukacji
debate-description = Debaty i sesje o edukacji w mieście { $city }: zadaj pytanie, poprzyj pytania innych, przeczytaj odpowiedzi.
debate-lead = Zadaj pytanie przed spotkaniem albo poprzyj pytania innych. Te z największym poparciem usłyszą urzędnicy jako pierwsze.
debate-upcoming = Nadchodzące
debate-none = Nie zapowiedziano teraz żadnej debaty. Zajrzyj tu za jakiś czas.
debate-past = Archiwum
debate-past-none = Nie było tu jeszcze żadnej debaty.
debate-all = Wszystkie debaty
debate-back = Wróć do debaty
debate-online = w internecie
debate-state-over = zakończona
debate-state-open = można pytać
debate-state-later = pytania wkrótce
debate-state-closed = pytania zamknięte
debate-open-until = Pytania przyjmujemy do { $date }.
debate-opens = Pytania przyjmujemy od { $date }.
debate-closed-since = Pytania przyjmowaliśmy do { $date }.
debate-questions = Pytania
debate-questions-count =
    { $n ->
        [0] nie ma jeszcze pytań
        [one] { $n } pytanie
        [few] { $n } pytania
       *[many] { $n } pytań
    }
debate-answers-count =
    { $n ->
        [one] { $n } odpowiedź
        [few] { $n } odpowiedzi
       *[many] { $n } odpowiedzi
    }
debate-answers = Odpowiedzi
debate-answers-all = Wszystkie odpowiedzi
debate-answers-lead = Na te pytania mieszkańców miasto już odpowiedziało.
debate-answers-none = Nie ma jeszcze odpowiedzi. Pojawią się po debacie.
debate-facts = Najważniejsze
debate-when = Kiedy
debate-where = Gdzie
debate-ends = do { $date }
debate-watch = Oglądaj na żywo
debate-about = O czym będziemy rozmawiać
debate-moderate = Pytania do sprawdzenia

debate-home = Debata
debate-home-text = Zadaj pytanie do { $date } albo poprzyj pytania innych.
debate-home-count =
    { $n ->
        [one] Jest już { $n } pytanie.
        [few] Są już { $n } pytania.
       *[many] Jest już { $n } pytań.
    }

question-ask = Zadaj pytanie
question-text = Twoje pytanie
question-text-hint = Jedno pytanie, krótko i konkretnie. Bez danych osobowych innych osób.
question-name = Podpis
question-name-hint = Pokażemy go obok pytania. Puste: pytanie będzie anonimowe.
question-email = Adres e-mail
question-email-hint = Wyślemy odnośnik do potwierdzenia. Nikomu go nie pokażemy.
question-consent = Zgadzam się na opublikowanie pytania i podpisu.
question-next = Dalej
question-send = Wyślij pytanie
question-send-anyway = Wyślij mimo to
question-send-title = Wyślij pytanie
question-rules = Pytanie przeczyta najpierw redakcja. Nie publikujemy obraźliwych ani takich, które ujawniają cudze dane.
question-text-missing = Napisz pytanie.
question-check-title = Czy o to chodzi?
question-check-lead = Ktoś już zapytał o coś podobnego. Poprzyj takie pytanie, a będzie wyżej na liście.
question-check-none = Nikt jeszcze o to nie zapytał. Sprawdź pytanie i wyślij je.
question-none-of-these = Żadne z nich – moje pytanie jest inne
question-similar = Czy o to chodzi?
question-similar-hint = Ktoś już zapytał o coś podobnego. Możesz poprzeć takie pytanie zamiast wysyłać własne.
question-see = Zobacz pytanie
question-anonymous = anonimowo
question-own = Twoje pytanie
question-sort = Kolejność pytań
question-sort-SUPPORT = najwięcej poparć
question-sort-NEWEST = najnowsze
question-sort-ANSWERED = z odpowiedzią
question-supports =
    { $n ->
        [one] poparcie
        [few] poparcia
       *[many] poparć
    }
question-supports-count =
    { $n ->
        [one] { $n } poparcie
        [few] { $n } poparcia
       *[many] { $n } poparć
    }
question-merged-count =
    { $n ->
        [one] połączono z nim { $n } podobne
        [few] połączono z nim { $n } podobne
       *[many] połączono z nim { $n } podobnych
    }
question-is-answered = jest już odpowiedź
question-answer = Odpowiedź
question-answer-by = Odpowiada: { $name }
question-support = Popieram
question-support-it = Poprzyj pytanie: { $text }
question-support-instead = Popieram to pytanie
question-supported = Poparte
question-unsupport-it = Cofnij poparcie pytania: { $text }
question-support-title = Poprzyj pytanie
question-support-email-hint = Wyślemy odnośnik do potwierdzenia. Jedna osoba popiera pytanie jeden raz.
question-support-rules = Adresu użyjemy tylko do policzenia poparcia.
question-support-own = To Twoje pytanie, więc już za nim stoisz.
question-support-already = To pytanie już popierasz.
question-support-closed = Tego pytania nie można już poprzeć.
question-withdraw = Wycofaj
question-withdraw-sure = Wycofać to pytanie?
questions-none-open = Nikt jeszcze nie zapytał. Zadaj pierwsze pytanie.
questions-none-later = Pytania będzie można zadawać przed debatą.
questions-none = Na tę debatę nie zgłoszono pytań.

question-link-title-CONFIRM = Potwierdź pytanie
question-link-title-SUPPORT = Potwierdź poparcie
question-link-title-WITHDRAW = Wycofaj pytanie
question-link-do-CONFIRM = Potwierdzam to pytanie
question-link-do-SUPPORT = Potwierdzam poparcie
question-link-do-WITHDRAW = Wycofuję pytanie
question-link-hint-CONFIRM = Potem przeczyta je redakcja i opublikuje.
question-link-hint-SUPPORT = Policzymy je od razu.
question-link-hint-WITHDRAW = Zniknie ze strony na zawsze.
question-link-DONE = To już zrobione
question-link-text-DONE = Ten odnośnik został już użyty. Nie musisz nic robić.
question-link-EXPIRED = Odnośnik stracił ważność
question-link-text-EXPIRED = Był ważny dwa dni. Zadaj pytanie albo poprzyj je jeszcze raz.
question-link-INVALID = Ten odnośnik nie działa
question-link-text-INVALID = Sprawdź, czy adres z wiadomości został skopiowany w całości.
question-link-CLOSED = Już po czasie
question-link-text-CLOSED = Pytań na tę debatę już nie przyjmujemy. Możesz przeczytać te, które zadali inni.

debate-desk-of = Pytania: { $title }
debate-desk-back = Pytania na debatę
debate-desk-states = Stan pytań
debate-desk-waiting =
    { $n ->
        [one] { $n } czeka
        [few] { $n } czekają
       *[many] { $n } czeka
    }
debate-desk-WAITING = Do sprawdzenia
debate-desk-PUBLISHED = Opublikowane
debate-desk-REJECTED = Odrzucone
debate-desk-MERGED = Połączone
debate-desk-none-WAITING = Wszystko sprawdzone. Nowe pytania pojawią się tutaj.
debate-desk-none-PUBLISHED = Nie ma jeszcze opublikowanych pytań.
debate-desk-none-REJECTED = Nic nie odrzucono.
debate-desk-none-MERGED = Niczego nie połączono.
debate-not-yours = Pytania sprawdza redakcja miasta.
debate-see = Zobacz na stronie
debate-edit = Edytuj debatę
debate-export = Pobierz CSV
debate-print = Wydruk
debate-print-title = Pytania na debatę: { $title }
debate-print-hint = Pytania w kolejności poparcia, na spotkanie.
debate-print-rank = Nr
debate-print-supports = Poparcia
debate-print-question = Pytanie
debate-print-author = Podpis
debate-print-answer = Odpowiedź
question-publish = Opublikuj
question-merge = Połącz
question-merge-of =
    { $n ->
        [one] Podobne do { $n } pytania
       *[other] Podobne do { $n } pytań
    }
question-merge-into = Połącz z tym pytaniem; poparcia się zsumują
question-merged-into = Połączone z:
question-reject-open = Odrzuć…
question-reject-reason = Dlaczego?
question-reject-hint = Autor przeczyta to w wiadomości.
question-reject = Odrzuć
question-reason = Powód:
question-own-not-decided = To Twoje pytanie, więc zdecyduje ktoś inny.
question-undo = Cofnij decyzję
question-answer-write = Napisz odpowiedź
question-answer-edit = Popraw odpowiedź
question-answer-text = Odpowiedź
question-answer-hint = Akapity oddziel pustą linią. Pusta: usuniemy odpowiedź.
question-answered-by = Kto odpowiada
question-answer-save = Zapisz odpowiedź

done-question-waits = Dziękujemy. Pytanie czeka na sprawdzenie przez redakcję.
done-question-mailed = Prawie gotowe: wysłaliśmy wiadomość z odnośnikiem. Otwórz ją i potwierdź pytanie.
done-question-confirmed = Pytanie potwierdzone. Teraz przeczyta je redakcja.
done-question-supported = Poparcie policzone.
done-question-support-mailed = Prawie gotowe: wysłaliśmy wiadomość z odnośnikiem. Otwórz ją i potwierdź poparcie.
done-question-support-taken-back = Poparcie cofnięte.
done-question-withdrawn = Pytanie wycofane.
done-question-published = Pytanie opublikowane.
done-question-rejected = Pytanie odrzucone. Napisaliśmy do autora.
done-question-merged = Pytania połączone.
done-question-undone = Decyzja cofnięta.
done-question-answered = Odpowiedź opublikowana.
done-question-answer-removed = Odpowiedź usunięta.

debate-form-what = Debata
debate-form-title = Temat
debate-form-title-hint = Na przykład „Jak odciążyć uczniów klas ósmych?”.
debate-form-text = Opis
debate-form-text-hint = O czym będzie mowa, kto weźmie udział. Akapity oddziel pustą linią.
debate-form-starts = Początek
debate-form-ends = Koniec
debate-form-questions = Kiedy można pytać
debate-form-questions-hint = Puste: od razu po zapowiedzi aż do początku debaty.
debate-form-open = Od
debate-form-open-hint = Wcześniej debata jest zapowiedziana, ale bez formularza.
debate-form-close = Do
debate-form-close-hint = Na przykład dzień przed debatą, żeby przygotować odpowiedzi.
debate-form-where = Gdzie
debate-form-venue = Miejsce
debate-form-venue-hint = Na przykład „Urząd Miasta, sala sesyjna”.
debate-form-address = Adres
debate-form-online = Transmisja
debate-form-online-hint = Adres strony, na której będzie można oglądać, na przykład https://example.org/debata.
debate-form-more = Więcej szczegółów
debate-form-more-hint = Języki, słowa kluczowe
debate-form-languages-hint = W jakich językach będzie można mówić albo słuchać.
