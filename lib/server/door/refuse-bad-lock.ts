// What if the door's settings cannot be understood?
import { doorSettings } from "./door-settings";

/** Ends the process: what is wrong with the lock has to be said at the start, not at each call. */
export function refuseBadLock(): void {
  try {
    doorSettings();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
