# What is wrong with a value of the catalogue, and what would be right.

refusal-field-missing = To pole nie może być puste.
refusal-field-too-long =
    { $most ->
        [one] To za długi tekst: może mieć najwyżej { $most } znak.
        [few] To za długi tekst: może mieć najwyżej { $most } znaki.
       *[many] To za długi tekst: może mieć najwyżej { $most } znaków.
    }
refusal-field-bad-character = Znak { $character } nie pasuje do tekstu. Usuń go albo wpisz tekst jeszcze raz.
refusal-field-count = Podaj liczbę całkowitą, 0 lub więcej, na przykład 12.
refusal-field-degrees = Podaj stopnie od -{ $most } do { $most }, z kropką dziesiętną, na przykład 52.74.
refusal-field-latitude = Jest długość geograficzna, więc potrzebna jest też szerokość. Podaj obie albo żadnej.
refusal-field-longitude = Jest szerokość geograficzna, więc potrzebna jest też długość. Podaj obie albo żadnej.
refusal-field-district = W tym mieście nie ma takiego osiedla. Wybierz osiedle z listy albo zostaw to pole puste.
refusal-field-link = Podaj adres strony razem z https://, na przykład https://example.org/zapisy.
refusal-field-email = Podaj adres e-mail, na przykład sekretariat@example.org.
refusal-field-kind = Wybierz rodzaj placówki, na przykład CULTURE_CENTRE.
refusal-field-sector = Wybierz PUBLIC (publiczna) albo NON_PUBLIC (niepubliczna).

refusal-field-choice = „{ $value }” nie ma na liście. Wybierz spośród: { $known }.
refusal-field-provider = Napisz, kto jest organizatorem: podaj placówkę albo organizatora.
refusal-field-institution = Nie ma tu placówki o takim numerze RSPO ani identyfikatorze. Wybierz placówkę z listy albo podaj organizatora.
refusal-field-interest =
    { $near ->
        [none] „{ $value }” nie ma na liście zainteresowań. Wybierz z listy, na przykład robotics.
       *[other] „{ $value }” nie ma na liście zainteresowań. Czy chodzi o { $near }?
    }
refusal-field-age = Podaj wiek w latach (8) albo w miesiącach (18m).
refusal-field-ages = Najmłodsi nie mogą być starsi od najstarszych. Podaj wiek od młodszych do starszych, na przykład 6 i 10.
refusal-field-slot = „{ $value }”: podaj dzień i godziny, na przykład mon 16:00-17:30.
refusal-field-slot-reversed = „{ $value }”: zajęcia kończą się, zanim się zaczną. Najpierw podaj wcześniejszą godzinę, na przykład mon 16:00-17:30.
refusal-field-date = Podaj datę, na przykład 2026-09-01.
refusal-field-dates = Ostatni dzień wypada przed pierwszym. Zamień daty miejscami albo popraw jedną z nich.
refusal-field-moment = Podaj datę albo datę z godziną, na przykład 2026-09-01 albo 2026-09-01T08:00.
refusal-field-enrolment = Zapisy kończą się, zanim się zaczną. Zamień daty miejscami albo popraw jedną z nich.
refusal-field-price = Podaj cenę, na przykład 120 albo 49,50; 0 oznacza udział bezpłatny.
refusal-field-price-unit = Wybierz, za co jest cena: class (zajęcia), month (miesiąc), term (semestr) albo once (całość).
refusal-field-places = Wolnych miejsc jest więcej niż wszystkich. Podaj najwyżej tyle, ile osób liczy grupa.
refusal-field-language = „{ $value }”: podaj kod języka (BCP 47), na przykład pl albo uk.
refusal-field-accessibility = „{ $value }” nie ma na liście. Wybierz spośród: { $known }.
refusal-field-tag = „{ $value }”: znacznik może mieć najwyżej 50 znaków. Skróć go.
refusal-field-yes-no = Odpowiedz yes (tak) albo no (nie).

refusal-import-id = Nadaj każdemu wierszowi własny identyfikator, na przykład 1, i nie zmieniaj go: po nim rozpoznamy wpis, gdy wgrasz plik ponownie.
refusal-import-repeated = To ten sam wpis co w wierszu { $row }. Zostaw jeden z tych wierszy.
refusal-import-entry = Ta placówka nie ma wpisu o takim identyfikatorze. Nowemu wpisowi nadaj własny identyfikator, na przykład 1.
refusal-import-institution = To wpis innej placówki. Jeśli jest Twój, zostaw tę kolumnę pustą.
import-note-column = Kolumna „{ $name }” jest nieznana i została pominięta.

sort-RATING = najlepiej oceniane

audience-pupils = uczniowie
audience-parents = rodzice
audience-teachers = nauczyciele
audience-everybody = wszyscy
