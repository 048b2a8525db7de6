# Файли для завантаження.

refusal-file-encoding = Файл надійшов не повністю. Надішліть його в base64.
refusal-file-empty = Цей файл порожній. Перевірте, чи це той файл, і надішліть його ще раз.
refusal-file-too-large = Файл завеликий. Він може мати щонайбільше { $megabytes } МБ; зменште його або поділіть на частини.
refusal-file-format = Таких файлів ми не приймаємо. Збережіть документ як PDF, DOCX, XLSX, PPTX, ODT, ODS чи ODP або надішліть TXT чи CSV. Важливий вміст файлу, а не його назва.
refusal-file-macros = У цьому документі є макроси, тобто малі програми, а таких файлів ми не приймаємо. Збережіть його без макросів, наприклад як PDF.
refusal-file-broken = Цей файл не вдається прочитати: він пошкоджений або обірваний. Збережіть його ще раз і надішліть знову.
refusal-file-text = Цей текстовий файл збережено не в UTF-8. Збережіть його як «UTF-8» і надішліть знову.
refusal-file-in-use = Цей файл можна завантажити з каталогу. Спершу приберіть його із запису, де його використано.

refusal-field-picture = Світлини «{ $value }» немає, або вона не Ваша. Приберіть її зі списку або завантажте ще раз.
refusal-field-file = Файлу «{ $value }» немає, або він не Ваш. Приберіть його зі списку або завантажте ще раз.
refusal-field-pictures =
    { $most ->
        [one] Запис може мати щонайбільше { $most } світлину. Приберіть зайві.
        [few] Запис може мати щонайбільше { $most } світлини. Приберіть зайві.
       *[other] Запис може мати щонайбільше { $most } світлин. Приберіть зайві.
    }
refusal-field-files =
    { $most ->
        [one] Запис може мати щонайбільше { $most } файл. Приберіть зайві.
        [few] Запис може мати щонайбільше { $most } файли. Приберіть зайві.
       *[other] Запис може мати щонайбільше { $most } файлів. Приберіть зайві.
    }

file-type-pdf = PDF
file-type-docx = документ DOCX (Word)
file-type-xlsx = таблиця XLSX (Excel)
file-type-pptx = презентація PPTX (PowerPoint)
file-type-odt = документ ODT (LibreOffice)
file-type-ods = таблиця ODS (LibreOffice)
file-type-odp = презентація ODP (LibreOffice)
file-type-txt = текстовий файл
file-type-csv = таблиця CSV
file-size-kilobytes = { $size } КБ
file-size-megabytes = { $size } МБ
