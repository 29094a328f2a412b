// May this caller talk to the API at all?
import { ApiFailure } from "./api-failure";
import { ownPort } from "./incoming-message";

/**
 * Keeps other people's pages out: a page under a rebound name has a foreign `Host`, a page of another origin sends its
 * `Origin`. Programs without an `Origin` on this machine get in.
 *
 * @throws ApiFailure 421 for a foreign host, 403 for a foreign origin
 */
export function guardRequest(request: Request): void {
  const host = request.headers.get("host")?.toLowerCase() ?? "";
  const own = ["localhost", "127.0.0.1", "[::1]"].map((name) => `${name}:${ownPort()}`);
  if (!own.includes(host)) {
    throw new ApiFailure(421, "misdirected", `This server answers as ${own[0]}, not as "${host}".`);
  }
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== `http://${host}`) {
    throw new ApiFailure(403, "foreign_origin", `Calls from the origin "${origin}" are refused.`);
  }
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") {
    throw new ApiFailure(403, "foreign_origin", "Calls from other sites' pages are refused.");
  }
}
