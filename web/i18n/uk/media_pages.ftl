# Світлини та файли запису: у формах і там, де їх переглядають.

media-part = Світлини та файли
media-pictures = Світлини
media-pictures-hint = JPEG, PNG або WebP, кожна до 8 МБ, разом із файлами до 10 МБ за один раз. Місце зйомки та дані камери ми з файлу видаляємо.
media-main = Головна світлина
media-keep = Залишається в записі
media-picture-number = Світлина { $n }
media-picture-add = Нова світлина { $n }
media-picture-file = Файл зі світлиною
media-picture-alt = Що видно на цій світлині?
media-pictures-more = Додати ще світлини
media-files = Файли для завантаження
media-files-hint = Наприклад, правила або заява: PDF, документ, таблиця чи презентація, кожен файл до 8 МБ. Разом до 10 МБ за один раз.
media-file-number = Файл { $n }
media-file-add = Новий файл { $n }
media-again = Виберіть цей файл ще раз: { $name }

files-title = Для завантаження
gallery-title = Світлини
