region-title = Tablica – заняття для дітей у вашому місті
region-heading = Що сьогодні після уроків?
region-lead = Гуртки, школи та будинки культури: у кожного міста – своя дошка. Виберіть свою.
region-cities = Виберіть місто
region-enter = Увійти
region-count =
    { $n ->
        [one] { $n } місто
        [few] { $n } міста
       *[many] { $n } міст
    }
region-join-title = А моє місто?
region-join = Кожна громада може мати власну дошку: зі своєю назвою, барвами й даними. Писати код для цього не треба.
region-data = Дані та API (GraphQL)
region-empty = Жодне місто ще не має своєї дошки.
