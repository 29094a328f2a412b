import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const port = 3210;
const executablePath = process.env.TOOLSCOPE_CHROMIUM;
const asRoot = process.getuid?.() === 0;

/** Nothing of the machine's own keys, address or data reaches the server under test. */
const {
  ANTHROPIC_API_KEY: _key,
  ANTHROPIC_AUTH_TOKEN: _token,
  ANTHROPIC_BASE_URL: _url,
  ...variables
} = process.env;
const dataDir = process.env.TOOLSCOPE_E2E_DATA_DIR ?? mkdtempSync(join(tmpdir(), "toolscope-e2e-"));
process.env.TOOLSCOPE_E2E_DATA_DIR = dataDir;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  workers: 1,
  reporter: [["list"], ["json"]],
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
    command: `node node_modules/next/dist/bin/next start -H 127.0.0.1 -p ${port}`,
    url: `http://localhost:${port}/api/health`,
    reuseExistingServer: false,
    env: {
      ...Object.fromEntries(
        Object.entries(variables).filter(([name]) => name !== "ANTHROPIC_CUSTOM_HEADERS"),
      ),
      ANTHROPIC_API_KEY: "",
      ANTHROPIC_AUTH_TOKEN: "",
      ANTHROPIC_BASE_URL: "",
      ANTHROPIC_CUSTOM_HEADERS: "",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      TOOLSCOPE_DATA_DIR: dataDir,
    },
  },
});
