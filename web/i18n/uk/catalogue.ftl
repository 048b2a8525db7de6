# What is wrong with a value of the catalogue, and what would be right.

refusal-field-missing = Це поле не може бути порожнім.
refusal-field-too-long =
    { $most ->
        [one] Текст задовгий: щонайбільше { $most } знак.
        [few] Текст задовгий: щонайбільше { $most } знаки.
       *[many] Текст задовгий: щонайбільше { $most } знаків.
    }
refusal-field-bad-character = Знак { $character } не належить до тексту. Видаліть його або наберіть текст ще раз.
refusal-field-count = Вкажіть ціле число, 0 або більше, наприклад 12.
refusal-field-degrees = Вкажіть градуси від -{ $most } до { $most }, з десятковою крапкою, наприклад 52.74.
refusal-field-latitude = Є довгота, тож потрібна й широта. Вкажіть обидві або жодної.
refusal-field-longitude = Є широта, тож потрібна й довгота. Вкажіть обидві або жодної.
refusal-field-district = У цьому місті немає такого району. Виберіть район зі списку або залиште поле порожнім.
refusal-field-link = Вкажіть адресу сторінки разом із https://, наприклад https://example.org/zapys.
refusal-field-email = Вкажіть адресу електронної пошти, наприклад office@example.org.
refusal-field-kind = Виберіть вид закладу, наприклад CULTURE_CENTRE.
refusal-field-sector = Виберіть PUBLIC (державний) або NON_PUBLIC (недержавний).

refusal-field-choice = «{ $value }» немає у списку. Виберіть із { $known }.
refusal-field-provider = Напишіть, хто організатор: вкажіть заклад або організатора.
refusal-field-institution = Тут немає закладу з таким номером реєстру чи ідентифікатором. Виберіть заклад зі списку або вкажіть організатора.
refusal-field-interest =
    { $near ->
        [none] «{ $value }» немає у списку захоплень. Виберіть зі списку, наприклад robotics.
       *[other] «{ $value }» немає у списку захоплень. Можливо, йдеться про { $near }?
    }
refusal-field-age = Вкажіть вік у роках (8) або в місяцях (18m).
refusal-field-ages = Наймолодші не можуть бути старшими за найстарших. Вкажіть вік від молодших до старших, наприклад 6 і 10.
refusal-field-slot = «{ $value }»: вкажіть день і години, наприклад mon 16:00-17:30.
refusal-field-slot-reversed = «{ $value }»: заняття закінчується, перш ніж почнеться. Спершу вкажіть ранішу годину, наприклад mon 16:00-17:30.
refusal-field-date = Вкажіть дату, наприклад 2026-09-01.
refusal-field-dates = Останній день припадає перед першим. Поміняйте дати місцями або виправте одну з них.
refusal-field-moment = Вкажіть дату або дату з годиною, наприклад 2026-09-01 або 2026-09-01T08:00.
refusal-field-enrolment = Запис закінчується, перш ніж почнеться. Поміняйте дати місцями або виправте одну з них.
refusal-field-price = Вкажіть ціну, наприклад 120 або 49,50; 0 означає безкоштовно.
refusal-field-price-unit = Виберіть, за що ціна: class (заняття), month (місяць), term (семестр) або once (усе разом).
refusal-field-places = Вільних місць більше, ніж усіх. Вкажіть щонайбільше стільки, скільки людей у групі.
refusal-field-language = «{ $value }»: вкажіть код мови (BCP 47), наприклад pl або uk.
refusal-field-accessibility = «{ $value }» немає у списку. Виберіть із { $known }.
refusal-field-tag = «{ $value }»: мітка має щонайбільше 50 знаків. Скоротіть її.
refusal-field-yes-no = Дайте відповідь yes (так) або no (ні).

refusal-import-id = Дайте кожному рядку власний ідентифікатор, наприклад 1, і не змінюйте його: за ним ми впізнаємо запис, коли ви завантажите файл знову.
refusal-import-repeated = Це той самий запис, що й у рядку { $row }. Залиште один із цих рядків.
refusal-import-entry = Цей заклад не має запису з таким ідентифікатором. Новому запису дайте власний ідентифікатор, наприклад 1.
refusal-import-institution = Це запис іншого закладу. Якщо він ваш, залиште цей стовпець порожнім.
import-note-column = Стовпець «{ $name }» невідомий, його пропущено.

sort-RATING = найкраще оцінені

audience-pupils = учні
audience-parents = батьки
audience-teachers = вчителі
audience-everybody = усі
