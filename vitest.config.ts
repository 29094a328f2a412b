import { defineConfig } from "vitest/config";
import { sourceAliases } from "./scripts/lib/typescript-bundle.mjs";
import { workerBundles } from "./scripts/lib/worker-bundle.mjs";

export default defineConfig({
  plugins: [workerBundles],
  resolve: { alias: sourceAliases },
  test: {
    include: ["lib/**/*.test.ts", "components/**/*.test.ts", "scripts/**/*.test.ts"],
    environment: "node",
    // A test that takes half a second takes ten on a machine that others load; only one that hangs may fail for its time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
