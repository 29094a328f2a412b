// Which known cause fits the loss of a header, by where it was asked for?
import { type AskedHeader, betaHeader } from "../asked-headers";
import type { HopContext } from "../header-hops";
import type { HeaderLoss } from "../header-loss";
import type { ProviderRequest } from "../run";
import { betaReplacedBy } from "./beta-replaced-by";
import { headerLostBy, type KnownCause } from "./header-lost-by";

/**
 * The hop itself only knows the source that wins; of a name asked for in several places, each has a cause of its own.
 *
 * @returns null where the SDK did not lose it, or for no reason that is known
 */
export function knownLossCause(
  { name, source }: Pick<AskedHeader, "name" | "source">,
  { fate, point }: HeaderLoss,
  request: ProviderRequest,
  context: HopContext,
): KnownCause | null {
  if (point !== "fetch") return null;
  const hop = { request, ...context };
  const isBeta = name.toLowerCase() === betaHeader && fate === "replaced";
  return (isBeta ? betaReplacedBy(hop, source) : null) ?? headerLostBy(hop, source);
}
