// How does the simplest loop there can be play a scenario?
import { scenarios } from "../scenarios";
import type { Scenario, ScenarioTool } from "../scenarios/scenario";
import type { Simulator } from "../simulator";
import { ask, bodyWith, chunksOf, type TestMessage } from "./ask";
import { playgroundTools } from "./tools";

export type Played = {
  readonly statuses: readonly number[];
  readonly replies: readonly TestMessage[];
  /** Every body that was sent, so that others can send it again. */
  readonly bodies: readonly Record<string, unknown>[];
};

export const noPace = { timeToFirstTokenMs: 0, tokensPerSecond: 0 };

export function scenarioNamed(name: string): Scenario {
  const scenario = scenarios.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(`There is no scenario ${name}`);
  return scenario;
}

/** Registers the scenario under a name of its own without its pauses. @returns the path of its Messages API */
export function registerInstantly(simulator: Simulator, scenario: Scenario): string {
  const { script, faults = [] } = scenario;
  const turns = (script?.turns ?? []).map(({ tokensPerSecond: _rate, delayMs: _delay, ...turn }) => turn);
  simulator.registerScript(`test-${scenario.name}`, {
    pace: noPace,
    faults: faults.map((fault) => (fault.kind === "stall" ? { ...fault, delayMs: 20 } : fault)),
    ...(script !== undefined && { script: { turns } }),
  });
  return `/~test-${scenario.name}/v1/messages`;
}

/** What a player sends besides the messages. */
export function fieldsOf({ tools, params }: Scenario): Record<string, unknown> {
  const offered = tools.map((tool) =>
    typeof tool === "string" ? playgroundTools.find(({ name }) => name === tool) : wireTool(tool),
  );
  return {
    tools: [...offered, ...(params?.serverTools ?? [])],
    max_tokens: params?.maxTokens ?? 4_000,
    ...(params?.thinking !== undefined && { thinking: params.thinking }),
  };
}

function wireTool({ name, description, inputSchema, strict, deferLoading, allowedCallers }: ScenarioTool) {
  return {
    name,
    description,
    input_schema: inputSchema,
    ...(strict !== undefined && { strict }),
    ...(deferLoading !== undefined && { defer_loading: deferLoading }),
    ...(allowedCallers !== undefined && { allowed_callers: allowedCallers }),
  };
}

/** Repeats failed requests, gives a cut turn more room, resumes a paused one, answers every call; nothing else. */
export async function play(simulator: Simulator, scenario: Scenario): Promise<Played> {
  const path = registerInstantly(simulator, scenario);
  const messages: unknown[] = [{ role: "user", content: scenario.prompt }];
  const played = {
    statuses: [] as number[],
    replies: [] as TestMessage[],
    bodies: [] as Record<string, unknown>[],
  };
  let fields = fieldsOf(scenario);
  while (played.statuses.length < 150) {
    const body = bodyWith({ ...fields, messages: [...messages] });
    const response = await ask(simulator, { path, body });
    played.statuses.push(response.status);
    played.bodies.push(body);
    const text = (await chunksOf(response)).join("");
    if (response.status >= 500 || response.status === 429) continue;
    if (response.status !== 200) throw new Error(`${scenario.name}: ${response.status} ${text}`);
    const reply: TestMessage = JSON.parse(text);
    played.replies.push(reply);
    if (reply.container !== null) fields = { ...fields, container: Object(reply.container).id };
    if (reply.stop_reason === "max_tokens") fields = { ...fields, max_tokens: Number(fields.max_tokens) * 2 };
    else {
      messages.push({ role: "assistant", content: reply.content });
      if (reply.stop_reason === "tool_use")
        messages.push({ role: "user", content: reply.content.flatMap((block) => answerTo(block, scenario)) });
      else if (reply.stop_reason !== "pause_turn") break;
    }
  }
  return played;
}

function answerTo(block: TestMessage["content"][number], { tools }: Scenario): readonly object[] {
  if (block.type !== "tool_use") return [];
  const own = tools.find((tool) => typeof tool === "object" && tool.name === block.name);
  const isKnown =
    typeof own === "object" ||
    (playgroundTools.some(({ name }) => name === block.name) && Object(block.input).fail !== true);
  return [
    {
      type: "tool_result",
      tool_use_id: block.id,
      content: typeof own === "object" ? resultOf(own) : isKnown ? "fine" : "That did not work",
      is_error: !isKnown,
    },
  ];
}

/** Whoever plays a scenario here answers for the person in it. */
function resultOf({ handler }: ScenarioTool) {
  return handler.kind === "fixed" ? handler.content : "As you like.";
}
