// May this caller talk to this handler?
import { admit, type Caller, type Place } from "./admit";
import { doorSettings } from "./door-settings";
import { arrivalOfCall } from "./incoming-message";

/** @throws ApiFailure where the door stays shut */
export function guardRequest({ method, headers }: Request, place: Place): Caller {
  return admit({ method, headers, arrival: arrivalOfCall() }, place, doorSettings());
}
