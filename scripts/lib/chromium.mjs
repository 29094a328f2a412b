// Which Chromium do the end-to-end tests drive?
import { existsSync, readFileSync } from "node:fs";
import { quietly, StepFailure } from "./steps.mjs";
import { aptInstall, onPath } from "./system-programs.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * One named by CHROMIUM_PATH, a managed one, the system's, or one installed now. One that does not even say its version
 * (an empty wrapper, a missing library) does not count.
 *
 * @returns its path and its version; throws where none can be had: the end-to-end tests are never left out in silence
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH?.trim();
  if (named) {
    const version = await versionOf(named);
    if (version !== undefined) return { path: named, version };
    throw new StepFailure(
      `CHROMIUM_PATH=${named} is not a browser that starts. Give the path of a Chromium, or leave it out.`,
    );
  }
  return (await installed()) ?? (await installOne());
}

async function installed() {
  for (const path of [await managedPath(), ...onPath(names)]) {
    const version = existsSync(path) ? await versionOf(path) : undefined;
    if (version !== undefined) return { path, version };
  }
  return undefined;
}

async function installOne() {
  const failures = [];
  for (const attempt of [installDebianPackage, installManaged]) {
    try {
      await attempt();
    } catch (error) {
      if (error.exitCode !== 1) throw error;
      failures.push(error.message.trim());
    }
    const found = await installed();
    if (found !== undefined) return found;
  }
  throw new StepFailure(
    "No Chromium was found, and none could be installed. The end-to-end tests need one: install your system's chromium " +
      "package, or run `npx playwright install chromium`, or set CHROMIUM_PATH to a browser.\n\n" +
      failures.join("\n\n"),
  );
}

async function versionOf(path) {
  return quietly(path, ["--version"]).then(
    // Debian's launcher may complain on the lines around it.
    (output) =>
      output
        .split("\n")
        .find((line) => /\d+\.\d+/.test(line) && !line.startsWith("/"))
        ?.trim(),
    (error) => {
      if (error.exitCode !== 1) throw error;
      return undefined;
    },
  );
}

async function managedPath() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

function installDebianPackage() {
  const release = "/etc/os-release";
  // Ubuntu's package of that name is a wrapper that asks for snap.
  if (existsSync(release) && /^ID="?ubuntu"?$/m.test(readFileSync(release, "utf8")))
    throw new StepFailure("Ubuntu has no chromium package of its own.");
  return aptInstall("chromium");
}

function installManaged() {
  return quietly(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
}
