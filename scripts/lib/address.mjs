// Where may the server listen?
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
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
 * Reads `HOST` and `PORT`, blank ones counting as absent.
 *
 * @returns the address to listen on and the one to show; throws for what is not allowed
 */
export function listenAddress(variables = settings()) {
  const named = variables.HOST?.trim() || "127.0.0.1";
  const port = variables.PORT?.trim() || "3000";
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new StepFailure(`PORT=${port} is not a port: give a number from 1 to 65535.`);
  }
  const host = loopback.get(named.toLowerCase());
  if (host === undefined) throw new StepFailure(refusal(named, variables.TOOLSCOPE_ACCESS_TOKEN?.trim()));
  const bracketed = host === "::1" ? "[::1]" : host;
  return {
    host,
    port: Number(port),
    origin: `http://${bracketed}:${port}`,
    shown: `http://${host === "::1" ? "[::1]" : "localhost"}:${port}`,
  };
}

function refusal(host, token) {
  const why = token
    ? "TOOLSCOPE_ACCESS_TOKEN is set, but this version has no door yet that asks for it."
    : "That needs an access token (TOOLSCOPE_ACCESS_TOKEN), which this version cannot ask for yet.";
  return `HOST=${host} would let other machines in. ${why} Leave HOST out, or set HOST=127.0.0.1.`;
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
