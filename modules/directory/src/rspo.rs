//! The register of schools and educational institutions (RSPO), as its three file formats really come: the search
//! page's CSV of 54 columns, the older one of 36 or 35, and the API's JSON.
//!
//! Columns are matched by name. A column that a format lacks leaves stored values as they are. Head teachers'
//! names are never read.

mod record;

use std::collections::{HashMap, HashSet};

use kernel::{
    error::{Fault, Result},
    import::{Rejection, Report, Table},
    scope::Scope,
    tenancy::LatLon,
};
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _, TryIntoModel as _, Value};
use serde_json::Value as Json;

use crate::{
    institution::{Column, Kind, Model, Sector},
    institutions_csv::note_of_corrections,
    service,
};
use record::{Record, website};

/// The source's name in the table.
const SOURCE: &str = "rspo";
/// Rows written in one transaction.
const BATCH: usize = 500;
/// More than this share of institutions does not close in one import without somebody saying so.
const CLOSING_SHARE: f64 = 0.05;
/// A file that has at least this share of what we know of a territory is meant to be all of it.
const COMPLETE_SHARE: f64 = 0.5;
/// How to import.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Keep institutions outside the tenant's territory too.
    pub all_territories: bool,
    /// Whether what is missing in the file is closed.
    pub completeness: Completeness,
    /// Close however many there are.
    pub close_many: bool,
    /// Say what would happen and write nothing.
    pub dry_run: bool,
}

/// Whether a file has all institutions of the territory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completeness {
    /// Take it for complete if it has at least half of those we know.
    #[default]
    Guess,
    /// It has.
    Complete,
    /// It has not; nothing closes.
    Partial,
}

/// Text columns: ours, the names in CSV files, the pointer in the API's JSON.
const TEXTS: [(Column, &[&str], &str); 43] = [
    (Column::Name, &["Nazwa"], "/nazwa"),
    (Column::ShortName, &[], "/nazwaSkrocona"),
    (Column::TypeName, &["Typ"], "/typ/nazwa"),
    (Column::Status, &["Publiczność status"], "/statusPublicznoPrawny/nazwa"),
    (Column::Regon, &["REGON"], "/regon"),
    (Column::Nip, &["NIP"], "/nip"),
    (Column::Founder, &["Nazwa organu prowadzącego"], "/podmiotProwadzacy/nazwa"),
    (Column::FounderKind, &["Typ organu prowadzącego"], "/podmiotProwadzacy/typ/nazwa"),
    (Column::FounderRegon, &["REGON organu prowadzącego"], "/podmiotProwadzacy/regon"),
    (Column::FounderNip, &["NIP organu prowadzącego"], ""),
    (Column::FounderVoivodeship, &["Województwo organu prowadzącego"], ""),
    (Column::FounderCounty, &["Powiat organu prowadzącego"], ""),
    (Column::FounderGmina, &["Gmina organu prowadzącego"], ""),
    (Column::Street, &["Ulica"], "/ulica"),
    (Column::Building, &["Numer budynku"], "/numerBudynku"),
    (Column::Unit, &["Numer lokalu"], "/numerLokalu"),
    (Column::PostalCode, &["Kod pocztowy"], "/kodPocztowy"),
    (Column::PostOffice, &["Poczta"], "/poczta"),
    (Column::City, &["Miejscowość"], "/miejscowosc"),
    (Column::LocalityKind, &["Rodzaj miejscowości"], ""),
    (Column::Voivodeship, &["Województwo"], "/wojewodztwo"),
    (Column::County, &["Powiat"], "/powiat"),
    (Column::Gmina, &["Gmina"], "/gmina"),
    (Column::Teryt, &["Kod terytorialny gmina"], "/gminaKodTERYT"),
    (Column::LocalityCode, &["Kod terytorialny miejscowość", "Kod terytorialny miejscowosc"], "/miejscowoscKodTERYT"),
    (Column::StreetCode, &["Kod terytorialny ulica"], "/ulicaKodTERYT"),
    (Column::Phone, &["Telefon"], "/telefon"),
    (Column::Fax, &["Faks"], ""),
    (Column::Email, &["E-mail"], "/email"),
    (Column::Website, &["Strona www"], "/stronaInternetowa"),
    (Column::PupilCategory, &["Kategoria uczniów"], "/kategoriaUczniow/nazwa"),
    (Column::Specificity, &["Specyfika placówki"], "/specyfikaSzkoly/nazwa"),
    (Column::Structure, &["Miejsce w strukturze"], ""),
    (Column::ParentKind, &["Typ podmiotu nadrzędnego"], ""),
    (Column::ParentName, &["Nazwa podmiotu nadrzędnego"], ""),
    (Column::SportsGrounds, &["Tereny sportowe"], ""),
    (Column::ClassProfiles, &["Oddziały podstawowe wg specyfiki"], ""),
    (Column::ExtraClasses, &["Oddziały dodatkowe"], ""),
    (Column::Occupations, &["Zawód"], "/ksztalcenieZawodowe"),
    (Column::ArtisticOccupations, &["Zawód artystyczny"], "/ksztalcenieZawodoweArtystyczne"),
    (Column::OccupationsKpss, &["Zawód w KPSS"], "/ksztalcenieWkolegiachPracownikowSluzbSpolecznych"),
    (Column::BcuField, &["Dziedzina BCU"], ""),
    (Column::Description, &[], ""),
];

/// A row that was understood.
struct Parsed {
    row: usize,
    rspo: i32,
    values: Vec<(Column, Value)>,
    point: Option<LatLon>,
}

/// Imports a register file into the scope's tenant.
pub async fn import(
    scope: &Scope,
    content: &[u8],
    options: Options,
    progress: &dyn Fn(usize, usize),
) -> Result<Report> {
    let mut report = Report::default();
    let (rows, every_number_read) = read(scope, content, options, &mut report)?;
    let closing = closing(scope, &rows, every_number_read, options, &mut report).await?;
    let (mut done, mut corrected) = (0, 0);
    for batch in rows.chunks(BATCH) {
        // Each batch reads what the one before wrote.
        let scope = scope.fresh();
        let mut tx = scope.begin().await?;
        let (batched, kept) = merged(&scope, batch, &mut report).await?;
        corrected += kept;
        for fate in service::save_imported(&mut tx, batched).await? {
            report.count(fate);
        }
        if !options.dry_run {
            tx.commit().await?;
        }
        done += batch.len();
        progress(done, rows.len());
    }
    report.notes.extend(note_of_corrections(corrected));
    report.closed = closing.len();
    if !options.dry_run && !closing.is_empty() {
        let mut tx = scope.begin().await?;
        let today = scope.today();
        let closed =
            closing.into_iter().map(|before| (Some(before.clone()), Model { closed_on: Some(today), ..before }));
        service::save(&mut tx, closed.collect()).await?;
        tx.commit().await?;
    }
    Ok(report)
}

/// The rows of the territory that can be understood; and whether every row's number could be read, so that one
/// that is missing is known to be missing.
fn read(scope: &Scope, content: &[u8], options: Options, report: &mut Report) -> Result<(Vec<Parsed>, bool)> {
    let first =
        content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content).iter().find(|byte| !byte.is_ascii_whitespace());
    let mut rows =
        Rows { scope, options, report, parsed: Vec::new(), seen: HashMap::new(), outside: 0, every_number_read: true };
    if matches!(first, Some(b'[' | b'{')) {
        let json: Json =
            serde_json::from_slice(content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content)).map_err(|err| {
                Fault::bad_input(
                    "file",
                    format!("line {}, column {}: this is not JSON: {err}", err.line(), err.column()),
                )
            })?;
        let list = json.as_array().or_else(|| json.get("hydra:member").and_then(Json::as_array));
        let list = list.ok_or_else(|| {
            Fault::bad_input("file", "the register's API gives a JSON list of institutions; this is something else")
        })?;
        for (index, entry) in list.iter().enumerate() {
            rows.add(&Record::Api(index + 1, entry));
        }
    } else {
        let table = Table::parse(content, &["Numer RSPO", "Typ", "Nazwa", "Kod terytorialny gmina"])?;
        for row in table.rows() {
            match row {
                Ok(row) => rows.add(&Record::Csv(row, &table)),
                Err(rejection) => {
                    rows.every_number_read = false;
                    rows.report.rejected.push(rejection);
                }
            }
        }
    }
    let Rows { parsed, outside, every_number_read, .. } = rows;
    if outside > 0 {
        report
            .notes
            .push(format!("{outside} rows lie outside the territory {} and were left out", scope.tenant.area.teryt));
    }
    Ok((parsed, every_number_read))
}

struct Rows<'a> {
    scope: &'a Scope,
    options: Options,
    report: &'a mut Report,
    parsed: Vec<Parsed>,
    seen: HashMap<i32, usize>,
    outside: usize,
    every_number_read: bool,
}

impl Rows<'_> {
    fn add(&mut self, record: &Record<'_>) {
        let names: &[&str] = &["Numer RSPO"];
        let row = match record {
            Record::Csv(row, _) => row.number(),
            Record::Api(number, _) => *number,
        };
        let rspo = match record.number(names, "/numerRspo") {
            Ok(Some(Some(rspo))) if rspo > 0 => rspo,
            outcome => {
                self.every_number_read = false;
                let missing = || record.reject(names, "/numerRspo", "a register number is expected, like 11769");
                self.report.rejected.push(outcome.err().unwrap_or_else(missing));
                return;
            }
        };
        let parsed = match self.territory(record) {
            Ok(true) => parse(self.scope, record, row, rspo),
            Ok(false) => {
                self.outside += 1;
                return;
            }
            Err(rejection) => Err(rejection),
        };
        if let Some(first) = self.seen.insert(rspo, row) {
            self.report.rejected.push(record.reject(
                names,
                "/numerRspo",
                format!("the number {rspo} stands in row {first} already"),
            ));
            return;
        }
        match parsed {
            Ok(parsed) => self.parsed.push(parsed),
            Err(rejection) => {
                // The institution is in the file, so it has not disappeared, whatever is wrong with its row.
                self.every_number_read = false;
                self.report.rejected.push(rejection);
            }
        }
    }

    fn territory(&self, record: &Record<'_>) -> Result<bool, Rejection> {
        if self.options.all_territories {
            return Ok(true);
        }
        let (names, pointer): (&[&str], _) = (&["Kod terytorialny gmina"], "/gminaKodTERYT");
        match record.text(names, pointer)?.flatten() {
            Some(teryt) => Ok(self.scope.tenant.area.covers(&teryt)),
            None => Err(record.reject(names, pointer, "this must not be empty")),
        }
    }
}

fn parse(scope: &Scope, record: &Record<'_>, row: usize, rspo: i32) -> Result<Parsed, Rejection> {
    let mut values: Vec<(Column, Value)> = vec![
        (Column::Rspo, Some(rspo).into()),
        (Column::Source, SOURCE.into()),
        (Column::SourceId, rspo.to_string().into()),
    ];
    for (column, names, pointer) in TEXTS {
        let Some(mut text) = record.text(names, pointer)? else { continue };
        match column {
            Column::Name if text.is_none() => return Err(record.reject(names, pointer, "this must not be empty")),
            Column::Name => {
                values.push((column, text.unwrap_or_default().into()));
                continue;
            }
            Column::TypeName => values.push((
                Column::Kind,
                sea_orm::ActiveEnum::into_value(Kind::of_register(text.as_deref().unwrap_or_default())).into(),
            )),
            Column::Status => {
                let sector = text.as_deref().map(Sector::of_register).map(sea_orm::ActiveEnum::into_value);
                values.push((Column::Sector, sector.into()));
            }
            Column::Website => text = text.as_deref().and_then(website),
            Column::ShortName if text == record.text(&["Nazwa"], "/nazwa")?.flatten() => text = None,
            _ => {}
        }
        values.push((column, text.into()));
    }
    let dates: [(Column, &str, &str); 3] = [
        (Column::FoundedOn, "Data założenia", "/dataZalozenia"),
        (Column::OpenedOn, "Data rozpoczęcia działalności", "/dataRozpoczecia"),
        (Column::ClosedOn, "Data likwidacji", "/dataLikwidacji"),
    ];
    for (column, name, pointer) in dates {
        values.extend(record.date(&[name], pointer)?.map(|date| (column, date.into())));
    }
    values.extend(
        record
            .number(&["RSPO podmiotu nadrzędnego"], "/podmiotNadrzedny")?
            .map(|number| (Column::ParentRspo, number.into())),
    );
    values.extend(record.number(&["Liczba uczniów"], "/liczbaUczniow")?.map(|number| (Column::Pupils, number.into())));
    let staff = [
        (Column::HasSpeechTherapist, "Czy zatrudnia logopedę"),
        (Column::HasPsychologist, "Czy zatrudnia psychologa"),
        (Column::HasCounsellor, "Czy zatrudnia pedagoga"),
    ];
    for (column, name) in staff {
        values.extend(record.yes_no(name)?.map(|answer| (column, answer.into())));
    }
    if let Some(languages) = record.text(&["Języki nauczane"], "")? {
        let list: kernel::values::List<String> = languages
            .iter()
            .flat_map(|text| text.split(','))
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        values.push((Column::Languages, list.into()));
    }
    Ok(Parsed { row, rspo, values, point: record.point(scope)? })
}

/// The stored rows beside what they should become; and how many of them people's corrections keep from what the
/// register says.
async fn merged(scope: &Scope, batch: &[Parsed], report: &mut Report) -> Result<(Vec<(Option<Model>, Model)>, usize)> {
    let numbers: Vec<i32> = batch.iter().map(|parsed| parsed.rspo).collect();
    let known = service::many_by_rspo(scope, &numbers).await?;
    let (mut rows, mut corrected) = (Vec::with_capacity(batch.len()), 0);
    for parsed in batch {
        let before = known.get(&parsed.rspo).map(|row| (**row).clone());
        let mut active = before.clone().unwrap_or_default().into_active_model().reset_all();
        for (column, value) in &parsed.values {
            active.set(*column, value.clone());
        }
        match active.try_into_model() {
            Ok(after) => {
                let (after, is_different) = corrections(before.as_ref(), after)?;
                corrected += usize::from(is_different);
                rows.push((before, after, parsed.point));
            }
            Err(err) => report.rejected.push(Rejection {
                row: parsed.row,
                column: "Numer RSPO".to_owned(),
                problem: err.to_string(),
            }),
        }
    }
    let codes = service::postcodes(scope, rows.iter().filter_map(|(_, after, _)| after.postal_code.clone())).await?;
    let mut located = Vec::with_capacity(rows.len());
    for (before, mut after, point) in rows {
        let moved = before.as_ref().is_none_or(|before| address(before) != address(&after));
        let known_exactly = !moved && after.precision.as_deref() == Some("EXACT");
        if point.is_some() || !known_exactly {
            if before.is_some() && moved {
                after.district = None;
            }
            if let Some(district) = point.and_then(|point| scope.tenant.area.district_at(point)) {
                after.district = Some(district.id.clone());
            }
            let place = service::place(scope, point, after.postal_code.as_deref(), after.district.as_deref(), &codes);
            (after.lat, after.lon) = (place.map(|(point, _)| point.lat), place.map(|(point, _)| point.lon));
            after.precision = place.map(|(_, precision)| precision.as_str().to_owned());
        }
        // Once more: people may have said where it is.
        let (after, _) = corrections(before.as_ref(), after)?;
        located.push((before, after));
    }
    Ok((located, corrected))
}

fn corrections(before: Option<&Model>, after: Model) -> Result<(Model, bool)> {
    match before {
        Some(before) => service::with_corrections(before, after),
        None => Ok((after, false)),
    }
}

fn address(row: &Model) -> [Option<&str>; 4] {
    [row.city.as_deref(), row.street.as_deref(), row.building.as_deref(), row.postal_code.as_deref()]
}

/// Institutions of the register that a complete file no longer has.
async fn closing(
    scope: &Scope,
    rows: &[Parsed],
    every_number_read: bool,
    options: Options,
    report: &mut Report,
) -> Result<Vec<Model>> {
    if options.completeness == Completeness::Partial || !every_number_read {
        if options.completeness == Completeness::Complete {
            report
                .notes
                .push("nothing was closed: some rows could not be read, so what is missing is not known".to_owned());
        }
        return Ok(Vec::new());
    }
    let present: HashSet<i32> = rows.iter().map(|parsed| parsed.rspo).collect();
    let mut open = service::open_in_register(scope, scope.today()).await?;
    open.retain(|row| {
        options.all_territories || row.teryt.as_deref().is_some_and(|teryt| scope.tenant.area.covers(teryt))
    });
    let known = open.len();
    open.retain(|row| row.rspo.is_some_and(|rspo| !present.contains(&rspo)));
    if open.is_empty() {
        return Ok(open);
    }
    let share = (known - open.len()) as f64 / known as f64;
    if options.completeness == Completeness::Guess && share < COMPLETE_SHARE {
        report.notes.push(format!(
            "the file has {} of the {known} institutions known here, so it was taken for a part; nothing was closed (--complete if it is all)",
            known - open.len()
        ));
        return Ok(Vec::new());
    }
    if !options.close_many && open.len() as f64 > known as f64 * CLOSING_SHARE {
        let names: Vec<_> =
            open.iter().take(5).map(|row| format!("{} ({})", row.name, row.rspo.unwrap_or_default())).collect();
        return Err(Fault::conflict(format!(
            "{} of {known} institutions are missing in the file and would close, more than {}%: {}{}. Nothing was written. Check the file; then confirm with --close-many, or keep them with --partial",
            open.len(),
            CLOSING_SHARE * 100.0,
            names.join(", "),
            if open.len() > names.len() { ", …" } else { "" }
        )));
    }
    Ok(open)
}
