# Poczta miasta: strona administratorów.

post-title = Poczta
post-lead = Co portal wysyła, czego nie udało się doręczyć i na jakie adresy już nie piszemy.
post-now = Teraz
post-waiting =
    { $n ->
        [one] wiadomość czeka na wysłanie
        [few] wiadomości czekają na wysłanie
       *[other] wiadomości czeka na wysłanie
    }
post-deferred =
    { $n ->
        [one] wiadomość spróbujemy wysłać ponownie
        [few] wiadomości spróbujemy wysłać ponownie
       *[other] wiadomości spróbujemy wysłać ponownie
    }
post-sent =
    { $n ->
        [one] wiadomość wysłana dziś
        [few] wiadomości wysłane dziś
       *[other] wiadomości wysłanych dziś
    }
post-dead =
    { $n ->
        [one] wiadomość niedoręczona
        [few] wiadomości niedoręczone
       *[other] wiadomości niedoręczonych
    }
post-blocked =
    { $n ->
        [one] wstrzymany adres
        [few] wstrzymane adresy
       *[other] wstrzymanych adresów
    }

post-dead-title = Niedoręczone
post-dead-hint = Tych wiadomości serwer adresata nie przyjął albo zabrakło prób. Ich treść trzymamy przez 14 dni, żeby można było ponowić wysyłkę.
post-dead-none = Wszystko zostało doręczone.
post-dead-pages = Strony listy niedoręczonych wiadomości
post-attempts =
    { $n ->
        [one] { $n } próba
        [few] { $n } próby
       *[other] { $n } prób
    }
post-text-gone = treści już nie ma, nie można ponowić
post-tick = Zaznacz wiadomość do { $address }
post-retry = Wyślij zaznaczone ponownie
post-discard = Usuń zaznaczone
post-of-debates = Debaty
post-of-editorial = Redakcja
post-of-events = Wydarzenia
post-of-identity = Konto i logowanie
post-of-notices = Powiadomienia
post-of-notifications = Powiadomienia
post-of-reviews = Opinie
post-of-safety = Bezpieczeństwo

post-blocked-title = Wstrzymane adresy
post-blocked-hint = Na te adresy nie wysyłamy powiadomień. Kod logowania wysyłamy zawsze, gdy ktoś o niego prosi.
post-blocked-none = Piszemy na wszystkie adresy.
post-blocked-pages = Strony listy wstrzymanych adresów
post-blocked-all = Pokaż wszystkie wstrzymane adresy
post-ask = Sprawdź adres
post-ask-submit = Sprawdź
post-ask-found = Ten adres jest wstrzymany
post-ask-none = Na ten adres piszemy: nie jest wstrzymany.
post-reason-HARD_BOUNCE = Takiej skrzynki nie ma.
post-reason-MAILBOX_FULL = Skrzynka jest pełna.
post-reason-COMPLAINT = Adresat zgłosił naszą wiadomość jako spam.
post-reason-REFUSED = Serwer adresata nie przyjmuje naszych wiadomości.
post-since = od { $date }
post-until = do { $date }
post-lift = Pisz znowu
post-lift-of = Pisz znowu na { $address }
post-lift-complaint-ask = Ta osoba zgłosiła naszą wiadomość jako spam. Na pewno sama poprosiła, żeby znowu do niej pisać?

done-post-retried = Wiadomości wyślemy ponownie.
done-post-discarded = Wiadomości są usunięte.
done-post-lifted = Na ten adres znowu piszemy.

refusal-post-nothing-chosen = Zaznacz przynajmniej jedną wiadomość.
refusal-post-too-many-chosen = Naraz można zaznaczyć najwyżej { $max } wiadomości.
refusal-post-nothing-left = Tych wiadomości nie ma już na liście albo nie mają treści, więc nie można ich ponowić.
refusal-post-address-unknown = Ten adres nie jest już wstrzymany.

audit-mail-retry = ponawia wysyłkę wiadomości
audit-mail-discard = usuwa niedoręczone wiadomości
audit-mail-suppression-lift = pozwala znowu pisać na adres
