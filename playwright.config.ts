import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

/** `npm test` says which browser and port; `npx playwright test` alone takes the system's Chromium and 3210. */
const executablePath =
  process.env.TOOLSCOPE_CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
const port = process.env.TOOLSCOPE_E2E_PORT ?? "3210";
const asRoot = process.getuid?.() === 0;

/** One folder for the server and for specs that look at what is stored: workers inherit the name. */
const dataDir = process.env.TOOLSCOPE_E2E_DATA_DIR ?? mkdtempSync(join(tmpdir(), "toolscope-e2e-"));
process.env.TOOLSCOPE_E2E_DATA_DIR = dataDir;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  testIgnore: "**/faults/**",
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  workers: 1,
  reporter: [["list"], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["json"] as const] : [])],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        ...(asRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" scripts/e2e-server.mjs`,
    url: `http://localhost:${port}/api/health`,
    reuseExistingServer: false,
    // Long enough for a build, where none is up to date.
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    env: { HOST: "127.0.0.1", PORT: port, TOOLSCOPE_DATA_DIR: dataDir },
  },
});
