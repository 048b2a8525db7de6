//! Polish sentences that fit many offers: by profile, and by what is true of the single offer.
//!
//! As in [`super::topics`], letters before a bar name the age bands a sentence is meant for.

use super::profile::Profile;

/// How the sessions are run: sentences about method and atmosphere.
pub(super) const fn method(profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Sport => &[
            "Najważniejsze są ruch, zabawa i zasady fair play.",
            "PEK|Nie prowadzimy selekcji: gra każdy, kto przychodzi.",
            "Trener dba o to, by nikt nie siedział na ławce dłużej niż pięć minut.",
            "MT|Treningi są wymagające, ale w szatni zawsze jest wesoło.",
            "Obciążenia dobieramy do wieku i formy.",
            "PEMK|Rodziców prosimy o kibicowanie z trybun, a nie zza linii.",
        ],
        Profile::Water => &[
            "Woda ma około 29 stopni, a przy każdej grupie jest ratownik.",
            "PEK|Na jednego instruktora przypada najwyżej ośmioro dzieci.",
            "Postępy zapisujemy w karcie, którą można zabrać na inną pływalnię.",
            "Nikogo nie wrzucamy na głęboką wodę – ani dosłownie, ani w przenośni.",
            "B|Temperatura wody i powietrza jest podwyższona.",
        ],
        Profile::Adventure => &[
            "Bezpieczeństwo jest u nas przed wynikiem.",
            "Zajęcia prowadzą instruktorzy z uprawnieniami i ubezpieczeniem.",
            "Sprzęt i ochraniacze zapewniamy na pierwsze spotkania.",
            "Gdy pogoda zawodzi, przenosimy się pod dach.",
            "Grupy układamy według umiejętności, a nie według metryki.",
        ],
        Profile::Martial => &[
            "Dyscyplina tak, krzyk nie.",
            "Techniki wolno używać tylko na sali – tego uczymy od pierwszego dnia.",
            "PEK|Dzieci uczą się czekać na swoją kolej, słuchać i kłaniać się partnerowi.",
            "Początkujący ćwiczą z osobnym instruktorem.",
            "Trening zaczyna i kończy się ukłonem.",
        ],
        Profile::Dance => &[
            "Nie trzeba mieć doświadczenia ani „talentu”, wystarczy ochota.",
            "Sala ma lustra, drążki i podłogę, która chroni stawy.",
            "Muzykę wybieramy razem.",
            "PEK|Rodziców zapraszamy na lekcję otwartą raz w semestrze.",
            "Instruktorka ma za sobą kilkanaście lat pracy z dziećmi i młodzieżą.",
        ],
        Profile::Music => &[
            "Lekcje są indywidualne, a termin ustalamy po rozmowie.",
            "Tempo wyznacza uczeń, nie podręcznik.",
            "Nie sprawdzamy słuchu na wejściu, bo słuch się ćwiczy.",
            "Dwa razy w roku odbywa się koncert, w którym udział jest dobrowolny.",
            "Nauczyciele czynnie koncertują.",
        ],
        Profile::Ensemble => &[
            "Zespół to także przyjaźnie, wyjazdy i wspólne ciasto po próbie.",
            "Nie organizujemy przesłuchań, każdego przyjmujemy na miesiąc próbny.",
            "PEK|Dzieci uczą się ze słuchu i z ruchu, nuty przychodzą później.",
            "Występujemy kilka razy w roku, zawsze dobrowolnie.",
        ],
        Profile::Art => &[
            "Nie oceniamy i nie poprawiamy za nikogo.",
            "Pracownia jest jasna, a stoły duże.",
            "Prowadząca podpowiada technikę, a temat każdy opowiada po swojemu.",
            "Materiały są wliczone w cenę albo czekają na miejscu.",
            "MTA|Można dołączyć w każdym momencie, bo pracujemy indywidualnymi ścieżkami.",
        ],
        Profile::Stage => &[
            "Dbamy o to, żeby każdy czuł się bezpiecznie, zanim wyjdzie przed innych.",
            "Pomysły grupy są ważniejsze niż gotowy plan.",
            "Zajęcia prowadzi osoba, która na co dzień pracuje w zawodzie.",
            "Śmiech jest mile widziany, wyśmiewanie nie.",
        ],
        Profile::Language => &[
            "Przed zapisem krótko rozmawiamy, żeby dobrać grupę.",
            "Materiały przygotowujemy sami, podręcznik nie jest potrzebny.",
            "EMKTA|Zajęcia prowadzi lektor, który po polsku odzywa się tylko wtedy, gdy naprawdę trzeba.",
            "Uczymy się w ruchu, w parach i w rozmowie.",
            "PEK|Zamiast ocen są naklejki, a na koniec semestru mały występ.",
        ],
        Profile::Science => &[
            "Mylić się wolno, byle ciekawie.",
            "Zajęcia prowadzą nauczyciele i studenci z koła naukowego.",
            "Teoria mieści się w kwadransie, reszta to praktyka.",
            "Fartuchy, okulary i odczynniki są na miejscu.",
            "Każdy zabiera do domu zadanie, którego nie trzeba robić, ale zwykle się chce.",
        ],
        Profile::Tech => &[
            "Sprzęt zapewniamy, można też przynieść własny.",
            "Grupa liczy najwyżej kilkanaście osób, więc na każdego jest czas.",
            "Nie potrzeba doświadczenia; zaawansowani dostają trudniejsze zadania.",
            "PEMK|Dzieci uczą się przez próby i błędy, a nie z wykładów.",
            "Po każdym module wysyłamy krótkie podsumowanie tego, co już umiemy.",
        ],
        Profile::Civic => &[
            "Najpierw słuchamy, potem działamy.",
            "Na spotkania zapraszamy gości, którzy wiedzą, o czym mówią.",
            "Tematy proponują uczestnicy.",
            "Nie ma ocen, są efekty, które widać w okolicy.",
            "Działamy we współpracy z urzędem miasta i sąsiedzkimi organizacjami.",
        ],
        Profile::Outdoor => &[
            "Spotykamy się bez względu na pogodę, bo zła pogoda to tylko złe ubranie.",
            "Większość zajęć odbywa się na świeżym powietrzu.",
            "Grupę prowadzi dwoje instruktorów z przeszkoleniem z pierwszej pomocy.",
            "Telefony zostają w plecaku.",
        ],
        Profile::Safety => &[
            "Zajęcia prowadzą czynni ratownicy i funkcjonariusze.",
            "Więcej ćwiczymy, niż słuchamy.",
            "Na koniec każdy dostaje zaświadczenie.",
            "Odgrywamy prawdziwe sytuacje, spokojnie i bez straszenia.",
        ],
        Profile::Mind => &[
            "Nie trzeba niczego umieć, zasady wytłumaczymy.",
            "Zajęcia odbywają się w kameralnej grupie.",
            "PEK|Uczymy też, jak cieszyć się z wygranej kolegi.",
            "Prowadzący zna po imieniu wszystkich uczestników.",
        ],
        Profile::Support => &[
            "Grupy są małe, a prowadzący stali.",
            "Pracujemy spokojnie, w stałym rytmie i w przyjaznej sali.",
            "Prowadzą specjaliści z przygotowaniem pedagogicznym.",
            "Plan dopasowujemy do potrzeb uczestników.",
        ],
    }
}

/// What to bring and other practical matters.
pub(super) const fn practical(profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Sport => &[
            "Potrzebne są strój sportowy, obuwie z jasną podeszwą i woda.",
            "Wystarczy wygodny strój; resztę sprzętu mamy.",
            "Przed pierwszym treningiem prosimy o zgodę rodziców lub oświadczenie o stanie zdrowia.",
        ],
        Profile::Water => &[
            "Prosimy zabrać czepek, klapki, ręcznik i strój kąpielowy.",
            "W cenie jest wejście na pływalnię dla uczestnika i, w razie potrzeby, opiekuna.",
            "Nieobecność można odrobić w innej grupie.",
        ],
        Profile::Adventure => &[
            "Kask i ubezpieczenie są w cenie.",
            "Na pierwsze spotkanie wystarczy wygodny strój i zapas ubrania na zmianę.",
            "Szczegółową listę rzeczy wysyłamy po zapisie.",
        ],
        Profile::Martial => &[
            "Na początek wystarczy dres; strój można kupić w klubie po miesiącu.",
            "Ćwiczymy boso, na macie.",
            "Prosimy zdjąć zegarki i biżuterię.",
        ],
        Profile::Dance => &[
            "Strój wygodny, obuwie na zmianę albo skarpety antypoślizgowe.",
            "Prosimy o związane włosy i butelkę wody.",
            "Kostiumy na pokaz wypożyczamy.",
        ],
        Profile::Music => &[
            "Instrument do ćwiczeń można wypożyczyć.",
            "Lekcja trwa zwykle 45 minut, u najmłodszych krócej.",
            "Nieobecność zgłoszoną dzień wcześniej odrabiamy.",
        ],
        Profile::Ensemble => &[
            "Stroje i materiały zapewnia zespół.",
            "Prosimy o regularność, bo każdy głos jest potrzebny.",
        ],
        Profile::Art => &[
            "Prosimy ubrać się tak, by można było się pobrudzić.",
            "Fartuch i materiały czekają na miejscu.",
            "Prace można odebrać po wystawie.",
        ],
        Profile::Stage => &[
            "Potrzebny jest wygodny strój i butelka wody.",
            "Wystarczy zeszyt i coś do pisania.",
            "Przed pokazem dochodzi jedna próba w sobotę.",
        ],
        Profile::Language => &[
            "W cenie są materiały i dostęp do nagrań.",
            "W czasie ferii i świąt zajęć nie ma.",
            "Semestr liczy piętnaście spotkań.",
        ],
        Profile::Science => &[
            "Prosimy przynieść zeszyt w kratkę.",
            "Materiały do doświadczeń są wliczone w cenę lub finansowane z grantu.",
        ],
        Profile::Tech => &[
            "Po zajęciach projekt można kontynuować w domu, na darmowych programach.",
            "Warto zabrać pendrive i drugie śniadanie.",
            "Konto na platformie zakładamy wspólnie z rodzicem.",
        ],
        Profile::Civic => &["Zapisy są proste: wystarczy przyjść.", "Osoby niepełnoletnie przynoszą zgodę opiekuna.", "Na miejscu czeka herbata."],
        Profile::Outdoor => &[
            "Potrzebne są buty, których nie szkoda, i kurtka od deszczu.",
            "Przed wyjazdem rodzice dostają listę rzeczy i numer kontaktowy.",
        ],
        Profile::Safety => &["Wygodny strój wystarczy, resztę zapewniamy.", "Liczba miejsc jest ograniczona, dlatego prosimy o wcześniejszy zapis."],
        Profile::Mind => &["Wszystko, co potrzebne, mamy na miejscu.", "Można przyjść raz, żeby spróbować."],
        Profile::Support => &["Prosimy o kontakt telefoniczny przed pierwszą wizytą.", "W poczekalni są książki i herbata dla rodziców."],
    }
}

/// Sentences true of any offer on the spot.
pub(super) const CLOSING: &[&str] = &[
    "Pierwsze spotkanie jest niezobowiązujące.",
    "Zapisy przez formularz lub w sekretariacie.",
    "PEMK|Rodzeństwo ma zniżkę, o którą trzeba poprosić przy zapisie.",
    "O przyjęciu decyduje kolejność zgłoszeń.",
    "Harmonogram ferii i dni wolnych ogłaszamy z wyprzedzeniem.",
    "W razie pytań prosimy o telefon po godzinie 14.",
    "Zajęcia odbywają się przy co najmniej sześciu zgłoszeniach.",
    "Można dołączyć także w trakcie semestru, jeśli są miejsca.",
    "Dojazd tramwajem i autobusem, przystanek jest dwie minuty od wejścia.",
    "Przy budynku są stojaki na rowery.",
    "PEK|Rodzice mogą poczekać w kawiarence na parterze.",
    "Honorujemy Kartę Dużej Rodziny.",
    "Opłatę wnosi się przelewem do dziesiątego dnia miesiąca albo na początku semestru.",
    "Serdecznie zapraszamy – sala jest duża, a grupa zgrana.",
    "Informacje o zmianach wysyłamy pocztą elektroniczną.",
    "MTA|Potrzebny jest tylko dobry humor i punktualność.",
];

/// Sentences that name other activities in passing, as catalogues do.
pub(super) const PASSING: &[&str] = &[
    "EMK|W tym samym budynku działają pracownia ceramiki i klub szachowy, więc rodzeństwo też znajdzie coś dla siebie.",
    "PEMKT|Kto lubi ruch, może połączyć te zajęcia z basenem albo judo.",
    "EMK|Po zajęciach świetlica jest czynna do osiemnastej.",
    "Obok odbywają się próby chóru, dlatego bywa u nas głośno i wesoło.",
    "Godzinę wcześniej w tej samej sali jest angielski, można zostać na jedno i drugie.",
    "EMK|Latem zapraszamy też na półkolonie z robotyką i piłką nożną.",
    "PEMK|Dla rodziców równolegle prowadzimy jogę.",
    "To nie są kolejne lekcje – tu się działa.",
    "EMKT|Z grupą teatralną z drugiego piętra co roku robimy wspólny jarmark.",
    "PEMK|Dzieci, które wolą rysować niż biegać, zapraszamy do pracowni plastycznej piętro niżej.",
];

/// Introductions of a list.
pub(super) const LIST_HEADS: &[&str] = &["W programie:", "Na zajęciach:", "Co robimy:", "**Plan zajęć**", "Przykładowe tematy:", "Każde spotkanie to:"];

/// For groups of girls.
pub(super) const GIRLS: &[&str] = &[
    "To grupa dla dziewcząt, także tych, które dotąd nie trenowały.",
    "Grupę prowadzi kobieta, a uczestniczkami są same dziewczyny.",
];
/// For beginners.
pub(super) const BEGINNERS: &[&str] = &[
    "Grupa jest dla początkujących, zaczynamy od zera.",
    "Nie trzeba mieć żadnego doświadczenia.",
    "Zapraszamy osoby, które dopiero zaczynają.",
];
/// For the advanced.
pub(super) const ADVANCED: &[&str] = &[
    "Grupa zaawansowana – potrzebne są co najmniej dwa lata doświadczenia.",
    "Zapraszamy osoby, które mają już podstawy i chcą więcej.",
];
/// A free trial.
pub(super) const TRIAL: &[&str] = &["Pierwsze zajęcia są bezpłatne.", "Jednorazowe zajęcia próbne nic nie kosztują."];
/// Good for shy children.
pub(super) const SHY: &[&str] = &[
    "Dobrze czują się u nas osoby nieśmiałe: grupa jest mała, a początek spokojny.",
    "PEMK|Zapraszamy także dzieci nieśmiałe, można najpierw tylko popatrzeć.",
];
/// Held online.
pub(super) const ONLINE: &[&str] = &[
    "Zajęcia odbywają się na żywo przez internet; link wysyłamy dzień wcześniej.",
    "Spotykamy się online, potrzebny jest komputer z kamerą i mikrofonem.",
    "Zajęcia zdalne, w małej grupie i z nagraniem dla nieobecnych.",
];
/// Free of charge.
pub(super) const FREE: &[&str] = &[
    "Udział jest bezpłatny.",
    "Zajęcia finansuje miasto, więc nic nie kosztują.",
    "Nie pobieramy opłat.",
];
/// No place left.
pub(super) const FULL: &[&str] = &["Grupa jest pełna, prowadzimy listę rezerwową.", "Obecnie nie ma wolnych miejsc, ale warto zostawić kontakt."];
/// No price given.
pub(super) const ASK_PRICE: &[&str] = &["O opłatę prosimy pytać w sekretariacie.", "Cennik zależy od wymiaru zajęć i ustalamy go indywidualnie."];
/// A room without steps.
pub(super) const WHEELCHAIR: &[&str] = &["Wejście i toaleta są przystosowane dla osób na wózkach.", "Budynek ma windę i podjazd."];
/// With interpretation into sign language.
pub(super) const SIGNED: &[&str] = &["Na życzenie zapewniamy tłumacza języka migowego.", "Prowadzący zna podstawy języka migowego."];
/// With a room to calm down.
pub(super) const QUIET: &[&str] = &["Obok sali jest pokój wyciszenia.", "PEMK|Dla dzieci wrażliwych na hałas mamy cichy kącik i słuchawki."];

/// Short marks that tell groups of one offer apart, by band letter.
pub(super) const GROUPS: &[&str] = &[
    "grupa I",
    "grupa II",
    "grupa A",
    "grupa B",
    "PEMK|grupa młodsza",
    "EMKT|grupa starsza",
    "nowa grupa",
];
