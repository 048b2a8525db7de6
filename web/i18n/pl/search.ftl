# Szukanie na całym portalu.
search-all-title = Szukaj na portalu
search-all-label = Czego szukasz?
search-all-lead = Zajęcia, wydarzenia, wiadomości, porady i placówki – wszystko w jednym miejscu.
search-all-kinds = Co pokazać
search-all-every = Wszystko
search-all-none = Nic takiego nie ma. Spróbuj krócej albo innym słowem.
search-all-more = Dalsze wyniki
header-search = Szukaj
search-kind-INSTITUTION = Placówki
search-kind-ACTIVITY = Zajęcia
search-kind-EVENT = Wydarzenia
search-kind-ARTICLE = Aktualności
search-kind-ADVICE = Porady
search-kind-ALERT = Ostrzeżenia
search-kind-DEBATE = Debaty
search-hit-Institution = placówka
search-hit-Activity = zajęcia
search-hit-Event = wydarzenie
search-hit-Article = aktualność
search-hit-Advice = porada
search-hit-Alert = ostrzeżenie
search-hit-Debate = debata
suggest-kind-EVENT = wydarzenie
suggest-kind-ARTICLE = aktualność
suggest-kind-ADVICE = porada
suggest-kind-DEBATE = debata
search-all-count = { $n ->
    [one] Znaleziono { $n } wpis
    [few] Znaleziono { $n } wpisy
    *[other] Znaleziono { $n } wpisów
}
