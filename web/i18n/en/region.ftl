region-title = Tablica – classes for children in your city
region-heading = What’s on after lessons?
region-lead = Classes, schools and culture centres: every city has a board of its own. Choose yours.
region-cities = Choose your city
region-enter = Enter
region-count =
    { $n ->
        [one] { $n } city
       *[other] { $n } cities
    }
region-join-title = And my city?
region-join = Any municipality can have a board with its own name, colours and data. No code needs to be written for it.
region-data = Data and API (GraphQL)
region-empty = No city has a board yet.
