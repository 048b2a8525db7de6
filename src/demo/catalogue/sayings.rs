//! Polish sentences about how offers of a profile are run, and what to bring.
//!
//! As in [`super::topics`], letters before a bar name the age bands a sentence is meant for.

use super::profile::Profile;

/// The sentences of a profile.
pub(super) struct Sayings {
    /// About method and atmosphere.
    pub(super) method: &'static [&'static str],
    /// What to bring and other practical matters.
    pub(super) practical: &'static [&'static str],
}

const SPORT: Sayings = Sayings {
    method: &[
        "Najważniejsze są ruch, zabawa i zasady fair play.",
        "PEK|Nie prowadzimy selekcji: ćwiczy każdy, kto przychodzi.",
        "Trener dba o to, by nikt nie siedział na ławce dłużej niż pięć minut.",
        "MT|Treningi są wymagające, ale w szatni zawsze jest wesoło.",
        "Obciążenia dobieramy do wieku i formy.",
        "PEMK|Rodziców prosimy o kibicowanie z trybun, a nie zza linii.",
    ],
    practical: &[
        "Potrzebne są strój sportowy, obuwie z jasną podeszwą i woda.",
        "Wystarczy wygodny strój; resztę sprzętu mamy.",
        "Przed pierwszym treningiem prosimy o zgodę rodziców lub oświadczenie o stanie zdrowia.",
    ],
};

const WATER: Sayings = Sayings {
    method: &[
        "Woda ma około 29 stopni, a przy każdej grupie jest ratownik.",
        "PEK|Na jednego instruktora przypada najwyżej ośmioro dzieci.",
        "Postępy zapisujemy w karcie, którą można zabrać na inną pływalnię.",
        "Nikogo nie wrzucamy na głęboką wodę – ani dosłownie, ani w przenośni.",
        "B|Temperatura wody i powietrza jest podwyższona.",
    ],
    practical: &[
        "Prosimy zabrać czepek, klapki, ręcznik i strój kąpielowy.",
        "W cenie jest wejście na pływalnię dla uczestnika i, w razie potrzeby, opiekuna.",
        "Nieobecność można odrobić w innej grupie.",
    ],
};

const ADVENTURE: Sayings = Sayings {
    method: &[
        "Bezpieczeństwo jest u nas przed wynikiem.",
        "Zajęcia prowadzą instruktorzy z uprawnieniami i ubezpieczeniem.",
        "Sprzęt i ochraniacze zapewniamy na pierwsze spotkania.",
        "Gdy pogoda zawodzi, przenosimy się pod dach.",
        "Grupy układamy według umiejętności, a nie według metryki.",
    ],
    practical: &[
        "Ubezpieczenie jest w cenie.",
        "Na pierwsze spotkanie wystarczy wygodny strój i zapas ubrania na zmianę.",
        "Szczegółową listę rzeczy wysyłamy po zapisie.",
    ],
};

const MARTIAL: Sayings = Sayings {
    method: &[
        "Dyscyplina tak, krzyk nie.",
        "Techniki wolno używać tylko na sali – tego uczymy od pierwszego dnia.",
        "PEK|Dzieci uczą się czekać na swoją kolej, słuchać i kłaniać się partnerowi.",
        "Początkujący ćwiczą z osobnym instruktorem.",
        "Trening zaczyna i kończy się ukłonem.",
    ],
    practical: &[
        "Na początek wystarczy dres; strój można kupić w klubie po miesiącu.",
        "Ćwiczymy boso, na macie.",
        "Prosimy zdjąć zegarki i biżuterię.",
    ],
};

const DANCE: Sayings = Sayings {
    method: &[
        "Nie trzeba mieć doświadczenia ani „talentu”, wystarczy ochota.",
        "Sala ma lustra, drążki i podłogę, która chroni stawy.",
        "Muzykę wybieramy razem.",
        "PEK|Rodziców zapraszamy na lekcję otwartą raz w semestrze.",
        "Instruktorka ma za sobą kilkanaście lat pracy z dziećmi i młodzieżą.",
    ],
    practical: &[
        "Strój wygodny, obuwie na zmianę albo skarpety antypoślizgowe.",
        "Prosimy o związane włosy i butelkę wody.",
        "Kostiumy na pokaz wypożyczamy.",
    ],
};

const MUSIC: Sayings = Sayings {
    method: &[
        "Lekcje są indywidualne, a termin ustalamy po rozmowie.",
        "Tempo wyznacza uczeń, nie podręcznik.",
        "Nie sprawdzamy słuchu na wejściu, bo słuch się ćwiczy.",
        "Dwa razy w roku odbywa się koncert, w którym udział jest dobrowolny.",
        "Nauczyciele czynnie koncertują.",
    ],
    practical: &[
        "Instrument do ćwiczeń można wypożyczyć.",
        "Lekcja trwa zwykle 45 minut, u najmłodszych krócej.",
        "Nieobecność zgłoszoną dzień wcześniej odrabiamy.",
    ],
};

const ENSEMBLE: Sayings = Sayings {
    method: &[
        "Zespół to także przyjaźnie, wyjazdy i wspólne ciasto po próbie.",
        "Nie organizujemy przesłuchań, każdego przyjmujemy na miesiąc próbny.",
        "PEK|Dzieci uczą się ze słuchu i z ruchu, nuty przychodzą później.",
        "Występujemy kilka razy w roku, zawsze dobrowolnie.",
    ],
    practical: &["Stroje i materiały zapewnia zespół.", "Prosimy o regularność, bo każdy głos jest potrzebny."],
};

const ART: Sayings = Sayings {
    method: &[
        "Nie oceniamy i nie poprawiamy za nikogo.",
        "Pracownia jest jasna, a stoły duże.",
        "Prowadząca podpowiada technikę, a temat każdy opowiada po swojemu.",
        "Materiały są wliczone w cenę albo czekają na miejscu.",
        "MTA|Można dołączyć w każdym momencie, bo pracujemy indywidualnymi ścieżkami.",
    ],
    practical: &[
        "Prosimy ubrać się tak, by można było się pobrudzić.",
        "Fartuch i materiały czekają na miejscu.",
        "Prace można odebrać po wystawie.",
    ],
};

const STAGE: Sayings = Sayings {
    method: &[
        "Dbamy o to, żeby każdy czuł się bezpiecznie, zanim wyjdzie przed innych.",
        "Pomysły grupy są ważniejsze niż gotowy plan.",
        "Zajęcia prowadzi osoba, która na co dzień pracuje w zawodzie.",
        "Śmiech jest mile widziany, wyśmiewanie nie.",
    ],
    practical: &[
        "Potrzebny jest wygodny strój i butelka wody.",
        "Wystarczy zeszyt i coś do pisania.",
        "Przed pokazem dochodzi jedna próba w sobotę.",
    ],
};

const LANGUAGE: Sayings = Sayings {
    method: &[
        "Przed zapisem krótko rozmawiamy, żeby dobrać grupę.",
        "Materiały przygotowujemy sami, podręcznik nie jest potrzebny.",
        "EMKTA|Zajęcia prowadzi lektor, który po polsku odzywa się tylko wtedy, gdy naprawdę trzeba.",
        "Uczymy się w ruchu, w parach i w rozmowie.",
        "PEK|Zamiast ocen są naklejki, a na koniec semestru mały występ.",
    ],
    practical: &[
        "W cenie są materiały i dostęp do nagrań.",
        "W czasie ferii i świąt zajęć nie ma.",
        "Semestr liczy piętnaście spotkań.",
    ],
};

const SCIENCE: Sayings = Sayings {
    method: &[
        "Mylić się wolno, byle ciekawie.",
        "Zajęcia prowadzą nauczyciele i studenci z koła naukowego.",
        "Teoria mieści się w kwadransie, reszta to praktyka.",
        "Fartuchy, okulary i odczynniki są na miejscu.",
        "Każdy zabiera do domu zadanie, którego nie trzeba robić, ale zwykle się chce.",
    ],
    practical: &[
        "Prosimy przynieść zeszyt w kratkę.",
        "Materiały do doświadczeń są wliczone w cenę lub finansowane z grantu.",
    ],
};

const TECH: Sayings = Sayings {
    method: &[
        "Sprzęt zapewniamy, można też przynieść własny.",
        "Grupa liczy najwyżej kilkanaście osób, więc na każdego jest czas.",
        "Nie potrzeba doświadczenia; zaawansowani dostają trudniejsze zadania.",
        "PEMK|Dzieci uczą się przez próby i błędy, a nie z wykładów.",
        "Po każdym module wysyłamy krótkie podsumowanie tego, co już umiemy.",
    ],
    practical: &[
        "Po zajęciach projekt można kontynuować w domu, na darmowych programach.",
        "Warto zabrać pendrive i drugie śniadanie.",
        "Konto na platformie zakładamy wspólnie z rodzicem.",
    ],
};

const CIVIC: Sayings = Sayings {
    method: &[
        "Najpierw słuchamy, potem działamy.",
        "Na spotkania zapraszamy gości, którzy wiedzą, o czym mówią.",
        "Tematy proponują uczestnicy.",
        "Nie ma ocen, są efekty, które widać w okolicy.",
        "Działamy we współpracy z urzędem miasta i sąsiedzkimi organizacjami.",
    ],
    practical: &[
        "Zapisy są proste: wystarczy przyjść.",
        "Osoby niepełnoletnie przynoszą zgodę opiekuna.",
        "Na miejscu czeka herbata.",
    ],
};

const OUTDOOR: Sayings = Sayings {
    method: &[
        "Spotykamy się bez względu na pogodę, bo zła pogoda to tylko złe ubranie.",
        "Większość zajęć odbywa się na świeżym powietrzu.",
        "Grupę prowadzi dwoje instruktorów z przeszkoleniem z pierwszej pomocy.",
        "Telefony zostają w plecaku.",
    ],
    practical: &[
        "Potrzebne są buty, których nie szkoda, i kurtka od deszczu.",
        "Przed wyjazdem rodzice dostają listę rzeczy i numer kontaktowy.",
    ],
};

const SAFETY: Sayings = Sayings {
    method: &[
        "Zajęcia prowadzą czynni ratownicy i funkcjonariusze.",
        "Więcej ćwiczymy, niż słuchamy.",
        "Na koniec każdy dostaje zaświadczenie.",
        "Odgrywamy prawdziwe sytuacje, spokojnie i bez straszenia.",
    ],
    practical: &[
        "Wygodny strój wystarczy, resztę zapewniamy.",
        "Liczba miejsc jest ograniczona, dlatego prosimy o wcześniejszy zapis.",
    ],
};

const MIND: Sayings = Sayings {
    method: &[
        "Nie trzeba niczego umieć, zasady wytłumaczymy.",
        "Zajęcia odbywają się w kameralnej grupie.",
        "PEK|Uczymy też, jak cieszyć się z wygranej kolegi.",
        "Prowadzący zna po imieniu wszystkich uczestników.",
    ],
    practical: &["Wszystko, co potrzebne, mamy na miejscu.", "Można przyjść raz, żeby spróbować."],
};

const SUPPORT: Sayings = Sayings {
    method: &[
        "Grupy są małe, a prowadzący stali.",
        "Pracujemy spokojnie, w stałym rytmie i w przyjaznej sali.",
        "Prowadzą specjaliści z przygotowaniem pedagogicznym.",
        "Plan dopasowujemy do potrzeb uczestników.",
    ],
    practical: &[
        "Prosimy o kontakt telefoniczny przed pierwszą wizytą.",
        "W poczekalni są książki i herbata dla rodziców.",
    ],
};

impl Profile {
    /// The sentences that fit its offers.
    pub(super) const fn sayings(self) -> &'static Sayings {
        match self {
            Self::Sport => &SPORT,
            Self::Water => &WATER,
            Self::Adventure => &ADVENTURE,
            Self::Martial => &MARTIAL,
            Self::Dance => &DANCE,
            Self::Music => &MUSIC,
            Self::Ensemble => &ENSEMBLE,
            Self::Art => &ART,
            Self::Stage => &STAGE,
            Self::Language => &LANGUAGE,
            Self::Science => &SCIENCE,
            Self::Tech => &TECH,
            Self::Civic => &CIVIC,
            Self::Outdoor => &OUTDOOR,
            Self::Safety => &SAFETY,
            Self::Mind => &MIND,
            Self::Support => &SUPPORT,
        }
    }
}
