import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { workerBundles } from "./scripts/lib/worker-bundle.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  plugins: [workerBundles],
  resolve: {
    alias: {
      "@/": root,
      // The marker package throws outside a React server; in unit tests there is no client to protect.
      "server-only": new URL("./node_modules/server-only/empty.js", import.meta.url).pathname,
    },
  },
  test: {
    include: ["lib/**/*.test.ts", "components/**/*.test.ts", "scripts/**/*.test.ts"],
    environment: "node",
    // A test that takes half a second takes ten on a machine that others load; only one that hangs may fail for its time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
