# Prywatność

privacy-title = Prywatność
privacy-lead = Co o Tobie wiemy, po co, jak długo i kto to widzi – bez drobnego druku.
privacy-city = Od miasta { $city }
footer-privacy = Prywatność i ciasteczka

privacy-visitors-title = Gdy tylko przeglądasz
privacy-visitors = Szukanie i czytanie nie wymaga konta i nie zostawia śladu: nie liczymy odwiedzin poszczególnych osób, nie używamy obcych skryptów, nie śledzimy i niczego nie sprzedajemy. Położenie, którego użyjesz do szukania w okolicy, nie jest zapisywane.

privacy-kept-title = Co przechowujemy, po co i jak długo
privacy-kept-account = Konto
privacy-why-account = Adres e-mail, nazwa, język i sposoby logowania, żeby można się było zalogować i dostać odpowiedź.
privacy-long-account = Dopóki masz konto. Konto bez roli, na które nikt nie zagląda od trzech lat, usuwamy; 30 dni wcześniej o tym piszemy.
privacy-kept-codes = Kody do logowania
privacy-why-codes = Adres i nieodwracalny skrót kodu, żeby sprawdzić, że to Ty. Liczniki prób chronią przed zgadywaniem i nie zawierają adresów wprost.
privacy-long-codes = Kod działa kwadrans, a jego ślad znika dobę później. Liczniki znikają po kilku godzinach.
privacy-kept-devices = Zalogowane urządzenia
privacy-why-devices = Nazwa przeglądarki i systemu oraz czas ostatniego użycia, żeby pokazać, gdzie Twoje konto jest otwarte, i zauważyć obce logowanie.
privacy-long-devices = Do wylogowania, najdłużej 60 dni. Przeglądarkę poznajemy jeszcze przez pół roku od ostatniego logowania.
privacy-kept-children = Profile dzieci
privacy-why-children = Imię lub pseudonim, data urodzenia, zainteresowania, okolica i szkoła, jeśli je podasz, żeby wyszukiwać zajęcia dla dziecka.
privacy-long-children = Dopóki ich nie usuniesz, najdłużej tyle co konto.
privacy-kept-roles = Role i zaproszenia
privacy-why-roles = Kto redaguje i w czyim imieniu, żeby za wpisy ktoś odpowiadał.
privacy-long-roles = Role – dopóki są potrzebne. Zaproszenia – 30 dni po upływie ważności.
privacy-kept-tokens = Tokeny API
privacy-why-tokens = Nazwa, skrót i czas ostatniego użycia, żeby program placówki mógł pisać do katalogu.
privacy-long-tokens = 90 dni po wygaśnięciu lub unieważnieniu.
privacy-kept-mails = Wysłane wiadomości
privacy-why-mails = Kto, kiedy i jaki rodzaj wiadomości dostał, żeby wyjaśnić, gdy coś nie dotrze. Treści nie przechowujemy po wysłaniu; gdy wiadomości nie da się doręczyć, zostaje zaszyfrowana 14 dni, żeby można ją było wysłać ponownie.
privacy-long-mails = 30 dni.
privacy-kept-proposals = Propozycje wpisów
privacy-why-proposals = Co proponujesz, co odpowiedziała redakcja i kto o tym zdecydował, żeby katalog był rzetelny.
privacy-long-proposals = Szkice, których nikt nie dotyka – rok. Wysłane propozycje zostają w historii wpisu, po usunięciu konta bez Twojego nazwiska.
privacy-kept-reviews = Opinie
privacy-why-reviews = Gwiazdki, tekst i podpis, widoczne dla wszystkich, żeby pomóc innym rodzicom wybrać.
privacy-long-reviews = Dopóki ich nie usuniesz, najdłużej tyle co konto.
privacy-kept-sign-ups = Zapisy na wydarzenia
privacy-why-sign-ups = Kto (Ty lub dziecko), na co, ile osób i co piszesz organizatorowi. Widzą to organizatorzy i redakcja, a ich wgląd trafia do dziennika.
privacy-long-sign-ups = Rok po wydarzeniu, najdłużej tyle co konto.
privacy-kept-family = Rodzinny kalendarz
privacy-why-family = Tajny adres, pod którym program kalendarza czyta Wasze zapisy. Kto go zna, ten je widzi; imiona dzieci pokazujemy tylko na Twoje życzenie.
privacy-long-family = Dopóki go nie wyłączysz, najdłużej tyle co konto.
privacy-kept-questions = Pytania na debatę i poparcia
privacy-why-questions = Pytanie i podpis widzą wszyscy po sprawdzeniu przez redakcję. Adres służy tylko do potwierdzenia i odpowiedzi, nikomu go nie pokazujemy.
privacy-long-questions = Niepotwierdzone – 7 dni. Adresy – 90 dni po debacie; pytanie zostaje bez nich.
privacy-kept-notices = Powiadomienia
privacy-why-notices = O czym i jak często chcesz wiedzieć, kiedy dać Ci spokój i co już Ci wysłaliśmy, żeby pisać o tym, o co prosisz, i nie pisać dwa razy. Nie sprawdzamy, czy wiadomość została otwarta ani co w niej klikasz.
privacy-long-notices = Dopóki ich nie usuniesz, najdłużej tyle co konto. Powiadomienia w skrzynce portalu – pół roku.
privacy-kept-address = Adres bez konta
privacy-why-address = Jeśli zamawiasz powiadomienia bez konta: adres, to, o czym chcesz wiedzieć, oraz na co i kiedy była zgoda, bo musimy umieć to wykazać.
privacy-long-address = Dopóki chcesz powiadomień; każda wiadomość prowadzi tam, gdzie je wyłączysz. Niepotwierdzone prośby znikają po 3 dniach.
privacy-kept-push = Powiadomienia w przeglądarce
privacy-why-push = Adres, pod który przeglądarka przyjmuje powiadomienia, i jej klucz. Treść jest szyfrowana: dostawca przeglądarki jej nie przeczyta.
privacy-long-push = Dopóki ich nie wyłączysz albo przeglądarka z nich nie zrezygnuje.
privacy-kept-refused = Adresy, pod które nie można pisać
privacy-why-refused = Adres, z którego wiadomość wróciła albo spod którego ktoś się poskarżył, żeby więcej tam nie pisać.
privacy-long-refused = Dopóki nie okaże się, że adres znów działa. Po przepełnionej skrzynce – 30 dni.
privacy-kept-pictures = Zdjęcia
privacy-why-pictures = Obraz bez ukrytych danych aparatu: miejsca i czasu zrobienia zdjęcia nie zapisujemy.
privacy-long-pictures = Dopóki są częścią wpisu. Nieużywane znikają po dwóch dniach.
privacy-kept-log = Dziennik czynności
privacy-why-log = Kto zajrzał do profilu dziecka lub konta i kto zmienił role, żeby dało się to sprawdzić.
privacy-long-log = Bezterminowo, ale tylko z numerami kont. Numer usuniętego konta prowadzi donikąd.

privacy-children-title = Dane dzieci
privacy-children = Profil dziecka zakłada opiekun i tylko on go widzi. Wystarczy pseudonim, okolica może być przybliżona, a szkoła jest dobrowolna. Profil nie trafia do wyszukiwarki, do statystyk ani do placówek, także wtedy, gdy szukasz „dla Ani”.
privacy-children-admin = Administrator miasta może zajrzeć do profilu, gdy wymaga tego prawo. Najpierw zostaje to zapisane w dzienniku, którego nie da się zmienić; wpisy o swoim koncie znajdziesz w kopii danych.

privacy-who-title = Kto co widzi
privacy-who-everybody = Wszyscy: nazwę, którą podpisujesz opinie, a jeśli jej nie ma – początek adresu e-mail. Nigdy całego adresu.
privacy-who-team = Zespół placówki, do którego należysz: nazwę, adres i rolę.
privacy-who-editors = Redakcja miasta: propozycje, które jej wysyłasz.
privacy-who-admins = Administratorzy miasta: konta i role; każde obejrzenie konta jest zapisywane.
privacy-who-nobody = Nikt inny. Danych nie sprzedajemy ani nie przekazujemy do reklamy. Miasta nie widzą nawzajem swoich kont.

privacy-rights-title = Twoje prawa
privacy-right-read = Możesz zobaczyć wszystko, co o Tobie wiemy, i zabrać to ze sobą.
privacy-right-correct = Możesz poprawić swoje dane w każdej chwili.
privacy-right-erase = Możesz usunąć konto razem z danymi, samodzielnie i bez podawania powodu.
privacy-right-complain = Możesz złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych. Najpierw warto napisać do miasta: odpowiada za te dane jako ich administrator.

privacy-cookies-title = Ciasteczka
privacy-cookies = Używamy tylko dwóch, obu niezbędnych, dlatego nie pytamy o zgodę. Nie służą do śledzenia.
privacy-cookie-session = Pamięta, że to Twoje konto jest otwarte. Znika po wylogowaniu, najpóźniej po 60 dniach.
privacy-cookie-browser = Chroni formularze przed wysłaniem ich w Twoim imieniu przez obcą stronę i pozwala dokończyć logowanie tylko tam, gdzie się zaczęło. Powstaje przy pierwszym formularzu, znika po pół roku.
privacy-cookies-provider = Gdy logujesz się przez konto u dostawcy, na kilka minut powstaje jeszcze jedno, które pilnuje, żeby odpowiedź dostawcy trafiła do tej samej przeglądarki.
