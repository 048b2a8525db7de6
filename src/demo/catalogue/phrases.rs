//! Polish sentences that fit many offers, by what is true of the single one.
//!
//! As in [`super::topics`], letters before a bar name the age bands a sentence is meant for.

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
    "EMK|Kto przyjdzie wcześniej, może odrobić lekcje w czytelni.",
    "Obok odbywają się próby chóru, dlatego bywa u nas głośno i wesoło.",
    "Godzinę wcześniej w tej samej sali jest angielski, można zostać na jedno i drugie.",
    "EMK|Latem zapraszamy też na półkolonie z robotyką i piłką nożną.",
    "PEMK|Dla rodziców równolegle prowadzimy jogę.",
    "To nie są kolejne lekcje – tu się działa.",
    "EMKT|Z grupą teatralną z drugiego piętra co roku robimy wspólny jarmark.",
    "PEMK|Dzieci, które wolą rysować niż biegać, zapraszamy do pracowni plastycznej piętro niżej.",
];

/// Introductions of a list.
pub(super) const LIST_HEADS: &[&str] =
    &["W programie:", "Na zajęciach:", "Co robimy:", "**Plan zajęć**", "Przykładowe tematy:", "Każde spotkanie to:"];

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
pub(super) const FREE: &[&str] =
    &["Udział jest bezpłatny.", "Zajęcia finansuje miasto, więc nic nie kosztują.", "Nie pobieramy opłat."];
/// No place left.
pub(super) const FULL: &[&str] =
    &["Grupa jest pełna, prowadzimy listę rezerwową.", "Obecnie nie ma wolnych miejsc, ale warto zostawić kontakt."];
/// No price given.
pub(super) const ASK_PRICE: &[&str] =
    &["O opłatę prosimy pytać w sekretariacie.", "Cennik zależy od wymiaru zajęć i ustalamy go indywidualnie."];
/// A room without steps.
pub(super) const WHEELCHAIR: &[&str] =
    &["Wejście i toaleta są przystosowane dla osób na wózkach.", "Budynek ma windę i podjazd."];
/// With interpretation into sign language.
pub(super) const SIGNED: &[&str] =
    &["Na życzenie zapewniamy tłumacza języka migowego.", "Prowadzący zna podstawy języka migowego."];
/// With a room to calm down.
pub(super) const QUIET: &[&str] =
    &["Obok sali jest pokój wyciszenia.", "PEMK|Dla dzieci wrażliwych na hałas mamy cichy kącik i słuchawki."];

/// Short marks that tell groups of one offer apart, by band letter.
pub(super) const GROUPS: &[&str] =
    &["grupa I", "grupa II", "grupa A", "grupa B", "PEMK|grupa młodsza", "EMKT|grupa starsza", "nowa grupa"];
