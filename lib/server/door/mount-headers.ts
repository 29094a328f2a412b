// What do the simulator and the gateway get to see of a request's headers?
import { doorSettings } from "./door-settings";
import { rawHeadersOf } from "./incoming-message";

/** Stands where a client sent the access token in place of a key: the door has taken it. */
const placeholder = "access-token-of-toolscope";

/** @returns all headers as they arrived, but for the access token: it is the door's, not to be recorded or forwarded */
export function mountHeaders(request: Request): [name: string, value: string][] {
  const { tokens } = doorSettings();
  return rawHeadersOf(request).map(([name, value]) => [
    name,
    tokens.reduce((shown, { token }) => shown.replaceAll(token, placeholder), value),
  ]);
}
