// How does a test put a real nginx in front of a server?
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "./free-port";

/** Debian keeps it out of an ordinary user's PATH. */
const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];

/** Where nginx is installed, or undefined. */
export const nginxPath = folders.map((folder) => join(folder, "nginx")).find(existsSync);

export type Nginx = { readonly baseURL: string; readonly close: () => Promise<void> };

/**
 * Starts an nginx of its own (own folder, own port on loopback) that passes everything on.
 *
 * @param upstream an origin such as `http://127.0.0.1:1234`, or several that take turns
 * @param directives what the server block says besides `listen` and `proxy_pass`; nothing is Debian's own defaults
 * @param knownPort a free one, where those behind it have to know it beforehand
 */
export async function startNginx(
  upstream: string | readonly string[],
  directives: readonly string[] = [],
  knownPort?: number,
): Promise<Nginx> {
  if (nginxPath === undefined) throw new Error("nginx is not installed");
  const folder = mkdtempSync(join(tmpdir(), "toolscope-nginx-"));
  const port = knownPort ?? (await freePort());
  writeFileSync(join(folder, "nginx.conf"), configuration(folder, port, [upstream].flat(), directives));
  const args = ["-p", folder, "-c", "nginx.conf", "-e", join(folder, "error.log")];
  const child = spawn(nginxPath, args, { stdio: "ignore" });
  await listening(child, port);
  return {
    baseURL: `http://127.0.0.1:${port}`,
    close: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
}

function configuration(
  folder: string,
  port: number,
  upstreams: readonly string[],
  directives: readonly string[],
): string {
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
    daemon off;
    master_process off;
    pid ${join(folder, "nginx.pid")};
    events {}
    http {
      access_log off;
      ${kinds.map((kind) => `${kind}_temp_path ${join(folder, kind)};`).join("\n")}
      upstream app {
        ${upstreams.map((origin) => `server ${new URL(origin).host};`).join("\n")}
      }
      server {
        listen 127.0.0.1:${port};
        ${directives.map((directive) => `${directive};`).join("\n")}
        location / {
          proxy_pass http://${upstreams.length === 1 ? new URL(upstreams[0] ?? "").host : "app"};
        }
      }
    }`;
}

/** Waits until the port answers; fails at once where nginx ended before. */
async function listening(child: ChildProcess, port: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    if (await connects(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill("SIGKILL");
  throw new Error("nginx did not start");
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
