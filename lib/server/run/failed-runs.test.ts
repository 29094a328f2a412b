import { afterEach, expect, test } from "vitest";
import { errorAnswer, type ProviderStub, type StubAnswer, startProviderStub } from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";

let stub: ProviderStub;
afterEach(() => stub.close());

async function failed(answers: readonly StubAnswer[], input: Partial<Parameters<typeof recordRun>[1]> = {}) {
  stub = await startProviderStub(answers);
  const run = await recordRun(stub.baseURL, { prompt: "Go", ...input });
  if (run.end.outcome !== "failed") throw new Error(`the run ended ${run.end.outcome}`);
  return { ...run, error: run.end.error };
}

test("an unreachable provider is named with what to do", async () => {
  stub = await startProviderStub([]);
  await stub.close();
  const { of, end } = await recordRun(stub.baseURL, { prompt: "Go" });
  expect(end).toMatchObject({ outcome: "failed", error: { code: "provider-unreachable" } });
  expect(JSON.stringify(end)).toContain("nothing is listening there");
  expect(of("request-error")).toHaveLength(3);
});

test("a 401 keeps the provider's words and is not tried again", async () => {
  const { error } = await failed([errorAnswer(401, "authentication_error", "invalid x-api-key")]);
  expect(error).toMatchObject({ code: "authentication", message: "invalid x-api-key", status: 401 });
  expect(stub.received).toHaveLength(1);
});

test("a redirect is not followed, and its target is named", async () => {
  const elsewhere = (response: import("node:http").ServerResponse) => {
    response.writeHead(307, { location: "http://127.0.0.1:1/elsewhere" });
    response.end();
  };
  const { error } = await failed([elsewhere]);
  expect(error).toMatchObject({ code: "redirected", message: expect.stringContaining("/elsewhere") });
  expect(stub.received).toHaveLength(1);
});

test("a setting that the SDK refuses is a failure that says so", async () => {
  const format = { type: "json_schema", schema: { type: "object" } };
  const { error } = await failed([], { params: { output_format: format, output_config: { format } } });
  expect(error.code).toBe("refused-request");
});
