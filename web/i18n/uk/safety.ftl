# Безпечні разом: попередження й поради.

alert-status-ACTUAL = справжнє
alert-status-EXERCISE = навчання
alert-status-TEST = перевірка зв’язку

alert-message-ALERT = попередження
alert-message-UPDATE = оновлення
alert-message-CANCEL = скасування

alert-state-PENDING = чекає на другу особу
alert-state-REJECTED = відхилено
alert-state-SCHEDULED = ще не діє
alert-state-ACTIVE = діє
alert-state-EXPIRED = уже не діє
alert-state-UPDATED = замінено новішим
alert-state-CANCELLED = скасовано

alert-category-GEO = ґрунт і зсуви
alert-category-MET = погода
alert-category-SAFETY = громадська безпека
alert-category-SECURITY = порядок і охорона
alert-category-RESCUE = порятунок
alert-category-FIRE = пожежа
alert-category-HEALTH = здоров’я
alert-category-ENV = довкілля
alert-category-TRANSPORT = транспорт
alert-category-INFRA = вода, струм, газ, зв’язок
alert-category-CBRNE = зараження або вибухівка
alert-category-OTHER = інше

alert-response-SHELTER = сховайтеся в укритті
alert-response-EVACUATE = покиньте це місце
alert-response-PREPARE = підготуйтеся
alert-response-EXECUTE = дійте за планом
alert-response-AVOID = оминайте це місце
alert-response-MONITOR = стежте за повідомленнями
alert-response-ASSESS = оцініть ситуацію
alert-response-ALL_CLEAR = небезпека минула
alert-response-NONE = нічого робити не треба

alert-urgency-IMMEDIATE = дійте негайно
alert-urgency-EXPECTED = дійте протягом години
alert-urgency-FUTURE = дійте найближчим часом
alert-urgency-PAST = діяти вже не треба
alert-urgency-UNKNOWN = терміновість невідома

alert-severity-EXTREME = надзвичайна
alert-severity-SEVERE = серйозна
alert-severity-MODERATE = помірна
alert-severity-MINOR = незначна
alert-severity-UNKNOWN = невідома

alert-certainty-OBSERVED = підтверджено
alert-certainty-LIKELY = імовірно
alert-certainty-POSSIBLE = можливо
alert-certainty-UNLIKELY = малоймовірно
alert-certainty-UNKNOWN = невідомо

alert-cancel-headline = Скасовано: { $headline }
alert-cancel-description = Це попередження вже не діє.
alert-cancel-by-sender = Скасовано відправником.
alert-clear-headline = Небезпека минула: { $event }
alert-clear-description = Те, про що ми попереджали, більше не загрожує. Попереднє попередження скасовано.

alert-feed-title = Попередження – { $city }
alert-feed-exercise-title = Навчальні попередження – { $city }

refusal-alert-text-missing = Це поле не може бути порожнім.
refusal-alert-text-too-long =
    { $most ->
        [one] Текст задовгий: він може мати щонайбільше { $most } знак.
        [few] Текст задовгий: він може мати щонайбільше { $most } знаки.
       *[many] Текст задовгий: він може мати щонайбільше { $most } знаків.
    }
refusal-alert-category-missing = Виберіть принаймні одну категорію.
refusal-alert-expires-past = Кінець попередження вже минув. Вкажіть пізніший.
refusal-alert-expires-before-start = Попередження закінчується раніше, ніж почне діяти. Вкажіть пізніший кінець або раніший початок.
refusal-alert-expires-too-late =
    { $days ->
        [one] Попередження може діяти щонайбільше { $days } день. Вкажіть раніший кінець; пізніше його можна оновити.
        [few] Попередження може діяти щонайбільше { $days } дні. Вкажіть раніший кінець; пізніше його можна оновити.
       *[many] Попередження може діяти щонайбільше { $days } днів. Вкажіть раніший кінець; пізніше його можна оновити.
    }
refusal-alert-effective-too-late =
    { $days ->
        [one] Попередження має почати діяти щонайпізніше за { $days } день.
        [few] Попередження має почати діяти щонайпізніше за { $days } дні.
       *[many] Попередження має почати діяти щонайпізніше за { $days } днів.
    }
refusal-alert-effective-later = Оновлення замінює попереднє попередження одразу, тож не може почати діяти пізніше. Залиште це поле порожнім.
refusal-alert-onset-too-late = Подія почалася б, коли попередження вже не діятиме. Виправте початок події або кінець попередження.
refusal-alert-point-wrong = Це не координати. Широта має від -90 до 90 градусів, довгота – від -180 до 180.
refusal-alert-polygon-corners = Територія повинна мати від { $least } до { $most } точок; остання – це ще раз перша.
refusal-alert-polygon-open = Остання точка території має бути такою самою, як перша.
refusal-alert-polygon-crossing = Межа території перетинає сама себе. Вкажіть точки по черзі, так, як проходить межа.
refusal-alert-area-elsewhere = Ця територія далеко від міста. Перевірте, чи не переплутано широту й довготу.
refusal-alert-radius-wrong = Радіус має бути більшим за 0 і щонайбільше { $most } км.
refusal-alert-reason-missing = Напишіть чому.
refusal-alert-not-current = Це попередження вже не актуальне: воно закінчилося, його скасовано або замінено новішим.
refusal-alert-already-decided = Це попередження вже не чекає на рішення.
refusal-alert-second-person = Це попередження має затвердити інша особа, не його автор.

refusal-cap-too-large = Повідомлення може мати щонайбільше { $most } кБ.
refusal-cap-not-xml = Це не правильний документ XML: { $problem }
refusal-cap-unsafe = Повідомлення не може мати оголошення DOCTYPE чи власних сутностей, а його елементів не може бути забагато чи надто глибоко.
refusal-cap-foreign = Це не повідомлення CAP 1.2: кореневий елемент – «alert» у просторі імен urn:oasis:names:tc:emergency:cap:1.2.
refusal-cap-missing = Елемента { $element } бракує, або він порожній.
refusal-cap-value = Елемент { $element } має значення «{ $value }», а очікується: { $expected }.
refusal-cap-repeated = Елемент { $element } трапляється частіше, ніж може.
refusal-cap-reference = Ми не знаємо попередження, на яке посилається елемент alert.references.

alert-mail-approve-subject = Терміново: попередження чекає на затвердження
alert-mail-approve-text = { $sender } хоче оголосити попередження про надзвичайну небезпеку. Воно з’явиться лише тоді, коли його затвердить друга уповноважена особа.
alert-mail-approve-author = Автор: { $author }
alert-mail-approve-next = Прочитайте й вирішіть:
alert-mail-approve-button = Прочитати попередження
alert-mail-approved-subject = Попередження затверджено: { $headline }
alert-mail-approved-text = Друга особа затвердила ваше попередження «{ $headline }». Мешканці вже його бачать.
alert-mail-rejected-subject = Попередження відхилено: { $headline }
alert-mail-rejected-text = Друга особа відхилила ваше попередження «{ $headline }». Воно не з’явилося. Причина:
alert-mail-decided-next = Переглянути попередження:

advice-topic-ROAD = на дорозі
advice-topic-WATER_ICE = біля води й на льоду
advice-topic-FIRE_GAS_CO = вогонь, газ і чадний газ
advice-topic-CYBER = в інтернеті
advice-topic-DRUGS = наркотики
advice-topic-VIOLENCE = насильство
advice-topic-MISSING_CHILD = коли зникла дитина
advice-topic-WEATHER = погода
advice-topic-PUBLIC_EVENTS = масові заходи
advice-topic-HEALTH = здоров’я
advice-topic-OTHER = інше

advice-season-SPRING = весна
advice-season-SUMMER = літо
advice-season-AUTUMN = осінь
advice-season-WINTER = зима
advice-season-SCHOOL_START = початок навчального року
advice-season-HOLIDAYS = канікули
