# Words of the directory of schools and institutions.

institution-kind-PRESCHOOL = дитячий садок
institution-kind-PRIMARY_SCHOOL = початкова школа
institution-kind-SECONDARY_SCHOOL = ліцей
institution-kind-VOCATIONAL_SCHOOL = технікум або професійна школа
institution-kind-POST_SECONDARY_SCHOOL = післяліцейна школа
institution-kind-ART_SCHOOL = мистецька школа
institution-kind-SPECIAL_SCHOOL = спеціальна школа або центр
institution-kind-SCHOOL_COMPLEX = комплекс шкіл
institution-kind-COUNSELLING_CENTRE = психолого-педагогічна консультація
institution-kind-DORMITORY = гуртожиток або інтернат
institution-kind-CULTURE_CENTRE = будинок культури
institution-kind-SPORTS_CLUB = спортивний клуб
institution-kind-LIBRARY = бібліотека
institution-kind-MUSEUM = музей
institution-kind-YOUTH_CENTRE = будинок творчості молоді
institution-kind-CONTINUING_EDUCATION = навчання для дорослих
institution-kind-TEACHER_TRAINING = підвищення кваліфікації вчителів
institution-kind-POLICE = поліція
institution-kind-FIRE_BRIGADE = пожежна служба
institution-kind-CITY_GUARD = міська варта
institution-kind-ORGANISATION = громадська організація
institution-kind-OTHER = інший заклад

sector-PUBLIC = державний заклад
sector-NON_PUBLIC = недержавний заклад

institutions-search = Пошук закладів
field-institution-q = Який заклад шукаєте?
field-institution-q-placeholder = напр. дитячий садок, будинок культури
institutions-title = Школи та заклади
institutions-title-q = Заклади: { $q }
institutions-description = Дитячі садки, школи, будинки культури та консультації в місті { $city }.
institutions-count =
    { $n ->
        [0] Таких закладів немає
        [one] Ми знайшли { $shown } заклад
        [few] Ми знайшли { $shown } заклади
       *[many] Ми знайшли { $shown } закладів
    }
count-institutions =
    { $n ->
        [one] { $shown } заклад
        [few] { $shown } заклади
       *[many] { $shown } закладів
    }
institution-sort-RELEVANCE = найвідповідніші
institution-sort-NAME = за абеткою
institution-sort-DISTANCE = найближчі

filter-kinds = Вид закладу
filter-sector = Хто утримує

home-institutions = Школи та заклади
home-institutions-hint = Від садочка до консультації – адреси й телефони в одному місці
home-institutions-all = Усі заклади
home-institution-districts = Заклади у вашому районі

institutions-empty-title = Перевірте правопис
institutions-empty-text = Можна також прибрати один із фільтрів.
institutions-everything = Показати всі заклади

institution-address = Адреса
institution-contact = Контакт
institution-phone = Телефон
institution-email = Ел. пошта
institution-website = Вебсайт
institution-founder = Засновник
institution-pupils = Учнів
institution-pupil-category = Для кого
institution-specificity = Особливість
institution-languages = Мови
institution-rspo = Номер RSPO
institution-regon = REGON
institution-nip = NIP
institution-opened = Працює від
institution-closed = Заклад закрито { $date }
institution-parent = Входить до складу
institution-members = До складу входять
institution-facts = Про заклад
institution-back = Усі заклади
