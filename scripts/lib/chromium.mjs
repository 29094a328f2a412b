// Which Chromium do the end-to-end tests drive?
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { quietly, StepFailure } from "./steps.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** @returns the path of a browser: one named by CHROMIUM_PATH, a managed one, the system's, or Debian's, installed now */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH?.trim();
  if (named) {
    if (existsSync(named)) return named;
    throw new StepFailure(`CHROMIUM_PATH=${named} does not exist.`);
  }
  const found = (await managed()) ?? onPath(names);
  if (found !== undefined) return found;
  const failure = await installDebianPackage();
  const installed = onPath(names);
  if (installed !== undefined) return installed;
  throw new StepFailure(
    "No Chromium was found, and none could be installed. The end-to-end tests need one: install your system's chromium " +
      "package, or run `npx playwright install chromium`, or set CHROMIUM_PATH to a browser." +
      (failure === undefined ? "" : `\n\n${failure}`),
  );
}

async function managed() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function onPath(candidates) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return candidates
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** @returns why it did not work, or undefined */
async function installDebianPackage() {
  if (onPath(["apt-get"]) === undefined) return "There is no apt-get on this system.";
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const run = (...args) => {
    const [command, ...rest] = [...prefix, "apt-get", ...args];
    return quietly(command, rest, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  };
  try {
    await run("update");
    await run("install", "-y", "--no-install-recommends", "chromium");
    return undefined;
  } catch (error) {
    return error.message;
  }
}
