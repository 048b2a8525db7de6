# Debaty i pytania na debatę.

debates-feed-title = Debaty – { $city }

question-state-UNCONFIRMED = Czeka na potwierdzenie
question-state-WAITING = Czeka na sprawdzenie
question-state-PUBLISHED = Opublikowane
question-state-ANSWERED = Z odpowiedzią
question-state-REJECTED = Odrzucone
question-state-MERGED = Połączone z innym
question-state-WITHDRAWN = Wycofane

question-column-rank = Miejsce
question-column-question = Pytanie
question-column-supports = Poparcia
question-column-name = Podpis
question-column-asked = Zadane
question-column-state = Stan
question-column-answer = Odpowiedź

refusal-question-text-too-short =
    { $min ->
        [one] To za mało, żeby ktoś mógł odpowiedzieć. Napisz co najmniej { $min } znak.
        [few] To za mało, żeby ktoś mógł odpowiedzieć. Napisz co najmniej { $min } znaki.
       *[many] To za mało, żeby ktoś mógł odpowiedzieć. Napisz co najmniej { $min } znaków.
    }
refusal-question-text-too-long =
    { $max ->
        [one] Pytanie jest za długie. Skróć je do { $max } znaku.
       *[other] Pytanie jest za długie. Skróć je do { $max } znaków.
    }
refusal-question-name-too-long =
    { $max ->
        [one] Podpis jest za długi. Skróć go do { $max } znaku.
       *[other] Podpis jest za długi. Skróć go do { $max } znaków.
    }
refusal-question-email-invalid = Wpisz adres e-mail, na przykład anna@example.org. Wyślemy na niego link do potwierdzenia i nikomu go nie pokażemy.
refusal-question-consent-missing = Zaznacz zgodę. Bez niej nie możemy zachować ani pokazać pytania.
refusal-question-not-yet-open = Pytania można zadawać i popierać od { $moment }.
refusal-question-closed = Pytania można było zadawać i popierać do { $moment }.
refusal-question-too-many =
    { $max ->
        [one] Na jedną debatę można zadać { $max } pytanie, a Twoje już mamy. Możesz popierać pytania innych.
        [few] Na jedną debatę można zadać { $max } pytania, a Twoje już mamy. Możesz popierać pytania innych.
       *[many] Na jedną debatę można zadać { $max } pytań, a Twoje już mamy. Możesz popierać pytania innych.
    }
refusal-question-already-asked = To pytanie już od Ciebie mamy. Drugi raz nie trzeba.
refusal-question-mail-sent-already = Na ten adres wysłaliśmy przed chwilą kilka wiadomości. Skorzystaj z linku, który już przyszedł, albo spróbuj za jakiś czas.
refusal-question-too-many-from-here = Z tego miejsca przyszło bardzo dużo próśb naraz. Spróbuj za kwadrans albo zaloguj się.
refusal-question-already-supported = To pytanie już popierasz. Każdy głos liczymy raz.
refusal-question-own = To Twoje własne pytanie. Poprzeć je mogą inni.
refusal-question-link-invalid = Ten link nie działa. Otwórz go jeszcze raz z wiadomości albo wyślij pytanie ponownie.
refusal-question-link-expired = Ten link już wygasł. Wyślij pytanie lub poparcie jeszcze raz, a przyślemy nowy.
refusal-question-link-used = Ten link już zadziałał. Nie trzeba go otwierać drugi raz.
refusal-question-reason-missing = Napisz, dlaczego odrzucasz. Autor dostanie to w wiadomości.
refusal-question-reason-too-long =
    { $max ->
        [one] Powód jest za długi. Skróć go do { $max } znaku.
       *[other] Powód jest za długi. Skróć go do { $max } znaków.
    }
refusal-question-nothing-chosen = Zaznacz co najmniej jedno pytanie.
refusal-question-too-many-chosen =
    { $max ->
        [one] Naraz można zdecydować najwyżej o { $max } pytaniu. Zaznacz mniej.
       *[other] Naraz można zdecydować najwyżej o { $max } pytaniach. Zaznacz mniej.
    }
refusal-question-outdated = Ktoś zmienił to w międzyczasie. Odśwież stronę, zobacz, co nowego, i zdecyduj jeszcze raz.
refusal-question-wrong-state = W obecnym stanie pytania nie da się tego zrobić. Odśwież stronę i zobacz, co się z nim stało.
refusal-question-into-missing = Wskaż pytanie, z którym chcesz je połączyć.
refusal-question-into-wrong = Połączyć można tylko z innym opublikowanym pytaniem tej samej debaty.
refusal-question-answer-too-long =
    { $max ->
        [one] Odpowiedź jest za długa. Skróć ją do { $max } znaku.
       *[other] Odpowiedź jest za długa. Skróć ją do { $max } znaków.
    }
refusal-question-answered-by-too-long =
    { $max ->
        [one] To za długie. Skróć do { $max } znaku.
       *[other] To za długie. Skróć do { $max } znaków.
    }
refusal-field-questions-reversed = Koniec zbierania pytań wypada przed jego początkiem. Popraw jedną z dat.
refusal-field-questions-too-late = Pytań nie da się zbierać po zakończeniu debaty. Podaj wcześniejszą datę.

debate-mail-confirm-question-subject = Potwierdź pytanie na debatę „{ $title }”
debate-mail-confirm-question-text = Ktoś, zapewne Ty, zadał z tym adresem pytanie na debatę „{ $title }”. Potwierdź je, a trafi do redakcji. Bez potwierdzenia nikt go nie zobaczy.
debate-mail-confirm-question-button = Zobacz i potwierdź pytanie
debate-mail-confirm-support-subject = Potwierdź poparcie pytania na debatę „{ $title }”
debate-mail-confirm-support-text = Ktoś, zapewne Ty, chce z tym adresem poprzeć pytanie na debatę „{ $title }”. Potwierdź, a policzymy ten głos.
debate-mail-confirm-support-button = Potwierdź poparcie
debate-mail-confirm-hint =
    { $hours ->
        [one] Link działa { $hours } godzinę i tylko raz.
        [few] Link działa { $hours } godziny i tylko raz.
       *[many] Link działa { $hours } godzin i tylko raz.
    }
debate-mail-confirm-not-you = Jeśli to nie Ty, nic nie rób. Bez potwierdzenia niczego nie pokażemy ani nie policzymy.
debate-mail-published-subject = Twoje pytanie na debatę „{ $title }” jest już na stronie
debate-mail-published-text = Redakcja opublikowała Twoje pytanie na debatę „{ $title }”:
debate-mail-published-next = Inni mogą je teraz poprzeć:
debate-mail-rejected-subject = Twoje pytanie na debatę „{ $title }” nie zostało opublikowane
debate-mail-rejected-text = Redakcja nie opublikowała Twojego pytania na debatę „{ $title }”:
debate-mail-rejected-reason = Powód:
debate-mail-rejected-next = Możesz zadać inne pytanie albo poprzeć pytania innych:
debate-mail-merged-subject = Ktoś zapytał o to samo na debatę „{ $title }”
debate-mail-merged-text = Twoje pytanie na debatę „{ $title }” redakcja połączyła z innym, które dotyczy tego samego:
debate-mail-merged-into = Teraz stoi za nim to pytanie, z poparciami obu:
debate-mail-merged-next = Zobacz je na stronie debaty:
debate-mail-answered-subject = Jest odpowiedź na Twoje pytanie na debatę „{ $title }”
debate-mail-answered-text = Na Twoje pytanie na debatę „{ $title }” jest już odpowiedź. Pytanie:
debate-mail-answered-answer = Odpowiedź:
debate-mail-answered-by = Odpowiada { $by }:
debate-mail-answered-next = Całość na stronie debaty:
debate-mail-withdraw = Jeśli pytanie ma zniknąć, możesz je wycofać:
