# Subscriptions: what somebody is told of, in words that Rust puts together, and in the mail that confirms an address.

events-filter-weekend = у вихідні
news-filter-pinned = лише закріплені
advice-filter-now = важливо зараз
debates-filter-past = які вже відбулися
debates-filter-to-come = які ще відбудуться
debates-filter-open = які приймають запитання
debates-filter-not-open = які не приймають запитань

subscription-of-activities = Заняття
subscription-of-events = Події
subscription-of-institutions = Заклади
subscription-of-news = Новини
subscription-of-advice = Поради з безпеки
subscription-of-debates = Дебати
subscription-of-everything = Усе в місті
subscription-of-alerts = Попередження
subscription-of-gone = Запис, якого вже немає
subscription-query = «{ $q }»
subscription-child = для дитини
subscription-child-named = для дитини: { $name }
subscription-near-place = до { $distance } від: { $place }
subscription-near-home = до { $distance } від дому
subscription-near-point = до { $distance } від вибраного місця
subscription-distance-km = { $n } км
subscription-distance-m = { $n } м
subscription-interest = усе про: { $name }
subscription-district = усе з околиці: { $name }
subscription-alerts-everywhere = в усьому місті
subscription-alerts-place = у місці: { $place }
subscription-alerts-point = у вибраному місці
subscription-severity-UNKNOWN = будь-яка
subscription-severity-MINOR = щонайменше незначна небезпека
subscription-severity-MODERATE = щонайменше помірна небезпека
subscription-severity-SEVERE = лише серйозна й надзвичайна небезпека
subscription-severity-EXTREME = лише надзвичайна небезпека

subscription-consent = Я хочу отримувати на цю адресу сповіщення, про які прошу. Я можу відмовитися від них одним натисканням у кожному листі.

subscription-mail-confirm-subject = Підтвердьте сповіщення: { $label }
subscription-mail-confirm-text = Хтось, імовірно ви, попросив сповіщення на цю адресу. Підтвердьте, і ми напишемо, коли щось з’явиться.
subscription-mail-confirm-what = Про що: { $label }
subscription-mail-confirm-when =
    { $frequency ->
        [AT_ONCE] Коли: відразу
        [DAILY] Коли: раз на день
       *[WEEKLY] Коли: раз на тиждень
    }
subscription-mail-confirm-button = Підтверджую сповіщення
subscription-mail-confirm-hint =
    { $days ->
        [one] Посилання діє { $days } день.
        [few] Посилання діє { $days } дні.
       *[many] Посилання діє { $days } днів.
    }
subscription-mail-confirm-not-you = Якщо це були не ви, нічого не робіть: без підтвердження ми нічого не надішлемо, а адресу забудемо.

refusal-subscription-target-missing = Скажіть, про що вас сповіщати.
refusal-subscription-target-unknown = Тут немає такого, про що можна було б сповіщати.
refusal-subscription-target-wrong = У цьому пошуку щось не так: { $reason }
refusal-subscription-place-unknown = Ми не знаємо тут такого місця: введіть район, вулицю або заклад.
refusal-subscription-already-saved = У вас уже є сповіщення саме про це.
refusal-subscription-child-unknown = У вас немає профілю такої дитини.
refusal-subscription-about-missing = Позначте хоча б одне, про що вас сповіщати.
refusal-subscription-label-too-long =
    { $most ->
        [one] Назва може мати щонайбільше { $most } символ.
        [few] Назва може мати щонайбільше { $most } символи.
       *[many] Назва може мати щонайбільше { $most } символів.
    }
refusal-subscription-too-many =
    { $most ->
        [one] Можна мати щонайбільше { $most } сповіщення. Видаліть його, щоб додати нове.
        [few] Можна мати щонайбільше { $most } сповіщення. Видаліть якесь, щоб додати нове.
       *[many] Можна мати щонайбільше { $most } сповіщень. Видаліть якесь, щоб додати нове.
    }
refusal-subscription-address-unverified = Ваш обліковий запис не має підтвердженої адреси, тож нам нема куди писати. Увійдіть один раз за кодом із листа, і адресу буде підтверджено.
refusal-subscription-email-invalid = Введіть адресу, наприклад anna@example.org.
refusal-subscription-consent-missing = Без вашої згоди ми не можемо писати на цю адресу.
refusal-subscription-mail-sent-already = Лист на цю адресу вже надіслано. Перевірте скриньку, також спам, і спробуйте пізніше.
refusal-subscription-too-many-from-here = Забагато запитів звідси одночасно. Спробуйте за кілька хвилин.
refusal-subscription-link-invalid = Це посилання не діє: воно не наше або стосується того, чого вже немає.
refusal-subscription-link-stale = Після цього листа хтось знову увімкнув сповіщення. Відкрийте посилання й підтвердьте на сторінці, що їх треба вимкнути.
refusal-subscription-gone-for-good = Це сповіщення вже не можна відновити.
