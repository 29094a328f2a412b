// P24 csp: what the pages of the built app may load and run.
import type { Page } from "@playwright/test";
import { pagesOfBuild } from "./build-routes";
import { expect, test } from "./fixtures";
import { WorkbenchPage } from "./workbench-page";

async function watchViolations(page: Page): Promise<() => Promise<string[]>> {
  const seen: string[] = [];
  await page.exposeFunction("toldViolation", (text: string) => seen.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      const told = (window as unknown as { toldViolation: (text: string) => void }).toldViolation;
      told(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  return async () => {
    await page.waitForTimeout(200);
    return seen;
  };
}

test("every page has a policy, its nonce is new each time, and no script runs without one", async ({
  request,
}) => {
  const nonces = new Set<string>();
  const pages = [...pagesOfBuild(), "/no-such-page", "/runs/no-such-run/x"];
  for (const path of pages) {
    for (let load = 0; load < 2; load += 1) {
      const answer = await request.get(path);
      expect(answer.headers()["content-type"]).toContain("text/html");
      const policy = answer.headers()["content-security-policy"] ?? "";
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
      expect(scripts, path).toMatch(/'nonce-[\w-]{16,}'/);
      expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
      for (const part of [
        "default-src 'none'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ])
        expect(policy).toContain(part);
      expect(answer.headers()).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
      });
      const nonce = /'nonce-([\w-]+)'/.exec(scripts)?.[1] ?? "";
      nonces.add(nonce);
      const tags = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(tags.length).toBeGreaterThan(3);
      for (const tag of tags) expect(tag).toContain(`nonce="${nonce}"`);
    }
  }
  expect(nonces.size).toBe(2 * pages.length);
});

test("answers of the API can run nothing, in a frame neither", async ({ request }) => {
  for (const path of ["/api/runs", "/api/health", "/api/runs/run_0mwza4rys2a5cfc3c9c/log"])
    expect((await request.get(path)).headers()["content-security-policy"]).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
});

test("a normal session violates nothing", async ({ playground }) => {
  const { page } = playground;
  const violations = await watchViolations(page);
  await page.reload();
  await playground.ask("What's the weather in Paris? Also, what's 15 + 27?");
  await playground.untilStatus("Completed");
  for (const view of ["Timeline", "Headers", "Log", "Transcript"] as const) await playground.view(view);
  await playground
    .turn(1)
    .getByRole("button", { name: /^Call get_weather/ })
    .click();
  await expect(playground.inspector).toBeVisible();
  await page.getByRole("combobox", { name: "Theme" }).click();
  await page.getByRole("option", { name: "Dark" }).click();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  for (const path of ["/compare", "/headers"]) {
    await page.goto(path);
    await expect(page.getByRole("link", { name: "Toolscope, new run" })).toBeVisible();
  }
  expect(await violations()).toEqual([]);
});

test("the code editor keeps its looks, which a script adds", async ({ page }) => {
  const violations = await watchViolations(page);
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.add(/JavaScript/);
  const editor = page.locator(".cm-editor").first();
  await expect(editor).toHaveCSS("display", "flex");
  expect(await violations()).toEqual([]);
});

test("what a script smuggled in does not run", async ({ context }) => {
  // A page that nobody watches for errors: each refusal is one.
  const page = await context.newPage();
  await page.goto("/");
  const ran = await page.evaluate(async () => {
    const window_ = window as unknown as { ran?: string[] };
    window_.ran = [];
    const add = (html: string) => document.body.insertAdjacentHTML("beforeend", html);
    add(`<img src="data:," onerror="window.ran.push('handler')">`);
    add(`<iframe srcdoc="<script>parent.ran.push('frame')</script>"></iframe>`);
    add(`<a id="smuggled" href="javascript:window.ran.push('link')">x</a>`);
    document.getElementById("smuggled")?.click();
    add("<svg><script>window.ran.push('svg')</script></svg>");
    // A string as a timer is evaluated by the page itself, not on behalf of this test.
    setTimeout("window.ran.push('string')", 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return window_.ran;
  });
  expect(ran).toEqual([]);
});
