// Does a fault strike this attempt?

import type { Fault } from "./fault";

/** The first fault that fits. @param turn from 1, as faults count @param attempt from 1 */
export function findFault(faults: readonly Fault[], turn: number, attempt: number): Fault | undefined {
  return faults.find(
    (fault) =>
      (fault.turn === undefined || fault.turn === turn) &&
      (fault.attempt === undefined || fault.attempt === attempt),
  );
}
