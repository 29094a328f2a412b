// P08: does every route handler keep the door itself, whatever let the call through to it?
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = new URL("../../..", import.meta.url).pathname;
const routes = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)route\.ts$/.test(path))
  .sort();

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;
type Route = Partial<Record<(typeof methods)[number], Handler>>;

const params = { runId: "run_0000000000000000000", path: ["v1", "messages"] };
const port = process.env.PORT ?? "3000";
const host = `localhost:${port}`;

async function statuses(path: string, headers: Record<string, string>): Promise<[string, number][]> {
  const route: Route = await import(join(root, "app", path));
  const exported = methods.flatMap((method) =>
    route[method] === undefined ? [] : [[method, route[method]] as const],
  );
  expect(exported.length).toBeGreaterThan(0);
  return Promise.all(
    exported.map(async ([method, handle]) => {
      const body = method === "GET" || method === "DELETE" ? {} : { body: "{}" };
      const type = "body" in body ? { "content-type": "application/json" } : {};
      const request = new Request(`http://${host}/`, {
        method,
        headers: { host, ...type, ...headers },
        ...body,
      });
      return [method, (await handle(request, { params: Promise.resolve(params) })).status];
    }),
  );
}

test("there are handlers to try", () => {
  expect(routes.length).toBeGreaterThan(10);
});

test.each(routes)("%s refuses a foreign Host, a foreign Origin and a page of another port", async (path) => {
  for (const [, status] of await statuses(path, { host: "evil.test" })) expect(status).toBe(421);
  for (const origin of ["http://evil.test", "null", "http://localhost:1"])
    for (const [, status] of await statuses(path, { origin })) expect(status).toBe(403);
  for (const site of ["cross-site", "same-site"])
    for (const [, status] of await statuses(path, { "sec-fetch-site": site })) expect(status).toBe(403);
});

const openOnes: readonly string[] = ["api/health/route.ts", "api/session/route.ts"];

beforeAll(() => {
  process.env.TOOLSCOPE_ACCESS_TOKEN = "made-up-token-of-the-server";
});
afterAll(() => {
  delete process.env.TOOLSCOPE_ACCESS_TOKEN;
});

test.each(routes.filter((path) => !openOnes.includes(path)))("%s asks for the access token", async (path) => {
  for (const [, status] of await statuses(path, {})) expect(status).toBe(401);
  for (const [, status] of await statuses(path, { authorization: "Bearer made-up-token" }))
    expect([401, 429]).toContain(status);
});
