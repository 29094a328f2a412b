import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { HeaderSet } from "@/lib/protocol/header-set";
import type { JsonObject } from "@/lib/protocol/json-object";
import { createEventBuilder } from "@/lib/run/testing/event-builder";
import { headerSet, secretHeader } from "@/lib/run/testing/example-headers";
import { curlOf } from "./curl";

function curl(body: JsonObject, headers: HeaderSet = []): string {
  const request = createEventBuilder().turn().request({ body, headers }).run().turns[0]?.requests[0];
  if (request === undefined) throw new Error("there is no request");
  return curlOf(request);
}

/** What a shell hands to curl, one argument per entry. */
function argumentsOf(command: string, env: Record<string, string> = {}): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }; ${command}`;
  return execFileSync("/bin/sh", ["-c", script], { env: { NODE_ENV: "test", ...env }, encoding: "utf8" })
    .split("\0")
    .slice(0, -1);
}

describe("the command that sends a request again", () => {
  it("hands curl the address, the headers and the very body, whatever stands in it", () => {
    const body = { messages: [{ role: "user", content: 'it\'s $HOME, `id`, "x" \\ \n ü !' }] };
    expect(argumentsOf(curl(body, headerSet(["X-Trace", "it's $1"])))).toEqual([
      "-X",
      "POST",
      "http://localhost:3000/simulator/v1/messages",
      "-H",
      "X-Trace: it's $1",
      "--data-raw",
      JSON.stringify(body),
    ]);
  });

  it("does not buffer a stream", () => {
    expect(argumentsOf(curl({ stream: true }))[0]).toBe("-N");
    expect(argumentsOf(curl({ stream: false }))).not.toContain("-N");
  });

  it("puts shell variables in place of redacted values", () => {
    const bearer: HeaderSet = [["authorization", { shown: "Bearer ••••", redacted: true, fingerprint: "f" }]];
    const command = curl({}, [...bearer, ...secretHeader("cf-aig-authorization", "s")]);
    const given = argumentsOf(command, { ANTHROPIC_API_KEY: "key", CF_AIG_AUTHORIZATION: "token" });
    expect(given).toContain("authorization: Bearer key");
    expect(given).toContain("cf-aig-authorization: token");
  });

  it("keeps repeats and empty values, and leaves out what curl computes", () => {
    const headers = headerSet(
      ["x-a", "1"],
      ["x-a", "2"],
      ["x-empty", ""],
      ["Content-Length", "9"],
      ["host", "h"],
    );
    const given = argumentsOf(curl({}, headers)).filter((_, index, all) => all[index - 1] === "-H");
    expect(given).toEqual(["x-a: 1", "x-a: 2", "x-empty;"]);
  });
});
