import { expect, test } from "vitest";
import { createFingerprint } from "./fingerprint";
import { createRedactor } from "./redactor";

const secret = 'made-up "secret" / value-1234567890';
const fingerprint = createFingerprint(Buffer.from("test key"));
const redactor = createRedactor([secret, "tiny", "1234512345"], fingerprint);

const forms = {
  raw: secret,
  "JSON text": JSON.stringify({ echoed: secret }),
  "JSON text in JSON text": JSON.stringify({ body: JSON.stringify({ echoed: secret }) }),
  base64: Buffer.from(secret).toString("base64").replace(/=+$/, ""),
  base64url: Buffer.from(secret).toString("base64url"),
  "URL-encoded": encodeURIComponent(secret),
};

test.each(Object.entries(forms))(
  "P20 upstream-echo: a secret is taken out of a line as %s",
  (_form, text) => {
    const line = redactor.line(
      JSON.stringify({ seq: 1, at: 2, type: "tool-call-log", line: `before ${text} after` }),
    );
    expect(line).not.toContain(text);
    for (const form of Object.values(forms)) expect(line).not.toContain(form);
    expect(JSON.parse(line).line).toMatch(/^before .*redacted.* after$/s);
  },
);

test.each(["", "x", "user:", "user-1:"])(
  "P20 upstream-echo: a secret is taken out of base64 with %j in front of it",
  (front) => {
    const packed = Buffer.from(`${front}${secret}, and more`).toString("base64");
    const { line } = JSON.parse(
      redactor.line(JSON.stringify({ type: "tool-call-log", line: `Basic ${packed}` })),
    );
    expect(line).toMatch(/^Basic .*redacted/);
    const left = Buffer.from(line.replace(/\[redacted [^\]]*\]/g, "").slice(6), "base64").toString("latin1");
    expect(left).not.toMatch(/secret|value/);
  },
);

test("a secret used as a field name is taken out too", () => {
  const line = redactor.line(JSON.stringify({ type: "tool-call-start", input: { [secret]: 1 } }));
  expect(JSON.parse(line).input).toEqual({ [`[redacted ${fingerprint(secret)}]`]: 1 });
});

test("a secret of digits does not break the numbers of a line", () => {
  const line = redactor.line('{"seq":1,"at":1234512345,"type":"x","text":"1234512345"}');
  expect(JSON.parse(line)).toMatchObject({ at: 1234512345, text: `[redacted ${fingerprint("1234512345")}]` });
});

test("a key that nobody named is known by its look", () => {
  expect(redactor.line('{"prompt":"use sk-ant-api03-made-up_key"}')).not.toContain("made-up");
});

test("a secret in the id that a provider gave a call is taken out, the same in each of its events", () => {
  const ids = ["tool-call-start", "tool-call-end"].map((type) => {
    const line = redactor.line(JSON.stringify({ seq: 1, at: 2, type, toolCallId: `toolu_${secret}` }));
    expect(line).not.toContain("value-1234567890");
    return JSON.parse(line).toolCallId;
  });
  expect(ids[0]).toBe(ids[1]);
});

test("a line without secrets comes back as it was", () => {
  const line = '{"seq":1,"text":"tiny words"}';
  expect(redactor.line(line)).toBe(line);
});

test("a header is hidden for its name, for its mark, or for holding a known secret", () => {
  const set = redactor.headerSet([
    ["Authorization", "Bearer sk-made-up-key-0123456789abcdef"],
    ["cf-aig-authorization", "Bearer x"],
    ["x-note", `see ${secret}`],
    ["x-plain", "hello"],
    ["anthropic-ratelimit-tokens-limit", "1000"],
  ]);
  expect(set.map(([, value]) => value.shown)).toEqual([
    "Bearer ••••cdef",
    "Bearer ••••",
    `see [redacted ${fingerprint(secret)}]`,
    "hello",
    "1000",
  ]);
  expect(set.map(([, value]) => value.redacted)).toEqual([true, true, true, false, false]);
  expect(redactor.headerValue("x-mark", "hello", true)).toMatchObject({ shown: "••••", redacted: true });
});

test("equal values have equal fingerprints, others have not", () => {
  const [one, same, other] = ["a-value", "a-value", "b-value"].map((value) =>
    redactor.headerValue("x-api-key", value),
  );
  expect(one?.fingerprint).toBe(same?.fingerprint);
  expect(one?.fingerprint).not.toBe(other?.fingerprint);
});
