// Where may the server listen?
import { StepFailure } from "./steps.mjs";

const loopback = new Set(["127.0.0.1", "::1", "localhost"]);

/** @returns host and port from `HOST` and `PORT`, blank ones counting as absent; throws for what is not allowed */
export function listenAddress(variables = process.env) {
  const host = variables.HOST?.trim() || "127.0.0.1";
  const port = variables.PORT?.trim() || "3000";
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new StepFailure(`PORT=${port} is not a port: give a number from 1 to 65535.`);
  }
  if (!loopback.has(host.toLowerCase())) {
    throw new StepFailure(
      `HOST=${host} would let other machines in. That needs an access token (TOOLSCOPE_ACCESS_TOKEN), which this ` +
        "version does not support yet: it listens on this machine only. Leave HOST out, or use 127.0.0.1.",
    );
  }
  return { host: host.toLowerCase(), port: Number(port) };
}

/** Settings from `.env` count as if they were exported; what is exported wins. */
export function loadEnvFile(path) {
  try {
    process.loadEnvFile(path);
  } catch (error) {
    if (error.code !== "ENOENT") throw new StepFailure(`.env cannot be read: ${error.message}`);
  }
}
