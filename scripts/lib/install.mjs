// Are the packages of the lock file installed?
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { quietly, root, StepFailure, step } from "./steps.mjs";

const stamp = join(root, "node_modules/.toolscope-lock");

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
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  await step("install", async () => {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    await quietly(npm, ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"]);
    writeFileSync(stamp, lock);
  });
}
