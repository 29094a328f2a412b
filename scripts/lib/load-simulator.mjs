// How does a script without a build run the simulator, which is TypeScript?
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { root } from "./steps.mjs";

const folder = join(root, "node_modules/.cache/toolscope-simulator");

/** Bundles `lib/simulator/serve.ts`, packages left out. @returns what that module exports */
export async function loadSimulator() {
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      ssr: join(root, "lib/simulator/serve.ts"),
      outDir: folder,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rollupOptions: { output: { entryFileNames: "serve.mjs" } },
    },
  });
  return import(pathToFileURL(join(folder, "serve.mjs")));
}
