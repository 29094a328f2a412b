// Is every change of a tool set made once, and taken back as often as wanted?
import { beforeEach, describe, expect, it, vi } from "vitest";
import { itemName } from "@/lib/tool-design/item-name";
import { addSet, duplicateSet, removeSet, renameSet } from "./set-edits";
import { switchTool } from "./switch-tools";
import {
  addBuiltin,
  addTool,
  chooseHandler,
  duplicateTool,
  editHandler,
  editTool,
  moveTool,
  removeTool,
  saveAsFixedReply,
  takeBuiltinApart,
} from "./tool-edits";
import { currentSet, defaultToolSets } from "./tool-set";
import { redoTools, toolStore, undoTools } from "./tool-store";

const tools = () => currentSet(toolStore.getState()).tools;
const names = () => tools().map(itemName);
const own = (id: string) => {
  const tool = tools().find((each) => each.id === id);
  if (tool?.kind !== "own") throw new Error("no such tool");
  return tool;
};

beforeEach(() => {
  toolStore.setState({ ...defaultToolSets, past: [], future: [], lastEdit: null });
  addSet("Mine");
});

describe("a tool", () => {
  it("is added under a name that is free, copied, moved, and comes back after it was deleted", () => {
    const first = addTool("fixed");
    const second = addTool("javascript");
    expect(names()).toEqual(["my_tool", "my_tool_2"]);
    duplicateTool(first);
    expect(names()).toEqual(["my_tool", "my_tool_3", "my_tool_2"]);
    moveTool(second, 0);
    expect(names()).toEqual(["my_tool_2", "my_tool", "my_tool_3"]);
    const undo = removeTool(second);
    expect(names()).toEqual(["my_tool", "my_tool_3"]);
    undo();
    expect(names()).toEqual(["my_tool_2", "my_tool", "my_tool_3"]);
  });

  it("is changed back and forth, typing as one step", () => {
    vi.useFakeTimers();
    const id = addTool("fixed");
    for (const name of ["a", "ab", "abc"]) editTool(id, { name });
    vi.advanceTimersByTime(5_000);
    editTool(id, { name: "abcd" });
    vi.useRealTimers();
    undoTools();
    expect(names()).toEqual(["abc"]);
    undoTools();
    expect(names()).toEqual(["my_tool"]);
    redoTools();
    redoTools();
    redoTools();
    expect(names()).toEqual(["abcd"]);
  });

  it("keeps what was typed for one kind of handler while another is tried", () => {
    const id = addTool("javascript");
    editHandler(own(id), { source: "() => 1" });
    chooseHandler(own(id), "http");
    expect(own(id).handlers.http).toMatchObject({ method: "GET" });
    chooseHandler(own(id), "javascript");
    expect(own(id).handlers.javascript).toEqual({ source: "() => 1" });
  });

  it("takes a real result for its fixed reply, blocks too", () => {
    const id = addTool("javascript");
    saveAsFixedReply(id, { content: [{ type: "text", text: "hi" }], isError: true });
    expect(own(id)).toMatchObject({
      handlerKind: "fixed",
      handlers: { fixed: { content: { form: "blocks" }, isError: true }, javascript: {} },
    });
  });

  it("of ours becomes one's own and keeps its code", () => {
    const id = addBuiltin("wait");
    expect(duplicateTool(id)).toBeNull();
    takeBuiltinApart(id, { name: "wait", description: "Waits.", inputSchema: { type: "object" } });
    expect(own(id)).toMatchObject({ name: "wait", handlerKind: "builtin" });
  });
});

describe("a set", () => {
  const setNames = () => toolStore.getState().sets.map(({ name }) => name);

  it("is copied, renamed and deleted, and what it was is not lost", () => {
    const id = addTool("fixed");
    duplicateSet();
    expect(setNames()).toEqual(["Built-in tools", "Mine", "Mine 2"]);
    expect(tools()[0]?.id).not.toBe(id);
    const { currentId } = toolStore.getState();
    renameSet(currentId, "Other");
    const undo = removeSet(currentId);
    expect(setNames()).toEqual(["Built-in tools", "Mine"]);
    undo();
    expect(currentSet(toolStore.getState()).name).toBe("Other");
  });

  it("that a scenario brought stays one while its tools are only switched", () => {
    const tool = { id: "b", enabled: true, kind: "builtin" as const, name: "wait" as const };
    toolStore.setState({ sets: [{ id: "s", name: "Scenario", taken: true, tools: [tool] }], currentId: "s" });
    switchTool("b", false);
    expect(currentSet(toolStore.getState()).taken).toBe(true);
    addTool("fixed");
    expect(currentSet(toolStore.getState()).taken).toBe(false);
  });
});
