import { afterAll, describe, expect, it } from "vitest";
import { createSandbox } from "./sandbox";
import type { FetchRequest, FetchResponse } from "./sandbox-message";
import type { SandboxCall } from "./sandbox-thread";

const sandbox = createSandbox();
afterAll(() => sandbox.close());

type Options = Partial<Omit<SandboxCall, "job">> & { input?: unknown };

function run(source: string, { input = {}, ...options }: Options = {}) {
  return sandbox.run({
    job: { source, inputJson: JSON.stringify(input) },
    signal: new AbortController().signal,
    log: () => undefined,
    fetch: () => Promise.reject(new Error("nothing may be fetched here")),
    ...options,
  });
}

async function failureOf(source: string, options?: Options): Promise<string> {
  const outcome = await run(source, options);
  if (outcome.kind !== "failure") throw new Error(`it gave back ${outcome.json}`);
  return outcome.text;
}

async function answerOf(source: string, options?: Options): Promise<unknown> {
  const outcome = await run(source, options);
  if (outcome.kind !== "value") throw new Error(outcome.text);
  return outcome.json === null ? undefined : JSON.parse(outcome.json);
}

describe("a function in the sandbox", () => {
  it("gets its input and gives back any JSON value, or nothing", async () => {
    expect(await answerOf("(input) => ({ twice: input.n * 2 })", { input: { n: 21 } })).toEqual({
      twice: 42,
    });
    expect(await answerOf("async () => 'plain text'")).toBe("plain text");
    expect(await answerOf("() => {}")).toBeUndefined();
    expect(await answerOf("function (input) { return [input.a, null] }", { input: { a: 1 } })).toEqual([
      1,
      null,
    ]);
  });

  it("keeps every character of its input and output", async () => {
    const text = 'quotes " \\ \u0000 \u2028 \ud800 emoji 😀 __proto__';
    const input = JSON.parse(`{"__proto__":{"a":1},"text":${JSON.stringify(text)}}`);
    expect(await answerOf("(input) => [input.text, Object.keys(input)]", { input })).toEqual([
      text,
      ["__proto__", "text"],
    ]);
  });

  it("has the date, a random UUID, sleep, and a log in the order of its lines", async () => {
    const lines: string[] = [];
    const source =
      "async (input, { log, sleep }) => { log('one', { two: 2 }); await sleep(30); console.log('three');" +
      " return [crypto.randomUUID(), Date.now(), new Date(0).toISOString()] }";
    const started = Date.now();
    const [id, now, epoch] = (await answerOf(source, { log: (line) => lines.push(line) })) as [
      string,
      number,
      string,
    ];
    expect(lines).toEqual(['one {"two":2}', "three"]);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(now).toBeGreaterThanOrEqual(started + 25);
    expect(epoch).toBe("1970-01-01T00:00:00.000Z");
  });

  it("fetches through the host, which sees the request as it was asked for", async () => {
    const requests: FetchRequest[] = [];
    const answer: FetchResponse = {
      url: "https://api.test/made",
      status: 201,
      statusText: "Created",
      headers: [["Content-Type", "application/json"]],
      body: new TextEncoder().encode('{"ok":"é"}'),
    };
    const source =
      "async (input, { fetch }) => { const r = await fetch('https://api.test/x', { method: 'PUT', headers: { 'X-A': 1 }, body: 'b' });" +
      " return [r.status, r.ok, r.url, r.headers.get('content-type'), (await r.json()).ok, (await r.text()).length, (await r.arrayBuffer()).byteLength] }";
    const fetch = async (request: FetchRequest) => {
      requests.push(request);
      return answer;
    };
    expect(await answerOf(source, { fetch })).toEqual([
      201,
      true,
      "https://api.test/made",
      "application/json",
      "é",
      10,
      11,
    ]);
    expect(requests).toEqual([
      { url: "https://api.test/x", method: "PUT", headers: [["X-A", "1"]], body: "b" },
    ]);
  });

  it("sees a refused fetch as an error it can catch", async () => {
    expect(await answerOf("async () => { try { await fetch('x') } catch (e) { return e.message } }")).toBe(
      "nothing may be fetched here",
    );
  });
});

describe("a failure in the sandbox", () => {
  it.each([
    ["() => { throw new TypeError('no city') }", "TypeError: no city (line 1)"],
    [
      "(input) => {\n\n  return input.place.city\n}",
      "TypeError: cannot read property 'city' of undefined (line 3)",
    ],
    ["() => { throw 'just text' }", "Error: just text"],
    ["() => { throw { code: 7 } }", 'Error: {"code":7}'],
    ["() => { throw Symbol('s') }", "Error: a symbol"],
    ["() => { throw '' }", "Error: the tool failed and did not say why"],
    ["() => { const a = {}; a.a = a; return a }", "TypeError: circular reference"],
    ["() => 10n", "TypeError: Do not know how to serialize a BigInt"],
    ["() => () => 1", "TypeError: the function returned a function, which cannot be written as JSON"],
    ["42", "TypeError: the source must be a function expression, such as: async (input) => input.city"],
    ["() => new Promise(() => {})", "Error: the function awaits something that never happens"],
    [
      "async () => fetch('x', { body: {} })",
      "TypeError: the body of fetch must be a string: use JSON.stringify",
    ],
    ["() => { const f = () => f() + 1; return f() }", "InternalError: stack overflow (line 1)"],
    ["() => JSON.parse('['.repeat(200000))", "SyntaxError: stack overflow (line 1)"],
  ])("%s says what is wrong, and where", async (source, text) => {
    expect(await failureOf(source)).toContain(text);
  });

  it("of the source itself names the line", async () => {
    expect(await failureOf("(input) => {\n  return 1 +\n}")).toMatch(/^SyntaxError: .* \(line 3\)$/);
    expect(await failureOf("() => 1)(;(")).toMatch(/^SyntaxError: /);
  });
});

describe("P29: what comes out of the sandbox", () => {
  it("is refused where it is larger than a tool result may be", async () => {
    expect(await failureOf("() => 'x'.repeat(12_000_000)")).toContain(
      "the result is 12.0 million characters",
    );
  });

  it("is refused where it is nested deeper than anybody can write", async () => {
    const source = "() => { let deep = 1; for (let i = 0; i < 50000; i += 1) deep = [deep]; return deep }";
    expect(await failureOf(source)).toMatch(/stack overflow|nested too deeply/);
  }, 20_000);

  it("is a log of a bounded number of lines, however many were written", async () => {
    const lines: string[] = [];
    await run("() => { for (let i = 0; i < 1_000_000; i += 1) console.log(i) }", {
      log: (line) => lines.push(line),
    });
    expect(lines).toHaveLength(1_001);
    expect(lines.at(-1)).toBe("… further lines are left out");
  }, 20_000);

  it("is a log of a bounded length, however long its lines are", async () => {
    const lines: string[] = [];
    await run("() => { for (let i = 0; i < 9; i += 1) log('x'.repeat(90_000)) }", {
      log: (line) => lines.push(line),
    });
    expect(lines.map((line) => line.length)).toEqual([90_000, 90_000, 28]);
  });

  it("may have a hundred thousand keys", async () => {
    const source = "() => Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => ['k' + i, i]))";
    expect(Object.keys((await answerOf(source)) as object)).toHaveLength(100_000);
  });
});

describe("stopping", () => {
  it("ends a call that spins, at once", async () => {
    const controller = new AbortController();
    const running = run("() => { for (;;); }", { signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const stoppedAt = performance.now();
    controller.abort(new Error("stopped"));
    await expect(running).rejects.toThrow("stopped");
    expect(performance.now() - stoppedAt).toBeLessThan(100);
  });

  it("takes what the call was fetching with it", async () => {
    const controller = new AbortController();
    let fetching: AbortSignal | undefined;
    const fetch = (_: FetchRequest, signal: AbortSignal) => {
      fetching = signal;
      controller.abort(new Error("stopped"));
      return new Promise<never>(() => undefined);
    };
    await expect(run("() => fetch('x')", { signal: controller.signal, fetch })).rejects.toThrow("stopped");
    expect(fetching?.aborted).toBe(true);
  });

  it("of a call that waits for its turn gives the place up", async () => {
    const small = createSandbox();
    const controllers = Array.from({ length: 30 }, () => new AbortController());
    const job = { source: "async () => { await sleep(60_000) }", inputJson: "{}" };
    const calls = controllers.map(({ signal }) =>
      small
        .run({ job, signal, log: () => undefined, fetch: () => Promise.reject(new Error("none")) })
        .catch((cause: unknown) => cause),
    );
    for (const controller of controllers.toReversed()) controller.abort("stopped");
    expect(await Promise.all(calls)).toEqual(Array.from({ length: 30 }, () => "stopped"));
    small.close();
  });
});
