// Where is a guard taken away, so that nobody works without it?
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { quietly, root } from "../steps.mjs";
import { edited } from "./entry.mjs";

/** What makes a second build quick, and does not tell what is tested: neither types nor the React compiler. */
const quickBuild = [
  { find: "reactCompiler: true,", replace: "typescript: { ignoreBuildErrors: true }," },
  { find: "experimental: {", replace: "experimental: { turbopackFileSystemCacheForBuild: true," },
].map((edit) => ({ file: "next.config.ts", ...edit }));

/** A copy of the working tree in a folder of its own; what Git ignores is left out, but for the packages. */
export async function workingCopy() {
  const folder = mkdtempSync(join(tmpdir(), "toolscope-guards-"));
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  for (const file of execFileSync("git", list, { cwd: root, encoding: "utf8" }).split("\0")) {
    if (file === "" || !existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  // Turbopack follows no link out of its folder: the files are the same ones, under a second name where that can be had.
  const packages = [join(root, "node_modules"), join(folder, "node_modules")];
  await quietly("cp", ["-al", ...packages]).catch(() => quietly("cp", ["-a", ...packages]));
  rmSync(join(folder, "node_modules/.cache"), { recursive: true, force: true });
  edit(folder, quickBuild);
  return {
    folder,
    /** Has the edits in place while the work is done. */
    without: async (edits, work) => {
      const restore = edit(folder, edits);
      try {
        return await work();
      } finally {
        restore();
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** @returns a function that puts back what was there */
function edit(folder, edits) {
  const before = new Map();
  for (const each of edits) {
    const path = join(folder, each.file);
    const text = readFileSync(path, "utf8");
    if (!before.has(path)) before.set(path, text);
    writeFileSync(path, edited(text, each));
  }
  return () => {
    for (const [path, text] of before) writeFileSync(path, text);
  };
}
