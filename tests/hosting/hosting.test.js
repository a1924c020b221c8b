/**
 * The files for hosts, on servers of Debian: nginx and Apache send what the pages need, under
 * the policy that the suite's own server has. `cargo xtask test --hosting` runs it.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { after, before, describe, it } from "node:test";
import { startBrowser } from "../browser/browser.js";
import { freePort } from "../browser/engines/driver.js";
import { strictPolicy } from "../browser/site.js";

const site = process.env.AFTERCARE_SITE;
assert.ok(site, "AFTERCARE_SITE is not set: run the tests with `cargo xtask test --hosting`");

/**
 * @typedef {(folder: string, port: number) => { program: string, options: string[] }} Server
 *   its command, for a folder with `www/aftercare/` in it
 */

/** @type {Server} */
function nginx(folder, port) {
  // As Debian's own configuration reads it: from the folder of nginx.conf.
  const rules = readFileSync(join(String(site), "nginx.conf"), "utf8").replaceAll(
    "include mime.types",
    "include /etc/nginx/mime.types",
  );
  writeFileSync(
    join(folder, "server.conf"),
    `daemon off; pid ${folder}/pid; error_log ${folder}/errors;
     events {}
     http {
       include /etc/nginx/mime.types; access_log off;
       client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
       uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
       server { listen 127.0.0.1:${port}; root ${folder}/www;\n${rules}\n}
     }`,
  );
  return { program: "nginx", options: ["-c", join(folder, "server.conf")] };
}

/** @type {Server} */
function apache(folder, port) {
  const modules = ["mpm_event", "authz_core", "dir", "headers", "mime"];
  writeFileSync(
    join(folder, "server.conf"),
    `${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
     Listen 127.0.0.1:${port}
     ServerName 127.0.0.1
     DefaultRuntimeDir ${folder}
     User www-data
     Group www-data
     PidFile ${folder}/pid
     ErrorLog ${folder}/errors
     Mutex file:${folder}
     TypesConfig /etc/mime.types
     DocumentRoot ${folder}/www
     <Directory ${folder}/www>
       AllowOverride FileInfo Indexes
       Require all granted
     </Directory>`,
  );
  return { program: "apache2", options: ["-X", "-f", join(folder, "server.conf")] };
}

it("every host is told the policy of the suite's own server", async () => {
  const policy = await strictPolicy();
  for (const name of ["nginx.conf", ".htaccess", "_headers"]) {
    /** @type {string} */
    const text = readFileSync(join(String(site), name), "utf8");
    /** @type {string[]} */
    const told = [...text.matchAll(/default-src[^"\n]*/g)].map(String);
    assert.ok(told.length > 0, name);
    assert.deepEqual([...new Set(told)], [policy], name);
  }
});

it("Netlify and Cloudflare Pages send the policy with each page", () => {
  const rules = readFileSync(join(site, "_headers"), "utf8");
  for (const page of readdirSync(site).filter((name) => /^(?!.*offline|paste).*\.html$/.test(name))) {
    assert.match(rules, new RegExp(`^/${page.replaceAll(".", "\\.")}$`, "m"), page);
  }
});

for (const [name, server] of /** @type {[string, Server][]} */ ([
  ["nginx", nginx],
  ["Apache", apache],
])) {
  describe(`the files on ${name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), "aftercare-hosting-"));
    /** @type {import("node:child_process").ChildProcess} */
    let running;
    let address = "";
    /** @type {import("../browser/browser.js").Browser} */
    let browser;

    before(async () => {
      // The server reads them as another user.
      chmodSync(folder, 0o755);
      mkdirSync(join(folder, "www"));
      cpSync(String(site), join(folder, "www/aftercare"), { recursive: true });
      const port = await freePort();
      address = `http://127.0.0.1:${port}/aftercare/`;
      const { program, options } = server(folder, port);
      running = spawn(program, options, {
        stdio: ["ignore", "ignore", "inherit"],
        detached: true,
        env: { ...process.env, APACHE_RUN_USER: "www-data", APACHE_RUN_GROUP: "www-data" },
      });
      const end = Date.now() + 20_000;
      while (!(await fetch(address).catch(() => null))) {
        assert.ok(Date.now() < end, `${name} answers`);
        await pause(100);
      }
      browser = await startBrowser();
    });

    after(async () => {
      await browser?.end();
      process.kill(-Number(running.pid), "SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    });

    const TYPES = {
      "": "text/html",
      "index.html": "text/html",
      "aftercare-consensus.iife.js": "text/javascript",
      "aftercare-consensus.wasm": "application/wasm",
      "manifest.webmanifest": "application/manifest+json",
      "icon.svg": "image/svg+xml",
      "page.css": "text/css",
    };

    for (const [file, type] of Object.entries(TYPES)) {
      it(`/aftercare/${file} comes as ${type}`, async () => {
        const answer = await fetch(address + file);
        assert.equal(answer.status, 200);
        const told = String(answer.headers.get("content-type")).replace(
          "application/javascript",
          "text/javascript",
        );
        assert.ok(told.startsWith(type), told);
        assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
      });
    }

    it("a page comes with the strict policy, and the page in one file without", async () => {
      const page = await fetch(`${address}index.html`);
      assert.equal(page.headers.get("content-security-policy"), await strictPolicy());
      assert.equal(page.headers.get("cache-control"), "no-cache");
      const offline = await fetch(`${address}aftercare-offline.html`);
      assert.equal(offline.headers.get("content-security-policy"), null);
    });

    it("the script with a version in its name may be kept for ever, and pinned by other sites", async () => {
      const pinned = readdirSync(String(site)).find((file) => /-\d+\.\d+\.\d+\.iife\.js$/.test(file));
      const { headers } = await fetch(address + pinned);
      assert.match(String(headers.get("cache-control")), /immutable/);
      assert.equal(headers.get("access-control-allow-origin"), "*");
    });

    it("a patient has an answer, on the page and in one file", async () => {
      for (const page of ["index.html", "aftercare-offline.html"]) {
        await browser.driver.get(`${address}${page}#treatment=dysport&hours=14`);
        await browser.drawn(".status");
      }
    });
  });
}
