// Where on its way did one request lose a header that was asked for?
import type { HeaderValue } from "@/lib/protocol/header-set";
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import { type HopCause, type HopPoint, hopCause } from "./header-hop-cause";
import { type HopContext, hopChange, hopSets } from "./header-hops";
import { type HeaderLines, holdsValue } from "./header-lookup";
import type { ProviderRequest } from "./run";

export type HeaderLoss = {
  readonly fate: "missing" | "replaced";
  /** The first point it was not seen at as asked, and the one before it. */
  readonly point: ObservationPoint;
  readonly from: HopPoint;
  /** What stands there instead, where it is replaced. */
  readonly found: HeaderLines | null;
  readonly cause: HopCause | null;
};

/** `value` is null where any value will do. */
type Wanted = { readonly name: string; readonly value: HeaderValue | null };

/**
 * @returns where the header got lost, or null where every observed point has it as asked. A gateway that keeps one of its
 *   own settings to itself does what it should: the way of that header ends there, and the loss says so by its cause.
 */
export function headerLoss(
  request: ProviderRequest,
  { name, value }: Wanted,
  context: HopContext,
): HeaderLoss | null {
  const key = name.toLowerCase();
  const sets = hopSets(request, context);
  const { config, kind } = context;
  for (const [index, [point, set]] of sets.entries()) {
    const previous = sets[index - 1];
    if (previous === undefined || point === "asked") continue;
    const after = set.get(key) ?? null;
    if (after !== null && (value === null || holdsValue(after, value))) continue;
    const before = previous[1].get(key) ?? null;
    const hop = { key, before, after, change: hopChange(before, after), from: previous[0], to: point };
    return {
      fate: after === null ? "missing" : "replaced",
      point,
      from: previous[0],
      found: after,
      cause: hopCause({ ...hop, request, config, kind }),
    };
  }
  return null;
}
