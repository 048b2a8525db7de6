# Being told: buttons, the page of a new subscription, one's own, the centre, settings, links in mails.

bell = Сповіщення
bell-unread = Сповіщення, непрочитаних: { $n }
bell-new = Нове сповіщення: { $title }

notify-button = Повідомте мене про нові
notify-button-none = Повідомте мене, коли з’являться
notify-button-alerts = Повідомляйте мене про попередження
notify-button-debates = Повідомте мене про нові дебати
notify-choose = Оберіть, як часто і про що
notify-undo = Скасувати
notify-restore = Відновити
notify-change = Змінити налаштування
notify-back = Назад

done-notify-saved = Збережено. Ми надішлемо листа, коли з’явиться щось нове.
done-notify-restored = Відновлено. Ми знову писатимемо вам про це.
done-notify-removed = Видалено. Ми більше не писатимемо про це.
done-notify-changed = Зміни збережено.
done-notify-muted = Вимкнено. Ми не писатимемо про це, доки ви не ввімкнете.
done-notify-unmuted = Увімкнено. Ми знову писатимемо про це.
done-notify-mailed = Ми надіслали посилання для підтвердження.
done-notify-stopped = Ви відписані від усіх сповіщень.
done-notify-resumed = Сповіщення знову ввімкнено.
done-notify-settings = Налаштування збережено.
done-centre-read = Усе позначено як прочитане.
done-centre-muted = Вимкнено. З цієї причини ми більше не писатимемо.

follow-on = Ви стежите за цим – ми напишемо, коли щось зміниться.
follow-stop = Більше не стежити
follow-place = Повідомте про вільне місце
follow-enrolment = Повідомте про початок запису
follow-activity = Стежити за цими заняттями
follow-activity-hint = Ми напишемо, коли звільниться місце, почнеться запис, знизиться ціна або зміниться час.
follow-institution = Стежити за закладом
follow-institution-hint = Ми напишемо про його нові заняття, події та новини.
follow-event = Стежити за подією
follow-event-hint = Ми напишемо, коли почнеться запис, звільниться місце, зміниться час або подію скасують.
follow-debate = Стежити за дебатами
follow-debate-hint = Ми напишемо, коли зміниться час чи місце або дебати скасують.

centre-tab = Сповіщення
notify-own-tab = За чим я стежу
notify-settings-tab = Налаштування

notify-frequency = Як часто?
notify-frequency-AT_ONCE = Одразу
notify-frequency-DAILY = Раз на день
notify-frequency-WEEKLY = Раз на тиждень
notify-frequency-hint = Біля кожного варіанта: скільки листів ми надіслали б вам за останній місяць.
notify-mails =
    { $n ->
        [one] { $n } лист
        [few] { $n } листи
       *[many] { $n } листів
    }
notify-mails-none = жодного листа
notify-about = Про що писати?
notify-about-open = Оберіть, про що писати
notify-about-APPEARED = з’являється щось нове
notify-about-PRICE_FELL = знижується ціна
notify-about-PLACE_FREED = звільняється місце
notify-about-ENROLMENT_OPENED = починається запис
notify-about-CHANGED = змінюється час, місце або вік
notify-about-CALLED_OFF = щось скасовують
notify-about-ALERT = є попередження
notify-about-ANNOUNCEMENT = є оголошення
notify-about-DECISION = вирішено щось у вашій справі

notify-title = Повідомте мене
notify-lead = Скажіть, що вас цікавить. Ми надішлемо листа, коли щось таке з’явиться – один, навіть якщо підходить кілька речей одразу.
notify-what = Що ви шукаєте
notify-matches =
    { $n ->
        [one] Зараз підходить { $n } запис
        [few] Зараз підходять { $n } записи
       *[many] Зараз підходить { $n } записів
    }
notify-matches-none = Зараз нічого не підходить
notify-open = Переглянути на сайті
notify-happened =
    { $n ->
        [one] За останній місяць була { $n } новина, про яку ми б написали:
        [few] За останній місяць були { $n } новини, про які ми б написали, зокрема:
       *[many] За останній місяць було { $n } новин, про які ми б написали, зокрема:
    }
notify-happened-none = За останній місяць нічого такого не сталося. Ми напишемо, щойно це зміниться.
notify-already = Таке сповіщення у вас уже є.
notify-unverified = Спершу підтвердьте свою електронну адресу, щоб ми знали, куди писати.
notify-email = Ваша електронна адреса
notify-email-hint = Обліковий запис не потрібен. Ми надішлемо один лист із посиланням, яким ви підтвердите адресу.
notify-website = Залиште це поле порожнім
notify-save = Зберегти сповіщення
notify-send-link = Надіслати посилання для підтвердження
notify-sign-in = Я маю обліковий запис – увійти
notify-promise = Жодної реклами. У кожному листі є посилання, яким можна вимкнути лише це або все.
notify-error-target = Ми не розуміємо, про що писати. Оберіть ще раз.
notify-error-about = Позначте щонайменше одне.

notify-mailed-title = Перевірте пошту
notify-mailed-lead = Ще один крок: якщо адреса правильна, за мить на неї надійде лист від нас.
notify-mailed-step-open = Відкрийте лист і перейдіть за посиланням.
notify-mailed-step-press = На сторінці, що відкриється, натисніть «Підтверджую».
notify-mailed-step-done = Готово. Відтоді ми писатимемо.
notify-mailed-hint = Немає листа за кілька хвилин? Зазирніть до папки зі спамом. Посилання діє 3 дні.

notify-choose-search = Пошук
notify-choose-search-hint = Знайдіть те, що вас цікавить, налаштуйте фільтри й натисніть «Повідомте мене про нові» над результатами.
notify-choose-alerts = Попередження про небезпеку
notify-choose-where = Де?
notify-choose-city = у всьому місті
notify-choose-district = Усе з мого району
notify-choose-district-field = Район
notify-choose-interest = Усе про одне зацікавлення
notify-choose-interest-field = Зацікавлення
notify-next = Далі

notify-confirm-title = Підтвердьте сповіщення
notify-confirm-lead = Хтось указав вашу адресу на порталі міста { $city }, щоб отримувати сповіщення. Якщо це ви, натисніть кнопку.
notify-confirm-button = Підтверджую
notify-confirm-hint = Це не ви? Закрийте цю сторінку. Ми нічого не надішлемо, а адресу видалимо за 3 дні.
notify-confirm-again = Замовте сповіщення ще раз, і ми надішлемо нове посилання.
notify-confirmed-title = Готово, ми писатимемо
notify-confirmed-lead-AT_ONCE = Ми напишемо одразу, коли з’явиться щось нове.
notify-confirmed-lead-DAILY = Ми писатимемо раз на день, якщо з’явиться щось нове.
notify-confirmed-lead-WEEKLY = Ми писатимемо раз на тиждень, якщо з’явиться щось нове.
notify-confirmed-hint = Посилання, щоб змінити це або відписатися, є в кожному листі.
notify-manage = Змінити або вимкнути

notify-own-title = За чим я стежу
notify-own-lead = Про це ми вам пишемо.
notify-own-empty = Ви ще ні за чим не стежите. Знайдіть заняття, подію або заклад і натисніть «Повідомте мене» – решту зробимо ми.
notify-own-empty-search = Шукати заняття
notify-add = Додати сповіщення
notify-muted = Вимкнено
notify-paused = Усі сповіщення призупинено – поки що ми ні про що не пишемо.
notify-mute = Вимкнути
notify-unmute = Увімкнути
notify-remove = Видалити
notify-details = Про що писати
notify-child = для: { $name }
notify-last-told = востаннє ми писали { $date }
notify-never-told = з { $date }, ще не писали

by-link-title = Ваші сповіщення
by-link-lead = Те, про що ми пишемо на адресу { $address }. Входити не потрібно.
by-link-paused = Ми не надсилаємо вам жодних сповіщень
by-link-paused-text = Ваш список збережено. Ви можете ввімкнути його будь-коли.
by-link-resume = Знову ввімкнути сповіщення
by-link-why = Цей лист надійшов, бо ви стежите за цим
by-link-mute-one = Вимкнути лише це
by-link-all = Усе одразу
by-link-stale = Це посилання зі старішого листа, а потім сповіщення ввімкнули знову. Якщо ви все ще хочете їх вимкнути, натисніть кнопку.
by-link-stop = Відписати мене від усього
by-link-stop-hint = Ми перестанемо писати одразу. Листи з кодом для входу надходитимуть і далі, коли ви про них попросите.
by-link-list = Список
by-link-none = У вас немає сповіщень.
by-link-hint = Усі налаштування є в обліковому записі.

notify-settings-title = Коли писати
notify-settings-when = Зібрані листи
notify-settings-when-hint = Усе, що назбирається, надходить в одному листі.
notify-settings-daily = Щоденні о
notify-settings-weekly = Щотижневі у день
notify-settings-peace = Спокій
notify-settings-peace-hint = Те, що станеться в цей час, надійде після нього. Лише попередження про серйозну небезпеку завжди надходять одразу.
notify-settings-quiet = Не писати вночі
notify-settings-from = Від
notify-settings-until = До
notify-settings-holidays = Не писати у свята
notify-settings-pause = Перерва
notify-settings-paused = Призупинити всі сповіщення
notify-settings-pause-hint = Список зберігається. Ви ввімкнете його тут одним натисканням.

push-title = Сповіщення на цьому пристрої
push-text = Браузер може показати сповіщення одразу, навіть коли ця сторінка закрита. Воно надходить тоді, коли й лист.
push-turn-on = Увімкнути на цьому пристрої
push-turn-off = Вимкнути на цьому пристрої
push-is-on = Увімкнено на цьому пристрої.
push-is-off = Вимкнено на цьому пристрої.
push-denied = Браузер не дозволяє цій сторінці надсилати сповіщення. Це можна змінити в його налаштуваннях.
push-failed = Не вдалося. Спробуйте за мить.

centre-title = Сповіщення
centre-on-account = За чим ви стежите, що з цим сталося і коли нам про це писати.
centre-decision = У вашій справі
centre-new = Нове
centre-because = Бо ви стежите: { $label }
centre-because-child = Для: { $name }, бо ви стежите: { $label }
centre-mute = Вимкнути
centre-read-one = Прочитано
centre-read-all = Позначити все як прочитане
centre-which = Які сповіщення
centre-all = Усі
centre-unread = Нові
centre-earlier = Раніші
centre-was = було:
centre-is = є:
centre-empty = Тут ще нічого немає. Коли з’явиться щось, за чим ви стежите, ви побачите це тут і отримаєте листа.
centre-empty-unread = Усе прочитано.
