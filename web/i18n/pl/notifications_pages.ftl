# Being told: buttons, the page of a new subscription, one's own, the centre, settings, links in mails.

bell = Powiadomienia
bell-unread = Powiadomienia, nieprzeczytane: { $n }
bell-new = Nowe powiadomienie: { $title }

notify-button = Powiadom mnie o nowych
notify-button-none = Powiadom mnie, gdy się pojawią
notify-button-alerts = Powiadamiaj mnie o ostrzeżeniach
notify-button-debates = Powiadom mnie o nowych debatach
notify-choose = Wybierz, jak często i o czym
notify-undo = Cofnij
notify-restore = Przywróć
notify-change = Zmień ustawienia
notify-back = Wróć

done-notify-saved = Zapisane. Wyślemy wiadomość, gdy pojawi się coś nowego.
done-notify-restored = Przywrócone. Znowu będziemy Ci o tym pisać.
done-notify-removed = Usunięte. Nie będziemy już o tym pisać.
done-notify-changed = Zmiany zapisane.
done-notify-muted = Wyciszone. Nie będziemy o tym pisać, dopóki tego nie włączysz.
done-notify-unmuted = Włączone. Znowu będziemy o tym pisać.
done-notify-mailed = Wysłaliśmy link potwierdzający.
done-notify-stopped = Wypisaliśmy Cię ze wszystkich powiadomień.
done-notify-resumed = Powiadomienia są znowu włączone.
done-notify-settings = Ustawienia zapisane.
done-centre-read = Wszystko oznaczone jako przeczytane.
done-centre-muted = Wyciszone. Nie będziemy już pisać z tego powodu.

follow-on = Obserwujesz – napiszemy, gdy coś się zmieni.
follow-stop = Przestań obserwować
follow-place = Powiadom o wolnym miejscu
follow-enrolment = Powiadom o starcie zapisów
follow-activity = Obserwuj te zajęcia
follow-activity-hint = Napiszemy, gdy zwolni się miejsce, ruszą zapisy, spadnie cena albo zmieni się termin.
follow-institution = Obserwuj placówkę
follow-institution-hint = Napiszemy o jej nowych zajęciach, wydarzeniach i aktualnościach.
follow-event = Obserwuj wydarzenie
follow-event-hint = Napiszemy, gdy ruszą zapisy, zwolni się miejsce, zmieni się termin albo wydarzenie zostanie odwołane.
follow-debate = Obserwuj debatę
follow-debate-hint = Napiszemy, gdy zmieni się termin lub miejsce albo debata zostanie odwołana.

centre-tab = Powiadomienia
notify-own-tab = Co obserwuję
notify-settings-tab = Ustawienia

notify-frequency = Jak często?
notify-frequency-AT_ONCE = Od razu
notify-frequency-DAILY = Raz dziennie
notify-frequency-WEEKLY = Raz w tygodniu
notify-frequency-hint = Przy każdej możliwości: ile wiadomości wysłalibyśmy Ci w ostatnim miesiącu.
notify-mails =
    { $n ->
        [one] { $n } wiadomość
        [few] { $n } wiadomości
       *[many] { $n } wiadomości
    }
notify-mails-none = ani jednej wiadomości
notify-about = O czym pisać?
notify-about-open = Wybierz, o czym pisać
notify-about-APPEARED = pojawia się coś nowego
notify-about-PRICE_FELL = spada cena
notify-about-PLACE_FREED = zwalnia się miejsce
notify-about-ENROLMENT_OPENED = ruszają zapisy
notify-about-CHANGED = zmienia się termin, miejsce lub wiek
notify-about-CALLED_OFF = coś zostaje odwołane
notify-about-ALERT = jest ostrzeżenie
notify-about-ANNOUNCEMENT = jest ogłoszenie
notify-about-DECISION = zapada decyzja w Twojej sprawie

notify-title = Powiadom mnie
notify-lead = Powiedz, co Cię interesuje. Napiszemy, gdy coś takiego się pojawi – jedną wiadomość, nawet jeśli naraz pasuje kilka rzeczy.
notify-what = Czego szukasz
notify-matches =
    { $n ->
        [one] Teraz pasuje { $n } pozycja
        [few] Teraz pasują { $n } pozycje
       *[many] Teraz pasuje { $n } pozycji
    }
notify-matches-none = Teraz nic nie pasuje
notify-open = Zobacz na stronie
notify-happened =
    { $n ->
        [one] W ostatnim miesiącu pojawiła się { $n } nowość, o której byśmy napisali:
        [few] W ostatnim miesiącu pojawiły się { $n } nowości, o których byśmy napisali, między innymi:
       *[many] W ostatnim miesiącu pojawiło się { $n } nowości, o których byśmy napisali, między innymi:
    }
notify-happened-none = W ostatnim miesiącu nic takiego się nie wydarzyło. Napiszemy, gdy tylko to się zmieni.
notify-already = Masz już takie powiadomienie.
notify-unverified = Najpierw potwierdź swój adres e-mail, żebyśmy mieli dokąd pisać.
notify-email = Twój adres e-mail
notify-email-hint = Konto nie jest potrzebne. Wyślemy jedną wiadomość z linkiem, którym potwierdzisz adres.
notify-website = Zostaw to pole puste
notify-save = Zapisz powiadomienie
notify-send-link = Wyślij link potwierdzający
notify-sign-in = Mam konto – zaloguj mnie
notify-promise = Żadnych reklam. W każdej wiadomości jest link, którym wyłączysz tylko to albo wszystko.
notify-error-target = Nie rozumiemy, o czym pisać. Wybierz jeszcze raz.
notify-error-about = Zaznacz przynajmniej jedno.

notify-mailed-title = Sprawdź pocztę
notify-mailed-lead = Jeszcze jeden krok: jeśli adres jest poprawny, zaraz przyjdzie na niego wiadomość od nas.
notify-mailed-step-open = Otwórz wiadomość i kliknij link.
notify-mailed-step-press = Na stronie, która się otworzy, naciśnij „Potwierdzam”.
notify-mailed-step-done = Gotowe. Od tej chwili będziemy pisać.
notify-mailed-hint = Nie ma wiadomości po kilku minutach? Zajrzyj do folderu ze spamem. Link działa 3 dni.

notify-choose-search = Wyszukiwanie
notify-choose-search-hint = Znajdź to, co Cię interesuje, ustaw filtry i naciśnij „Powiadom mnie o nowych” nad wynikami.
notify-choose-alerts = Ostrzeżenia o zagrożeniach
notify-choose-where = Gdzie?
notify-choose-city = w całym mieście
notify-choose-district = Wszystko z mojego osiedla
notify-choose-district-field = Osiedle
notify-choose-interest = Wszystko o jednym zainteresowaniu
notify-choose-interest-field = Zainteresowanie
notify-next = Dalej

notify-confirm-title = Potwierdź powiadomienie
notify-confirm-lead = Ktoś podał Twój adres na portalu miasta { $city }, żeby dostawać powiadomienia. Jeśli to Ty, naciśnij przycisk.
notify-confirm-button = Potwierdzam
notify-confirm-hint = To nie Ty? Zamknij tę stronę. Nic nie wyślemy, a adres usuniemy po 3 dniach.
notify-confirm-again = Zamów powiadomienie jeszcze raz, a wyślemy nowy link.
notify-confirmed-title = Gotowe, będziemy pisać
notify-confirmed-lead-AT_ONCE = Napiszemy od razu, gdy pojawi się coś nowego.
notify-confirmed-lead-DAILY = Napiszemy raz dziennie, jeśli pojawi się coś nowego.
notify-confirmed-lead-WEEKLY = Napiszemy raz w tygodniu, jeśli pojawi się coś nowego.
notify-confirmed-hint = Link do zmiany i wypisania się jest w każdej wiadomości.
notify-manage = Zmień lub wyłącz

notify-own-title = Co obserwuję
notify-own-lead = O tych sprawach piszemy do Ciebie.
notify-own-empty = Jeszcze nic nie obserwujesz. Znajdź zajęcia, wydarzenie albo placówkę i naciśnij „Powiadom mnie” – resztę zrobimy za Ciebie.
notify-own-empty-search = Szukaj zajęć
notify-add = Dodaj powiadomienie
notify-muted = Wyciszone
notify-paused = Wszystkie powiadomienia są wstrzymane – na razie o niczym nie piszemy.
notify-mute = Wycisz
notify-unmute = Włącz
notify-remove = Usuń
notify-details = O czym pisać
notify-child = dla: { $name }
notify-last-told = ostatnio pisaliśmy { $date }
notify-never-told = od { $date }, jeszcze nie pisaliśmy

by-link-title = Twoje powiadomienia
by-link-lead = To, o czym piszemy na adres { $address }. Nie trzeba się logować.
by-link-paused = Nie wysyłamy Ci żadnych powiadomień
by-link-paused-text = Twoja lista czeka. Możesz w każdej chwili włączyć ją z powrotem.
by-link-resume = Włącz powiadomienia z powrotem
by-link-why = Ta wiadomość przyszła z powodu
by-link-mute-one = Wycisz tylko to
by-link-all = Wszystko naraz
by-link-stale = Ten link jest ze starszej wiadomości, a potem powiadomienia zostały włączone na nowo. Jeśli nadal chcesz je wyłączyć, naciśnij przycisk.
by-link-stop = Wypisz mnie ze wszystkiego
by-link-stop-hint = Przestaniemy pisać od razu. Wiadomości z kodem do logowania będą przychodzić nadal, gdy o nie poprosisz.
by-link-list = Lista
by-link-none = Nie masz żadnych powiadomień.
by-link-hint = Wszystkie ustawienia są na koncie.

notify-settings-title = Kiedy pisać
notify-settings-when = Zbierane wiadomości
notify-settings-when-hint = Wszystko, co się zbierze, przychodzi w jednej wiadomości.
notify-settings-daily = Codzienne o godzinie
notify-settings-weekly = Cotygodniowe w dniu
notify-settings-peace = Spokój
notify-settings-peace-hint = To, co wydarzy się w tym czasie, przyjdzie po nim. Tylko ostrzeżenia o poważnym zagrożeniu przychodzą zawsze od razu.
notify-settings-quiet = Nie pisz w nocy
notify-settings-from = Od
notify-settings-until = Do
notify-settings-holidays = Nie pisz w święta
notify-settings-pause = Przerwa
notify-settings-paused = Wstrzymaj wszystkie powiadomienia
notify-settings-pause-hint = Lista zostaje. Włączysz ją tu jednym kliknięciem.

push-title = Powiadomienia na tym urządzeniu
push-text = Przeglądarka może pokazać powiadomienie od razu, także gdy ta strona jest zamknięta. Przychodzi wtedy, kiedy wiadomość e-mail.
push-turn-on = Włącz na tym urządzeniu
push-turn-off = Wyłącz na tym urządzeniu
push-is-on = Włączone na tym urządzeniu.
push-is-off = Wyłączone na tym urządzeniu.
push-denied = Przeglądarka nie pozwala tej stronie na powiadomienia. Możesz to zmienić w jej ustawieniach.
push-failed = Nie udało się. Spróbuj za chwilę.

centre-title = Powiadomienia
centre-on-account = To, co obserwujesz, co się w tym wydarzyło i kiedy mamy o tym pisać.
centre-decision = W Twojej sprawie
centre-new = Nowe
centre-because = Bo obserwujesz: { $label }
centre-because-child = Dla: { $name }, bo obserwujesz: { $label }
centre-mute = Wycisz
centre-read-one = Przeczytane
centre-read-all = Oznacz wszystkie jako przeczytane
centre-which = Które powiadomienia
centre-all = Wszystkie
centre-unread = Nowe
centre-earlier = Wcześniejsze
centre-was = było:
centre-is = jest:
centre-empty = Jeszcze nic tu nie ma. Gdy pojawi się coś, co obserwujesz, zobaczysz to tutaj i dostaniesz e-mail.
centre-empty-unread = Wszystko przeczytane.
