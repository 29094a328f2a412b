// Who changed a header between two points of its way, why, and what can be done about it?
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import type { RunConfig } from "@/lib/protocol/run-config";
import type { HeaderLines } from "./header-lookup";
import { clientHopCause } from "./hop-causes/client-hop-cause";
import { sdkHopCause } from "./hop-causes/sdk-hop-cause";
import { wayHopCause } from "./hop-causes/way-hop-cause";
import type { RequestKind } from "./request-kind";
import type { ProviderRequest } from "./run";

/** `asked` is what stands in the user's code and environment, before the SDK has seen it. */
export type HopPoint = "asked" | ObservationPoint;

/** Against the point before. `renamed` is a change of case only. */
export type HopChange = "same" | "added" | "missing" | "changed" | "renamed" | "absent";

/** One header on its way from one point to the next. */
export type Hop = {
  /** The name in lower case. */
  readonly key: string;
  readonly from: HopPoint;
  readonly to: ObservationPoint;
  readonly change: HopChange;
  readonly before: HeaderLines | null;
  readonly after: HeaderLines | null;
  readonly request: ProviderRequest;
  readonly kind: RequestKind;
  readonly config: RunConfig | null;
};

export type HopCause = {
  /** Who did it, as it stands at the beginning of a sentence. */
  readonly by: string;
  /** One sentence or two. */
  readonly why: string;
  readonly fix: string | null;
  /** False where the user loses something by it. */
  readonly intended: boolean;
};

/** @returns the cause of a change, in general words where nothing more is known; null where nothing changed */
export function hopCause(hop: Hop): HopCause | null {
  if (hop.change === "same" || hop.change === "absent") return null;
  if (hop.to === "fetch") return sdkHopCause(hop);
  return hop.to === "wire" ? clientHopCause(hop) : wayHopCause(hop);
}
