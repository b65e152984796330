//! Places to act in, each imported once from its spreadsheets and then copied.

use super::World;
use super::backend::{Backend, Held, Template};
use kernel::time::Moment;
use mechanism::App;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex};
use store::{Act, Store};

/// Where a scenario takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The county of the demonstration on 1 January 2022.
    Anji,
    /// The small districts of the test packs.
    Wujin,
    Yangzhou,
    Guanyinqiao,
    /// The city of creation on 1 November 2021, when it began there.
    Hebi,
    /// A district in which every rhythm of the plans occurs once, on 1 January 2022.
    Cadences,
    /// A county in which work goes down to a village and comes back up, on 1 January 2022.
    Trays,
}

impl Place {
    /// Folders of packs, besides what they build on.
    fn packs(self) -> PathBuf {
        match self {
            Place::Anji => root("packs"),
            Place::Hebi => root("packs/hebi-2022"),
            Place::Wujin => root("packs/wujin-2023"),
            Place::Yangzhou => root("packs/yangzhou-2022"),
            Place::Guanyinqiao => root("packs/guanyinqiao-2023"),
            Place::Cadences => root("tests/packs/cadences"),
            Place::Trays => root("tests/packs/trays"),
        }
    }

    /// Imports in order: kind and file. A file that a place does not have is passed over.
    fn imports(self) -> Vec<(&'static str, PathBuf)> {
        let kinds = [
            "areas",
            "orgs",
            "groups",
            "posts",
            "persons",
            "sites",
            "capacities",
        ];
        let file = |kind: &str| match self {
            Place::Anji => root("packs/anji-2022/demo").join(format!("{kind}.csv")),
            Place::Wujin => root("tests/data").join(format!("wujin-{kind}.csv")),
            Place::Yangzhou => root("tests/data").join(format!("yangzhou-{kind}.csv")),
            Place::Guanyinqiao => root("tests/data").join(format!("guanyinqiao-{kind}.csv")),
            Place::Hebi => root("tests/data").join(format!("hebi-{kind}.csv")),
            Place::Cadences => root("tests/data").join(format!("cadences-{kind}.csv")),
            Place::Trays => root("tests/data").join(format!("trays-{kind}.csv")),
        };
        kinds
            .into_iter()
            .map(|kind| (kind, file(kind)))
            .filter(|(_, path)| path.exists())
            .collect()
    }

    /// 1 January, 00:00 in China, of the plan's year, or the first day of the plan.
    fn start(self) -> Moment {
        match self {
            Place::Hebi => Moment(1_635_696_000_000),
            Place::Anji | Place::Yangzhou | Place::Cadences | Place::Trays => {
                Moment(1_640_966_400_000)
            }
            Place::Wujin | Place::Guanyinqiao => Moment(1_672_502_400_000),
        }
    }
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

type Templates = Mutex<HashMap<(Place, Backend), Arc<Template>>>;
static TEMPLATES: LazyLock<Templates> = LazyLock::new(Mutex::default);

pub async fn world(place: Place, backend: Backend) -> World {
    tokio::task::spawn_blocking(move || build(place, backend, Template::copy))
        .await
        .expect("a world")
}

/// A world whose database a server process can serve afterwards: sessions of its actors hold there, too.
pub async fn world_on_machine_time(place: Place, backend: Backend) -> World {
    let build = move || build(place, backend, Template::copy_on_machine_time);
    tokio::task::spawn_blocking(build).await.expect("a world")
}

fn build(place: Place, backend: Backend, copy: fn(&Template) -> (Store, Held)) -> World {
    let template = {
        // Held while preparing, so that a place is prepared once however many tests ask for it at the same time.
        let mut templates = TEMPLATES.lock().expect("templates");
        let known = templates.get(&(place, backend)).cloned();
        known.unwrap_or_else(|| {
            let made = Arc::new(Template::prepare(backend, place.start(), |store| {
                fill(place, store)
            }));
            templates.insert((place, backend), made.clone());
            made
        })
    };
    let (store, held) = copy(&template);
    let (app, router) = server::app(store, library(place)).expect("an application");
    World {
        app,
        router,
        backend,
        held,
    }
}

fn library(place: Place) -> policy::Library {
    let sources = server::packs::beneath(&place.packs()).expect("packs can be read");
    policy::Library::from_sources(sources).expect("packs are well formed")
}

fn fill(place: Place, store: &Store) {
    let (app, _) = server::app(store.clone(), library(place)).expect("an application");
    for (kind, path) in place.imports() {
        let bytes = std::fs::read(&path).expect("a file");
        take(&app, kind, &bytes);
    }
}

fn take(app: &App, kind: &str, bytes: &[u8]) {
    let importer = app
        .importers
        .iter()
        .find(|importer| importer.kind == kind)
        .expect("an importer")
        .run;
    let table = documents::read(bytes).expect("a table");
    let env = app.env.clone();
    let report = app
        .store
        .write_blocking(Act::system("tests.import"), move |tx| {
            importer(tx, &env, &table)
        })
        .expect("an import");
    assert!(
        report.errors.is_empty(),
        "{kind}: {:?}",
        report.errors.first()
    );
}

pub async fn import(app: &App, kind: &str, bytes: &[u8]) {
    let (app, kind, bytes) = (app.clone(), kind.to_owned(), bytes.to_vec());
    tokio::task::spawn_blocking(move || take(&app, &kind, &bytes))
        .await
        .expect("an import");
}
