import { expect, test } from "vitest";
import type { CheckCell } from "./check-cell";
import { checkMarkdown } from "./check-markdown";

const cell = (sdkVersion: string, kind: "default" | "key", route: "direct" | "gateway"): CheckCell => ({
  id: `manual@${sdkVersion}/${kind}/${route}`,
  engine: "manual",
  sdkVersion,
  kind,
  route,
  labels: {
    engine: "Manual loop",
    version: sdkVersion,
    kind: kind === "key" ? "API key" : "Default headers",
    route: route === "direct" ? "Direct" : "Through the gateway",
  },
  status: "not-applicable",
  reason: "",
});

test("a check is a Markdown table, whatever its cells say; the route is named where there are two", () => {
  const cells = ["1.0.0", "0.80.0"].flatMap((version) => [
    cell(version, "default", "direct"),
    cell(version, "default", "gateway"),
  ]);
  const says = (each: CheckCell) =>
    each.route === "gateway" ? "" : each.sdkVersion === "1.0.0" ? "a|b\n c" : "arrived";
  expect(checkMarkdown(cells, says).split("\n")).toEqual([
    "| Engine | Version | Default headers, direct | Default headers, through the gateway |",
    "| --- | --- | --- | --- |",
    "| Manual loop | 1.0.0 | a\\|b c | – |",
    "| Manual loop | 0.80.0 | arrived | – |",
  ]);
  const direct = [cell("1.0.0", "default", "direct"), cell("1.0.0", "key", "direct")];
  expect(checkMarkdown(direct, says).split("\n")[0]).toBe("| Engine | Version | Default headers | API key |");
});
