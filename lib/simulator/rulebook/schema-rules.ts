// Does the body have the shape of a request, and in which words is it refused if not?

import type { ShapeProblem, ShapeProblemKind } from "../shape/shape-problem";
import type { Rule } from "./rule";

/** Exactly one of these matches any problem; what the shape is stands in `shape/`. */
export const schemaRules: readonly Rule<ShapeProblem>[] = [
  schemaRule(16, "a required field is missing", true, ["missing"]),
  schemaRule(18, "a field the API does not know", true, ["extra"]),
  schemaRule(19, "a block, tool or variant of an unknown type", true, ["unknown-tag"]),
  schemaRule(
    21,
    "the input of a tool_use is not an object",
    true,
    ["not-a-dictionary"],
    /\.tool_use\.input$/,
  ),
  schemaRule(22, "the name of a tool_use is empty", true, ["too-short"], /\.tool_use\.name$/),
  schemaRule(
    23,
    "an id with other characters than the API's ids have",
    true,
    ["pattern"],
    /\.(id|tool_use_id)$/,
  ),
  schemaRule(24, "a role that does not exist", true, ["not-one-of"], /^messages\.\d+\.role$/),
  schemaRule(33, "more than 100,000 messages", false, ["too-large"], /^messages$/),
  schemaRule(
    36,
    "a tool name with other characters, or longer than 128",
    true,
    ["pattern"],
    /^tools\.\d+\.custom\.name$/,
  ),
  schemaRule(72, "a thinking budget below 1,024", true, ["too-small"], /^thinking\.enabled\.budget_tokens$/),
  schemaRule(null, "a value of the wrong type or out of range", false, [
    "not-a-dictionary",
    "too-short",
    "pattern",
    "not-one-of",
    "too-small",
    "too-large",
    "wrong-type",
  ]),
];

function schemaRule(
  number: number | null,
  precondition: string,
  evidenced: boolean,
  kinds: readonly ShapeProblemKind[],
  place = /(?:)/,
): Rule<ShapeProblem> {
  return {
    number,
    precondition,
    status: 400,
    evidenced,
    violation: ({ kind, path, wording }) =>
      kinds.includes(kind) && place.test(path) ? { path, wording } : undefined,
  };
}
