# Words of the directory of schools and institutions.

institution-kind-PRESCHOOL = preschool
institution-kind-PRIMARY_SCHOOL = primary school
institution-kind-SECONDARY_SCHOOL = general secondary school
institution-kind-VOCATIONAL_SCHOOL = technical or vocational school
institution-kind-POST_SECONDARY_SCHOOL = post-secondary school
institution-kind-ART_SCHOOL = art school
institution-kind-SPECIAL_SCHOOL = special school or centre
institution-kind-SCHOOL_COMPLEX = school complex
institution-kind-COUNSELLING_CENTRE = counselling centre
institution-kind-DORMITORY = pupils’ dormitory
institution-kind-CULTURE_CENTRE = culture centre
institution-kind-SPORTS_CLUB = sports club
institution-kind-LIBRARY = library
institution-kind-MUSEUM = museum
institution-kind-YOUTH_CENTRE = youth centre
institution-kind-CONTINUING_EDUCATION = continuing education
institution-kind-TEACHER_TRAINING = teacher training
institution-kind-POLICE = police
institution-kind-FIRE_BRIGADE = fire brigade
institution-kind-CITY_GUARD = city guard
institution-kind-ORGANISATION = voluntary organisation
institution-kind-OTHER = other institution

sector-PUBLIC = public
sector-NON_PUBLIC = non-public

institutions-search = Search institutions
field-institution-q = Which institution are you looking for?
field-institution-q-placeholder = e.g. preschool, culture centre
institutions-title = Schools and institutions
institutions-title-q = Institutions: { $q }
institutions-description = Preschools, schools, culture centres and counselling centres in { $city }.
institutions-count =
    { $n ->
        [0] There are no such institutions
        [one] We found { $shown } institution
       *[other] We found { $shown } institutions
    }
count-institutions =
    { $n ->
        [one] { $shown } institution
       *[other] { $shown } institutions
    }
institution-sort-RELEVANCE = best match
institution-sort-NAME = by name
institution-sort-DISTANCE = nearest

filter-kinds = Kind of institution
filter-sector = Run by

home-institutions = Schools and institutions
home-institutions-hint = From preschool to counselling centre: addresses and phone numbers in one place
home-institutions-all = All institutions
home-institution-districts = Institutions in your district

institutions-empty-title = Check the spelling
institutions-empty-text = You can also remove one of the filters.
institutions-everything = Show all institutions

institution-address = Address
institution-contact = Contact
institution-phone = Phone
institution-email = Email
institution-website = Website
institution-founder = Run by
institution-pupils = Pupils
institution-pupil-category = For whom
institution-specificity = Profile
institution-languages = Languages
institution-rspo = RSPO number
institution-regon = REGON
institution-nip = NIP
institution-opened = Open since
institution-closed = Closed on { $date }
institution-parent = Part of
institution-members = Made up of
institution-facts = About this institution
institution-back = All institutions
