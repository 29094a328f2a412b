// Does a conversation go on from its summary as it would have gone on from its messages?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import {
  type Asked,
  ask,
  bodyWith,
  chunksOf,
  errorIn,
  eventsOf,
  messageFrom,
  type TestMessage,
  usualHeaders,
} from "../testing/ask";
import { playgroundTools, unheardTools } from "../testing/tools";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
const by = (betas: readonly string[], fields: Record<string, unknown>): Asked => ({
  headers: [...usualHeaders, ["anthropic-beta", betas.join(",")]],
  body: bodyWith({ tools: playgroundTools, ...fields }),
});
const onDemand = (fields: Record<string, unknown>) =>
  by(["compact-2026-09-04", "inline-tools-2026-09-15"], fields);
const compaction = { type: "summarize" };
const says = (content: string) => ({ role: "user", content });
const replied = ({ content }: TestMessage) => ({ role: "assistant", content });
const textOf = ({ content }: TestMessage) => content.map(({ text }) => text ?? "").join("\n");
const called = ({ content }: TestMessage) =>
  content.filter(({ type }) => type === "tool_use").map(({ name }) => name);
const promptOf = ({ usage }: TestMessage) => usage.input_tokens;
const resultsFor = ({ content }: TestMessage, text: string) => ({
  role: "user",
  content: content
    .filter(({ type }) => type === "tool_use")
    .map(({ id }) => ({ type: "tool_result", tool_use_id: id, content: text })),
});
const noTokens = {
  input_tokens: 0,
  output_tokens: 0,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
};

/** A prompt, its calls and their results: a conversation that the model is about to answer. */
async function answered(prompt = "What is the weather in Paris and in Rome?") {
  const first = await messageFrom(simulator, onDemand({ messages: [says(prompt)] }));
  return [says(prompt), replied(first), resultsFor(first, "18 °C and foggy")];
}

describe("compaction on demand", () => {
  test("answers with the signed summary alone, and counts it as an iteration only", async () => {
    const messages = await answered();
    const asked = onDemand({ messages, compaction });
    const message = await messageFrom(simulator, asked);
    expect(message.stop_reason).toBe("compaction");
    expect(message.content).toEqual([
      {
        type: "compaction",
        content: expect.stringContaining('Assistant called get_weather with {"location":"Rome"}: 18 °C'),
        signature: expect.stringMatching(/^[A-Za-z0-9+/=]{40,}$/),
        tool_changes: [],
      },
    ]);
    expect(message.usage).toMatchObject(noTokens);
    const counted = { input_tokens: expect.any(Number), output_tokens: expect.any(Number) };
    expect(message.usage.iterations).toEqual([expect.objectContaining({ type: "compaction", ...counted })]);
    expect((await ask(simulator, asked)).body).toBe((await ask(simulator, asked)).body);
  });

  test("streams its block whole, without a delta", async () => {
    const fields = { messages: await answered(), compaction };
    const whole = await messageFrom(simulator, onDemand(fields));
    const stream = await ask(simulator, onDemand({ ...fields, stream: true }));
    const events = eventsOf((await chunksOf(stream)).join(""));
    expect(events.map(({ type }) => type)).toEqual([
      "message_start",
      "ping",
      "content_block_start",
      "content_block_stop",
      "message_delta",
      "message_stop",
    ]);
    expect(events[2]?.content_block).toEqual(whole.content[0]);
    expect(events[4]).toMatchObject({
      delta: { stop_reason: "compaction" },
      usage: { iterations: whole.usage.iterations },
      context_management: null,
    });
  });

  test("leaves a summary from which the model goes on in the middle of a turn", async () => {
    const messages = await answered();
    const summary = await messageFrom(simulator, onDemand({ messages, compaction }));
    const next = await messageFrom(simulator, onDemand({ messages: [replied(summary)] }));
    expect(next.stop_reason).toBe("end_turn");
    expect(textOf(next)).toBe(textOf(await messageFrom(simulator, onDemand({ messages }))));
  });

  test("keeps the place in a script", async () => {
    const path = "/~three-turns/v1/messages";
    const use = { type: "tool_use", name: "get_weather", input: { location: "Oslo" } };
    const end = [{ type: "text", text: "The third turn." }];
    simulator.registerScript("three-turns", {
      turns: [{ content: [use] }, { content: [use] }, { content: end }],
    });
    const send = (fields: Record<string, unknown>) => messageFrom(simulator, { ...onDemand(fields), path });
    const messages: object[] = [says("Begin")];
    for (let turn = 0; turn < 2; turn += 1) {
      const reply = await send({ messages });
      messages.push(replied(reply), resultsFor(reply, "Rain"));
    }
    const summary = await send({ messages, compaction });
    expect(summary.stop_reason).toBe("compaction");
    expect(textOf(await send({ messages: [replied(summary)] }))).toBe("The third turn.");
  });

  test("summarizes an earlier summary with what came after it, and gets smaller by it", async () => {
    const long = {
      ...says("What is the weather in Oslo?"),
      content: [{ type: "text", text: "x ".repeat(9_000) }],
    };
    const messages = [
      ...(await answered()),
      replied(await messageFrom(simulator, onDemand({ messages: [long] }))),
    ];
    const first = await messageFrom(simulator, onDemand({ messages: [long, ...messages], compaction }));
    const second = await messageFrom(
      simulator,
      onDemand({ messages: [replied(first), says("Thank you")], compaction }),
    );
    expect(String(second.content[0]?.content)).toContain("User: Thank you");
    expect(String(second.content[0]?.content)).toContain("Assistant called get_weather");
    const next = await messageFrom(simulator, onDemand({ messages: [replied(second), says("Hello")] }));
    const whole = await messageFrom(simulator, onDemand({ messages: [long, ...messages, says("Hello")] }));
    expect(promptOf(next)).toBeLessThan(promptOf(whole) / 2);
  });

  test("keeps thinking valid that was thought behind what is summarized", async () => {
    const model = { model: "claude-opus-5-5", thinking: { type: "adaptive", display: "summarized" } };
    const messages = [says("What is the weather in Rome?")];
    const reply = await messageFrom(simulator, onDemand({ ...model, messages }));
    expect(reply.content[0]).toMatchObject({ type: "thinking" });
    const summary = await messageFrom(simulator, onDemand({ ...model, messages, compaction }));
    const kept = [replied(summary), replied(reply), resultsFor(reply, "21 °C")];
    expect(errorIn(await ask(simulator, onDemand({ ...model, messages: kept })))).toBeUndefined();
    const other = await messageFrom(simulator, onDemand({ ...model, messages: [says("Hello")], compaction }));
    const moved = [replied(other), ...kept.slice(1)];
    expect(errorIn(await ask(simulator, onDemand({ ...model, messages: moved })))?.message).toContain(
      "bound to a different conversation",
    );
  });

  test("reports the tools that were granted and withdrawn, and they stay so", async () => {
    const [granted] = unheardTools;
    const definition = { ...granted, name: "get_weather_at_sea", description: "Get the weather at sea" };
    const change = {
      role: "system",
      content: [
        { type: "tool_addition", tool: { type: "tool_definition", definition } },
        { type: "tool_removal", tool: { type: "tool_reference", name: "get_weather" } },
      ],
    };
    const messages = [says("Hello"), change];
    const summary = await messageFrom(simulator, onDemand({ messages, compaction }));
    expect(summary.content[0]?.tool_changes).toEqual(change.content);
    const asks = [replied(summary), says("What is the weather in Paris?")];
    expect(called(await messageFrom(simulator, onDemand({ messages: asks })))).not.toContain("get_weather");
    expect(called(await messageFrom(simulator, onDemand({ messages: asks.slice(1) })))).toContain(
      "get_weather",
    );
  });

  test("comes back empty, and still counted, where max_tokens cuts the summary off", async () => {
    const asked = onDemand({ messages: await answered(), compaction, max_tokens: 5 });
    const message = await messageFrom(simulator, asked);
    expect(message).toMatchObject({ content: [], stop_reason: "max_tokens" });
    expect(message.usage.iterations).toEqual([
      expect.objectContaining({ type: "compaction", output_tokens: 5 }),
    ]);
  });

  test("repeats its instructions, and is ignored where tokens are counted", async () => {
    const fields = {
      messages: [says("Hello")],
      compaction: { ...compaction, instructions: "In Dutch, please" },
    };
    const message = await messageFrom(simulator, onDemand(fields));
    expect(message.content[0]?.content).toContain("(Asked for: In Dutch, please)");
    const count = async (asked: Record<string, unknown>) =>
      (await ask(simulator, { ...onDemand(asked), path: "/v1/messages/count_tokens" })).body;
    expect(await count(fields)).toBe(await count({ messages: fields.messages }));
  });
});

describe("compaction at a threshold", () => {
  const words = "word ".repeat(60_000);
  const edit = { type: "compact_20260112", trigger: { type: "input_tokens", value: 50_000 } };
  const grown = (fields: Record<string, unknown> = {}, more: object = {}) =>
    by(["compact-2026-01-12"], {
      messages: [says(words), { role: "assistant", content: "Noted." }, says("What is the weather in Rome?")],
      context_management: { edits: [{ ...edit, ...more }] },
      ...fields,
    });

  test("puts the unsigned summary ahead of the reply, in an iteration of its own", async () => {
    const message = await messageFrom(simulator, grown());
    expect(message.content[0]).toEqual({
      type: "compaction",
      content: expect.stringContaining("User: What is the weather in Rome?"),
      tool_changes: [],
    });
    expect(called(message)).toEqual(["get_weather"]);
    const iterations = Object(message.usage).iterations;
    expect(iterations.map(({ type }: { type: string }) => type)).toEqual(["compaction", "message"]);
    expect(iterations[0].input_tokens).toBeGreaterThan(60_000);
    expect(message.usage.input_tokens).toBe(iterations[1].input_tokens);
    expect(message.usage.input_tokens).toBeLessThan(5_000);
    expect(message.context_management).toEqual({ applied_edits: [] });
  });

  test("hands the turn back where it is to pause, with nothing counted above the iteration", async () => {
    const message = await messageFrom(simulator, grown({}, { pause_after_compaction: true }));
    expect(message.stop_reason).toBe("compaction");
    expect(message.content.map(({ type }) => type)).toEqual(["compaction"]);
    expect(message.usage).toMatchObject({ ...noTokens, iterations: [{ type: "compaction" }] });
    const messages = [...Object(grown().body).messages, replied(message)];
    const next = await messageFrom(simulator, grown({ messages }));
    expect(called(next)).toEqual(["get_weather"]);
    expect(next.usage.input_tokens).toBeLessThan(5_000);
  });

  test("streams the summary in one delta", async () => {
    const whole = await messageFrom(simulator, grown());
    const events = eventsOf((await chunksOf(await ask(simulator, grown({ stream: true })))).join(""));
    const [start, delta, stop] = events.slice(2);
    expect(start).toMatchObject({ type: "content_block_start", content_block: { content: null } });
    expect(delta).toEqual({
      type: "content_block_delta",
      index: 0,
      delta: { type: "compaction_delta", content: whole.content[0]?.content },
    });
    expect(stop?.type).toBe("content_block_stop");
    expect(events.at(-2)).toMatchObject({ context_management: { applied_edits: [] } });
  });

  test("keeps the thinking of the reply valid, whether or not what is summarized is sent", async () => {
    const model = { model: "claude-opus-5-5", thinking: { type: "adaptive", display: "summarized" } };
    const message = await messageFrom(simulator, grown(model));
    expect(message.content.map(({ type }) => type).slice(0, 2)).toEqual(["compaction", "thinking"]);
    const rest = [replied(message), resultsFor(message, "21 °C")];
    for (const messages of [rest, [...Object(grown().body).messages, ...rest]]) {
      const next = await messageFrom(simulator, grown({ ...model, messages }));
      expect(textOf(next)).toContain("21 °C");
    }
    const [block] = message.content;
    const edited = { ...block, content: `${block?.content} And so on.` };
    const changed = [{ role: "assistant", content: [edited, ...message.content.slice(1)] }, rest[1]];
    const error = errorIn(await ask(simulator, grown({ ...model, messages: changed })));
    expect(error?.message).toContain("bound to a different conversation");
  });

  test("leaves a prompt below it alone", async () => {
    const message = await messageFrom(simulator, grown({ messages: [says("What is the weather in Rome?")] }));
    expect(message.content.some(({ type }) => type === "compaction")).toBe(false);
  });
});
