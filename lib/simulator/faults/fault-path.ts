// Which failure does a path order, for a client that can set nothing but its base URL?

import { accountCondition, accountConditions } from "../account/account-conditions";
import { type Fault, faultKinds, faultSchema } from "./fault";

const grammar =
  /^fault-(?<what>\d{3}|[a-z-]+?)(?:-retry-after-(?<seconds>\d{1,4}))?(?:-turn-(?<turn>\d{1,4}))?(?<once>-once)?$/;

/**
 * The fault a name such as `fault-529`, `fault-429-retry-after-2-once`, `fault-no-credit` or `fault-cut-turn-2` orders: on every
 * turn unless one is named, on every attempt unless it ends in `-once`.
 *
 * @returns undefined where the name orders no fault there is
 */
export function faultOfPath(name: string): Fault | undefined {
  const { what, seconds, turn, once } = grammar.exec(name)?.groups ?? {};
  const { data } = faultSchema.safeParse({
    ...faultCalled(what ?? ""),
    ...(seconds !== undefined && { retryAfter: Number(seconds) }),
    ...(turn !== undefined && { turn: Number(turn) }),
    ...(once !== undefined && { attempt: 1 }),
  });
  return data;
}

function faultCalled(what: string): Record<string, unknown> {
  if (/^\d/.test(what)) return { kind: "status", status: Number(what) };
  return accountCondition(what) === undefined ? { kind: what } : { kind: "status", condition: what };
}

/** The names without options: one for each kind of fault, and one for each condition of the account. */
export const faultPathNames: readonly string[] = [
  ...faultKinds.map((kind) => (kind === "status" ? "fault-529" : `fault-${kind}`)),
  ...accountConditions.map(({ name }) => `fault-${name}`),
];
