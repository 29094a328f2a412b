// How long has somebody to wait who keeps giving wrong access tokens?

const windowMs = 60_000;
/** Wrong ones in a minute from one address, before they are answered with 429. */
const most = 20;
/** An attacker with many addresses must not fill our memory. */
const mostAddresses = 10_000;

type Count = { readonly since: number; wrong: number };
type Holder = typeof globalThis & { [countsKey]?: Map<string, Count> };
const countsKey = Symbol.for("toolscope.wrong-tokens");
const holder: Holder = globalThis;

/**
 * Counts one more wrong token. Right ones are let in all the while: somebody behind the same address goes on working, and
 * what keeps guesses from succeeding is the length of the token.
 *
 * @param now milliseconds
 * @returns seconds to wait; 0 where another may be tried at once
 */
export function afterWrongToken(address: string, now: number): number {
  holder[countsKey] ??= new Map();
  const counts = holder[countsKey];
  const known = counts.get(address);
  const count = known !== undefined && now - known.since < windowMs ? known : { since: now, wrong: 0 };
  count.wrong += 1;
  if (known !== count) {
    if (counts.size >= mostAddresses) counts.clear();
    counts.set(address, count);
  }
  return count.wrong <= most ? 0 : Math.ceil((count.since + windowMs - now) / 1_000);
}
