//! Districts of Szczecin, as the city's own files in `tenants/szczecin` have them.

/// A district with its centre.
pub(crate) struct District {
    /// Name as shown to people.
    pub(crate) name: &'static str,
    /// The part of the city it belongs to; people search by it as well.
    pub(crate) part: &'static str,
    /// Latitude and longitude of the centre.
    pub(crate) centre: (f64, f64),
    /// How many offers it has, in proportion to the others.
    pub(crate) weight: u32,
}

const fn district(name: &'static str, part: &'static str, centre: (f64, f64), weight: u32) -> District {
    District { name, part, centre, weight }
}

/// Every district of the city.
pub(crate) const DISTRICTS: [District; 37] = [
    district("Warszewo", "Północ", (53.468, 14.542), 5),
    district("Osów", "Zachód", (53.479, 14.512), 2),
    district("Bukowo", "Północ", (53.484, 14.571), 2),
    district("Golęcino-Gocław", "Północ", (53.475, 14.595), 2),
    district("Niebuszewo", "Północ", (53.447, 14.551), 6),
    district("Żelechowa", "Północ", (53.458, 14.578), 4),
    district("Skolwin", "Północ", (53.524, 14.618), 2),
    district("Stołczyn", "Północ", (53.498, 14.602), 2),
    district("Pogodno", "Zachód", (53.442, 14.515), 8),
    district("Gumieńce", "Zachód", (53.409, 14.502), 7),
    district("Krzekowo-Bezrzecze", "Zachód", (53.448, 14.482), 4),
    district("Świerczewo", "Zachód", (53.421, 14.512), 3),
    district("Zawadzkiego-Klonowica", "Zachód", (53.452, 14.505), 5),
    district("Głębokie-Pilchowo", "Zachód", (53.475, 14.485), 2),
    district("Arkońskie-Niemierzyn", "Zachód", (53.456, 14.532), 3),
    district("Pomorzany", "Zachód", (53.402, 14.532), 5),
    district("Centrum", "Śródmieście", (53.4285, 14.5528), 9),
    district("Stare Miasto", "Śródmieście", (53.425, 14.562), 4),
    district("Turzyn", "Śródmieście", (53.427, 14.531), 5),
    district("Drzetowo-Grabowo", "Śródmieście", (53.449, 14.572), 2),
    district("Łękno", "Śródmieście", (53.443, 14.536), 4),
    district("Niebuszewo-Bolinko", "Śródmieście", (53.442, 14.555), 4),
    district("Nowe Miasto", "Śródmieście", (53.418, 14.551), 2),
    district("Śródmieście-Północ", "Śródmieście", (53.438, 14.556), 4),
    district("Śródmieście-Zachód", "Śródmieście", (53.429, 14.542), 4),
    district("Międzyodrze-Wyspa Pucka", "Śródmieście", (53.4241, 14.5612), 2),
    district("Słoneczne", "Prawobrzeże", (53.379, 14.654), 7),
    district("Majowe", "Prawobrzeże", (53.382, 14.671), 4),
    district("Bukowe-Klęskowo", "Prawobrzeże", (53.368, 14.662), 6),
    district("Dąbie", "Prawobrzeże", (53.398, 14.672), 6),
    district("Zdroje", "Prawobrzeże", (53.377, 14.628), 4),
    district("Podjuchy", "Prawobrzeże", (53.359, 14.604), 4),
    district("Kijewo", "Prawobrzeże", (53.388, 14.672), 2),
    district("Płonia-Śmierdnica-Jezierzyce", "Prawobrzeże", (53.352, 14.735), 2),
    district("Wielgowo-Sławociesze-Zdunowo", "Prawobrzeże", (53.395, 14.735), 2),
    district("Żydowce-Klucz", "Prawobrzeże", (53.341, 14.572), 2),
    district("Załom-Kasztanowe", "Prawobrzeże", (53.435, 14.688), 2),
];

/// Centres meant by a name: one for a district, several for a part of the city, none for a name unknown here.
pub(crate) fn centres(name: &str) -> Vec<(f64, f64)> {
    DISTRICTS.iter().filter(|d| d.name == name || d.part == name).map(|d| d.centre).collect()
}
