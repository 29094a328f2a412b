// How much code has to arrive before the first screen is whole?
import { measureFirstLoad } from "@/bench/browser.mjs";
import { expect, test } from "./fixtures";

/** The design allows 200 kB. What comes later, comes by `onDemand` or `next/dynamic`: see DECISIONS.md. */
const mostBytes = 200_000;

test("the first screen needs at most 200 kB of JavaScript, gzip", async ({ browser, baseURL }) => {
  const { bytes, files } = await measureFirstLoad(browser, baseURL ?? "");
  test.info().annotations.push({ type: "measured", description: `${bytes} bytes in ${files} files` });
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(mostBytes);
});
