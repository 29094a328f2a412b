// How does a script without a build run our TypeScript?
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./steps.mjs";
import { bundled } from "./typescript-bundle.mjs";
import { workerBundles } from "./worker-bundle.mjs";

/** @param path from the root: `"lib/simulator/serve.ts"`. @returns what that module exports */
export async function loadTypeScript(path) {
  return import(pathToFileURL(await bundled(join(root, path), { plugins: [workerBundles] })));
}
