//! The command line, as operators use it.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use crate::{
    changes::many,
    support::{DEBNO, OFFERS, TestApp, declare},
};

fn tablica(app: &TestApp) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tablica"));
    command
        .current_dir(app.folder.path())
        .env("TABLICA_DATA_DIR", &app.server.config.data_dir)
        .env("TABLICA_TENANTS_DIR", &app.server.config.tenants_dir);
    match &app.database_url {
        Some(url) => command.env("TABLICA_DATABASE_URL", url),
        None => command.env_remove("TABLICA_DATABASE_URL"),
    };
    command
}

fn run(app: &TestApp, args: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = tablica(app).args(args).output().unwrap();
    (status.code().unwrap_or(-1), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn file(app: &TestApp, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = app.folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_import_ends_with_one_line_and_lists_what_it_refused() {
    let app = TestApp::start().await;
    let csv = file(&app, "offers.csv", format!("{OFFERS}b1;Zła;;;;x;8;6{}\n", ";".repeat(23)));
    for _ in 0..2 {
        let (code, _, _) = run(&app, &["import", "activities", "--tenant", DEBNO, "--dry-run", &csv]);
        assert_eq!(code, 0);
    }
    let (code, out, err) = run(&app, &["import", "activities", "--tenant", DEBNO, &csv]);
    assert_eq!((code, out.as_str()), (0, "created 5, updated 0, unchanged 0, closed 0, rejected 1\n"));
    assert!(err.contains("row 7, column \"max_age\": "), "{err}");
    let windows = file(&app, "windows.csv", b"id,title,provider\n1,Zaj\xeacia,x\n2,Robotyka,x\n");
    let (code, out, err) = run(&app, &["import", "activities", "--tenant", DEBNO, &windows]);
    assert_eq!((code, out.as_str()), (0, "created 1, updated 0, unchanged 0, closed 0, rejected 1\n"));
    assert!(err.contains("row 2, column \"title\": this is not UTF-8 (Windows-1250?)"), "{err}");
}

#[tokio::test]
async fn misuse_and_failure_have_codes_of_their_own() {
    let app = TestApp::start().await;
    let empty = file(&app, "empty.csv", "");
    let folder = app.folder.path().to_str().unwrap().to_owned();
    let useless = file(&app, "useless.csv", "id,title,provider\n,,\n,x,\n");
    for (args, code, words) in [
        (&["import", "activities", "--tenant", DEBNO, &empty][..], 1, "the file is empty"),
        (&["import", "activities", "--tenant", DEBNO, &folder], 2, "this is a directory"),
        (&["import", "activities", "--tenant", DEBNO, "/nonexistent.csv"], 1, "/nonexistent.csv"),
        (&["import", "activities", "--tenant", DEBNO, &useless], 1, "row 3, column"),
        (&["import", "activities", "--tenant", "nikt", &useless], 1, "there is no tenant \"nikt\""),
        (&["import", "activities", "--tenant", "../x", &useless], 2, "no slug"),
        (&["import", "rspo", "--tenant", DEBNO, &empty], 1, "the file is empty"),
        (&["import"], 2, "Usage"),
        (&["nonsense"], 2, "nonsense"),
        (&["tenant", "remove", DEBNO], 2, "--yes"),
        (&["tenant", "pause", "nikt"], 1, "no tenant"),
        (&["reindex"], 2, "--tenant <SLUG>"),
    ] {
        let (actual, _, err) = run(&app, args);
        assert!(actual == code && err.contains(words), "{args:?}: {actual}: {err}");
    }
    std::fs::write(app.folder.path().join("tablica.toml"), "lissen = \"x\"\n").unwrap();
    let (code, _, err) = run(&app, &["tenant", "list"]);
    assert!(code == 2 && err.contains("tablica.toml:1: lissen:"), "{code}: {err}");
}

#[tokio::test]
async fn a_tenant_s_life_on_the_command_line() {
    let app = TestApp::start().await;
    let folder = declare(app.folder.path(), "gryfino", "Gryfino", "3210014", "[\"activities\"]");
    let folder = folder.to_str().unwrap();
    let broken = declare(app.folder.path(), "zepsute", "Zepsute", "321", "[]");
    let (code, out, err) = run(&app, &["tenant", "apply", broken.to_str().unwrap(), folder]);
    assert_eq!((code, out.as_str()), (1, "gryfino: created\n"), "the good one is applied: {err}");
    assert!(err.contains("tenant.toml:7: area.teryt: \"321\""), "{err}");
    assert_eq!(run(&app, &["tenant", "apply", folder]).1, "gryfino: unchanged\n");
    assert!(run(&app, &["tenant", "list"]).1.contains("gryfino                  active   Gryfino"));
    assert!(run(&app, &["tenant", "show", "gryfino"]).1.contains("edu.gryfino.example, gryfino.localhost"));
    assert_eq!(run(&app, &["tenant", "pause", "gryfino"]).1, "gryfino: paused\n");
    assert!(run(&app, &["tenant", "list"]).1.contains("gryfino                  paused"));
    assert_eq!(run(&app, &["tenant", "resume", "gryfino"]).1, "gryfino: active\n");
    assert!(run(&app, &["migrate"]).1.contains("gryfino: up to date"));
    assert_eq!(run(&app, &["tenant", "check"]).0, 0);
    assert_eq!(
        run(&app, &["tenant", "remove", "gryfino", "--yes"]),
        (0, "gryfino: removed\n".to_owned(), String::new())
    );
    assert!(!run(&app, &["tenant", "list"]).1.contains("gryfino"));
    assert_eq!(run(&app, &["tenant", "apply", folder]).1, "gryfino: created\n", "and it can come back");
}

#[tokio::test]
async fn schemas_are_printed() {
    let app = TestApp::start().await;
    let (code, all, _) = run(&app, &["schema"]);
    assert!(code == 0 && all.contains("type Activity implements Node"));
    let (_, quiet, _) = run(&app, &["schema", "--tenant", "ciche"]);
    assert!(quiet.contains("type Institution implements Node") && !quiet.contains("Activit"));
}

#[tokio::test]
async fn an_import_killed_midway_leaves_everything_whole() {
    let app = TestApp::start().await;
    let csv = file(&app, "many.csv", many(20_000));
    let mut killed_midway = false;
    for wait in [120, 250, 400, 600, 900] {
        let mut import = tablica(&app)
            .args(["import", "activities", "--tenant", DEBNO, &csv])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        killed_midway |= import.try_wait().unwrap().is_none();
        import.kill().unwrap();
        import.wait().unwrap();
        // A reader that comes up now finds whole batches, and an index equal to them.
        let (_, out, err) = run(&app, &["reindex", "--tenant", DEBNO]);
        let indexed: usize =
            out.split_whitespace().nth(1).and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("{out}{err}"));
        assert!(indexed.is_multiple_of(500), "{indexed}");
    }
    assert!(killed_midway, "the import was too quick for this test; give it more rows");
    let (code, out, _) = run(&app, &["import", "activities", "--tenant", DEBNO, &csv]);
    assert!(code == 0 && out.contains("updated 0") && out.contains("rejected 0"), "{out}");
    app.settle(DEBNO).await;
    assert_eq!(app.data(DEBNO, "{ activities { totalCount } }").await["activities"]["totalCount"], 20_000);
}

/// A server process, killed when dropped.
struct Served {
    child: Child,
    port: u16,
}

impl Served {
    fn start(app: &TestApp) -> Self {
        let mut child = tablica(app)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().rsplit(':').next().unwrap().parse().unwrap();
        Self { child, port }
    }

    fn ask(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        answer
    }

    fn total(&self) -> Option<u64> {
        let body = "{\"query\":\"{ activities { totalCount } }\"}";
        let answer = self.ask(&format!("POST /graphql HTTP/1.1\r\nHost: debno.localhost\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len()));
        answer.split("totalCount\":").nth(1)?.split('}').next()?.parse().ok()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn a_running_server_sees_what_other_processes_write() {
    let app = TestApp::start().await;
    let served = Served::start(&app);
    assert_eq!(served.total(), Some(0));
    let csv = file(&app, "offers.csv", OFFERS);
    assert_eq!(run(&app, &["import", "activities", "--tenant", DEBNO, &csv]).0, 0);
    let started = Instant::now();
    while served.total() != Some(5) {
        assert!(started.elapsed() < Duration::from_secs(10), "still {:?}", served.total());
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(run(&app, &["reindex", "--all"]).0, 0);
    assert_eq!(served.total(), Some(5));
    let doubled =
        served.ask("GET / HTTP/1.1\r\nHost: debno.localhost\r\nHost: goleniow.localhost\r\nConnection: close\r\n\r\n");
    assert!(doubled.starts_with("HTTP/1.1 400"), "{doubled}");
    let missing = served.ask("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
    assert!(missing.starts_with("HTTP/1.1 400"), "{missing}");
}

#[tokio::test]
async fn the_demonstration_fills_its_cities_with_rows_that_all_pass() {
    let app = TestApp::start().await;
    if app.database_url.is_some() {
        return; // It runs on the embedded database by design.
    }
    let data = app.folder.path().join("demo");
    let tenants = Path::new(env!("CARGO_MANIFEST_DIR")).join("tenants");
    let mut demo = Command::new(env!("CARGO_BIN_EXE_tablica"))
        .current_dir(app.folder.path())
        .args(["demo", "--listen", "127.0.0.1:0", "--data", data.to_str().unwrap()])
        .env("TABLICA_TENANTS_DIR", tenants)
        .env_remove("TABLICA_DATABASE_URL")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut made = 0;
    for line in BufReader::new(demo.stdout.as_mut().unwrap()).lines() {
        let line = line.unwrap();
        if line.starts_with("http") {
            break;
        }
        let counts: Vec<usize> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        if counts.is_empty() {
            // Who may sign in, and as what.
            assert!(line.contains(".example is "), "{line}");
            continue;
        }
        assert!((140..=160).contains(&counts[0]) && (1_400..=1_600).contains(&counts[1]), "{line}");
        made += 1;
    }
    demo.kill().unwrap();
    demo.wait().unwrap();
    let mut log = String::new();
    demo.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    assert_eq!(made, 4);
    assert!(!log.contains("refused"), "{log}");
}
