// Are the packages of the lock file installed?
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { quietly, root, StepFailure, step } from "./steps.mjs";

const stamp = join(root, "node_modules/.toolscope-lock");
const lockFile = join(root, "package-lock.json");
const installedLockFile = join(root, "node_modules/.package-lock.json");

const installArguments = ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"];

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new StepFailure(
      `Toolscope needs Node 20.19 or newer; this is ${process.version}. See https://nodejs.org.`,
    );
  }
}

/** Installs exactly what the lock file says, without running any package's install script; skips what is done. */
export async function install() {
  await step("install", async () => {
    const wanted = lockHash();
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return "up to date";
    const done = installedByHand();
    if (!done) await npm(installArguments);
    writeFileSync(stamp, wanted);
    return done ? "up to date" : undefined;
  });
}

/** Some packages are binaries: what one platform installed does not serve another. */
function lockHash() {
  const platform = `${process.platform} ${process.arch}`;
  return createHash("sha256").update(platform).update(readFileSync(lockFile)).digest("hex");
}

/** npm writes down what it installed; where that is what the lock file says, there is nothing to repeat. */
function installedByHand() {
  if (!existsSync(installedLockFile)) return false;
  const { "": _project, ...wanted } = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedLockFile, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity && existsSync(join(root, path));
  });
}

function npm(args) {
  const path = process.env.npm_execpath ?? "";
  return path.endsWith("npm-cli.js") ? quietly(process.execPath, [path, ...args]) : quietly("npm", args);
}
