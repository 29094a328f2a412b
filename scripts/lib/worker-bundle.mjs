// How does a worker thread's file, which is TypeScript, get to Node outside of the app's build?
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundled } from "./typescript-bundle.mjs";

const workerURL = /new URL\("(\.\/[\w-]+-worker\.ts)", import\.meta\.url\)/g;

/** A Vite plugin: `new URL("./x-worker.ts", import.meta.url)` becomes the URL of that file's bundle. */
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
