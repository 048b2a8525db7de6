# Strony z opiniami. Po spójnikach i liczbach stoi twarda spacja (U+00A0).

reviews-title = Opinie
reviews-of = Opinie: { $title }
reviews-none = Nikt jeszcze nie napisał opinii o tych zajęciach.
reviews-all =
    { $n ->
        [one] Zobacz { $n } opinię
        [few] Zobacz wszystkie { $n } opinie
       *[many] Zobacz wszystkie { $n } opinii
    }
review-mean = { $whole },{ $tenths }
review-mean-of = na 5
review-distribution = Ile osób dało ile gwiazdek
review-stars-of =
    { $n ->
        [one] { $n } gwiazdka na 5
        [few] { $n } gwiazdki na 5
       *[many] { $n } gwiazdek na 5
    }
review-badge = Potwierdzony uczestnik
review-badge-hint = – organizator potwierdził, że ta osoba albo jej dziecko brało udział w zajęciach.
review-author-unknown = Bez podpisu
review-author-somebody = Ktoś
review-of-gone = Zajęć nie ma już w katalogu

review-invite = Twoje dziecko tam chodziło? Napisz, jak było. Pomożesz innym wybrać.
review-write = Napisz opinię
review-sign-in = Zaloguj się i napisz opinię
review-not-here = Pracujesz w tej placówce, więc nie oceniasz jej zajęć. Możesz odpowiadać na opinie.

review-own-title = Twoja opinia
review-own-waiting = Pokażemy ją, gdy redakcja ją przeczyta. Do tego czasu widzisz ją tylko Ty.
review-own-rejected = Redakcja nie opublikowała tej opinii. Powód:
review-own-hidden = Opinia jest ukryta: ktoś ją zgłosił albo ukryła ją redakcja. Możesz ją poprawić.
review-own-withdrawn = Ta opinia jest wycofana i nikt poza Tobą jej nie widzi.
review-edit = Zmień
review-mend = Popraw i wyślij ponownie
review-withdraw = Wycofaj
review-restore = Przywróć opinię

review-write-title = Napisz opinię
review-edit-title = Twoja opinia
review-sign-in-first = Opinie piszą osoby zalogowane, każda po jednej o każdych zajęciach.
review-back-to-activity = Wróć do zajęć
review-stars-field = Ile gwiazdek?
review-rate-1 = słabo
review-rate-2 = tak sobie
review-rate-3 = może być
review-rate-4 = dobrze
review-rate-5 = super
review-text-field = Jak było?
review-text-hint = Co się podobało, a co mniej? Jak prowadzący traktował dzieci? Wystarczą dwa, trzy zdania.
review-rules = Nie podawaj imion i nazwisk dzieci ani niczego o ich zdrowiu. Opinię podpiszemy tak, jak ustawisz w swoim profilu.
review-send = Wyślij opinię

done-review-sent = Dziękujemy! Opinia czeka na sprawdzenie przez redakcję.
done-review-published = Dziękujemy! Opinia jest już widoczna.
done-review-withdrawn = Opinia została wycofana. Możesz ją przywrócić.

reviews-own-title = Moje opinie
reviews-own-none = Nie masz jeszcze żadnej opinii. Znajdź zajęcia, na które chodziło Twoje dziecko, i napisz, jak było.
reviews-own-find = Znajdź zajęcia

# Zgłaszanie
review-report = Zgłoś
review-report-of = Zgłoś opinię: { $author }
review-report-title = Zgłoś opinię
review-report-reason = Co jest z nią nie tak?
review-report-reason-missing = Wybierz powód.
review-report-hint = Nikt poza redakcją nie dowie się, że to Twoje zgłoszenie.
review-report-send = Zgłoś
review-report-sign-in = Żeby zgłosić opinię, zaloguj się. Dzięki temu każda osoba zgłasza ją najwyżej raz.
review-report-own = To Twoja opinia. Możesz ją zmienić albo wycofać.
review-report-thanks = Dziękujemy za zgłoszenie
done-review-reported = Redakcja przeczyta tę opinię i zdecyduje, czy zostaje.

# Odpowiedź organizatora
review-reply-title = Odpowiedź organizatora
review-reply = Odpowiedz
review-reply-to = Odpowiedz na opinię: { $author }
review-reply-change = Zmień odpowiedź
review-reply-change-to = Zmień odpowiedź na opinię: { $author }
review-reply-page = Odpowiedź na opinię
review-reply-field = Twoja odpowiedź
review-reply-hint = Podpiszemy ją jako odpowiedź organizatora. Autor opinii dostanie o niej wiadomość.
review-reply-missing = Napisz odpowiedź.
review-reply-send = Opublikuj odpowiedź
review-reply-remove = Usuń odpowiedź
review-reply-sign-in = Na opinie odpowiadają osoby z placówki. Zaloguj się, żeby odpowiedzieć.
review-reply-not-yours = Na tę opinię odpowiadają tylko osoby z placówki, która prowadzi zajęcia.
done-review-replied = Odpowiedź jest opublikowana.
done-review-reply-removed = Odpowiedź została usunięta.

# Redakcja
review-queue-title = Opinie do sprawdzenia
review-queue-lead = Najpierw zgłoszone, potem te, które czekają najdłużej.
review-queue-empty = Nic nie czeka. Nowe i zgłoszone opinie pojawią się tutaj.
review-queue-more =
    { $n ->
        [one] Za nimi czeka jeszcze { $n } opinia.
        [few] Za nimi czekają jeszcze { $n } opinie.
       *[many] Za nimi czeka jeszcze { $n } opinii.
    }
review-reported =
    { $n ->
        [one] Zgłoszono { $n } raz:
       *[many] Zgłoszono { $n } razy:
    }
review-changed-on = zmieniona { $date }
review-reason-was = Powód poprzedniej decyzji:
review-moderate = Zdecyduj
review-moderate-of = Zdecyduj o opinii: { $author }
review-decide-title = Decyzja o opinii
review-decide-own = To Twoja opinia, więc zdecyduje o niej ktoś inny.
review-decide-again = Zmień tę decyzję
review-keep = Zostaw
review-keep-of = Zostaw opublikowaną: { $author }
review-publish-of = Opublikuj opinię: { $author }
review-hide-of = Ukryj opinię: { $author }
review-reject-why = Odrzuć z podaniem powodu
review-reject-of = Odrzuć opinię: { $author }
review-reason-field = Powód
review-reason-hint = Autor dostanie go w wiadomości i będzie mógł poprawić opinię.
review-tick = Zaznacz opinię: { $author }
review-bulk-title = Zaznaczone opinie
review-bulk-reason = (potrzebny, gdy odrzucasz)
review-bulk-publish = Opublikuj zaznaczone
review-bulk-hide = Ukryj zaznaczone
review-bulk-reject = Odrzuć zaznaczone
done-review-decided-publish = Opinia jest opublikowana.
done-review-decided-hide = Opinia jest ukryta.
done-review-decided-reject = Opinia jest odrzucona, a jej autor dostanie wiadomość z powodem.
done-reviews-decided = Decyzje o zaznaczonych opiniach są zapisane.
review-desk =
    { $n ->
        [one] opinia czeka na sprawdzenie
        [few] opinie czekają na sprawdzenie
       *[many] opinii czeka na sprawdzenie
    }

# Uczestnicy
participants-title = Uczestnicy zajęć
participants-link =
    { $n ->
        [0] Wskaż, kto brał udział
        [one] { $n } potwierdzony uczestnik
        [few] { $n } potwierdzonych uczestników
       *[many] { $n } potwierdzonych uczestników
    }
participants-lead = Wpisz adresy osób, które brały udział albo zapisały dziecko. Ich opinie dostaną znak „Potwierdzony uczestnik”.
participants-count =
    { $n ->
        [one] osoba na liście
        [few] osoby na liście
       *[many] osób na liście
    }
participants-field = Adresy e-mail
participants-hint = Jeden w wierszu, najwyżej 200 naraz. Możesz wkleić kolumnę z arkusza.
participants-kept-title = Adresów nie przechowujemy
participants-kept = Z każdego adresu liczymy nieodwracalny skrót i zapisujemy tylko skrót. Gdy ktoś z tym adresem napisze opinię, skróty się zgodzą. Listy nie da się odczytać ani pobrać, a na podane adresy nic nie wysyłamy.
participants-add = Dodaj do listy
participants-remove = Usuń podane z listy
participants-added =
    { $n ->
        [0] Wszystkie podane osoby były już na liście.
        [one] Dodano { $n } osobę.
        [few] Dodano { $n } osoby.
       *[many] Dodano { $n } osób.
    }
participants-removed =
    { $n ->
        [0] Nikogo z podanych nie było na liście.
        [one] Usunięto { $n } osobę.
        [few] Usunięto { $n } osoby.
       *[many] Usunięto { $n } osób.
    }
participants-sign-in = Listę uczestników prowadzą opiekunowie placówki. Zaloguj się.
participants-not-yours = Listę uczestników prowadzą opiekunowie placówki, która organizuje te zajęcia.

# Zdjęcia
picture-hint = JPEG, PNG albo WebP, najwyżej 8 MB. Położenie i dane aparatu usuwamy z pliku.
picture-now = To zdjęcie jest teraz we wpisie. Nowy plik je zastąpi.
picture-alt = Co widać na zdjęciu?
picture-alt-hint = Jedno zdanie dla osób, które go nie zobaczą, na przykład: dzieci lepią garnki przy długim stole.
