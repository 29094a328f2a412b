// Is the built app the one of these sources?
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { quietly, root, step } from "./steps.mjs";

export const nextBin = join(root, "node_modules/next/dist/bin/next");

const stamp = join(root, ".next/toolscope-build");
const buildId = join(root, ".next/BUILD_ID");
const sources = ["app", "components", "lib", "public"];
const settings = [
  "package.json",
  "package-lock.json",
  "next.config.ts",
  "tsconfig.json",
  "postcss.config.mjs",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "proxy.ts",
];

/** Builds the app where the sources changed since the last build; skips what is done. */
export async function build() {
  await step("build", async () => {
    const wanted = sourceHash();
    if (isBuilt(wanted)) return "up to date";
    rmSync(stamp, { force: true });
    await quietly(process.execPath, [nextBin, "build"], { env: { NODE_ENV: "production" } });
    writeFileSync(stamp, wanted);
  });
}

function isBuilt(wanted) {
  return existsSync(buildId) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

/** Of names and contents: a checkout or a touch changes times, not the app. */
function sourceHash() {
  const hash = createHash("sha256").update(process.version);
  const files = sources.flatMap((folder) => filesBelow(join(root, folder))).sort();
  for (const file of [...files, ...settings.map((name) => join(root, name))]) {
    if (/\.test\.tsx?$/.test(file) || !existsSync(file)) continue;
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
