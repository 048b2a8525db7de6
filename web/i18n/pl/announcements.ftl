# Ogłoszenia: czego nie da się zrobić
refusal-announcement-audience-unknown = Wskaż, do kogo ma trafić ogłoszenie: placówkę, zajęcia, wydarzenie, zainteresowanie albo osiedle z tego portalu.
refusal-announcement-audience-foreign = W imieniu placówki można pisać do tych, którzy obserwują ją, jej zajęcia albo wydarzenia.
refusal-announcement-subject-missing = Napisz temat: jedno zdanie, o co chodzi.
refusal-announcement-subject-too-long =
    { $most ->
        [one] Skróć temat do { $most } znaku.
       *[other] Skróć temat do { $most } znaków.
    }
refusal-announcement-text-missing = Napisz treść ogłoszenia.
refusal-announcement-text-too-long =
    { $most ->
        [one] Skróć tekst do { $most } znaku. Resztę można podać pod linkiem.
       *[other] Skróć tekst do { $most } znaków. Resztę można podać pod linkiem.
    }
refusal-announcement-link-label-too-long =
    { $most ->
        [one] Skróć opis linku do { $most } znaku.
       *[other] Skróć opis linku do { $most } znaków.
    }
refusal-announcement-not-open = To ogłoszenie jest już wysłane albo czeka na drugą osobę. Żeby je zmienić, najpierw je wycofaj.
refusal-announcement-nobody = Nikt tego jeszcze nie obserwuje, więc nie ma do kogo wysłać.
refusal-announcement-one-a-day = Dziś wyszło już ogłoszenie do tych osób. Jedno dziennie wystarczy: wyślij to jutro.
refusal-announcement-already-decided = To ogłoszenie na nikogo nie czeka. Być może ktoś właśnie zdecydował.
refusal-announcement-handed-in-anew = To ogłoszenie wysłano do zatwierdzenia ponownie, odkąd je czytasz, i mogło się zmienić. Przeczytaj je jeszcze raz, zanim zdecydujesz.
refusal-announcement-second-person = Tego ogłoszenia nie możesz zatwierdzić ani odrzucić, bo wysyłasz je Ty. Zrobi to druga osoba.
refusal-announcement-reason-missing = Napisz, dlaczego nie wysyłamy. Przeczyta to autor.
refusal-announcement-address-missing = Próbę wyślemy, gdy na koncie będzie potwierdzony adres e-mail.
refusal-announcement-tried-too-often = Próbnych wiadomości było już sporo. Spróbuj za jakiś czas.

# Stan i odbiorcy
announcement-state-draft = Szkic
announcement-state-waiting = Czeka na drugą osobę
announcement-state-rejected = Odrzucone
announcement-state-sending = Wysyłamy
announcement-state-sent = Wysłane
announcement-to-institution = Obserwujący placówkę { $title }, jej zajęcia albo wydarzenia
announcement-to-entry = Obserwujący „{ $title }”
announcement-to-interest = Obserwujący zainteresowanie „{ $title }”
announcement-to-district = Obserwujący osiedle { $title }
announcement-to-everybody = Wszyscy, którzy coś obserwują
announcement-to-gone = czego już nie ma

# Wiadomości
announcement-mail-approve-subject = Ogłoszenie czeka na Twoją decyzję: { $subject }
announcement-mail-approve-text =
    { $n ->
        [one] To ogłoszenie ma trafić do { $n } osoby. Przy tylu odbiorcach wyślemy je dopiero wtedy, gdy zgodzi się druga osoba.
       *[other] To ogłoszenie ma trafić do { $n } osób. Przy tylu odbiorcach wyślemy je dopiero wtedy, gdy zgodzi się druga osoba.
    }
announcement-mail-approve-author = Autor: { $author }
announcement-mail-approve-button = Przeczytaj i zdecyduj
announcement-mail-approved-subject = Wysyłamy Twoje ogłoszenie: { $subject }
announcement-mail-approved-text = Druga osoba zgodziła się na Twoje ogłoszenie „{ $subject }”. Właśnie je wysyłamy.
announcement-mail-rejected-subject = Nie wysyłamy ogłoszenia: { $subject }
announcement-mail-rejected-text = Druga osoba nie zgodziła się na Twoje ogłoszenie „{ $subject }”. Powód:
announcement-mail-decided-next = Zobacz ogłoszenie:

# Strony
announcements-title = Ogłoszenia
announcements-lead = Wiadomość do wszystkich, którzy coś obserwują. Każdy dostanie ją razem ze swoimi powiadomieniami: od razu, w dziennym albo w tygodniowym liście.
announcements-new = Nowe ogłoszenie
announcements-none = Nie ma jeszcze żadnego ogłoszenia. Zacznij od szkicu: nic nie zostanie wysłane, dopóki tego nie potwierdzisz.
announcements-not-yours = Ogłoszenia piszą opiekunowie placówek i redakcja. Jeśli prowadzisz placówkę, poproś redakcję o dostęp.
announcements-waiting = Czekają na drugą osobę
announcements-waiting-hint = Ogłoszenie do wielu osób wysyłamy, gdy zgodzi się ktoś jeszcze.
announcements-all = Wszystkie ogłoszenia
announcements-desk-waiting =
    { $n ->
        [one] ogłoszenie czeka
        [few] ogłoszenia czekają
       *[many] ogłoszeń czeka
    }
announcement-form-sender = W czyim imieniu
announcement-form-sender-city = Miasto { $city }
announcement-form-audience = Do kogo
announcement-form-audience-hint = Ogłoszenie dostaną tylko ci, którzy to obserwują i chcą ogłoszeń.
announcement-form-audience-sender = Do obserwujących placówkę, w której imieniu piszesz, jej zajęcia albo wydarzenia
announcement-form-audience-entry = Do obserwujących jedną placówkę, zajęcia, wydarzenie albo debatę
announcement-form-audience-interest = Do obserwujących zainteresowanie
announcement-form-audience-district = Do obserwujących osiedle
announcement-form-audience-everybody = Do wszystkich, którzy coś obserwują
announcement-form-entry = Link do placówki, zajęć, wydarzenia albo debaty
announcement-form-entry-hint = Skopiuj adres strony z tego portalu, na przykład { $example }.
announcement-form-interest = Zainteresowanie
announcement-form-interest-none = Wybierz zainteresowanie
announcement-form-district = Osiedle
announcement-form-district-none = Wybierz osiedle
announcement-form-subject = Temat
announcement-form-subject-hint = Jedno zdanie, najwyżej 120 znaków. To widać najpierw.
announcement-form-text = Treść
announcement-form-text-hint = Najważniejsze na początku. Odstęp oddziela akapity, **tak** wyróżnisz słowa, wiersz od „- ” to punkt listy.
announcement-form-link = Link
announcement-form-link-hint = Adres, pod którym jest więcej, na przykład https://szkola.example/dni-otwarte.
announcement-form-link-label = Co napisać na linku
announcement-form-save = Zapisz szkic i zobacz podgląd
announcement-form-save-hint = Nic jeszcze nie wyślemy.
announcement-edit = Popraw ogłoszenie
announcement-preview = Podgląd
announcement-preview-hint = Tak zobaczą je odbiorcy w liście i na portalu.
announcement-kind = Ogłoszenie
announcement-link-default = Dowiedz się więcej
announcement-reach = Do ilu osób trafi
announcement-reach-people =
    { $n ->
        [one] { $n } osoba
        [few] { $n } osoby
       *[many] { $n } osób
    }
announcement-reach-nobody = Nikt tego jeszcze nie obserwuje albo nikt nie chce ogłoszeń. Nie ma do kogo wysłać.
announcement-reach-at-once = od razu
announcement-reach-daily = w liście dziennym
announcement-reach-weekly = w liście tygodniowym
announcement-reach-second =
    { $limit ->
        [one] Przy więcej niż { $limit } odbiorcy musi się zgodzić druga osoba.
       *[other] Przy więcej niż { $limit } odbiorcach musi się zgodzić druga osoba.
    }
announcement-test = Wyślij próbę do siebie
announcement-test-hint = Dostaniesz dokładnie taką wiadomość jak odbiorcy. Nikt inny jej nie zobaczy.
announcement-send = Wyślij ogłoszenie
announcement-send-approval = Przekaż drugiej osobie
announcement-send-sure = Wysłać teraz? Wysłanego ogłoszenia nie da się cofnąć.
announcement-waits = Ogłoszenie czeka na drugą osobę. Powiadomiliśmy tych, którzy mogą zdecydować.
announcement-decide = Twoja decyzja
announcement-decide-lead =
    { $n ->
        [one] Ogłoszenie trafi do { $n } osoby. Przeczytaj je i sprawdź link.
       *[other] Ogłoszenie trafi do { $n } osób. Przeczytaj je i sprawdź link.
    }
announcement-approve = Zgadzam się, wyślij
announcement-approve-sure = Wysłać teraz? Wysłanego ogłoszenia nie da się cofnąć.
announcement-reject = Nie wysyłaj
announcement-reject-reason = Dlaczego nie
announcement-reject-hint = Przeczyta to autor, poprawi i spróbuje jeszcze raz.
announcement-withdraw = Wycofaj do poprawki
announcement-delete = Usuń szkic
announcement-delete-sure = Usunąć ten szkic?
announcement-rejected-reason = Dlaczego nie wysłano
announcement-progress =
    { $n ->
        [one] Powiadomiliśmy { $n } osobę.
        [few] Powiadomiliśmy { $n } osoby.
       *[many] Powiadomiliśmy { $n } osób.
    }
announcement-written-by = Autor: { $name }, { $date }
announcement-decided-by = Decyzja: { $name }, { $date }
announcement-sent-on = Wysłane { $date }
announcement-said-by = { $sender }, { $date }
announcement-see = Zobacz stronę ogłoszenia
announcement-why = Chcesz wiedzieć o takich sprawach? Obserwuj placówki, zajęcia, zainteresowania i osiedla, a napiszemy.
done-announcement-saved = Szkic zapisany. Sprawdź podgląd i wyślij próbę do siebie.
done-announcement-tested = Próba jest w drodze na Twój adres.
done-announcement-sent = Wysyłamy. Każdy dostanie ogłoszenie wtedy, gdy chce dostawać powiadomienia.
done-announcement-waits = Ogłoszenie czeka na drugą osobę.
done-announcement-approved = Zgoda zapisana. Wysyłamy.
done-announcement-rejected = Ogłoszenie nie zostanie wysłane. Autor dostał powód.
done-announcement-withdrawn = Ogłoszenie jest znowu szkicem.
done-announcement-deleted = Szkic usunięty.
