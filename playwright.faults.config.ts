import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

/** `npm run test:faults`: what takes minutes, each test with servers of its own. */
const { webServer: _server, testIgnore: _ignored, ...shared } = base;

export default defineConfig({ ...shared, testDir: "e2e/faults", timeout: 240_000 });
