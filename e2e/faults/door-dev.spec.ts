// Is the door as shut under `next dev`? Cases P03 to P07 of the security plan, by their numbers.
import { expect, test } from "@playwright/test";
import { type AppProcess, newDataDir, startApp } from "../app-process";
import { pagesOfBuild, routesOfBuild } from "../build-routes";
import {
  foreignPage,
  loopbackNames,
  noCredential,
  noForeignHost,
  oddOrigins,
  quietHealth,
  reboundName,
  token,
} from "../door-cases";
import { rawRequest, upgradeStatus } from "../raw-request";

/** What only `next dev` serves. Some of it opens an editor, or a debugger. */
const developerPaths = [
  "/_next/hmr",
  "/_next/webpack-hmr",
  "/_next/mcp",
  "/__nextjs_original-stack-frames",
  "/__nextjs_source-map?filename=x",
  "/__nextjs_server_status",
  "/__nextjs_devtools_config",
  "/__nextjs_launch-editor?file=package.json",
  "/__nextjs_attach-nodejs-inspector",
  "/__nextjs_restart_dev",
  "/__nextjs_font/geist-latin.woff2",
];
const routes = () => [...routesOfBuild(), ...pagesOfBuild()];

test.describe("without a token", () => {
  let server: AppProcess;
  test.beforeAll(async () => {
    server = await startApp({ TOOLSCOPE_DATA_DIR: newDataDir() }, "dev");
  });
  test.afterAll(() => server.end("SIGTERM"));

  test("P03 host-matrix, next dev: no path answers under a name that is not ours, its own ones neither", () =>
    noForeignHost(server.port, [...routes(), ...developerPaths]));

  test("P03 host-matrix, next dev: the loopback names answer", async () => {
    await loopbackNames(server.port, ["/api/runs", "/icon.svg", "/__nextjs_server_status"]);
    const origin = `http://localhost:${server.port}`;
    expect(await upgradeStatus(server.port, "/_next/hmr", { origin })).toBe(101);
  });

  test("P04 rebind-browser, next dev: under a rebound name nothing is read and nothing is started", () =>
    reboundName(server.port));

  test("P05 csrf-simple, next dev: what a page of another site sends changes nothing", () =>
    foreignPage(server.port));

  test("P05 csrf-simple, next dev: a link from elsewhere opens no editor and no debugger", async () => {
    const followed = {
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
    };
    for (const path of developerPaths)
      expect((await rawRequest(server.port, { path, headers: followed })).status, path).toBe(403);
    expect(server.output()).not.toContain("Debugger listening");
  });

  test("P06 origin-oddities, next dev: 403 for each on a write", () => oddOrigins(server.port));
});

test.describe("with an access token", () => {
  let server: AppProcess;
  test.beforeAll(async () => {
    server = await startApp({ TOOLSCOPE_DATA_DIR: newDataDir(), TOOLSCOPE_ACCESS_TOKEN: token }, "dev");
  });
  test.afterAll(() => server.end("SIGTERM"));

  test("P07 no-credential-sweep, next dev: every route and method says the same 401", async () => {
    await noCredential(server.port, routes());
    await quietHealth(server.port);
  });
});
