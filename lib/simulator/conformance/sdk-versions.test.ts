// Do the SDKs of two years run the parallel scenario to its end, in every way they offer?
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordingSimulator } from "../received/recording-simulator";
import { createRequestRecord } from "../received/request-record";
import { createSimulator } from "../simulator";
import { fieldsOf, registerInstantly, scenarioNamed } from "../testing/play-scenario";
import { serveSimulator } from "../testing/simulator-server";
import { type SdkClient, type SdkMessage, versions } from "./testing/clients";

const record = createRequestRecord();
const simulator = recordingSimulator(createSimulator(), record);
const scenario = scenarioNamed("four-parallel-calls");
const path = registerInstantly(simulator, scenario).replace("/v1/messages", "");
/** Nobody runs it any more, and only clients that ask for it see it. */
const retired = "claude-3-5-sonnet-20241022";
let server: Awaited<ReturnType<typeof serveSimulator>>;

beforeAll(async () => {
  server = await serveSimulator(simulator);
});
afterAll(() => server.close());

const user = (content: unknown) => ({ role: "user", content });
const params = (messages: readonly object[]) => ({
  model: "claude-opus-5",
  ...fieldsOf(scenario),
  max_tokens: 2_000,
  messages,
});
const callsIn = ({ content }: SdkMessage) => content.filter(({ type }) => type === "tool_use");
const textIn = ({ content }: SdkMessage) => content.map((block) => Object(block).text ?? "").join("");

async function loop(client: SdkClient, ask: (client: SdkClient, params: object) => Promise<SdkMessage>) {
  const messages: object[] = [user(scenario.prompt)];
  const replies: SdkMessage[] = [];
  for (let reply = await ask(client, params(messages)); ; reply = await ask(client, params(messages))) {
    replies.push(reply);
    const calls = callsIn(reply);
    if (calls.length === 0 || replies.length > 5) return replies;
    const results = calls.map((call) => ({
      type: "tool_result",
      tool_use_id: Object(call).id,
      content: "18 °C, 09:41",
    }));
    messages.push({ role: "assistant", content: reply.content }, user(results));
  }
}

describe.each(versions)("SDK $version", ({ client, tools, threads }) => {
  const connected = () => client(server.baseURL + path);

  test.each<[string, (client: SdkClient, params: object) => Promise<SdkMessage>]>([
    ["create", (sdk, body) => sdk.messages.create(body)],
    ["stream", (sdk, body) => sdk.messages.stream(body).finalMessage()],
    ["the beta create", (sdk, body) => sdk.beta.messages.create(body)],
  ])("a loop on %s", async (_, ask) => {
    const replies = await loop(connected(), ask);
    expect(replies.map((reply) => [reply.stop_reason, callsIn(reply).length])).toEqual([
      ["tool_use", 4],
      ["end_turn", 0],
    ]);
  });

  test.each([false, true])("its tool runner, without threads, stream: %s", async (stream) => {
    const runner = connected().beta.messages.toolRunner({
      ...params([user(scenario.prompt)]),
      tools,
      stream,
      ...(threads && { thread: false }),
    });
    const final = await runner;
    expect(final.stop_reason).toBe("end_turn");
    expect(textIn(final)).toContain("18 °C");
    expect(textIn(final)).toContain("09:41");
  });

  test("models and token counts", async () => {
    const ids: string[] = [];
    for await (const { id } of connected().models.list()) ids.push(id);
    expect(ids).toContain("claude-opus-5");
    expect(ids).not.toContain(retired);
    if (threads) {
      const old: string[] = [];
      for await (const { id } of connected().models.list({ lifecycle: ["retired"] })) old.push(id);
      expect(old).toContain(retired);
    }
    const { max_tokens: _limit, ...body } = params([user(scenario.prompt)]);
    expect((await connected().messages.countTokens(body)).input_tokens).toBeGreaterThan(100);
  });
});

describe.each(versions.filter(({ threads }) => threads))("SDK $version", ({ client, tools }) => {
  test.each([false, true])("its tool runner, with threads, stream: %s", async (stream) => {
    const final = await client(server.baseURL + path).beta.messages.toolRunner({
      ...params([user(scenario.prompt)]),
      tools,
      stream,
    });
    expect(final.stop_reason).toBe("end_turn");
    const [last, first] = record.list();
    expect(first?.body).toMatchObject({ thread: {}, messages: [{ role: "user" }] });
    expect(last?.body).toMatchObject({
      thread: { previous_message_id: expect.stringMatching(/^msg_/) },
      messages: [{ role: "user", content: [{}, {}, {}, {}].map(() => ({ type: "tool_result" })) }],
    });
  });
});
