// Coming in with the access token, and what a session is worth.
import AxeBuilder from "@axe-core/playwright";
import { type AppProcess, newDataDir, startApp } from "./app-process";
import { expect, test } from "./fixtures";
import { Playground } from "./playground";
import { rawRequest } from "./raw-request";
import { SignInPage } from "./sign-in-page";

const token = "made-up-token-of-the-operator";
let server: AppProcess;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  server = await startApp({ TOOLSCOPE_DATA_DIR: newDataDir(), TOOLSCOPE_ACCESS_TOKEN: token });
});
test.afterAll(() => server.end("SIGTERM"));

test("the token lets in, the page that was asked for opens, and a run goes its way", async ({ page }) => {
  await page.goto(`${server.origin}/compare?runs=a,b`);
  const door = new SignInPage(page);
  await expect(door.heading).toBeVisible();
  await expect(door.token).toBeFocused();
  await door.submit.click();
  await expect(door.problem).toHaveText("Give the access token.");
  await door.signIn("not-the-token-of-this-server");
  await expect(door.problem).toHaveText("That is not the access token of this server.");
  // It stays where it was met: a load of its own would take away what is being typed.
  await expect(page).toHaveURL(`${server.origin}/compare?runs=a,b`);
  await door.signIn(token);
  await page.waitForURL(`${server.origin}/compare?runs=a,b`);
  await expect(door.heading).toBeHidden();

  const playground = new Playground(page);
  await playground.open(`${server.origin}/`);
  await playground.ask("What's the weather in Paris?");
  await playground.untilStatus("Completed");
  const stored = await page.evaluate(
    () => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie,
  );
  expect(stored).not.toContain(token);
  expect(page.url()).not.toContain(token);

  // A second tab is in as well, a link from elsewhere included, for which browsers hold the cookie back.
  const second = new Playground(await page.context().newPage());
  await second.page.goto("about:blank");
  await second.open(`${server.origin}/`);
  await second.page.getByRole("button", { name: "Sign out" }).click();
  await expect(new SignInPage(second.page).heading).toBeVisible();
  await page.reload();
  await expect(door.heading).toBeVisible();
});

test("the cookie is worth nothing to a page on another port", async ({ page, context }) => {
  await page.goto(`${server.origin}/sign-in`);
  await new SignInPage(page).signIn(token);
  await page.waitForURL(`${server.origin}/`);
  const cookie = (await context.cookies()).find(({ name }) => name === `toolscope-session-${server.port}`);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict" });
  const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
  expect((await rawRequest(server.port, { path: "/api/runs", headers })).status).toBe(401);
  expect((await rawRequest(server.port, { path: "/simulator/_requests", headers })).status).toBe(401);
  expect((await rawRequest(server.port, { path: "/", headers })).status).toBe(200);
});

test("a session that ends in mid-work leads to the sign-in page and back", async ({ page }) => {
  await page.goto(`${server.origin}/sign-in?from=/tools`);
  const door = new SignInPage(page);
  await door.signIn(token);
  await page.waitForURL(`${server.origin}/tools`);
  await page.evaluate(() => localStorage.removeItem("toolscope:session-proof"));
  await page.goto(`${server.origin}/`);
  await expect(door.heading).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in\?from=/);
});

test.describe("an address to go on to", () => {
  for (const from of ["https://evil.test/", "//evil.test/", "/\\evil.test", "javascript:alert(1)"]) {
    test(`${from} does not lead away`, async ({ page }) => {
      await page.goto(`${server.origin}/sign-in?from=${encodeURIComponent(from)}`);
      await new SignInPage(page).signIn(token);
      await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
      expect(new URL(page.url()).origin).toBe(server.origin);
    });
  }
});

test("without an access token the sign-in page only leads on", async ({ page, baseURL }) => {
  await page.goto("/sign-in");
  await page.waitForURL(`${baseURL}/`);
});

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test("the sign-in page has no serious accessibility violation", async ({ page }) => {
      await page.goto(`${server.origin}/`);
      const door = new SignInPage(page);
      await door.signIn("wrong-token-of-nobody");
      await expect(door.problem).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
    });
  });
}
