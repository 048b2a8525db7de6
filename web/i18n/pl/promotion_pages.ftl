# Strony miejsc promowanych.

promotion-why = Dlaczego to widzę?

promotions-title = Miejsca promowane
promotions-lead = Zajęcia placówek, które kupiły miejsce obok wyników. Na kolejność wyników to nie wpływa.
promotions-none = Nie sprzedano jeszcze żadnego miejsca. Wybierz zajęcia i ustal, od kiedy do kiedy mają być pokazywane.
promotion-new = Sprzedaj miejsce
promotion-of = Promocja: { $title }
promotion-activity-gone = Zajęcia nieopublikowane
promotion-days = { $from } – { $until }
promotion-for-all = dla wszystkich
promotion-weight-of = udział { $n }
promotion-views = Wyświetlenia
promotion-clicks = Kliknięcia
promotion-rate = Klikalność
promotion-per-cent = { $whole },{ $tenths }%

promotion-state-shown = pokazywane
promotion-state-other-days = poza terminem
promotion-state-unpublished = zajęcia nieopublikowane
promotion-state-PAUSED = wstrzymane
promotion-state-ENDED = zakończone

promotion-activity = Które zajęcia?
promotion-activity-hint = Wklej odnośnik do strony zajęć albo wpisz ich nazwę.
promotion-found = Znalezione zajęcia
promotion-none-found = Nie ma takich zajęć. Spróbuj krótszej nazwy albo wklej odnośnik.
promotion-no-institution = bez placówki, nie można promować
promotion-choose = Wybierz
promotion-choose-of = Wybierz: { $title }
promotion-choose-other = Wybierz inne
promotion-starts = Pierwszy dzień
promotion-ends = Ostatni dzień
promotion-starts-missing = Podaj pierwszy dzień.
promotion-ends-missing = Podaj ostatni dzień.
promotion-date-wrong = To nie jest data. Wpisz dzień, miesiąc i rok, na przykład 1.09.2026.
promotion-interests = Dla jakich zainteresowań?
promotion-interests-hint = Kto szuka czegoś innego, nie zobaczy tej promocji. Nic nie zaznaczaj, jeśli ma być dla wszystkich.
promotion-districts = Dla jakich osiedli?
promotion-districts-hint = Kto szuka na innym osiedlu, nie zobaczy tej promocji. Nic nie zaznaczaj, jeśli ma być dla całego miasta.
promotion-districts-all = Osiedla
promotion-chosen = Wybrane: { $names }
promotion-chosen-count = wybrane: { $n }
promotion-weight = Udział
promotion-weight-hint = Od 1 do 10. Miejsce z udziałem 2 jest pokazywane dwa razy częściej niż miejsce z udziałem 1.
promotion-weight-wrong = Podaj liczbę od 1 do 10.
promotion-note = Notatka
promotion-note-hint = Na przykład numer faktury. Widzi ją tylko redakcja.
promotion-create = Sprzedaj miejsce
promotion-details = Termin i odbiorcy
promotion-switch = Pokazywanie
promotion-switch-hint = Wstrzymane miejsce możesz wznowić. Zakończonego już nie: zostają po nim tylko liczby.
promotion-pause = Wstrzymaj
promotion-resume = Wznów
promotion-end = Zakończ na zawsze
promotion-end-ask = Zakończyć tę promocję na zawsze? Nie da się tego cofnąć.
promotion-by-day = Dzień po dniu
promotion-day = Dzień
promotion-no-days = Nikt jeszcze nie widział tej promocji.
promotion-desk =
    { $n ->
        [one] sprzedane miejsce
        [few] sprzedane miejsca
       *[many] sprzedanych miejsc
    }

done-promotion-created = Miejsce jest sprzedane. Pokażemy je od pierwszego dnia.
done-promotion-saved = Zapisano.
done-promotion-paused = Promocja jest wstrzymana. Możesz ją wznowić.
done-promotion-resumed = Promocja jest znowu pokazywana.
done-promotion-finished = Promocja jest zakończona.

promotion-rules-title = Jak działa „Promowane”
promotion-rules-lead = Portal miasta { $city } utrzymuje się także z miejsc, które kupują tutejsze placówki. Zawsze widać, które to miejsca.
promotion-rules-where = Gdzie je widać
promotion-rules-where-text = Jedno miejsce nad wynikami wyszukiwania i najwyżej trzy na stronie głównej. Każde ma podpis „Promowane”.
promotion-rules-rank = Co z kolejnością wyników
promotion-rules-rank-text = Nic. Lista pod spodem jest taka sama, jakby promocji nie było: nikt nie może kupić na niej wyższego miejsca.
promotion-rules-choice = Co widzisz właśnie Ty
promotion-rules-choice-text = Patrzymy tylko na to, czego szukasz w tej chwili: na zainteresowania, osiedle i wiek. Nie śledzimy, co oglądasz, i nie korzystamy z profili dzieci.
promotion-rules-counts = Co liczymy
promotion-rules-counts-text = Ile razy miejsce pokazano i ile razy ktoś w nie kliknął, razem z każdego dnia. Nie zapisujemy, kto to był.
