// Does a silent run stay alive behind a proxy that knows nothing of it? Case P45 of the public test plan.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { nginxPath, startNginx } from "@/lib/server/testing/nginx";
import { postRun } from "../api-client";
import { newDataDir, startApp } from "../app-process";

const silentMs = 90_000;

test("P45 idle-and-proxy: 90 silent seconds behind nginx with its defaults: bytes every 15 s, the first event at once", async () => {
  test.skip(nginxPath === undefined, "needs nginx");
  const app = await startApp({ TOOLSCOPE_DATA_DIR: newDataDir() });
  const slow = createServer((_request, response) => setTimeout(() => response.end("Yes."), silentMs));
  await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
  const { port } = slow.address() as AddressInfo;
  // Debian's defaults: 60 s between two reads, and buffering.
  const nginx = await startNginx(app.origin);
  try {
    const runId = await postRun(app.origin, {
      prompt: "Wait",
      tools: [
        {
          name: "think",
          description: "Thinks for long.",
          inputSchema: { type: "object" },
          handler: { kind: "http", method: "GET", url: `http://127.0.0.1:${port}/` },
        },
      ],
      limits: { toolTimeoutMs: 120_000 },
      scenario: {
        turns: [
          { content: [{ type: "tool_use", name: "think", input: {} }], stop_reason: "tool_use" },
          { content: [{ type: "text", text: "Done." }], stop_reason: "end_turn" },
        ],
      },
    });
    const asked = performance.now();
    const answer = await fetch(`${nginx.baseURL}/api/runs/${runId}/events`, {
      headers: { "accept-encoding": "gzip, br" },
    });
    expect(answer.headers.get("cache-control")).toBe("no-cache, no-transform");
    expect(answer.headers.get("content-encoding")).toBeNull();
    const times: number[] = [];
    let text = "";
    let firstEventMs = Number.POSITIVE_INFINITY;
    if (answer.body === null) throw new Error("the stream has no body");
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      times.push(performance.now());
      text += part.value;
      if (text.includes("\nid: 0\n") && firstEventMs === Number.POSITIVE_INFINITY)
        firstEventMs = performance.now() - asked;
    }
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    test.info().annotations.push({
      type: "measured",
      description: `longest gap ${(Math.max(...gaps) / 1_000).toFixed(1)} s, first event after ${firstEventMs.toFixed(0)} ms`,
    });
    expect(firstEventMs).toBeLessThanOrEqual(1_000);
    expect((times.at(-1) ?? 0) - asked).toBeGreaterThan(silentMs);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(15_000);
    expect(text).toContain('"outcome":"completed"');
    expect(text.trimEnd().endsWith("event: end\ndata: {}")).toBe(true);
  } finally {
    slow.closeAllConnections();
    slow.close();
    await nginx.close();
    await app.end("SIGTERM");
  }
});
