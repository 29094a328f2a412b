// What happens when Try is pressed in the tool workbench?

import { parsedJson } from "@/lib/protocol/parsed-json";
import type { TrialEvent } from "@/lib/protocol/tool-trial";
import { itemName } from "@/lib/tool-design/item-name";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { toolOfItem } from "@/lib/tool-design/tool-of-item";
import type { ApiProblem } from "./api-call";
import { apiFetch } from "./api-fetch";
import { randomId } from "./random-id";
import { withEvents } from "./trial-call";
import { addTrial, changeTrial } from "./trial-store";

export type TrialWish = {
  readonly inputText: string;
  readonly times: number;
  readonly timeoutMs: number;
};

const goingOn = new Map<string, AbortController>();

/** Calls a tool and notes what comes of it in the history, where it can be watched. Never throws. */
export async function tryItem(item: ToolItem, { inputText, times, timeoutMs }: TrialWish): Promise<void> {
  const id = randomId();
  const at = new Date().toISOString();
  addTrial({
    id,
    toolId: item.id,
    toolName: itemName(item),
    at,
    inputText,
    state: "going on",
    calls: [],
    problem: null,
  });
  const stop = new AbortController();
  goingOn.set(id, stop);
  const problem = await callAll(id, item, { inputText, times, timeoutMs }, stop.signal);
  goingOn.delete(id);
  changeTrial(id, (trial) => ({
    ...trial,
    state: stop.signal.aborted ? "stopped" : problem === null ? "ended" : "failed",
    problem: stop.signal.aborted ? null : problem,
  }));
}

/** Ends the calls of a trial at once, on the server too. */
export function stopTrial(id: string): void {
  goingOn.get(id)?.abort();
}

async function callAll(
  id: string,
  item: ToolItem,
  { inputText, times, timeoutMs }: TrialWish,
  signal: AbortSignal,
): Promise<ApiProblem | null> {
  const made = toolOfItem(item);
  if (!made.ok) return { code: "invalid_tool", ...made.problem };
  // In a run, text that is no JSON reaches a tool as null: the same happens here.
  const input = parsedJson(inputText) ?? null;
  try {
    const response = await apiFetch("/api/tools/try", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ tool: made.tool, input, times, timeoutMs }),
      signal,
    });
    if (!response.ok || response.body === null) return refusal(await response.text(), response.status);
    await noteAll(id, response.body);
    return null;
  } catch {
    return {
      code: "unreachable",
      message: "The Toolscope server cannot be reached: check that it is still running.",
    };
  }
}

function refusal(text: string, status: number): ApiProblem {
  const body = parsedJson(text) as { error?: ApiProblem } | undefined;
  return body?.error ?? { code: "unexpected", message: `The server answered ${status}.` };
}

/** Milliseconds. A tool may print a thousand lines at once: the screen and the browser's store take them together. */
const noteEveryMs = 60;

async function noteAll(id: string, body: ReadableStream<Uint8Array>): Promise<void> {
  let pending: TrialEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = () => {
    clearTimeout(timer);
    timer = undefined;
    const events = pending;
    pending = [];
    if (events.length > 0) changeTrial(id, (trial) => withEvents(trial, events));
  };
  try {
    for await (const line of linesOf(body)) {
      pending.push(parsedJson(line) as TrialEvent);
      timer ??= setTimeout(note, noteEveryMs);
    }
  } finally {
    note();
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
