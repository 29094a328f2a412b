// P28: is there a way out of the sandbox, or from one call into the next?
import { afterAll, describe, expect, it } from "vitest";
import { createSandbox } from "./sandbox";

const sandbox = createSandbox();
afterAll(() => sandbox.close());

async function answer(source: string) {
  const lines: string[] = [];
  const outcome = await sandbox.run({
    job: { source, inputJson: '{"secret":"none"}' },
    signal: AbortSignal.timeout(8_000),
    log: (line) => lines.push(line),
    fetch: () => Promise.reject(new Error("nothing may be fetched here")),
  });
  return { outcome, lines };
}

/** What only Node has. A call that reaches one of these says so. */
const hostNames = [
  "process",
  "require",
  "module",
  "Buffer",
  "global",
  "__dirname",
  "WebAssembly",
  "Worker",
  "structuredClone",
  "setImmediate",
  "navigator",
  "XMLHttpRequest",
  "parentPort",
];
const reach = `const reach = (scope) => ${JSON.stringify(hostNames)}.filter((name) => { try { return typeof scope[name] !== 'undefined' } catch { return false } });`;
const fromFunction = (maker: string) =>
  `async (input, helpers) => { ${reach} const make = ${maker}; return reach(make('return this')() ?? {}) }`;

/** Each gives back the host names it reached; none is the only right answer. A throw is no escape either. */
const tricks: readonly [name: string, source: string][] = [
  ["the global object", `() => { ${reach} return reach(globalThis) }`],
  ["this of a plain call", `function () { ${reach} return reach(this ?? globalThis) }`],
  ["the Function constructor", fromFunction("Function")],
  [
    "the constructor of the constructor of this",
    `function () { ${reach} return reach((this ?? globalThis).constructor.constructor('return globalThis')()) }`,
  ],
  ["the constructor of log", fromFunction("helpers.log.constructor")],
  ["the constructor of fetch", fromFunction("helpers.fetch.constructor")],
  ["the constructor of sleep", fromFunction("helpers.sleep.constructor")],
  ["the constructor of console.log", fromFunction("console.log.constructor")],
  ["the constructor of crypto.randomUUID", fromFunction("crypto.randomUUID.constructor")],
  [
    "an async function's constructor",
    `async () => { ${reach} return reach(await (async () => {}).constructor('return globalThis')()) }`,
  ],
  [
    "a generator function's constructor",
    `() => { ${reach} return reach((function* () {}).constructor('yield globalThis')().next().value) }`,
  ],
  ["an indirect eval", `() => { ${reach} return reach((0, eval)('globalThis')) }`],
  [
    "a host error's constructor",
    `async () => { ${reach} try { await fetch('x') } catch (e) { return reach(e.constructor.constructor('return globalThis')()) } }`,
  ],
  [
    "the promise of a host function",
    `async () => { ${reach} const p = sleep(1); return reach(p.constructor.constructor('return globalThis')()) }`,
  ],
  [
    "Error.prepareStackTrace",
    `() => { ${reach} let seen = []; Error.prepareStackTrace = (e, frames) => { seen = frames; return frames }; const s = new Error().stack; return Array.isArray(seen) ? seen.flatMap((f) => reach(Object(f.getThis?.() ?? {}))) : [] }`,
  ],
  [
    "Error.captureStackTrace",
    `() => { ${reach} const o = {}; Error.captureStackTrace?.(o); return reach(Object(o.stack)) }`,
  ],
  [
    "arguments.callee.caller",
    `function () { ${reach} const caller = arguments.callee.caller; return caller ? reach(caller.constructor('return globalThis')()) : [] }`,
  ],
  [
    "a thenable as the result",
    `() => ({ then(resolve) { ${reach} resolve(reach(resolve.constructor('return globalThis')())) } })`,
  ],
  ["a getter on the result", `() => ({ get x() { ${reach} return reach(globalThis) } }.x)`],
  [
    "toJSON of the result",
    `() => ({ toJSON() { ${reach} return reach(this.constructor.constructor('return globalThis')()) } })`,
  ],
  [
    "a proxy as the helpers' argument",
    `async () => { ${reach} let seen = []; const p = new Proxy({}, { get: (t, k, r) => { seen = reach(k.constructor?.constructor('return globalThis')() ?? {}); return undefined } }); try { await fetch(p) } catch {} log(p); return seen }`,
  ],
  [
    "a replaced JSON.stringify",
    `() => { ${reach} let seen = []; const own = JSON.stringify; JSON.stringify = function (...a) { seen = seen.concat(reach(Object(this))); return own(...a) }; log({}); return seen }`,
  ],
  [
    "a replaced Array.prototype.map",
    `async () => { ${reach} let seen = []; Array.prototype.map = function () { seen = reach(Object(this)); return [] }; log('x'); return seen }`,
  ],
  [
    "a replaced Promise.prototype.then",
    `async () => { ${reach} let seen = []; Promise.prototype.then = function (f) { seen = reach(Object(f)); }; sleep(1).then(() => 1); return seen }`,
  ],
  [
    "Object.prototype setters",
    `() => { ${reach} let seen = []; Object.defineProperty(Object.prototype, 'status', { set(v) { seen = reach(Object(this)) }, configurable: true }); log({ status: 1 }); return seen }`,
  ],
  [
    "a dynamic import of a module",
    "async () => { const fs = await import('node:fs'); return Object.keys(fs) }",
  ],
  [
    "a dynamic import of this file",
    "async () => { const own = await import('./sandbox-worker.ts'); return Object.keys(own) }",
  ],
  ["a static import through eval", "() => eval('import fs from \"fs\"')"],
  [
    "std and os of the interpreter",
    "() => [typeof std, typeof os, typeof bjs].filter((kind) => kind !== 'undefined')",
  ],
  [
    "a finalizer",
    `() => { ${reach} let seen = []; new FinalizationRegistry((v) => { seen = reach(Object(v)) }).register({}, globalThis); return seen }`,
  ],
  ["a weak reference", `() => { ${reach} return reach(new WeakRef(globalThis).deref()) }`],
  [
    "Reflect over a host function",
    `async (input, { fetch }) => { ${reach} return Reflect.ownKeys(fetch).flatMap((key) => reach(Object(fetch[key]))) }`,
  ],
  [
    "the scope of the wrapper",
    "() => typeof host !== 'undefined' || typeof parse !== 'undefined' ? ['host'] : []",
  ],
];

describe("no way out of the sandbox leads through", () => {
  it.each(tricks)("%s", async (_, source) => {
    const { outcome } = await answer(source);
    if (outcome.kind === "value") expect(JSON.parse(outcome.json ?? "[]")).toEqual([]);
    else expect(outcome.text).toMatch(/Error/);
  });

  it("by a closed parenthesis in the source: what follows runs inside too", async () => {
    const { outcome } = await answer("() => 1); globalThis.x = typeof process; (() => globalThis.x");
    expect(outcome).toEqual({ kind: "value", json: '"undefined"' });
  });
});

describe("a call in a used thread", () => {
  it("sees none of what the one before it changed", async () => {
    const spoil =
      "() => { globalThis.left = 1; Object.prototype.left = 1; Array.prototype.map = () => ['spoiled'];" +
      " JSON.stringify = () => 'spoiled'; Math.max = () => 7; console.log = () => {}; return 1 }";
    for (let round = 0; round < 3; round += 1) {
      await answer(spoil);
      const { outcome, lines } = await answer(
        "() => { console.log('heard'); return [typeof left, [1].map((n) => n + 1), Math.max(1, 2)] }",
      );
      expect(outcome).toEqual({ kind: "value", json: '["undefined",[2],2]' });
      expect(lines).toEqual(["heard"]);
    }
  });

  it("leaves the server's own objects as they were", async () => {
    await answer('() => JSON.parse(\'{"__proto__":{"polluted":1}}\')');
    await answer("() => ({ ['__proto__']: { polluted: 1 }, constructor: { prototype: { polluted: 1 } } })");
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});
