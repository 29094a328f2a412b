// Which failure does a path order, for a client that can set nothing but its base URL?

import { type Fault, faultKinds, faultSchema } from "./fault";

const grammar =
  /^fault-(?<what>\d{3}|[a-z-]+?)(?:-retry-after-(?<seconds>\d{1,4}))?(?:-turn-(?<turn>\d{1,4}))?(?<once>-once)?$/;

/**
 * The fault a name such as `fault-529`, `fault-429-retry-after-2-once` or `fault-cut-turn-2` orders: on every turn unless
 * one is named, on every attempt unless it ends in `-once`.
 *
 * @returns undefined where the name orders no fault there is
 */
export function faultOfPath(name: string): Fault | undefined {
  const { what, seconds, turn, once } = grammar.exec(name)?.groups ?? {};
  const known = /^\d/.test(what ?? "") ? { kind: "status", status: Number(what) } : { kind: what };
  const { data } = faultSchema.safeParse({
    ...known,
    ...(seconds !== undefined && { retryAfter: Number(seconds) }),
    ...(turn !== undefined && { turn: Number(turn) }),
    ...(once !== undefined && { attempt: 1 }),
  });
  return data;
}

/** The names without options: one for each kind of fault. */
export const faultPathNames: readonly string[] = faultKinds.map((kind) =>
  kind === "status" ? "fault-529" : `fault-${kind}`,
);
