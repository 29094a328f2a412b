// Do stored tool sets come back, those of an older version too, and does damage do no harm?
import { describe, expect, it } from "vitest";
import { newTool } from "@/lib/tool-design/new-tool";
import { readStoredSets, storableSets } from "./stored-tools";
import { currentSet, defaultToolSets, takeSet, withoutSet } from "./tool-set";
import { toolsOfOldSetup } from "./tools-before";

const http = {
  ...newTool("mine", [], "http"),
  handlers: {
    http: { url: "https://x.example", headers: [{ id: "1", name: "x-key", value: "s3cret", secret: true }] },
  },
};
const mine = { id: "set", name: "Mine", taken: false, tools: [http] };

describe("stored tool sets", () => {
  it("come back as they were, but for secret values", () => {
    const stored = JSON.stringify(storableSets(takeSet(defaultToolSets, mine)));
    expect(stored).not.toContain("s3cret");
    const read = readStoredSets(JSON.parse(stored));
    expect(read.sets.map(({ name }) => name)).toEqual(["Built-in tools", "Mine"]);
    expect(currentSet(read).tools[0]).toMatchObject({ name: http.name, handlerKind: "http" });
  });

  it.each([undefined, null, "text", [], { sets: 3 }, { sets: [null, { tools: 4 }] }])(
    "are the built-in tools where %j was stored",
    (damaged) => expect(readStoredSets(damaged)).toEqual(defaultToolSets),
  );

  it("lose only the tools that are damaged", () => {
    const tools = [{ kind: "builtin", name: "old_tool" }, null, { kind: "own", name: "kept" }];
    expect(readStoredSets({ sets: [{ id: "a", tools }] }).sets[0]?.tools).toMatchObject([{ name: "kept" }]);
  });
});

describe("the tools of a setup from before there were sets", () => {
  const draft = {
    builtinTools: ["get_time"],
    fixedTools: [{ enabled: false, name: "look_up", schemaText: "{", replyText: "42", delayMs: 20 }],
    furtherToolsText: '[{"type":"web_search_20250305","name":"web_search"}]',
  };
  const old = (change: object) =>
    toolsOfOldSetup(JSON.stringify({ version: 1, state: { draft: { ...draft, ...change } } }));

  it("become a set, with nothing that was typed lost", () => {
    const sets = old({});
    if (sets === null) throw new Error("nothing was taken over");
    const { tools } = currentSet(sets);
    expect(tools.filter(({ enabled }) => enabled)).toMatchObject([{ name: "get_time" }, { kind: "server" }]);
    expect(tools.find((tool) => tool.kind === "own")).toMatchObject({
      name: "look_up",
      schemaText: "{",
      handlers: { fixed: { content: { form: "text", text: "42" }, delayMs: 20 } },
    });
  });

  it("are the built-in set with its switches where there were no others", () => {
    const sets = old({ fixedTools: [], furtherToolsText: "" });
    expect(sets?.sets).toHaveLength(1);
    expect(sets?.sets[0]?.tools.filter(({ enabled }) => enabled)).toMatchObject([{ name: "get_time" }]);
  });

  it.each([null, "no json", "{}", '{"state":{"draft":{}}}'])("are nothing where %j was stored", (stored) => {
    expect(toolsOfOldSetup(stored)).toBeNull();
  });
});

describe("the list of sets", () => {
  it("holds one set that was taken from elsewhere, and is never empty", () => {
    const taken = (id: string) => ({ id, name: id, tools: [], taken: true });
    const state = takeSet(takeSet(defaultToolSets, taken("one")), taken("two"));
    expect(state.sets.map(({ id }) => id)).toEqual(["builtin", "two"]);
    expect(withoutSet(state, "two")).toMatchObject({ currentId: "builtin" });
    expect(withoutSet(withoutSet(state, "two"), "builtin")).toEqual(defaultToolSets);
  });
});
