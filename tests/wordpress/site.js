/**
 * A WordPress of Debian's with a database of its own, in a temporary folder, on this machine
 * alone.
 */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../browser/engines/driver.js";

/** Who may do what on it; the password is the name. */
export const ADMINISTRATOR = "administrator";
export const AUTHOR = "author";

/**
 * @param {() => boolean | Promise<boolean>} holds
 * @param {string} what
 */
async function until(holds, what) {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `${what}: not after a minute`);
    await pause(200);
  }
}

export class WordPress {
  #folder = mkdtempSync(join(tmpdir(), "aftercare-wordpress-"));
  /** @type {import("node:child_process").ChildProcess[]} */
  #running = [];
  address = "";

  /** The folder that is served. */
  get root() {
    return join(this.#folder, "site");
  }

  async start() {
    await this.#startDatabase();
    await this.#startServer();
    const answer = await fetch(`${this.address}/wp-admin/install.php?step=2`, {
      method: "POST",
      body: new URLSearchParams({
        weblog_title: "Elm Street Clinic",
        user_name: ADMINISTRATOR,
        admin_password: ADMINISTRATOR,
        admin_password2: ADMINISTRATOR,
        pw_weak: "1",
        admin_email: "administrator@clinic.example",
        language: "",
      }),
    });
    assert.match(await answer.text(), /WordPress has been installed/, "WordPress is installed");
    this.php(`
      $id = wp_create_user('${AUTHOR}', '${AUTHOR}', 'author@clinic.example');
      (new WP_User($id))->set_role('author');
      update_option('permalink_structure', '');
    `);
    return this;
  }

  async #startDatabase() {
    const data = join(this.#folder, "database");
    const options = ["--no-defaults", `--datadir=${data}`, "--user=root"];
    execFileSync("mariadb-install-db", [...options, "--auth-root-authentication-method=normal"], {
      stdio: "ignore",
    });
    const socket = join(this.#folder, "database.sock");
    this.#run("mariadbd", [...options, "--skip-networking", `--socket=${socket}`]);
    const client = ["--no-defaults", `--socket=${socket}`, "--user=root", "--execute"];
    await until(() => {
      try {
        execFileSync("mariadb", [...client, "CREATE DATABASE IF NOT EXISTS wordpress"], { stdio: "ignore" });
        return true;
      } catch {
        return false;
      }
    }, "MariaDB answers");
    mkdirSync(this.root);
    // Debian has some of its libraries as links to other packages.
    cpSync("/usr/share/wordpress", this.root, { recursive: true, dereference: true });
    const constants = {
      DB_NAME: "wordpress",
      DB_USER: "root",
      DB_PASSWORD: "",
      DB_HOST: `localhost:${socket}`,
      DB_CHARSET: "utf8mb4",
      DB_COLLATE: "",
      WP_DEBUG: true,
      WP_DEBUG_DISPLAY: false,
      WP_DEBUG_LOG: join(this.#folder, "debug.log"),
      FS_METHOD: "direct",
      DISABLE_WP_CRON: true,
      WP_HTTP_BLOCK_EXTERNAL: true,
      AUTOMATIC_UPDATER_DISABLED: true,
    };
    const lines = Object.entries(constants).map(
      ([name, value]) => `define('${name}', ${JSON.stringify(value)});`,
    );
    writeFileSync(
      join(this.root, "wp-config.php"),
      `<?php\n${lines.join("\n")}\n$table_prefix = 'wp_';\n` +
        "defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');\nrequire_once ABSPATH . 'wp-settings.php';\n",
    );
  }

  async #startServer() {
    const port = await freePort();
    this.address = `http://127.0.0.1:${port}`;
    const options = ["-d", "upload_max_filesize=16M", "-d", "post_max_size=16M"];
    this.#run("php", [...options, "-S", `127.0.0.1:${port}`, "-t", this.root]);
    await until(async () => {
      const answer = await fetch(`${this.address}/wp-includes/js/wp-embed.min.js`).catch(() => null);
      return answer !== null;
    }, "PHP answers");
  }

  /**
   * @param {string} program
   * @param {string[]} options
   */
  #run(program, options) {
    const env = { ...process.env, PHP_CLI_SERVER_WORKERS: "4" };
    // PHP's server has processes of its own.
    this.#running.push(spawn(program, options, { stdio: "ignore", env, detached: true }));
  }

  /**
   * Runs PHP in this WordPress: to prepare it, never in the place of what a user does.
   *
   * @param {string} code
   * @returns {string} what it prints
   */
  php(code) {
    return execFileSync("php", ["-r", `require '${this.root}/wp-load.php'; ${code}`], {
      encoding: "utf8",
      env: { ...process.env, HTTP_HOST: new URL(this.address).host },
    });
  }

  /** What PHP has found wrong. */
  get log() {
    const file = join(this.#folder, "debug.log");
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  /**
   * A published page.
   *
   * @param {string} content
   * @param {string} [user] whose it is
   * @returns {string} its address
   */
  publish(content, user = AUTHOR) {
    const file = join(this.#folder, "content.html");
    writeFileSync(file, content);
    const id = this.php(`
      wp_set_current_user(get_user_by('login', '${user}')->ID);
      kses_init();
      echo wp_insert_post(wp_slash(['post_title' => 'After your treatment', 'post_status' => 'publish',
        'post_content' => file_get_contents('${file}')]));
    `);
    return `${this.address}/?p=${id}`;
  }

  /**
   * Adds code that every page runs, as another plugin would; empty code takes it away.
   *
   * @param {string} code
   */
  extend(code) {
    const folder = join(this.root, "wp-content/mu-plugins");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "test.php"), `<?php\n${code}\n`);
  }

  end() {
    for (const { pid } of this.#running) {
      process.kill(-Number(pid), "SIGKILL");
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
