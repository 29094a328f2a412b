import { describe, expect, it } from "vitest";
import { choiceOf, usualChoice } from "./lab-choice";

const installed = ["1.13.0", "0.80.0"];
const choice = (params: Record<string, string>) => choiceOf((name) => params[name] ?? "", installed);

describe("the choice of the header lab", () => {
  it("is the usual one where the address says nothing", () => {
    expect(choice({})).toEqual(usualChoice(installed));
    expect(choice({}).kinds).not.toContain("environment");
  });

  it("keeps the lab's order, and leaves out what it does not know", () => {
    const params = { engines: "ai-sdk,manual,something", headers: "key,default", route: "gateway,direct" };
    expect(choice(params)).toMatchObject({
      engines: ["manual", "ai-sdk"],
      kinds: ["default", "key"],
      routes: ["direct", "gateway"],
    });
  });

  it("keeps a version that is not installed, behind those that are", () => {
    expect(choice({ sdk: "0.70.0,0.80.0,0.70.0" }).sdkVersions).toEqual(["0.80.0", "0.70.0"]);
  });

  it("may be nothing", () => {
    expect(choice({ engines: "none" }).engines).toEqual([]);
    expect(choice({ sdk: "none" }).sdkVersions).toEqual([]);
  });
});
