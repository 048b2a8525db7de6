# Words of the directory of schools and institutions.

institution-kind-PRESCHOOL = przedszkole
institution-kind-PRIMARY_SCHOOL = szkoła podstawowa
institution-kind-SECONDARY_SCHOOL = liceum
institution-kind-VOCATIONAL_SCHOOL = technikum lub szkoła branżowa
institution-kind-POST_SECONDARY_SCHOOL = szkoła policealna
institution-kind-ART_SCHOOL = szkoła artystyczna
institution-kind-SPECIAL_SCHOOL = szkoła lub ośrodek specjalny
institution-kind-SCHOOL_COMPLEX = zespół szkół
institution-kind-COUNSELLING_CENTRE = poradnia psychologiczno-pedagogiczna
institution-kind-DORMITORY = bursa lub internat
institution-kind-CULTURE_CENTRE = dom kultury
institution-kind-SPORTS_CLUB = klub sportowy
institution-kind-LIBRARY = biblioteka
institution-kind-MUSEUM = muzeum
institution-kind-YOUTH_CENTRE = młodzieżowy dom kultury
institution-kind-CONTINUING_EDUCATION = kształcenie ustawiczne
institution-kind-TEACHER_TRAINING = doskonalenie nauczycieli
institution-kind-POLICE = policja
institution-kind-FIRE_BRIGADE = straż pożarna
institution-kind-CITY_GUARD = straż miejska
institution-kind-ORGANISATION = organizacja społeczna
institution-kind-OTHER = inna placówka

sector-PUBLIC = placówka publiczna
sector-NON_PUBLIC = placówka niepubliczna

institutions-search = Szukaj placówki
field-institution-q = Jakiej placówki szukasz?
field-institution-q-placeholder = np. przedszkole, dom kultury
institutions-title = Szkoły i placówki
institutions-title-q = Placówki: { $q }
institutions-description = Przedszkola, szkoły, domy kultury i poradnie w mieście { $city }.
institutions-count =
    { $n ->
        [0] Nie ma takich placówek
        [one] Znaleźliśmy { $shown } placówkę
        [few] Znaleźliśmy { $shown } placówki
       *[many] Znaleźliśmy { $shown } placówek
    }
count-institutions =
    { $n ->
        [one] { $shown } placówka
        [few] { $shown } placówki
       *[many] { $shown } placówek
    }
institution-sort-RELEVANCE = najlepiej pasujące
institution-sort-NAME = alfabetycznie
institution-sort-DISTANCE = najbliżej

filter-kinds = Rodzaj placówki
filter-sector = Kto prowadzi

home-institutions = Szkoły i placówki
home-institutions-hint = Od przedszkola po poradnię – adresy i telefony w jednym miejscu
home-institutions-all = Wszystkie placówki
home-institution-districts = Placówki na Twoim osiedlu

institutions-empty-title = Sprawdź pisownię
institutions-empty-text = Możesz też usunąć któryś z filtrów.
institutions-everything = Pokaż wszystkie placówki

institution-address = Adres
institution-contact = Kontakt
institution-phone = Telefon
institution-email = E-mail
institution-website = Strona internetowa
institution-founder = Organ prowadzący
institution-pupils = Uczniów
institution-pupil-category = Dla kogo
institution-specificity = Specyfika
institution-languages = Języki
institution-rspo = Numer RSPO
institution-regon = REGON
institution-nip = NIP
institution-opened = Działa od
institution-closed = Placówka zamknięta { $date }
institution-parent = Wchodzi w skład
institution-members = Tworzą ją
institution-facts = O placówce
institution-back = Wszystkie placówki
