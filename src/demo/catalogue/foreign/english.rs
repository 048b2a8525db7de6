//! Offers held in English.

use super::{Foreign, Tongue};

pub(super) const TONGUE: Tongue = Tongue {
    tag: "en",
    offers: OFFERS,
    common: &[
        "All sessions are held in English; instructors also speak Polish.",
        "International and Polish families are equally welcome.",
        "No previous experience is needed.",
        "Groups are kept small so that everyone gets attention.",
        "The first session is a free trial.",
        "Parents receive a short note on progress twice a term.",
        "Equipment is provided, just bring water and comfortable clothes.",
        "You can join at any point of the term if places are left.",
        "We finish each term with a small show for families.",
        "Siblings get a discount.",
        "There is a tram stop two minutes from the door.",
        "Newcomers to the city are especially welcome.",
    ],
    free: "Taking part is free of charge.",
    online: "Sessions are held live online; we send a link the day before.",
    groups: &["Group A", "Group B", "new group"],
};

const OFFERS: &[Foreign] = &[
    Foreign {
        topic: "football",
        titles: &["Football in English", "Little Strikers"],
        about: &[
            "Football practice with drills, small-sided games and plenty of encouragement.",
            "A friendly squad for newcomers who miss their old team and locals who want to play in English.",
        ],
    },
    Foreign {
        topic: "basketball",
        titles: &["Basketball Practice", "Hoops After School"],
        about: &["Dribbling, passing and shooting, followed by a game every single time."],
    },
    Foreign {
        topic: "swimming",
        titles: &["Swimming Lessons", "Splash – Learn to Swim"],
        about: &[
            "Swimming lessons in small groups, from first bubbles to front crawl.",
            "Patient teachers, warm water and clear steps from one badge to the next.",
        ],
    },
    Foreign {
        topic: "tennis",
        titles: &["Tennis Coaching", "Court Time"],
        about: &["Group tennis with lighter balls for beginners and match play for the rest."],
    },
    Foreign {
        topic: "climbing",
        titles: &["Climbing Club", "Up the Wall"],
        about: &["Rope and boulder climbing with certified instructors on an indoor wall."],
    },
    Foreign {
        topic: "judo",
        titles: &["Judo Club", "Falling Safely, Standing Tall"],
        about: &["Judo teaches balance, respect and how to fall without getting hurt."],
    },
    Foreign {
        topic: "karate",
        titles: &["Karate for Young People", "Quiet Strength"],
        about: &["Traditional karate with clear rules, belts to aim for and no shouting."],
    },
    Foreign {
        topic: "hip_hop",
        titles: &["Hip-Hop Dance", "Street Dance Crew"],
        about: &["Street dance classes: grooves, short routines and freestyle in the circle."],
    },
    Foreign {
        topic: "ballet",
        titles: &["Ballet Class", "First Position"],
        about: &["Ballet basics at the barre and in the centre, taught with imagination and care."],
    },
    Foreign {
        topic: "contemporary",
        titles: &["Contemporary Dance", "Moving Stories"],
        about: &["Floor work, improvisation and choreography for curious movers."],
    },
    Foreign {
        topic: "choir",
        titles: &["International Choir", "Sing Along"],
        about: &["A choir without auditions that sings in English, Polish and whatever else we fancy."],
    },
    Foreign {
        topic: "guitar",
        titles: &["Guitar Lessons", "Three Chords and a Song"],
        about: &["Acoustic guitar and ukulele for beginners, with songs from the second lesson on."],
    },
    Foreign {
        topic: "piano",
        titles: &["Piano Lessons", "Eighty-Eight Keys"],
        about: &["One-to-one piano lessons at the pupil's own pace, from first notes to a recital."],
    },
    Foreign {
        topic: "drawing_painting",
        titles: &["Drawing and Painting", "Messy Studio"],
        about: &[
            "Pencils, paint and ink in a bright studio where nobody colours inside the lines unless they want to.",
            "An art class on colour, line and looking closely.",
        ],
    },
    Foreign {
        topic: "ceramics",
        titles: &["Pottery Workshop", "Hands in Clay"],
        about: &["Hand-building, glazing and two kiln firings a month."],
    },
    Foreign {
        topic: "theatre",
        titles: &["Drama Club", "Stage Door"],
        about: &[
            "Drama games, improvisation and one play a year, performed for a real audience.",
            "Acting classes that build confidence and spoken English at the same time.",
        ],
    },
    Foreign {
        topic: "creative_writing",
        titles: &["Creative Writing Club", "Once Upon a Page"],
        about: &["Short prompts, long stories and kind feedback for young writers."],
    },
    Foreign {
        topic: "reading_club",
        titles: &["Story Time in English", "English Book Club"],
        about: &["We read together, talk about pictures and plots, and borrow books to take home."],
    },
    Foreign {
        topic: "english",
        titles: &["English Conversation Club", "Speak Up!", "English Through Stories"],
        about: &[
            "Conversation practice with native speakers on topics chosen by the group.",
            "Games, stories and projects for pupils who want to use English rather than study it.",
        ],
    },
    Foreign {
        topic: "polish_foreign",
        titles: &["Polish for Newcomers", "Polish Survival Kit"],
        about: &[
            "Polish as a foreign language from the very first word, explained in English.",
            "Everyday Polish for school, shops and the doctor.",
        ],
    },
    Foreign {
        topic: "debate",
        titles: &["Debating Society", "Point of Order"],
        about: &["British-parliamentary debating for teenagers who like a good argument."],
    },
    Foreign {
        topic: "mathematics",
        titles: &["Maths Circle", "Numbers After School"],
        about: &["Puzzles, games and proofs for pupils who enjoy a stubborn problem."],
    },
    Foreign {
        topic: "young_scientist",
        titles: &["Young Scientists", "Why? Lab"],
        about: &["Hands-on experiments for children who ask why all day long."],
    },
    Foreign {
        topic: "programming",
        titles: &["Coding Club", "Python for Beginners"],
        about: &["Learn to code step by step, from blocks to text, and finish with a project of your own."],
    },
    Foreign {
        topic: "robotics",
        titles: &["Robotics Workshop", "Build a Bot"],
        about: &[
            "Design, build and program robots with motors and sensors, working in pairs.",
            "From a box of bricks to a machine that finds its own way.",
        ],
    },
    Foreign {
        topic: "game_dev",
        titles: &["Game Design Studio", "Level Up"],
        about: &["Make your own video game: characters, rules, sound and a playable level."],
    },
    Foreign {
        topic: "integration",
        titles: &["Welcome Club", "Neighbours' Table"],
        about: &["A weekly meeting place for families who have just moved here: games, food and help with paperwork."],
    },
    Foreign {
        topic: "chess",
        titles: &["Chess Club", "Checkmate Mates"],
        about: &["Chess for beginners and tournament players, with puzzles, openings and plenty of games."],
    },
    Foreign {
        topic: "cooking",
        titles: &["Kitchen Lab", "Young Cooks"],
        about: &["Cook a meal from a different country each time and eat it together."],
    },
    Foreign {
        topic: "board_games",
        titles: &["Board Game Afternoon", "Dice and Dragons"],
        about: &["A hundred games on the shelf and someone to explain the rules."],
    },
    Foreign {
        topic: "scouting",
        titles: &["International Scout Group", "Trail Seekers"],
        about: &["Scout meetings with hikes, knots and campfire songs in several languages."],
    },
];
