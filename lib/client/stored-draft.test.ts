// Does a stored setup come back, and does a damaged one do no harm?
import { describe, expect, it } from "vitest";
import { defaultDraft, type SetupDraft } from "./setup-draft";
import { readStoredDraft, storableDraft } from "./stored-draft";

const edited: SetupDraft = {
  ...defaultDraft,
  prompt: "Add 2 and 2",
  provider: "custom",
  baseURL: "http://127.0.0.1:9",
  maxTokens: null,
  scenario: "failing-tool",
  gateway: true,
  engine: "tool-runner",
  sdkVersion: "1.0.0",
  thread: "off",
  eager: true,
  maxIterations: 7,
  mishaps: ["forget-container"],
};

describe("a stored setup", () => {
  it("comes back as it was", () => {
    expect(readStoredDraft(JSON.parse(JSON.stringify(storableDraft(edited))))).toEqual(edited);
  });

  it("P18 mask-and-rest: holds no value of a secret header", () => {
    const headers = [
      { id: "1", name: "x-key", value: "s3cret", secret: true },
      { id: "2", name: "x-tenant", value: "blue", secret: false },
    ];
    const stored = storableDraft({ ...edited, defaultHeaders: headers, perRequestHeaders: headers });
    expect(JSON.stringify(stored)).not.toContain("s3cret");
    expect(readStoredDraft(stored).defaultHeaders.map((row) => row.value)).toEqual(["", "blue"]);
  });

  it.each([
    undefined,
    null,
    "text",
    [],
    {
      prompt: 3,
      defaultHeaders: [null, 4],
      maxTokens: "many",
      provider: "moon",
      scenario: {},
      engine: "steam",
      mishaps: ["forget-everything", 1],
      hooks: [7],
      gateway: "yes",
    },
  ])("is the default where it is %j", (damaged) => {
    expect(readStoredDraft(damaged)).toEqual(defaultDraft);
  });

  it("brings hooks back in their order, under ids of their own", () => {
    const hooks = (["compact", "edit-params"] as const).map((kind, index) => {
      return { id: "same", kind, afterTurn: index, tool: "", jsonText: "{}" };
    });
    const read = readStoredDraft(storableDraft({ ...edited, hooks })).hooks;
    expect(read.map(({ kind, afterTurn }) => [kind, afterTurn])).toEqual([
      ["compact", 0],
      ["edit-params", 1],
    ]);
    expect(new Set(read.map(({ id }) => id)).size).toBe(2);
  });
});
