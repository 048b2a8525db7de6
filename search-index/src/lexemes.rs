//! Words that say little about what is looked for.

use std::{collections::HashSet, sync::LazyLock};

use crate::analysis;

/// Words that hold a sentence together, folded. They are never looked for, and may stand inside a phrase.
const STOP_WORDS: &str = "
    a aby albo ale ani az bo by byc byl byla czy dla do gdy gdyz gdzie go i ich ile im ja jak jaki jaka jakie jakies
    jakis
    jakas jakichs jako je jego jej jemu jest jestem jestesmy juz ktora ktore ktory ktorych ktorej ktorym lub ma mam
    mamy mi mial
    miala mna mnie moga mogla moglby moglaby moze mozna musi my na nad nam nas nasz nasza nasze naszego naszej naszych
    nic nie nim no nr o od on ona one oni oraz po pod
    poza przez przy sa sam sama sie so ta tak taki taka takie tam te tego tej ten tez to tu tych tylko tym u w we wam
    was
    wie wy z za ze zeby co cos ktos przed ul ulica ulicy os osiedle osiedlu
    an and any are as at be by can for from has have he her him his how i'm in into is it its me my of on or our she
    so some that the their them there they this to up us we what where which who with would you your im i'd s t
    куди хто ще
    а або бо від він вона вони в для до з за зі і й та у ми на не ні нам по при про це цей чи що щоб як яка який яке
    які є його її їх мене мені мій моя мої моєї мого нас наш наша я ти ви ваш де коли але же ж б би із";

/// Lemmas (and English and Ukrainian stems' words) of how people ask. They are not looked for where anything else
/// was understood or is left to look for.
const FILLERS: &str = "
    szukać poszukiwać chcieć potrzebować prosić polecać polecić móc można zapisać zapisywać zapis znaleźć znajdować
    iść pójść
    chodzić posłać wysłać dać dawać lubić uwielbiać kochać interesować zainteresować uczyć nauczyć nauka uczyć się
    marzyć
    syn synek córka córeczka dziecko dzieciak dzieciaczek dzieci wnuk wnuczek wnuczka wnuczę mój nasz mama tata rodzic
    pociecha latorośl maluch
    jakiś gdzieś kiedyś ciekawy fajny super dobry najlepszy świetny odpowiedni miły jakikolwiek różny inny
    proszę pomoc pomóc dzień witać hej cześć pozdrawiać dziękować teraz obecnie aktualnie jeszcze bardzo trochę
    ok okej google siri pokaż pokazać powiedzieć wybrać wybierać nudzić ciągle stale najlepiej potrzebny radzić każdy
    dziś dzisiaj jutro proponować
    zacząć zaczynać rozpocząć próbować spróbować robić zrobić spędzić spędzać czas wolny propozycja oferta dostępny
    informacja blisko okolica pobliże obok koło niedaleko rejon dzielnica mieszkać dom miasto
    wiek lata rok latek letni dwa dwóch trzech para raz cena koszt zł złoty pln tani niedrogi drogi płatny tydzień
    godzina
    look looking find want need learn learning something anything good best great nice child children kid kids son
    daughter boy's
    please help recommend sign join start try son's old year age near nearby around cheap local available place
    interested love loves like likes enjoy
    піти шукати шукаю знайти хочу хоче потрібно потрібен записати записатися детей ребенок дитина дитини дитину
    дитиною дітей діти діткам син сина сину донька доньки доньку дочка
    щось цікаве цікавий гарний найкращий можна порадьте підкажіть будь ласка любить хотіла хотів навчитися вчитися
    навчання поруч біля поблизу недорого років рік";

/// What every offer calls itself: these tell no offer from another, but may tell a place from others.
const GENERIC: &str = "
    zajęcia zajęcie kurs warsztat warsztaty lekcja trening ćwiczenie ćwiczenia sekcja kółko koło grupa klub szkoła
    szkółka akademia studio
    spotkanie program aktywność atrakcja miejsce pozaszkolny pozalekcyjny dodatkowy popołudniowy
    class course lesson workshop training activity club group school academy session program afterschool
    заняття курс курси урок уроки тренування гурток гуртки секція група клуб школа студія майстерня";

struct Lists {
    stop: HashSet<&'static str>,
    filler: HashSet<String>,
    generic: HashSet<String>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let terms = |list: &'static str| list.split_whitespace().flat_map(analysis::base_terms).collect();
    Lists { stop: STOP_WORDS.split_whitespace().collect(), filler: terms(FILLERS), generic: terms(GENERIC) }
});

/// Whether a folded word only holds a sentence together.
pub(crate) fn is_stop_word(folded: &str) -> bool {
    LISTS.stop.contains(folded)
}

/// Whether a phrase may go on behind a folded word as if it were not there: "nie" turns everything.
pub(crate) fn is_skippable(folded: &str) -> bool {
    is_stop_word(folded) && !matches!(folded, "nie" | "ani" | "bez" | "not" | "не" | "ні" | "без")
}

/// Whether a word of these terms is only how people ask.
pub(crate) fn is_filler<'a>(mut terms: impl Iterator<Item = &'a str>) -> bool {
    terms.any(|term| LISTS.filler.contains(term))
}

/// Whether a word of these terms is what every offer calls itself.
pub(crate) fn is_generic<'a>(mut terms: impl Iterator<Item = &'a str>) -> bool {
    terms.any(|term| LISTS.generic.contains(term))
}

/// Whether a word of these terms is either.
pub(crate) fn says_little<'a>(terms: impl Iterator<Item = &'a str> + Clone) -> bool {
    is_filler(terms.clone()) || is_generic(terms)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filler(word: &str) -> bool {
        let terms = analysis::asked(word);
        is_filler(terms.iter().map(|(term, _)| term.as_str()))
    }

    #[test]
    fn fillers_are_known_in_every_form_and_topics_are_not() {
        assert!(["szukam", "chciałabym", "córki", "synka", "dzieckiem", "looking", "шукаю"].into_iter().all(filler));
        assert!(!["robotyka", "basen", "szachy", "piłka", "танці", "dance", "ferie"].into_iter().any(filler));
        assert!(is_stop_word("sie") && is_stop_word("для") && !is_stop_word("taniec"));
    }
}
