region-title = Tablica – zajęcia dla dzieci w Twoim mieście
region-heading = Co dziś po lekcjach?
region-lead = Zajęcia, szkoły i domy kultury – osobna tablica dla każdego miasta. Wybierz swoje.
region-cities = Wybierz miasto
region-enter = Wejdź
region-count =
    { $n ->
        [one] { $n } miasto
        [few] { $n } miasta
       *[many] { $n } miast
    }
region-join-title = A moje miasto?
region-join = Każda gmina może dostać własną tablicę: z własną nazwą, barwami i danymi. Nie trzeba do tego pisać kodu.
region-data = Dane i API (GraphQL)
region-empty = Żadne miasto nie ma jeszcze swojej tablicy.
