// Does a setup taken from a run start the same run again?
import { describe, expect, it } from "vitest";
import { exampleConfig } from "@/lib/run/testing/example-config";
import { draftFromConfig, draftFromFields } from "./draft-from-run";
import { draftRequest } from "./draft-request";
import { setOfTools } from "./set-from-run";

const fixed = {
  name: "look_up",
  description: "Looks things up",
  inputSchema: { type: "object" },
  handler: { kind: "fixed" as const, content: "42", isError: false, delayMs: 0 },
};
const search = { type: "web_search_20250305", name: "web_search" };

describe("a setup taken from a run", () => {
  it("asks the same with the same tools, whatever their kind", () => {
    const config = { ...exampleConfig(), prompt: "Why?", tools: ["get_time" as const, fixed, search] };
    const draft = draftFromConfig(config);
    expect(draft).toMatchObject({ prompt: "Why?" });
    const { tools } = setOfTools("Tools of the run", config.tools);
    const request = draftRequest(draft, tools, "");
    expect(request.ok && request.body.tools).toMatchObject(["get_time", fixed, search]);
  });

  it("keeps messages where the run had no prompt", () => {
    const { prompt: _, ...rest } = exampleConfig();
    const messages = [{ role: "user" as const, content: "Hello" }];
    const request = draftRequest(draftFromConfig({ ...rest, messages }), [], "");
    expect(request.ok && request.body.messages).toEqual(messages);
  });

  it("runs the same engine, hooks and mishaps, through the same gateway", () => {
    const engine = {
      kind: "tool-runner" as const,
      thread: true,
      maxIterations: 3,
      hooks: [
        { kind: "edit-params" as const, afterTurn: 1, params: { max_tokens: 9 } },
        { kind: "stop-on-tool-error" as const },
      ],
    };
    const provider = { ...exampleConfig().provider, gateway: true };
    const runner = draftRequest(draftFromConfig({ ...exampleConfig(), engine, provider }), [], "");
    expect(runner.ok && runner.body).toMatchObject({ engine, provider: { gateway: true } });
    const mishaps = ["strip-thinking" as const];
    const manual = draftRequest(draftFromConfig({ ...exampleConfig(), mishaps }), [], "");
    expect(manual.ok && manual.body.mishaps).toEqual(mishaps);
  });

  it("is answered by the same recorded replies, as fast", () => {
    const recorded = { kind: "recorded" as const, runId: "run_000000001aaaaaaaaaa", speed: 10 };
    const provider = { ...exampleConfig().provider, ...recorded };
    const request = draftRequest(draftFromConfig({ ...exampleConfig(), provider }), [], "typed-key");
    expect(request.ok && request.body.provider).toEqual(recorded);
    const none = draftRequest({ ...draftFromConfig(exampleConfig()), provider: "recorded" }, [], "");
    expect(none).toMatchObject({ ok: false, problem: { field: "provider.runId" } });
  });

  it("takes a redacted value from the header rows at hand", () => {
    const value = { shown: "Bearer …", redacted: true, fingerprint: "f" };
    const headers = { ...exampleConfig().headers, default: [{ name: "CF-AIG-Authorization", value }] };
    const typed = { id: "1", name: "cf-aig-authorization", value: "Bearer demo", secret: false };
    expect(draftFromConfig({ ...exampleConfig(), headers }, [typed]).defaultHeaders).toMatchObject([
      { name: "CF-AIG-Authorization", value: "Bearer demo", secret: false },
    ]);
  });

  it("takes headers of a scenario as they are written", () => {
    const headers = { default: [{ name: "x-tenant", value: "blue" }] };
    expect(draftFromFields({ prompt: "Go", headers }).defaultHeaders).toMatchObject(headers.default);
  });

  it("leaves a redacted header value empty, to be entered again", () => {
    const value = { shown: "sk-…", redacted: true, fingerprint: "f" };
    const headers = { ...exampleConfig().headers, default: [{ name: "x-key", value, secret: true }] };
    const draft = draftFromConfig({ ...exampleConfig(), headers });
    expect(draft.defaultHeaders).toMatchObject([{ name: "x-key", value: "", secret: true }]);
  });
});
