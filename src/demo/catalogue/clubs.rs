//! Sports clubs and organisations, each with the interests it keeps to.

use super::profile::Kind;
use super::singles::{SCIENCE, Single, single};

const TECH: &[&str] = &["programming", "robotics", "electronics", "printing_3d", "game_dev", "web_design", "ai_data", "cybersecurity", "drones", "lego_blocks"];

/// Clubs and organisations.
pub(super) const CLUBS: &[Single] = &[
    single(Kind::SportsClub, false, "Uczniowski Klub Sportowy „Fala”", "uks-fala", &["swimming", "lifesaving", "rowing_canoe"]),
    single(Kind::SportsClub, false, "Miejski Klub Pływacki „Trzeci Tor”", "trzecitor", &["swimming", "lifesaving"]),
    single(Kind::SportsClub, false, "Klub Piłkarski „Błękitna Murawa”", "blekitnamurawa", &["football", "futsal"]),
    single(Kind::SportsClub, false, "Akademia Piłkarska „Iskierka”", "ap-iskierka", &["football", "futsal"]),
    single(Kind::SportsClub, false, "Uczniowski Klub Sportowy „Piąty Bieg”", "uks-piatybieg", &["basketball", "volleyball", "handball", "floorball", "badminton"]),
    single(Kind::SportsClub, false, "Klub Koszykarski „Trójka”", "kk-trojka", &["basketball"]),
    single(Kind::SportsClub, false, "Klub Siatkarski „Dobra Zagrywka”", "ks-zagrywka", &["volleyball"]),
    single(Kind::SportsClub, false, "Klub Judo „Biały Pas”", "judo-bialypas", &["judo", "ju_jitsu", "wrestling"]),
    single(Kind::SportsClub, false, "Klub Karate „Wierzba”", "karate-wierzba", &["karate", "aikido", "self_defence", "taekwondo"]),
    single(Kind::SportsClub, false, "Klub Sportów Walki „Garda”", "ksw-garda", &["boxing", "ju_jitsu", "self_defence", "taekwondo", "capoeira"]),
    single(Kind::SportsClub, false, "Klub Szermierczy „Trzy Klingi”", "trzyklingi", &["fencing"]),
    single(Kind::SportsClub, false, "Uczniowski Klub Sportowy „Szpagat”", "uks-szpagat", &["gymnastics", "acrobatics_circus", "cheerleading", "fitness_yoga"]),
    single(Kind::SportsClub, false, "Klub Lekkoatletyczny „Wiraż”", "kl-wiraz", &["athletics", "running", "orienteering", "fitness_yoga"]),
    single(Kind::SportsClub, false, "Klub Tenisowy „Biała Linia”", "kt-bialalinia", &["tennis", "badminton"]),
    single(Kind::SportsClub, false, "Klub Tenisa Stołowego „Topspin”", "kts-topspin", &["table_tennis"]),
    single(Kind::SportsClub, false, "Klub Wspinaczkowy „Chwyt”", "kw-chwyt", &["climbing", "parkour"]),
    single(Kind::SportsClub, false, "Klub Wodny „Kliwer”", "kw-kliwer", &["sailing", "rowing_canoe"]),
    single(Kind::SportsClub, false, "Ośrodek Jeździecki „Srebrna Podkowa”", "srebrnapodkowa", &["equestrian"]),
    single(Kind::SportsClub, false, "Klub Sportowy „Kółko i Ostrze”", "kolkoiostrze", &["roller_skate", "ice_skating", "ice_hockey", "skiing"]),
    single(Kind::SportsClub, false, "Klub Szachowy „Czwarty Rząd”", "czwartyrzad", &["chess", "logic"]),
    single(Kind::SportsClub, false, "Klub Sportowy Osób z Niepełnosprawnościami „Wspólny Start”", "wspolnystart", &["adaptive_sport"]),
    single(Kind::SportsClub, false, "Klub Łuczniczy „Cięciwa”", "kl-cieciwa", &["archery_shooting"]),
    single(Kind::SportsClub, false, "Klub Sportowy „Rozmach”", "ks-rozmach", &["rugby", "baseball", "floorball", "handball"]),
    single(Kind::SportsClub, false, "Klub Kolarsko-Motorowy „Szprycha”", "kkm-szprycha", &["cycling", "motoring"]),
    single(Kind::Organisation, false, "Fundacja „Wspólny Stół”", "wspolnystol", &["integration", "polish_foreign", "ukrainian", "volunteering", "sign_language", "cooking", "after_school_care"]),
    single(Kind::Organisation, false, "Stowarzyszenie „Zielona Łapa”", "zielonalapa", &["zoology", "ecology", "gardening", "volunteering", "fishing"]),
    single(Kind::Organisation, false, "Drużyny Harcerskie „Leśny Trop”", "lesnytrop", &["scouting", "camping_bushcraft", "hiking", "orienteering", "first_aid", "uniformed"]),
    single(Kind::Organisation, false, "Stowarzyszenie Miłośników Nauki „Soczewka”", "soczewka", SCIENCE),
    single(Kind::Organisation, false, "Fundacja „Nowy Wątek”", "nowywatek", &["crafts", "sewing_fashion", "therapy", "mindfulness", "theatre", "after_school_care"]),
    single(Kind::Organisation, false, "Klub Turystyczny „Wędrowiec”", "kt-wedrowiec", &["hiking", "local_heritage", "orienteering", "camping_bushcraft", "cycling", "fishing", "history"]),
    single(Kind::Organisation, false, "Fundacja „Kod i Śrubka”", "kodisrubka", TECH),
    single(Kind::Organisation, false, "Fundacja „Głos Młodych”", "glosmlodych", &["debate", "civics", "law", "journalism", "philosophy_ethics", "radio_podcast", "european_club", "film", "volunteering"]),
];
