// How does Node 20, which reads no TypeScript, get a file of ours outside of the app's build?
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { root } from "./steps.mjs";

/** What the app's own build makes of these names. */
export const sourceAliases = {
  "@/": root,
  // The marker package throws outside a React server; in a script or a unit test there is no client to protect.
  "server-only": join(root, "node_modules/server-only/empty.js"),
};

const cache = join(root, "node_modules/.cache/toolscope");

/**
 * Bundles a file with everything of ours that it imports, packages left out. Named by its contents: processes that bundle
 * the same file at the same time leave the same file.
 *
 * @param entry an absolute path
 * @returns the path of the bundle
 */
export async function bundled(entry, { plugins = [] } = {}) {
  const out = join(cache, `${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}`);
  const entryFileNames = "bundle.mjs";
  await build({
    root,
    configFile: false,
    logLevel: "error",
    plugins,
    resolve: { alias: sourceAliases },
    build: {
      ssr: entry,
      outDir: out,
      copyPublicDir: false,
      target: "node20",
      minify: false,
      rollupOptions: { output: { entryFileNames } },
    },
  });
  const made = join(out, entryFileNames);
  const hash = createHash("sha256").update(readFileSync(made)).digest("hex").slice(0, 16);
  const kept = join(cache, `${hash}.mjs`);
  if (!existsSync(kept)) renameSync(made, kept);
  rmSync(out, { recursive: true, force: true });
  return kept;
}
