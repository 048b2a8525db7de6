//! The installation's secret: as set, or made at the first start and kept in the data folder.

use std::{
    fs,
    io::{ErrorKind, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{
    error::{Fault, Result},
    keys::Keys,
};
use rand::Rng as _;

/// The file that keeps a secret nobody set.
const FILE: &str = "secret.key";

/// The keys of the secret that is set, or of the one in the data folder, which is made if it is not there.
pub fn keys(set: Option<&str>, data_dir: &Path) -> Result<Keys> {
    if let Some(secret) = set {
        return Keys::new(secret.as_bytes());
    }
    let path = data_dir.join(FILE);
    let unreadable = |err: std::io::Error| Fault::bad_input("secret_key", format!("{}: {err}", path.display()));
    match fs::read_to_string(&path) {
        Ok(secret) => return Keys::new(secret.trim().as_bytes()),
        Err(err) if err.kind() != ErrorKind::NotFound => return Err(unreadable(err)),
        Err(_) => {}
    }
    fs::create_dir_all(data_dir).map_err(unreadable)?;
    let mut bytes = [0_u8; 32];
    rand::rng().fill_bytes(&mut bytes);
    // Written aside and linked, so that of two processes that start together both take the same one.
    let unfinished = data_dir.join(format!(".{FILE}.{}", std::process::id()));
    let mut file = fs::File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&unfinished)
        .map_err(unreadable)?;
    file.write_all(URL_SAFE_NO_PAD.encode(bytes).as_bytes()).and_then(|()| file.sync_all()).map_err(unreadable)?;
    let linked = fs::hard_link(&unfinished, &path);
    fs::remove_file(&unfinished).map_err(unreadable)?;
    match linked {
        Err(err) if err.kind() != ErrorKind::AlreadyExists => Err(unreadable(err)),
        _ => Keys::new(fs::read_to_string(&path).map_err(unreadable)?.trim().as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_made_once_and_kept_from_others() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let sealed = keys(None, folder.path()).unwrap().seal("x", b"y").unwrap();
        assert_eq!(keys(None, folder.path()).unwrap().open("x", &sealed).unwrap(), b"y");
        let mode = fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(keys(Some("too short"), folder.path()).is_err());
    }
}
