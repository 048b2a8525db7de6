# Miejsca promowane.

promotion-label = Promowane

refusal-promotion-activity-unknown = Nie ma takich opublikowanych zajęć. Wybierz je z listy.
refusal-promotion-no-institution = Promować można tylko zajęcia placówki z tego miasta. Najpierw przypisz zajęcia do placówki.
refusal-promotion-dates-reversed = Ostatni dzień wypada przed pierwszym. Podaj późniejszy.
refusal-promotion-dates-past = Ostatni dzień już minął. Podaj dzisiejszy albo późniejszy.
refusal-promotion-dates-too-long =
    { $days ->
        [one] Miejsce można sprzedać najwyżej na { $days } dzień. Podaj wcześniejszy ostatni dzień.
       *[other] Miejsce można sprzedać najwyżej na { $days } dni. Podaj wcześniejszy ostatni dzień.
    }
refusal-promotion-interest-unknown = Nie znamy zainteresowania „{ $id }”, albo wybrano ich za dużo. Wybierz z listy, najwyżej 50.
refusal-promotion-district-unknown = Miasto nie ma dzielnicy „{ $id }”, albo wybrano ich za dużo. Wybierz z listy, najwyżej 50.
refusal-promotion-weight-out-of-range = Udział podaj liczbą od 1 do { $max }.
refusal-promotion-note-too-long =
    { $max ->
        [one] Notatka może mieć najwyżej { $max } znak. Skróć ją.
        [few] Notatka może mieć najwyżej { $max } znaki. Skróć ją.
       *[many] Notatka może mieć najwyżej { $max } znaków. Skróć ją.
    }
refusal-promotion-ended = Ta promocja jest zakończona i nie da się jej już zmienić. Utwórz nową.
