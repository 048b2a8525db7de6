//! What people can mend when they upload a picture or a file.

kernel::kinds! {
    /// What people can mend when they upload a picture.
    pub enum Refusal {
        /// It is not base64 (RFC 4648, section 4).
        PictureEncoding = ("refusal-picture-encoding", "PICTURE_ENCODING"),
        /// The file is larger than we take.
        PictureTooLarge = ("refusal-picture-too-large", "PICTURE_TOO_LARGE"),
        /// The file is no JPEG, PNG or WebP, whatever its name says.
        PictureFormat = ("refusal-picture-format", "PICTURE_FORMAT"),
        /// It is several pictures, shown one after the other.
        PictureMoving = ("refusal-picture-moving", "PICTURE_MOVING"),
        /// The file ends early, or cannot be read for another reason.
        PictureBroken = ("refusal-picture-broken", "PICTURE_BROKEN"),
        /// The file is a picture and something else besides, such as a page or an archive.
        PictureForeign = ("refusal-picture-foreign", "PICTURE_FOREIGN"),
        /// The picture has more pixels than we take.
        PictureDimensions = ("refusal-picture-dimensions", "PICTURE_DIMENSIONS"),
        /// Nothing says what the picture shows.
        AltMissing = ("refusal-picture-alt-missing", "ALT_MISSING"),
        /// What the picture shows is said at too great length.
        AltTooLong = ("refusal-picture-alt-too-long", "ALT_TOO_LONG"),
        /// The picture is shown in the catalogue, and has to be taken out there first.
        PictureInUse = ("refusal-picture-in-use", "PICTURE_IN_USE"),
    }
}

kernel::kinds! {
    /// What people can mend when they upload a file.
    pub enum FileRefusal {
        /// It is not base64 (RFC 4648, section 4).
        FileEncoding = ("refusal-file-encoding", "FILE_ENCODING"),
        /// There is nothing in the file.
        FileEmpty = ("refusal-file-empty", "FILE_EMPTY"),
        /// The file is larger than we take: `megabytes`.
        FileTooLarge = ("refusal-file-too-large", "FILE_TOO_LARGE"),
        /// The file is of no kind that we take, whatever its name says.
        FileFormat = ("refusal-file-format", "FILE_FORMAT"),
        /// The document brings programs of its own.
        FileMacros = ("refusal-file-macros", "FILE_MACROS"),
        /// The file ends early, or cannot be read for another reason.
        FileBroken = ("refusal-file-broken", "FILE_BROKEN"),
        /// A text is in another encoding than UTF-8, or is no text.
        TextEncoding = ("refusal-file-text", "TEXT_ENCODING"),
        /// The file is shown in the catalogue, and has to be taken out there first.
        FileInUse = ("refusal-file-in-use", "FILE_IN_USE"),
    }
}
