# Opinie o zajęciach.

review-count =
    { $n ->
        [one] { $n } opinia
        [few] { $n } opinie
       *[many] { $n } opinii
    }
review-stars =
    { $n ->
        [one] { $n } gwiazdka
        [few] { $n } gwiazdki
       *[many] { $n } gwiazdek
    }
review-verified = Uczestnik potwierdzony przez organizatora

review-status-WAITING = Czeka na sprawdzenie
review-status-PUBLISHED = Opublikowana
review-status-HIDDEN = Ukryta
review-status-REJECTED = Odrzucona
review-status-WITHDRAWN = Wycofana

review-report-OFFENSIVE = Obraża kogoś
review-report-PERSONAL = Zdradza czyjeś dane lub sprawy
review-report-UNTRUE = Jest nieprawdziwa
review-report-ADVERTISING = To reklama
review-report-OFF_TOPIC = Nie dotyczy tych zajęć
review-report-OTHER = Z innego powodu

review-decision-PUBLISH = Opublikuj
review-decision-REJECT = Odrzuć
review-decision-HIDE = Ukryj

refusal-review-stars-out-of-range = Wybierz od jednej do pięciu gwiazdek.
refusal-review-text-too-short =
    { $min ->
        [one] To za mało. Napisz co najmniej { $min } znak.
        [few] To za mało. Napisz co najmniej { $min } znaki.
       *[many] To za mało. Napisz co najmniej { $min } znaków.
    }
refusal-review-text-too-long =
    { $max ->
        [one] To za długie. Skróć do { $max } znaku.
       *[other] To za długie. Skróć do { $max } znaków.
    }
refusal-review-reason-missing = Napisz, dlaczego odrzucasz. Autor dostanie to w wiadomości.
refusal-review-reason-too-long =
    { $max ->
        [one] Powód jest za długi. Skróć go do { $max } znaku.
       *[other] Powód jest za długi. Skróć go do { $max } znaków.
    }
refusal-review-withdrawn = Autor wycofał tę opinię, więc nie ma już o czym decydować.
refusal-review-already-reported = Tę opinię już zgłosiliśmy do sprawdzenia w Twoim imieniu. Drugi raz nie trzeba.
refusal-review-nothing-chosen = Zaznacz co najmniej jedną opinię.
refusal-review-too-many-chosen =
    { $max ->
        [one] Naraz można zdecydować najwyżej o { $max } opinii. Zaznacz mniej.
       *[other] Naraz można zdecydować najwyżej o { $max } opiniach. Zaznacz mniej.
    }
refusal-participants-missing = Wpisz co najmniej jeden adres e-mail.
refusal-participants-too-many =
    { $max ->
        [one] Naraz przyjmujemy najwyżej { $max } adres. Podziel listę.
        [few] Naraz przyjmujemy najwyżej { $max } adresy. Podziel listę.
       *[many] Naraz przyjmujemy najwyżej { $max } adresów. Podziel listę.
    }
refusal-participants-address-wrong = „{ $address }” nie wygląda na adres e-mail. Popraw go albo usuń z listy.

review-mail-rejected-subject = Twoja opinia o „{ $title }” nie została opublikowana
review-mail-rejected-text = Redakcja portalu nie opublikowała Twojej opinii o zajęciach „{ $title }”. Powód:
review-mail-rejected-next = Możesz ją poprawić i wysłać ponownie:
review-mail-replied-subject = Organizator odpowiedział na Twoją opinię o „{ $title }”
review-mail-replied-text = Organizator zajęć „{ $title }” odpowiedział na Twoją opinię:
review-mail-replied-next = Zobacz opinię i odpowiedź:
review-mail-published-subject = Nowa opinia o „{ $title }”
review-mail-published-text =
    { $stars ->
        [one] { $author } daje zajęciom „{ $title }” { $stars } gwiazdkę na 5 i pisze:
        [few] { $author } daje zajęciom „{ $title }” { $stars } gwiazdki na 5 i pisze:
       *[many] { $author } daje zajęciom „{ $title }” { $stars } gwiazdek na 5 i pisze:
    }
review-mail-published-next = Możesz na nią odpowiedzieć:
