//! Names to make institutions and addresses of. None belongs to a real institution: schools have numbers no city
//! reaches, and every domain ends in `.example`.

/// Streets found in nearly every Polish city.
pub(super) const STREETS: &[&str] = &[
    "ul. Akacjowa", "ul. Brzozowa", "ul. Bolesława Chrobrego", "ul. Chopina", "ul. Cicha", "ul. Dębowa", "ul. Długa", "ul. Fiołkowa",
    "ul. Górna", "ul. Grunwaldzka", "ul. Jagiellońska", "ul. Jana Kochanowskiego", "ul. Jasna", "ul. Jaśminowa", "ul. Jesionowa",
    "ul. Kasztanowa", "ul. Klonowa", "ul. Kolejowa", "ul. Mikołaja Kopernika", "ul. Kościuszki", "ul. Krótka", "ul. Kwiatowa", "ul. Leśna",
    "ul. Lipowa", "ul. Łąkowa", "ul. Łokietka", "ul. Malinowa", "ul. Adama Mickiewicza", "ul. Stanisława Moniuszki", "ul. Młyńska",
    "ul. Nowa", "ul. Ogrodowa", "ul. Elizy Orzeszkowej", "ul. Parkowa", "ul. Piaskowa", "ul. Piękna", "ul. Pocztowa", "ul. Podgórna", "ul. Polna",
    "ul. Poziomkowa", "ul. Bolesława Prusa", "ul. Radosna", "ul. Władysława Reymonta", "ul. Rolna", "ul. Różana", "ul. Sadowa", "ul. Henryka Sienkiewicza",
    "ul. Marii Skłodowskiej-Curie", "ul. Juliusza Słowackiego", "ul. Słoneczna", "ul. Sportowa", "ul. Sosnowa", "ul. Spacerowa",
    "ul. Szkolna", "ul. Świerkowa", "ul. Tęczowa", "ul. Topolowa", "ul. Wiejska", "ul. Wierzbowa", "ul. Wiosenna", "ul. Wiśniowa", "ul. Wodna",
    "ul. Wrzosowa", "ul. Zamkowa", "ul. Zielona", "ul. Stefana Żeromskiego", "al. Niepodległości", "al. Wojska Polskiego", "pl. Wolności",
];

/// Names of preschools.
pub(super) const PRESCHOOLS: &[&str] = &[
    "Słoneczko", "Bajka", "Tęczowa Kraina", "Pod Kasztanem", "Zielona Łąka", "Leśna Polana", "Krasnal", "Wesoła Ciuchcia", "Motylek", "Biedroneczka",
    "Kubuś", "Niezapominajka", "Muchomorek", "Pod Żaglami", "Kolorowe Kredki", "Jarzębinka", "Akwarelka", "Mali Odkrywcy", "Promyczek", "Stokrotka",
    "Bursztynek", "Wiolinek", "Zaczarowany Ołówek", "Pszczółka", "Dmuchawiec", "Calineczka", "Jeżyk", "Bałwanek", "Kotwica", "Cztery Pory Roku",
];

/// Patrons of primary schools, in the genitive.
pub(super) const PRIMARY_PATRONS: &[&str] = &[
    "Wisławy Szymborskiej", "Juliana Tuwima", "Jana Brzechwy", "Marii Konopnickiej", "Janusza Korczaka", "Kornela Makuszyńskiego", "Arkadego Fiedlera",
    "Henryka Sienkiewicza", "Bohaterów Westerplatte", "Polskich Noblistów", "Fryderyka Chopina", "Ireny Sendlerowej", "Astrid Lindgren", "Jana Kochanowskiego",
    "Tadeusza Kościuszki", "Mikołaja Kopernika", "Adama Mickiewicza", "Olimpijczyków Polskich", "Ignacego Łukasiewicza", "Czesława Miłosza", "Emilii Plater",
    "Bolesława Prusa", "Kazimierza Górskiego", "Czesława Niemena",
];

/// Patrons of secondary schools, in the genitive.
pub(super) const SECONDARY_PATRONS: &[&str] = &[
    "Marii Skłodowskiej-Curie", "Stefana Żeromskiego", "Cypriana Kamila Norwida", "Zbigniewa Herberta", "Jana Matejki", "Elizy Orzeszkowej", "Stanisława Wyspiańskiego",
    "Ignacego Domeyki", "Krzysztofa Kamila Baczyńskiego", "Jana Heweliusza", "Jacka Kuronia", "Olgi Boznańskiej", "Stefana Banacha", "Heleny Modrzejewskiej",
];

/// Technical and vocational schools.
pub(super) const VOCATIONAL: &[&str] = &[
    "Technikum Informatyczne", "Technikum Mechaniczne", "Technikum Gastronomiczno-Hotelarskie", "Technikum Budowlane", "Technikum Elektroniczne",
    "Technikum Samochodowe", "Branżowa Szkoła I Stopnia", "Technikum Leśno-Ogrodnicze",
];
