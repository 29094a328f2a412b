// Which broken, odd and hostile request bodies grow out of good ones?

import { seededRandom } from "../json/seed";

/** Values that have no business at most places of a request. */
const oddValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  -0,
  "",
  " ",
  "\u0000",
  "constructor",
  "__proto__",
  "toString",
  "日本語 🌍",
  "e\u0301\u202e",
  "x".repeat(5_000),
  "(a+)+$",
  "srvtoolu_1",
  "toolu_1",
  "claude-opus-5-5",
  [],
  [[]],
  [null],
  [{}],
  {},
  { type: null },
  { type: "text" },
  { type: "constructor" },
  { type: "tool_use", id: "toolu_1", name: "a", input: {} },
  { type: "tool_result", tool_use_id: "toolu_1" },
  { type: "thinking", thinking: "x", signature: "AQ==" },
  { type: "image", source: { type: "base64", media_type: "image/jpeg", data: "/9j/wAAA" } },
  { type: "ephemeral", ttl: "1h" },
  { $ref: "#" },
  { $ref: "#/properties/__proto__" },
  { type: "object", properties: { a: { $ref: "#/$defs/a" } }, $defs: { a: { $ref: "#/$defs/a" } } },
];

const oddKeys = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "type",
  "cache_control",
  "",
  "a.b",
  "日",
  "extra",
];

/** What no JSON value can hold, written into the text itself. */
const oddTexts: readonly string[] = [
  '"\\ud83d"',
  '"\\udc00\\ud800"',
  "1e999",
  "-1e-999",
  `1${"0".repeat(400)}`,
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"a":1,"a":2}',
  "NaN",
  "undefined",
  "[1,",
  '"\u2028"',
  '"unterminated',
  `${"[".repeat(600)}${"]".repeat(600)}`,
];

export type BodyMaker = (index: number) => string;

/** Endless bodies that follow from the seed; each has one to four places changed, some in their text as well. */
export function bodyMaker(seed: string, good: readonly object[]): BodyMaker {
  const grown = good.map((body) => ({ body, paths: leafPaths(body) }));
  const oddValuesOfKind = new Map(
    oddValues.map((odd) => [kindOf(odd), oddValues.filter((other) => kindOf(other) === kindOf(odd))]),
  );
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const oneOf = <Item>(items: readonly Item[]): Item | undefined => items[below(items.length)];

  function changeAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
    return key === undefined || !Object.hasOwn(Object(value), key)
      ? changed(value)
      : withChild(value, key, changeAt(childOf(value, key), rest));
  }

  function changed(value: unknown): unknown {
    if (random() < 0.7) return oneOf(oddValuesOfKind.get(kindOf(value)) ?? oddValues);
    switch (below(5)) {
      case 0:
        return withChild(value, oneOf(oddKeys) ?? "", oneOf(oddValues));
      case 1:
        return withoutChild(value, oneOf(childrenOf(value)) ?? "");
      case 2:
        return Array.isArray(value) ? [...value, ...value] : [value];
      default:
        return oneOf(oddValues);
    }
  }

  function spoil(text: string): string {
    const at = below(text.length);
    switch (below(4)) {
      case 0:
        return text.slice(0, at);
      case 1:
        return text.slice(0, at) + String.fromCharCode(below(0x10000)) + text.slice(at);
      default: {
        const values = [...text.matchAll(/(?<=[:,[])(?:"[^"\\]*"|\d+|true|null)(?=[,}\]])/g)];
        const spot = oneOf(values);
        const odd = oneOf(oddTexts) ?? "";
        return spot === undefined
          ? odd
          : text.slice(0, spot.index) + odd + text.slice(spot.index + spot[0].length);
      }
    }
  }

  return () => {
    const chosen = oneOf(grown);
    let body: unknown = chosen?.body;
    for (let changes = below(3); changes >= 0; changes--) {
      // Every leaf is as likely as any other, since most of a request stands deep inside it; at times what holds it.
      const path = oneOf(chosen?.paths ?? []) ?? [];
      body = changeAt(body, random() < 0.8 ? path : path.slice(0, below(path.length)));
    }
    const text = JSON.stringify(body) ?? "null";
    return random() < 0.2 ? spoil(text) : text;
  };
}

function leafPaths(value: unknown): readonly (readonly string[])[] {
  const keys = childrenOf(value);
  if (keys.length === 0) return [[]];
  return keys.flatMap((key) => leafPaths(childOf(value, key)).map((path) => [key, ...path]));
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "list" : typeof value;
}

function childrenOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function childOf(value: unknown, key: string): unknown {
  return Object.getOwnPropertyDescriptor(Object(value), key)?.value;
}

/** Defined as an own field: an assignment to `__proto__` would set the prototype. */
function withChild(value: unknown, key: string, child: unknown): unknown {
  if (typeof value !== "object" || value === null) return child;
  if (Array.isArray(value) && !Object.hasOwn(value, key)) return [...value, child];
  const copy: object = Array.isArray(value) ? [...value] : { ...value };
  return Object.defineProperty(copy, key, {
    value: child,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function withoutChild(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.filter((_, index) => String(index) !== key);
  return Object.fromEntries(Object.entries(Object(value)).filter(([name]) => name !== key));
}
