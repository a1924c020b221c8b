//! What does the machine need, and how does it get it?

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::root;
use crate::run::{command, run, step};

/// The target of the widget.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The oldest Node that the tools run on.
const OLDEST_NODE: u32 = 20;

/// Rust's wasm target and the tools from npm.
pub(crate) fn build_tools() -> Result<()> {
    target()?;
    node_modules()
}

fn target() -> Result<()> {
    let libraries = std::process::Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .current_dir(root())
        .output()
        .context("`rustc` cannot start; install Rust with rustup")?;
    let folder = String::from_utf8_lossy(&libraries.stdout);
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    step(&format!("adding Rust's {TARGET} target"));
    run(&mut command("rustup", &["target", "add", TARGET])).with_context(|| {
        format!("the target {TARGET} is missing; with rustup: `rustup target add {TARGET}`")
    })
}

/// The packages of package-lock.json, installed again where the lock changed.
pub(crate) fn node_modules() -> Result<()> {
    packages_of(".")
}

/// The packages of the package-lock.json in a folder.
pub(crate) fn packages_of(folder: &str) -> Result<()> {
    let folder = root().join(folder);
    let version = std::process::Command::new("node").arg("--version").output();
    let major = version.ok().and_then(|output| {
        let text = String::from_utf8(output.stdout).ok()?;
        text.trim_start_matches('v')
            .split('.')
            .next()?
            .parse::<u32>()
            .ok()
    });
    if major.is_none_or(|major| major < OLDEST_NODE) {
        bail!(
            "Node {OLDEST_NODE} or newer, with npm, is needed for the optimiser and the bundler; \
             install it as the site of Node.js says (older releases of Debian have an older one)"
        );
    }
    let lock = std::fs::read(folder.join("package-lock.json")).context("package-lock.json")?;
    let stamp = folder.join("node_modules/.installed-lock");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step("installing the locked npm packages (optimiser, bundler, checks)");
    // No package runs a script of its own on this machine; none needs to.
    let mut npm = command(
        "npm",
        &[
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ],
    );
    run(npm.current_dir(&folder))?;
    std::fs::write(&stamp, lock).context("node_modules/.installed-lock")
}

/// The version of Firefox's driver.
const GECKODRIVER: &str = "0.37.1";

/// The browsers of the test suite and what drives them.
pub(crate) fn browsers() -> Result<()> {
    packages(&SUITE)?;
    for (file, package) in [FONT, RJSMIN] {
        if can_install() && !Path::new(file).exists() {
            install_packages(package)?;
        }
    }
    geckodriver()
}

/// The browser of the bench, which needs no driver.
pub(crate) fn chromium() -> Result<()> {
    packages(&[CHROMIUM])
}

/// A program that shows that a package is there, and the package of Debian.
type Package = (&'static str, &'static str);

const CHROMIUM: Package = ("chromium", "chromium");

/// What the suite needs of Debian.
const SUITE: [Package; 6] = [
    CHROMIUM,
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("xvfb-run", "xvfb"),
    ("xauth", "xauth"),
];

/// The letters that the pictures are made with, and the page is measured in: a new machine
/// has but some that are wider than those of any phone.
const FONT: Package = (
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
    "fonts-noto-core",
);

/// A minifier that the suite tries.
const RJSMIN: Package = (
    "/usr/lib/python3/dist-packages/rjsmin.py",
    "python3 python3-rjsmin",
);

/// What compiles translations.
pub(crate) fn gettext() -> Result<()> {
    packages(&[("msgfmt", "gettext")])
}

/// Servers that clinics have.
pub(crate) fn web_servers() -> Result<()> {
    packages(&[("nginx", "nginx-light"), ("apache2", "apache2")])
}

/// A WordPress, with what it runs on, three themes, and what checks the plugin's code.
pub(crate) fn wordpress() -> Result<()> {
    packages(&[
        ("php", "php-cli php-mysql php-xml php-mbstring php-zip"),
        ("mariadbd", "mariadb-server"),
        ("phpcs", "php-codesniffer"),
        ("msgfmt", "gettext"),
    ])?;
    if can_install()
        && !Path::new("/usr/share/wordpress/wp-content/themes/twentytwentyone").exists()
    {
        install_packages(
            "wordpress wordpress-theme-twentytwentyone wordpress-theme-twentytwentytwo \
             wordpress-theme-twentytwentythree",
        )?;
    }
    Ok(())
}

/// What Debian packages.
fn packages(needed: &[Package]) -> Result<()> {
    let missing: Vec<&str> = needed
        .iter()
        .filter(|(program, _)| !on_path(program))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    if !can_install() {
        bail!(
            "the browser tests need {packages}; on Debian: `sudo apt-get install {packages}`, \
             elsewhere install the same browsers with their drivers. \
             `cargo xtask test --quick` leaves the browsers out"
        );
    }
    install_packages(&packages)
}

/// Whether this is Debian, and we are root.
fn can_install() -> bool {
    let id = std::process::Command::new("id").arg("-u").output();
    Path::new("/etc/debian_version").exists()
        && id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Installs packages of Debian, with a space between their names.
fn install_packages(packages: &str) -> Result<()> {
    step(&format!("installing {packages}"));
    run(&mut command("apt-get", &["update", "-qq"]))?;
    let mut install = command(
        "apt-get",
        &["install", "-y", "-qq", "--no-install-recommends"],
    );
    run(install
        .args(packages.split(' '))
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Firefox's driver, which Debian does not package.
fn geckodriver() -> Result<()> {
    if !on_path("geckodriver") {
        install("geckodriver", GECKODRIVER, "which drives Firefox")?;
    }
    Ok(())
}

/// The version of `cargo cyclonedx`.
const CARGO_CYCLONEDX: &str = "0.5.9";

/// What lists the crates of the wasm.
pub(crate) fn cargo_cyclonedx() -> Result<PathBuf> {
    install(
        "cargo-cyclonedx",
        CARGO_CYCLONEDX,
        "which writes bills of materials",
    )
}

/// A program of crates.io in `target/tools`, built once; its path.
fn install(name: &str, version: &str, what: &str) -> Result<PathBuf> {
    let tools = root().join("target/tools");
    let program = tools.join("bin").join(name);
    if !program.is_file() {
        step(&format!("building {name}, {what} (a few minutes, once)"));
        let mut install = command(
            "cargo",
            &["install", name, "--locked", "--version", version],
        );
        run(install.arg("--root").arg(tools))?;
    }
    Ok(program)
}

/// Whether a program is there; not each has a `--version` to ask for.
fn on_path(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}
