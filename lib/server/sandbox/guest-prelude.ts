// What stands inside the sandbox before a user's function runs?
import { mostLogLines } from "./sandbox-limits";

/**
 * JavaScript for the interpreter, not for Node. Evaluates to a function that takes the host's four functions and gives
 * back the one that starts a call. Everything it needs later is taken before a user's code can replace it.
 */
export const guestPrelude = `
((host) => {
  "use strict";
  const { stringify, parse } = JSON;
  const { freeze, defineProperty } = Object;
  const asString = String;
  const GuestError = Error;
  const GuestTypeError = TypeError;

  const shown = (value) => {
    if (typeof value === "string") return value;
    if (value instanceof GuestError) return asString(value);
    try {
      return stringify(value) ?? asString(value);
    } catch {
      return asString(value);
    }
  };
  // The limit is held outside; here it only saves the way there, which a line in a loop of millions would take each time.
  let linesLeft = ${mostLogLines + 1};
  const log = (...parts) => {
    if (linesLeft > 0) host.log(parts.map(shown).join(" "));
    linesLeft -= 1;
  };
  const sleep = (ms) => {
    const time = Number(ms);
    if (!(time >= 0)) throw new GuestTypeError("sleep wants milliseconds, 0 or more");
    return host.sleep(time);
  };

  const headerPairs = (headers) => {
    if (headers === undefined || headers === null) return [];
    const entries = Array.isArray(headers) ? headers : Object.entries(headers);
    return entries.map(([name, value]) => [asString(name), asString(value)]);
  };
  const responseHeaders = (pairs) => {
    const valuesOf = (name) => pairs.filter(([each]) => each.toLowerCase() === asString(name).toLowerCase());
    return freeze({
      get: (name) => {
        const found = valuesOf(name);
        return found.length === 0 ? null : found.map(([, value]) => value).join(", ");
      },
      has: (name) => valuesOf(name).length > 0,
      entries: () => pairs.map((pair) => [...pair]).values(),
      forEach: (visit) => pairs.forEach(([name, value]) => visit(value, name)),
    });
  };
  const fetch = async (target, options = {}) => {
    const { method = "GET", headers, body } = options ?? {};
    if (body !== undefined && body !== null && typeof body !== "string")
      throw new GuestTypeError("the body of fetch must be a string: use JSON.stringify");
    const request = [asString(target), asString(method), headerPairs(headers), body ?? null];
    const [metaText, text, bytes] = await host.fetch(stringify(request));
    const meta = parse(metaText);
    return freeze({
      url: meta.url,
      status: meta.status,
      statusText: meta.statusText,
      ok: meta.status >= 200 && meta.status < 300,
      headers: responseHeaders(meta.headers),
      text: async () => text,
      json: async () => parse(text),
      arrayBuffer: async () => bytes.slice(0),
    });
  };

  // A stopped or overdue call ends with the whole interpreter: inside, the signal is never seen to fire.
  const signal = freeze({
    aborted: false,
    reason: undefined,
    throwIfAborted: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });

  const globals = {
    log,
    sleep,
    fetch,
    crypto: freeze({ randomUUID: () => host.randomUUID() }),
    console: freeze({ log, info: log, warn: log, error: log, debug: log }),
  };
  for (const name of Object.keys(globals))
    defineProperty(globalThis, name, { value: globals[name], writable: true, configurable: true });

  const unwritable = (value) => {
    const kind = typeof value;
    throw new GuestTypeError("the function returned a " + kind + ", which cannot be written as JSON");
  };
  return async (run, inputText) => {
    if (typeof run !== "function")
      throw new GuestTypeError("the source must be a function expression, such as: async (input) => input.city");
    const value = await run(parse(inputText), freeze({ log, sleep, fetch, signal }));
    if (value === undefined) return null;
    const text = stringify(value);
    return text === undefined ? unwritable(value) : text;
  };
})
`;
