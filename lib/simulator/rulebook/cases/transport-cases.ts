// Which requests just break, and just keep, the rules about headers and bodies?

import { bodyWith, usualHeaders } from "../../testing/ask";
import {
  deepSchema,
  key,
  oldVersion,
  type RuleCase,
  schemaTool,
  version,
  withBody,
  withHeaders,
} from "./rule-case";

export const transportCases: readonly RuleCase[] = [
  {
    rule: 1,
    when: "no version",
    breaks: withHeaders(key),
    keeps: withHeaders(version, key),
    message: "anthropic-version: header is required",
  },
  {
    rule: null,
    when: "an unknown version",
    breaks: withHeaders(["anthropic-version", "2025-01-01"], key),
    keeps: withHeaders(oldVersion, key),
    message: /"2025-01-01" is not a valid version/,
  },
  {
    rule: 2,
    when: "no credential",
    breaks: withHeaders(version),
    keeps: withHeaders(version, ["Authorization", "Bearer x"]),
    status: 401,
    message: "x-api-key header is required",
  },
  {
    rule: 3,
    when: "a bad key",
    breaks: withHeaders(version, ["X-Api-Key", "invalid"]),
    keeps: withHeaders(version, ["X-Api-Key", "invalid2"]),
    status: 401,
    message: "invalid x-api-key",
  },
  {
    rule: 4,
    when: "a bad token",
    breaks: withHeaders(version, ["authorization", "Bearer sk-invalid-9"]),
    keeps: withHeaders(version, ["authorization", "Bearer sk-valid"]),
    status: 401,
    message: "Invalid bearer token",
  },
  {
    rule: 9,
    when: "too large a body",
    breaks: { body: " ".repeat(32 * 1024 * 1024 + 1) },
    keeps: { body: JSON.stringify(bodyWith()) + " ".repeat(32 * 1024 * 1024 - 300) },
    status: 413,
    message: "Request exceeds the maximum size",
  },
  {
    rule: 10,
    when: "no JSON",
    breaks: { body: '{"model":' },
    keeps: {},
    message: /^The request body is not valid JSON: unexpected end of data: line 1 column 10 \(char 9\)$/,
  },
  {
    rule: 10,
    when: "a lone surrogate",
    breaks: { body: '{"model":"\\ud83d"}' },
    keeps: { body: JSON.stringify(bodyWith({ system: "x" })).replace('"x"', '"\\ud83d\\ude00 \\\\ud83d"') },
    message: /^The request body is not valid JSON: no low surrogate in string: line 1 column 17 \(char 16\)$/,
  },
  {
    rule: 10,
    when: "too deep a body",
    breaks: { body: "[".repeat(200_000) },
    keeps: withBody({ tools: [schemaTool({ properties: deepSchema(100) })] }),
    message: /nested deeper than 512 levels/,
  },
  {
    rule: 11,
    when: "a beta that cannot be one",
    breaks: { headers: [...usualHeaders, ["anthropic-beta", "a-beta-2026-01-01, what is this"]] },
    keeps: { headers: [...usualHeaders, ["anthropic-beta", "a-beta-2026-01-01,other-2025-05-14"]] },
    message: /^Unexpected value\(s\) `what is this` for the `anthropic-beta` header\. Please consult/,
  },
  {
    rule: 11,
    when: "a beta without a date",
    breaks: { headers: [...usualHeaders, ["anthropic-beta", "interleaved-thinking"]] },
    keeps: {
      headers: [...usualHeaders, ["anthropic-beta", "interleaved-thinking-2025-05-14, claude-code-20250219"]],
    },
    message: /^Unexpected value\(s\) `interleaved-thinking` for/,
  },
];
