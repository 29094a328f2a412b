// What does somebody get for an access token?
import { knownToken } from "./access-token";
import { ApiFailure } from "./api-failure";
import { refuseWrongToken } from "./credential";
import { doorSettings } from "./door-settings";
import { arrivalOfCall } from "./incoming-message";
import { newSession, type Session } from "./session";

/** @throws ApiFailure 401 for a wrong token, 429 after many, 409 where no token is asked for */
export function sessionForToken(token: string): Session {
  const { locked, tokens } = doorSettings();
  if (!locked) {
    throw new ApiFailure(
      409,
      "not_locked",
      "This server asks for no access token: everything is open to this machine.",
    );
  }
  const known = knownToken(token, tokens);
  return known === undefined ? refuseWrongToken(arrivalOfCall().peer) : newSession(known, Date.now());
}
