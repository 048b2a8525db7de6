# Strony „Bezpieczni Razem”: porady, ostrzeżenia, pulpit partnerów. Po jednoliterowych słowach stoją spacje nierozdzielające.

menu-safety = Bezpieczni

safety-title = Bezpieczni Razem
safety-description = Ostrzeżenia i porady policji, straży i innych partnerów dla rodzin w mieście { $city }.
safety-lead = Ostrzeżenia i porady policji, straży i innych partnerów – co robić, żeby nic się nie stało, i co robić, gdy się stanie.
safety-numbers = Numery alarmowe
safety-number-112 = wypadek, pożar, przestępstwo
safety-number-116111 = telefon zaufania dla dzieci i młodzieży
safety-help = Gdy potrzebna jest pomoc
safety-now = Na tę porę roku
safety-now-hint = O tym warto teraz porozmawiać z dziećmi
safety-advice = Porady
safety-search = Szukaj w poradach
safety-search-words = Szukane słowa
safety-topic = Temat
safety-topics = Porady według tematu
safety-season = Pora
safety-seasons = Porady według pory roku
safety-count =
    { $n ->
        [0] Nie ma takich porad.
        [one] { $shown } porada.
        [few] { $shown } porady.
       *[many] { $shown } porad.
    }
safety-empty = Nie ma tu jeszcze porad. Partnerzy właśnie je przygotowują.
safety-empty-narrow = Żadna porada nie spełnia wszystkich warunków.
safety-everything = Pokaż wszystkie porady
safety-partners = Partnerzy
safety-partners-hint = Kto dba w mieście o bezpieczeństwo
safety-audience = Dla kogo
safety-ages = Wiek

safety-form-what = Porada
safety-form-title-hint = O czym jest, na przykład „Bezpiecznie na lodzie”.
safety-form-choose = wybierz
safety-form-lead = W skrócie
safety-form-lead-hint = Jedno, dwa zdania, najwyżej 300 znaków.
safety-form-text = Treść
safety-form-text-hint = Akapity oddziel pustą linią, listę zacznij od myślników, śródtytuł od ##.
safety-form-seasons = Kiedy jest szczególnie potrzebna
safety-form-seasons-hint = O tej porze pokażemy ją na górze strony. Nic niezaznaczone: przez cały rok.
safety-form-institution-hint = Kto radzi. Zacznij pisać nazwę i wybierz z listy; puste: miasto.
safety-form-more = Więcej szczegółów
safety-form-more-hint = Dla kogo, wiek, kontakt, słowa kluczowe
safety-form-provider = Autor spoza katalogu
safety-form-provider-hint = Na przykład „WOPR”. Puste, jeśli wybrano placówkę.
safety-form-website-hint = Gdzie można przeczytać więcej, na przykład https://example.org.
safety-form-email-hint = Do pytań, na przykład prewencja@example.org.

# Ostrzeżenia

alert-banner = Ostrzeżenia
alert-danger-EXTREME = Nadzwyczajne zagrożenie
alert-danger-SEVERE = Poważne zagrożenie
alert-danger-MODERATE = Umiarkowane zagrożenie
alert-danger-MINOR = Niewielkie zagrożenie
alert-danger-UNKNOWN = Ostrzeżenie
alert-over = Zagrożenie minęło

alert-title = Ostrzeżenia
alert-description = Ostrzeżenia obowiązujące w mieście { $city } i te, które już minęły.
alert-current = Obowiązujące ostrzeżenia
alert-all = Wszystkie ostrzeżenia
alert-none = Teraz nie ma żadnych ostrzeżeń.
alert-past = Minione ostrzeżenia
alert-past-none = Dotąd nie było żadnych ostrzeżeń.
alert-feed = Kanał CAP (Atom)
alert-whole-city = całe miasto
alert-from-until = od { $from } do { $until }
alert-until = do { $until }

alert-do = Co robić
alert-what = Co się dzieje
alert-where = Gdzie
alert-when = Kiedy
alert-how = Jak poważne
alert-who = Kto ostrzega
alert-more = Więcej informacji
alert-chain = Jak to się zmieniało
alert-this-one = (to ostrzeżenie)
alert-exercise-note = To ćwiczenia albo próba. Nic nie zagraża i nie trzeba nic robić.
alert-cancelled-note = To ostrzeżenie zostało odwołane.
alert-updated-note = To ostrzeżenie zostało zastąpione nowszym.
alert-expired-note = To ostrzeżenie już nie obowiązuje: skończyło się { $date }.
alert-pending-note = Czeka na zatwierdzenie przez drugą osobę. Nikt poza partnerami go nie widzi.
alert-rejected-note = Odrzucone. Nikt go nie zobaczył.
alert-scheduled-note = Zacznie obowiązywać o wyznaczonej porze.
alert-data = Dane dla służb i programów (CAP)
alert-data-identifier = Identyfikator
alert-data-status = Status
alert-data-type = Rodzaj komunikatu
alert-data-event = Zdarzenie
alert-data-category = Kategoria
alert-data-urgency = Pilność
alert-data-severity = Stopień zagrożenia
alert-data-certainty = Pewność
alert-data-polygon = Wielokąt
alert-data-circle = Okrąg
alert-cap = Plik CAP XML

# Pulpit ostrzeżeń

alert-desk-title = Ostrzeżenia
alert-desk-waiting = Do zatwierdzenia
alert-desk-waiting-hint = Nadzwyczajne ostrzeżenie ukaże się dopiero, gdy zatwierdzi je druga osoba.
alert-desk-current = Obowiązujące i zapowiedziane
alert-desk-past = Wcześniejsze
alert-desk-not-yours = Ostrzeżenia ogłaszają osoby, które odpowiadają za placówkę, oraz redakcja miasta.
alert-desk-count-waiting =
    { $n ->
        [one] czeka na drugą osobę
        [few] czekają na drugą osobę
       *[many] czeka na drugą osobę
    }
alert-desk-count-now =
    { $n ->
        [one] obowiązuje
        [few] obowiązują
       *[many] obowiązuje
    }
alert-new = Ogłoś ostrzeżenie
alert-new-lead = Odpowiedz na pytania po kolei. Zanim cokolwiek się ukaże, zobaczysz podgląd.
alert-see-preview = Zobacz podgląd
alert-see-preview-hint = Podgląd niczego nie ogłasza.
alert-send = Ogłoś teraz
alert-preview = Tak to zobaczą mieszkańcy
alert-preview-banner = Pasek na górze każdej strony:
alert-preview-lasts = od teraz przez { $hours }
alert-preview-second = Nadzwyczajne ostrzeżenie ukaże się dopiero, gdy zatwierdzi je druga osoba.
alert-preview-edit = Popraw

alert-form-what = Co się dzieje
alert-form-sender = Kto ostrzega
alert-form-headline = Tytuł
alert-form-headline-hint = Najważniejsze w jednym zdaniu, do 160 znaków, na przykład „Skażenie wody na Pogodnie – nie pij z kranu”.
alert-form-event = Rodzaj zdarzenia
alert-form-event-hint = Dwa, trzy słowa, na przykład „skażenie wody”.
alert-form-categories = Czego dotyczy
alert-form-description = Opis
alert-form-description-hint = Co wiadomo: co się stało, komu to zagraża, co robią służby.
alert-form-do = Co mają robić ludzie
alert-form-instruction = Zalecenia
alert-form-instruction-hint = Krótkie polecenia, każde w nowej linii, na przykład „Zamknij okna”.
alert-form-responses = W skrócie
alert-form-how = Jak bardzo jest to groźne
alert-form-severity = Jak poważne są skutki?
alert-form-severity-hint = Poważne i nadzwyczajne ukażą się na pasku na każdej stronie portalu.
alert-form-severity-EXTREME = Grozi śmierć wielu osób albo zniszczenie mienia na dużą skalę. Zatwierdza druga osoba.
alert-form-severity-SEVERE = Grozi utrata życia, zdrowia albo mienia.
alert-form-severity-MODERATE = Może komuś zaszkodzić.
alert-form-severity-MINOR = Utrudnienie bez większej szkody.
alert-form-severity-UNKNOWN = Jeszcze nie wiadomo, jak bardzo.
alert-form-urgency = Kiedy trzeba działać?
alert-form-urgency-IMMEDIATE = Już w tej chwili.
alert-form-urgency-EXPECTED = Wkrótce, w ciągu godziny.
alert-form-urgency-FUTURE = W najbliższych godzinach albo dniach.
alert-form-urgency-UNKNOWN = Nie wiadomo.
alert-form-certainty = Jak pewne jest to, o czym piszesz?
alert-form-certainty-OBSERVED = Już się dzieje albo się stało.
alert-form-certainty-LIKELY = Szanse są większe niż połowa.
alert-form-certainty-POSSIBLE = Szanse są mniejsze niż połowa.
alert-form-certainty-UNLIKELY = Raczej się nie wydarzy.
alert-form-certainty-UNKNOWN = Nie da się tego ocenić.
alert-form-where = Gdzie
alert-form-area = Jaki to obszar?
alert-form-area-city = Całe miasto
alert-form-area-districts = Wybrane osiedla
alert-form-area-shape = Obszar na mapie
alert-form-area-shape-hint = Dla osób, które mają współrzędne.
alert-form-districts = Osiedla
alert-form-polygon = Wielokąt
alert-form-polygon-hint = Punkty jako szerokość,długość, oddzielone spacjami; ostatni taki sam jak pierwszy: 53.43,14.55 53.44,14.56 53.42,14.57 53.43,14.55
alert-form-circle = Okrąg
alert-form-circle-hint = Środek i promień w kilometrach: 53.43,14.55 2.5
alert-form-place = Nazwa obszaru
alert-form-place-hint = Słowami, na przykład „Pogodno, ulice na północ od Mickiewicza”. Puste: wpiszemy ją sami.
alert-form-when = Jak długo
alert-form-lasts = Ile ma obowiązywać?
alert-form-lasts-hint = Po tym czasie ostrzeżenie zniknie samo. Możesz je przedłużyć albo odwołać wcześniej.
alert-form-lasts-until = do podanej niżej godziny
alert-form-hours =
    { $n ->
        [one] { $n } godzinę
        [few] { $n } godziny
       *[many] { $n } godzin
    }
alert-form-expires = Obowiązuje do
alert-form-later = Zacznie się później
alert-form-onset = Początek zagrożenia
alert-form-onset-hint = Kiedy zacznie się to, przed czym ostrzegasz.
alert-form-effective = Pokaż od
alert-form-effective-hint = Do tego czasu nikt nie zobaczy ostrzeżenia. Puste: od razu.
alert-form-languages = Po angielsku i ukraińsku
alert-form-languages-hint = Osoby, które czytają w tych językach, zobaczą inaczej tekst polski
alert-form-more = Kontakt, uwagi, ćwiczenia
alert-form-more-hint = Strona z informacjami, telefon, próba bez zagrożenia
alert-form-web = Strona z informacjami
alert-form-web-hint = Na przykład https://example.org/woda.
alert-form-contact = Kontakt
alert-form-contact-hint = Na przykład „Dyżurny miasta, 91 123 45 67”.
alert-form-note = Uwaga dla służb
alert-form-note-hint = Trafi do pliku CAP, nie na stronę.
alert-form-status = Czy to naprawdę się dzieje?
alert-form-status-ACTUAL = Zobaczą je wszyscy.
alert-form-status-EXERCISE = Na stronie będzie napisane, że to ćwiczenia.
alert-form-status-TEST = Sprawdzenie, czy wszystko działa.
alert-form-no-right = Możesz ogłaszać ostrzeżenia o niewielkim i umiarkowanym zagrożeniu. Prawo do poważnych nadaje administrator miasta.

alert-severity-missing = Zaznacz, jak poważne są skutki.
alert-urgency-missing = Zaznacz, kiedy trzeba działać.
alert-certainty-missing = Zaznacz, jak pewne jest to, o czym piszesz.
alert-expires-missing = Wybierz, ile ma obowiązywać, albo podaj dzień i godzinę.
alert-moment-wrong = Podaj dzień i godzinę, na przykład 5.12.2026 i 16:00.
alert-districts-missing = Zaznacz przynajmniej jedno osiedle albo wybierz całe miasto.
alert-shape-missing = Podaj wielokąt albo okrąg albo wybierz całe miasto.
alert-polygon-wrong = Nie umiemy odczytać tych punktów. Zapisz je tak: 53.43,14.55 53.44,14.56 53.42,14.57 53.43,14.55
alert-circle-wrong = Nie umiemy odczytać tego okręgu. Zapisz go tak: 53.43,14.55 2.5

alert-acts-on = Co można zrobić z tym ostrzeżeniem
alert-update = Zaktualizuj
alert-update-title = Aktualizacja: { $headline }
alert-update-lead = Popraw to, co się zmieniło. Nowa wersja zastąpi tę, która obowiązuje do { $until }.
alert-update-send = Ogłoś aktualizację
alert-not-updatable = Tego ostrzeżenia nie można już zaktualizować: minęło, zostało zastąpione albo należy do kogoś innego.
alert-back = Wróć do ostrzeżenia
alert-see = Zobacz na stronie
alert-clear = Ogłoś, że zagrożenie minęło
alert-clear-lead = Ostrzeżenie zniknie, a jego miejsce zajmie wiadomość, że już nic nie zagraża.
alert-clear-texts = Napisz własną wiadomość
alert-clear-send = Ogłoś koniec zagrożenia
alert-cancel = Odwołaj, bo było pomyłką
alert-cancel-lead = Ostrzeżenie zniknie, a na jego stronie będzie napisane, że zostało odwołane i dlaczego.
alert-cancel-reason = Dlaczego?
alert-cancel-reason-hint = Na przykład „Fałszywy alarm: woda jest zdatna do picia”.
alert-cancel-send = Odwołaj ostrzeżenie
alert-reason = Powód:
alert-written-by = Autor: { $name }, { $date }
alert-decided-by = Decyzja: { $name }, { $date }
alert-approve-title = Zatwierdzasz?
alert-approve-lead = To nadzwyczajne ostrzeżenie. Sprawdź treść, obszar i czas; po zatwierdzeniu zobaczą je od razu wszyscy.
alert-approve = Zatwierdź i ogłoś
alert-approve-sure = Ogłosić to ostrzeżenie wszystkim?
alert-reject-reason = Dlaczego nie?
alert-reject-hint = Autor przeczyta to w wiadomości.
alert-reject = Odrzuć
alert-withdraw-title = Wycofaj
alert-withdraw-reason = Dlaczego?
alert-withdraw = Wycofaj ostrzeżenie

alert-rights = Prawo do ostrzegania
alert-rights-lead = Te instytucje mogą ogłaszać poważne i nadzwyczajne ostrzeżenia. Nadzwyczajne zatwierdza zawsze druga osoba.
alert-rights-none = Żadna instytucja nie ma jeszcze tego prawa.
alert-rights-admins = Prawo nadają i odbierają administratorzy miasta.
alert-right-since = od { $date }
alert-right-grant-title = Nadaj prawo
alert-right-grant-hint = Zacznij pisać nazwę i wybierz z listy, na przykład „Komenda Miejska Policji”.
alert-right-grant = Nadaj
alert-right-revoke = Odbierz
alert-right-revoke-of = Odbierz prawo do ostrzegania: { $name }
alert-right-revoke-sure = Odebrać prawo do ostrzegania? ({ $name })

done-alert-sent = Ostrzeżenie ogłoszone.
done-alert-waits = Ostrzeżenie czeka na zatwierdzenie przez drugą osobę. Wysłaliśmy wiadomość do tych, którzy mogą to zrobić.
done-alert-updated = Aktualizacja ogłoszona. Poprzednia wersja już nie obowiązuje.
done-alert-cancelled = Ostrzeżenie odwołane.
done-alert-cleared = Ogłoszono, że zagrożenie minęło.
done-alert-approved = Zatwierdzone i ogłoszone.
done-alert-rejected = Odrzucone. Ostrzeżenie się nie ukaże.
done-alert-right-granted = Prawo nadane.
done-alert-right-revoked = Prawo odebrane.
