// Where may the server listen?
import { existsSync, readFileSync } from "node:fs";
import { createServer, isIP } from "node:net";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { root, StepFailure } from "./steps.mjs";

/** What each spelling of this machine's own address means to `listen`. */
const loopback = new Map([
  ["localhost", "127.0.0.1"],
  ["127.0.0.1", "127.0.0.1"],
  ["::1", "::1"],
  ["[::1]", "::1"],
]);

/**
 * Reads `HOST` and `PORT`. A blank `HOST` is no address and not taken for one: to `listen` it means all of the machine's.
 *
 * @param setting.door false for a server that asks nobody for a token: it never listens beyond this machine
 * @returns the address to listen on and the one to show; throws for what is not allowed
 */
export function listenAddress(variables = settings(), { door = true } = {}) {
  const named = variables.HOST?.trim() ?? "127.0.0.1";
  const port = variables.PORT?.trim() || "3000";
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new StepFailure(`PORT=${port} is not a port: give a number from 1 to 65535.`);
  }
  const host = loopback.get(named.toLowerCase()) ?? widerAddress(named, door, variables);
  const own = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  const bracketed = own.includes(":") ? `[${own}]` : own;
  return {
    host,
    port: Number(port),
    origin: `http://${bracketed}:${port}`,
    shown: `http://${own === "127.0.0.1" ? "localhost" : bracketed}:${port}`,
  };
}

/** Only addresses written as numbers, so that what is opened is what was meant: names and `0` can stand for anything. */
function widerAddress(named, door, variables) {
  const token = variables.TOOLSCOPE_ACCESS_TOKEN?.trim() || variables.TOOLSCOPE_ACCESS_TOKENS?.trim();
  const stay = "Leave HOST out, or set HOST=127.0.0.1.";
  if (!door)
    throw new StepFailure(
      `HOST=${named} would let other machines in, which this server is not made for. ${stay}`,
    );
  if (!token) {
    throw new StepFailure(
      `HOST=${named} would let other machines in. That needs an access token: set TOOLSCOPE_ACCESS_TOKEN to one made by chance (openssl rand -hex 24). ${stay}`,
    );
  }
  const address = named.replace(/^\[(.*)\]$/, "$1");
  if (isIP(address) !== 0) return address;
  throw new StepFailure(
    `HOST=${named} is no address: give numbers, such as 0.0.0.0 for all of this machine's. ${stay}`,
  );
}

/** Exported variables win over `.env.local`, and that over `.env`: the order in which Next.js reads them. */
function settings() {
  const files = [".env", ".env.local"].map((name) => join(root, name)).filter((path) => existsSync(path));
  return Object.assign({}, ...files.map((path) => parseEnv(readFileSync(path, "utf8"))), process.env);
}

/** Throws where the port is taken, whatever listens there, and where it may not be had. */
export async function refuseTakenPort({ host, port }, command) {
  const error = await listenError(host, port);
  if (error === undefined) return;
  if (error.code !== "EADDRINUSE") throw new StepFailure(`Cannot listen on port ${port}: ${error.message}.`);
  const other = port < 65_535 ? port + 1 : 3000;
  throw new StepFailure(
    `Port ${port} is in use. Stop what listens there, or take another: PORT=${other} ${command}`,
  );
}

/** @returns why nothing can listen there, or undefined where something can */
export function listenError(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/** @returns the preferred port, or any free one where that is taken */
export async function freePort(host, preferred) {
  if ((await listenError(host, preferred)) === undefined) return preferred;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, host, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
