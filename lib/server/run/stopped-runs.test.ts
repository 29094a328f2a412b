// Does Stop reach whatever a run is busy with, within a second? Case P40 of the public test plan.
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { startGateway } from "@/lib/gateway/testing/gateway-client";
import { startFullListener } from "../testing/full-listener";
import {
  messageEvents,
  type StubAnswer,
  sse,
  startProviderStub,
  streamAnswer,
  toolUse,
} from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";
import { closedAfter, gaveUpAfter, note, stopped } from "../testing/stopped-run";
import { calls } from "../testing/stub-replies";

const now = () => performance.now();

test("P40 cancel during connect: the socket that connects is closed", async (context) => {
  const listener = await startFullListener();
  context.onTestFinished(listener.close);
  const { end, of } = await recordRun(
    `http://127.0.0.1:${listener.port}`,
    { prompt: "Go" },
    {
      during: async (run) => {
        await vi.waitFor(() => expect(listener.connecting()).toBe(1));
        const stoppedAt = now();
        run.stop();
        run.stop();
        note(context, await gaveUpAfter(listener, stoppedAt));
        await run.done;
        expect(now() - stoppedAt).toBeLessThan(1_000);
      },
    },
  );
  expect(end.outcome).toBe("stopped");
  expect(of("request-error")).toMatchObject([{ error: { code: "aborted" } }]);
  expect(of("request-observed")).toEqual([]);
});

test("P40 cancel during connect, in the handshake of TLS: the socket is closed", async (context) => {
  const silent = await startSilentServer();
  context.onTestFinished(silent.close);
  await recordRun(
    `https://127.0.0.1:${silent.port}`,
    { prompt: "Go" },
    {
      during: async (run) => {
        const closed = silent.connected.then(async ([socket]) => {
          await once(socket, "close");
          return now();
        });
        await silent.connected;
        const stoppedAt = now();
        run.stop();
        note(context, await closedAfter(closed, stoppedAt));
      },
    },
  );
  expect(silent.sockets()).toBe(1);
});

test("P40 cancel while the gateway connects to the provider: its socket is closed too", async (context) => {
  const listener = await startFullListener();
  context.onTestFinished(listener.close);
  const { gateway, baseURL } = await startGateway({ baseURL: "http://127.0.0.1:9" });
  const { end } = await recordRun(
    `http://127.0.0.1:${listener.port}`,
    { prompt: "Go", apiKey: "made-up-provider-key-123456" },
    {
      gateway: (runId, provider) => ({
        baseURL: `${baseURL}/~${runId}`,
        close: gateway.register(runId, provider),
      }),
      during: async (run) => {
        await vi.waitFor(() => expect(listener.connecting()).toBe(1));
        const stoppedAt = now();
        run.stop();
        note(context, await gaveUpAfter(listener, stoppedAt));
      },
    },
  );
  expect(end.outcome).toBe("stopped");
});

test("P40 cancel during connect of an HTTP tool: the socket that connects is closed", async (context) => {
  const listener = await startFullListener();
  context.onTestFinished(listener.close);
  const far = { kind: "http" as const, method: "GET" as const, url: `http://127.0.0.1:${listener.port}/` };
  const order = { name: "order", description: "Orders.", inputSchema: { type: "object" }, handler: far };
  const { of, stoppedAt } = await stopped(400, [calls(toolUse("toolu_a", "order", {}))], { tools: [order] });
  note(context, await gaveUpAfter(listener, stoppedAt));
  expect(of("tool-call-end").map((event) => event.result.isError)).toEqual([true]);
});

test("P40 cancel during an answer: no other connection is opened in its place", async () => {
  const { stoppedAt, connections } = await stopped(150, [() => undefined]);
  while (now() - stoppedAt < 600) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(connections()).toEqual({ ever: 1, open: 0 });
});

const text = { type: "text", text: "Half an ans" };
const inTool = messageEvents([text, toolUse("toolu_a", "wait", { seconds: 30 })], "tool_use");
const open: [string, StubAnswer, string | null][] = [
  ["before any response", () => undefined, null],
  ["text", streamAnswer(sse(inTool.slice(0, 3)), () => undefined), "Half an ans"],
  ["tool JSON", streamAnswer(sse(inTool.slice(0, 7)), () => undefined), "toolu_a"],
];

test.for(open)(
  "P40 cancel during %s: the provider's socket closes, and what arrived is kept",
  async ([, answer, kept], context) => {
    let closed: Promise<number> = Promise.resolve(0);
    const watched: StubAnswer = (response, request) => {
      closed = new Promise((resolve) => response.on("close", () => resolve(now())));
      return answer(response, request);
    };
    const { of, stoppedAt } = await stopped(150, [watched]);
    note(context, await closedAfter(closed, stoppedAt));
    if (kept === null) expect(of("request-error")).toHaveLength(1);
    else expect(JSON.stringify(of("response-chunk"))).toContain(kept);
    expect(of("tool-call-start")).toEqual([]);
  },
);

test("P40 cancel during a JS tool: a loop without end is ended with the run", async () => {
  const spin = {
    name: "spin",
    description: "Spins.",
    inputSchema: { type: "object" },
    handler: { kind: "javascript" as const, source: "async () => { for (;;); }" },
  };
  const { of } = await stopped(400, [calls(toolUse("toolu_a", "spin", {}))], { tools: [spin] });
  expect(of("tool-call-end").map((event) => event.result.isError)).toEqual([true]);
});

test("P40 cancel during an HTTP tool: its socket closes too", async (context) => {
  let closed: Promise<number> = Promise.resolve(0);
  const far = await startProviderStub([
    (response) => {
      closed = new Promise((resolve) => response.on("close", () => resolve(now())));
    },
  ]);
  context.onTestFinished(() => far.close());
  const order = {
    name: "order",
    description: "Orders.",
    inputSchema: { type: "object" },
    handler: { kind: "http" as const, method: "POST" as const, url: `${far.baseURL}/order` },
  };
  const { of, stoppedAt } = await stopped(400, [calls(toolUse("toolu_a", "order", {}))], { tools: [order] });
  expect(far.received).toHaveLength(1);
  note(context, await closedAfter(closed, stoppedAt));
  expect(of("tool-call-end").map((event) => event.result.isError)).toEqual([true]);
});

test("P40 cancel during several calls at once: all of them end", async () => {
  const waits = ["toolu_a", "toolu_b"].map((id) => toolUse(id, "wait", { seconds: 30 }));
  const { of } = await stopped(200, [calls(...waits)]);
  expect(of("tool-call-end").map((event) => event.result.isError)).toEqual([true, true]);
});

test("P40 cancel during the wait between two tries: nothing more is sent", async () => {
  const busy: StubAnswer = (response) => {
    response.writeHead(529, { "content-type": "application/json", "retry-after": "30" });
    response.end(
      JSON.stringify({ type: "error", error: { type: "overloaded_error", message: "Overloaded" } }),
    );
  };
  await stopped(150, [busy]);
});

/** Accepts connections and never says a word of TLS. */
async function startSilentServer() {
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    socket.on("error", () => undefined).resume();
  });
  const connected = once(server, "connection") as Promise<[Socket]>;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, connected, sockets: () => count, close: () => void server.close() };
}
