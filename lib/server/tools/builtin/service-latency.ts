// How long does a tool take that stands in for a service on the network?
import { setTimeout as sleep } from "node:timers/promises";
import { seededInteger } from "./seeded-number";

/**
 * Waits as a remote service would. Weather, time and prices are at hand without any waiting, but a batch of calls that
 * all end in the first millisecond shows nothing of how parallel calls overlap, and no real tool is that fast. The
 * time is seeded by the input: calls differ, and the same run takes the same time again.
 *
 * @param range milliseconds, both ends included
 */
export async function serviceLatency(
  seed: string,
  range: readonly [least: number, most: number],
  signal: AbortSignal,
): Promise<void> {
  await sleep(seededInteger(seed, ...range), undefined, { signal });
}
