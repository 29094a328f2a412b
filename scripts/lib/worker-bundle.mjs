// How does Node 20, which reads no TypeScript, get a worker thread's file outside of the app's build?
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { root } from "./steps.mjs";

const folder = join(root, "node_modules/.cache/toolscope-workers");
const workerURL = /new URL\("(\.\/[\w-]+-worker\.ts)", import\.meta\.url\)/g;

/** A Vite plugin: `new URL("./x-worker.ts", import.meta.url)` becomes the URL of that file's bundle, packages left out. */
export const workerBundles = {
  name: "toolscope-worker-bundles",
  enforce: "pre",
  async transform(code, id) {
    let text = code;
    for (const [whole, path] of code.matchAll(workerURL)) {
      const file = await bundled(join(dirname(id), path));
      text = text.replace(whole, `new URL(${JSON.stringify(pathToFileURL(file).href)})`);
    }
    return text === code ? undefined : { code: text, map: null };
  },
};

/** Named by its contents: test processes that bundle the same file at the same time leave the same file. */
async function bundled(entry) {
  const out = join(folder, `${process.pid}-${Date.now()}`);
  const entryFileNames = "worker.mjs";
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      ssr: entry,
      outDir: out,
      target: "node20",
      minify: false,
      rollupOptions: { output: { entryFileNames } },
    },
  });
  const made = join(out, entryFileNames);
  const hash = createHash("sha256").update(readFileSync(made)).digest("hex").slice(0, 16);
  const kept = join(folder, `${hash}.mjs`);
  if (!existsSync(kept)) renameSync(made, kept);
  return kept;
}
