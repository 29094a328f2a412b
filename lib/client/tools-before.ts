// Which tools did the setup hold before there were tool sets?
import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import { isJsonObject } from "@/lib/protocol/json-object";
import { parsedJson, parsedJsonObject } from "@/lib/protocol/parsed-json";
import { itemOfTool } from "@/lib/tool-design/item-of-tool";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { flagOf, listOf, numberOf, textOf } from "./json-fields";
import { randomId } from "./random-id";
import { defaultToolSets, type ToolSets } from "./tool-set";

/**
 * @param stored the text of the stored setup of version 1, which kept built-in names, tools with a fixed reply and a JSON
 *   list of others
 * @returns the built-in tools as they were switched, and a set with the rest where there was one; null without such a setup
 */
export function toolsOfOldSetup(stored: string | null): ToolSets | null {
  const draft = stored === null ? undefined : innerDraft(stored);
  if (!isJsonObject(draft) || !Array.isArray(draft.builtinTools)) return null;
  const chosen: readonly unknown[] = draft.builtinTools;
  const own = listOf(draft.fixedTools, oldFixedTool);
  const further = listOf(parsedJson(textOf(draft.furtherToolsText, "")), (tool) =>
    itemOfTool(tool, randomId),
  );
  const builtin = builtinToolNames.map(
    (name): ToolItem => ({ id: `builtin-${name}`, enabled: chosen.includes(name), kind: "builtin", name }),
  );
  if (own.length + further.length === 0) {
    const [set] = defaultToolSets.sets;
    return set === undefined ? null : { ...defaultToolSets, sets: [{ ...set, tools: builtin }] };
  }
  const mine = { id: randomId(), name: "My tools", taken: false, tools: [...builtin, ...own, ...further] };
  return { sets: [...defaultToolSets.sets, mine], currentId: mine.id };
}

function innerDraft(stored: string): unknown {
  const state = parsedJsonObject(stored)?.state;
  return isJsonObject(state) ? state.draft : undefined;
}

function oldFixedTool(item: unknown): ToolItem | null {
  if (!isJsonObject(item)) return null;
  return {
    id: randomId(),
    enabled: flagOf(item.enabled, true),
    kind: "own",
    name: textOf(item.name, ""),
    description: textOf(item.description, ""),
    schemaText: textOf(item.schemaText, "{}"),
    examplesText: "",
    strict: null,
    deferLoading: null,
    cacheControl: null,
    allowedCallers: null,
    eagerInputStreaming: null,
    needsApproval: null,
    handlerKind: "fixed",
    handlers: {
      fixed: {
        content: { form: "text", text: textOf(item.replyText, "") },
        isError: flagOf(item.isError, false),
        delayMs: numberOf(item.delayMs, null),
      },
    },
  };
}
