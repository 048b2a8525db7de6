# Subscriptions: what somebody is told of, in words that Rust puts together, and in the mail that confirms an address.

events-filter-weekend = w weekend
news-filter-pinned = tylko przypięte
advice-filter-now = ważne teraz
debates-filter-past = które już były
debates-filter-to-come = które dopiero będą
debates-filter-open = które przyjmują pytania
debates-filter-not-open = które nie przyjmują pytań

subscription-of-activities = Zajęcia
subscription-of-events = Wydarzenia
subscription-of-institutions = Placówki
subscription-of-news = Aktualności
subscription-of-advice = Porady o bezpieczeństwie
subscription-of-debates = Debaty
subscription-of-everything = Wszystko w mieście
subscription-of-alerts = Ostrzeżenia
subscription-of-gone = Wpis, którego już nie ma
subscription-query = „{ $q }”
subscription-child = dla dziecka
subscription-child-named = dla dziecka: { $name }
subscription-near-place = do { $distance } od: { $place }
subscription-near-home = do { $distance } od domu
subscription-near-point = do { $distance } od wybranego miejsca
subscription-distance-km = { $n } km
subscription-distance-m = { $n } m
subscription-interest = wszystko o: { $name }
subscription-district = wszystko z okolicy: { $name }
subscription-alerts-everywhere = w całym mieście
subscription-alerts-place = w miejscu: { $place }
subscription-alerts-point = w wybranym miejscu
subscription-severity-UNKNOWN = każde
subscription-severity-MINOR = co najmniej niewielkie zagrożenie
subscription-severity-MODERATE = co najmniej umiarkowane zagrożenie
subscription-severity-SEVERE = tylko poważne i nadzwyczajne zagrożenie
subscription-severity-EXTREME = tylko nadzwyczajne zagrożenie

subscription-consent = Chcę dostawać na ten adres powiadomienia, o które proszę. Mogę z nich zrezygnować jednym kliknięciem w każdej wiadomości.

subscription-mail-confirm-subject = Potwierdź powiadomienia: { $label }
subscription-mail-confirm-text = Ktoś, zapewne Ty, poprosił o powiadomienia na ten adres. Potwierdź, a będziemy pisać, gdy coś się pojawi.
subscription-mail-confirm-what = O czym: { $label }
subscription-mail-confirm-when =
    { $frequency ->
        [AT_ONCE] Kiedy: od razu
        [DAILY] Kiedy: raz dziennie
       *[WEEKLY] Kiedy: raz w tygodniu
    }
subscription-mail-confirm-button = Potwierdzam powiadomienia
subscription-mail-confirm-hint =
    { $days ->
        [one] Link działa przez { $days } dzień.
        [few] Link działa przez { $days } dni.
       *[many] Link działa przez { $days } dni.
    }
subscription-mail-confirm-not-you = Jeśli to nie Ty, nic nie rób: bez potwierdzenia nic nie wyślemy, a adres zapomnimy.

refusal-subscription-target-missing = Powiedz, o czym mamy powiadamiać.
refusal-subscription-target-unknown = Nie ma tu czegoś takiego, o czym można by powiadamiać.
refusal-subscription-target-wrong = W tym wyszukiwaniu coś się nie zgadza: { $reason }
refusal-subscription-place-unknown = Nie znamy tu takiego miejsca: wpisz osiedle, ulicę albo placówkę.
refusal-subscription-already-saved = Masz już powiadomienie dokładnie o tym.
refusal-subscription-child-unknown = Nie masz profilu takiego dziecka.
refusal-subscription-about-missing = Zaznacz choć jedną rzecz, o której mamy powiadamiać.
refusal-subscription-label-too-long =
    { $most ->
        [one] Nazwa może mieć najwyżej { $most } znak.
        [few] Nazwa może mieć najwyżej { $most } znaki.
       *[many] Nazwa może mieć najwyżej { $most } znaków.
    }
refusal-subscription-too-many =
    { $most ->
        [one] Możesz mieć najwyżej { $most } powiadomienie. Usuń je, żeby dodać nowe.
        [few] Możesz mieć najwyżej { $most } powiadomienia. Usuń któreś, żeby dodać nowe.
       *[many] Możesz mieć najwyżej { $most } powiadomień. Usuń któreś, żeby dodać nowe.
    }
refusal-subscription-address-unverified = Twoje konto nie ma potwierdzonego adresu e-mail, więc nie mamy dokąd pisać. Zaloguj się raz kodem z wiadomości, a adres będzie potwierdzony.
refusal-subscription-email-invalid = Wpisz adres e-mail, na przykład anna@example.org.
refusal-subscription-consent-missing = Bez Twojej zgody nie możemy pisać na ten adres.
refusal-subscription-mail-sent-already = Wiadomość na ten adres już poszła. Sprawdź skrzynkę, także spam, i spróbuj ponownie później.
refusal-subscription-too-many-from-here = Za dużo próśb stąd naraz. Spróbuj ponownie za kilka minut.
refusal-subscription-link-invalid = Ten link nie działa: nie jest nasz albo dotyczy czegoś, czego już nie ma.
refusal-subscription-link-stale = Po tej wiadomości ktoś znów włączył powiadomienia. Otwórz link i potwierdź na stronie, że mają być wyłączone.
refusal-subscription-gone-for-good = Tego powiadomienia nie można już przywrócić.
