import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { toolDefinitionSchema } from "@/lib/protocol/tool-definition";
import { FieldError } from "../door/field-error";
import { toolOptions } from "../testing/tool-options";
import { createTools } from "./create-tools";

type Setting = Partial<typeof toolOptions>;

function toolWith(handler: unknown, setting: Setting = {}) {
  const definition = toolDefinitionSchema.parse({ name: "tried", inputSchema: { type: "object" }, handler });
  const [tool] = createTools([definition], { ...toolOptions, ...setting }).tools;
  if (tool === undefined) throw new Error("no tool was made");
  return tool;
}

function call(handler: unknown, input: object = {}, log: string[] = [], setting: Setting = {}) {
  const context = {
    toolCallId: "toolu_7",
    signal: new AbortController().signal,
    log: (line: string) => log.push(line),
  };
  return toolWith(handler, setting).run(input, context);
}

function fieldErrorOf(handler: unknown): FieldError {
  try {
    toolWith(handler);
  } catch (error) {
    if (error instanceof FieldError) return error;
    throw error;
  }
  throw new Error("the handler was accepted");
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers with what it received. */
const echo: RequestListener = async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  response.setHeader("content-type", "application/json");
  const { method, url, headers } = request;
  response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(parts).toString("utf8") }));
};

describe("a JavaScript handler", () => {
  it("answers with text, JSON, blocks or nothing, and logs", async () => {
    const log: string[] = [];
    const source = "async (input, { log }) => { log('asked', input.city); return { city: input.city } }";
    expect(await call({ kind: "javascript", source }, { city: "Paris" }, log)).toEqual({
      content: '{"city":"Paris"}',
      isError: false,
    });
    expect(log).toEqual(["asked Paris"]);
    const blocks = "() => [{ type: 'text', text: 'a' }]";
    expect((await call({ kind: "javascript", source: blocks })).content).toEqual([
      { type: "text", text: "a" },
    ]);
    expect((await call({ kind: "javascript", source: "() => {}" })).content).toBe("");
  });

  it("that throws, never ends or takes all memory is an error result", async () => {
    const result = (source: string) => call({ kind: "javascript", source }, {}, [], { toolTimeoutMs: 1_500 });
    const [thrown, endless, greedy] = await Promise.all([
      result("() => { throw 'no such city' }"),
      result("() => { for (;;); }"),
      result("() => { const kept = []; for (;;) kept.push('x'.repeat(100_000) + kept.length) }"),
    ]);
    expect(thrown).toEqual({ content: "Error: no such city", isError: true });
    expect(endless?.content).toContain("did not answer within 1,500 ms");
    expect(greedy?.isError).toBe(true);
  });

  it("may fetch what its source names, on this machine too, and nothing else there", async () => {
    const [named, other] = [await serve(echo), await serve(echo)];
    const source = `async (input, { fetch }) => (await (await fetch(input.url ?? '${named}/x?y=1')).json()).url`;
    expect((await call({ kind: "javascript", source })).content).toBe("/x?y=1");
    const refused = await call({ kind: "javascript", source }, { url: other });
    expect(refused.isError).toBe(true);
    expect(refused.content).toContain("is this machine itself: the request was not sent");
  });

  it("is refused before the run where its source does not parse, with the line", () => {
    const error = fieldErrorOf({ kind: "javascript", source: "async (input) => {\n  return input.\n}" });
    expect(error.field).toBe("tools.0.handler.source");
    expect(error.message).toContain("(line 3)");
  });
});

describe("an HTTP handler", () => {
  it("fills the input into address, headers and body, and names the call", async () => {
    const origin = await serve(echo);
    const handler = {
      kind: "http",
      method: "POST",
      url: `${origin}/v1/{{input.city}}?q={{input.text}}`,
      headers: [{ name: "X-City", value: "{{input.city}}" }],
      body: '{"text":"{{input.text}}","deep":[{"city":"{{input.city}}"}]}',
    };
    const log: string[] = [];
    const result = await call(handler, { city: "São Paulo/1", text: 'say "a&b"' }, log);
    const received = JSON.parse(String(result.content));
    expect(received.url).toBe("/v1/S%C3%A3o%20Paulo%2F1?q=say%20%22a%26b%22");
    expect(JSON.parse(received.body)).toEqual({ text: 'say "a&b"', deep: [{ city: "São Paulo/1" }] });
    expect(received.headers).toMatchObject({
      "content-type": "application/json",
      "idempotency-key": "run_test:toolu_7",
    });
    expect(log).toEqual([expect.stringMatching(/^POST http:/), expect.stringMatching(/^200 OK, \d+ bytes$/)]);
  });

  it("gives an image as its block, and nothing for an empty answer", async () => {
    const origin = await serve((request, response) => {
      if (request.url !== "/image") return void response.end();
      response.setHeader("content-type", "image/png");
      response.end(Buffer.from("not really a picture"));
    });
    const data = Buffer.from("not really a picture").toString("base64");
    expect((await call({ kind: "http", url: `${origin}/image` })).content).toEqual([
      { type: "image", source: { type: "base64", media_type: "image/png", data } },
    ]);
    expect((await call({ kind: "http", url: origin })).content).toBe("");
  });

  it("makes an error result of a failure, in the server's own words", async () => {
    const origin = await serve((request, response) => {
      response.writeHead(request.url === "/bytes" ? 200 : 404, {
        "content-type": request.url === "/bytes" ? "application/zip" : "text/plain",
      });
      response.end("no city of that name");
    });
    const answer = async (url: string) => (await call({ kind: "http", url })).content;
    expect(await answer(`${origin}/cities/x?key=made-up`)).toBe(
      `Error: ${origin}/cities/x answered 404 Not Found: no city of that name`,
    );
    expect(await answer(`${origin}/bytes`)).toContain(
      "20 bytes of application/zip, which a model cannot read",
    );
  });

  it.each([
    ["http://{{input.host}}/x", "the host cannot come from the input"],
    ["ftp://example.test/", "ftp: URLs are not fetched"],
    ["http://user:pa55word@example.test/", "carries a user name or password"],
    ["example.test", "is no URL"],
  ])("is refused before the run where its address is %s", (url, reason) => {
    const error = fieldErrorOf({ kind: "http", url });
    expect(error.field).toBe("tools.0.handler.url");
    expect(error.message).toContain(reason);
    expect(error.message).not.toContain("pa55word");
  });

  it("does not leave for this machine from a server that others use", async () => {
    const origin = await serve(echo);
    const team = { network: { local: false, allowed: new Set<string>() } };
    const result = await call({ kind: "http", url: origin }, {}, [], team);
    expect(result.content).toContain("TOOLSCOPE_ALLOWED_HOSTS=127.0.0.1:");
  });
});

describe("a fixed reply", () => {
  it("fails as often as it is told, the same calls each time", async () => {
    const outcomes = async () => {
      const tool = toolWith({ kind: "fixed", content: "ok", failureRate: 0.5, seed: 3 });
      const context = { toolCallId: "toolu_1", signal: new AbortController().signal, log: () => undefined };
      const results = [];
      for (let index = 0; index < 40; index += 1) results.push(await tool.run({ n: index % 20 }, context));
      return results.map((result) => result.isError);
    };
    const failed = await outcomes();
    expect(await outcomes()).toEqual(failed);
    expect(failed.filter(Boolean).length).toBeGreaterThan(10);
    expect(failed.filter(Boolean).length).toBeLessThan(30);
    expect(failed.slice(0, 20)).not.toEqual(failed.slice(20));
  });

  it("waits its delay and its jitter", async () => {
    const started = performance.now();
    await call({ kind: "fixed", content: "ok", delayMs: 40, jitterMs: 40 });
    const took = performance.now() - started;
    expect(took).toBeGreaterThanOrEqual(39);
  });
});
