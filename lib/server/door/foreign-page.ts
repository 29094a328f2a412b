// Does a browser ask on behalf of somebody else's page?
import type { Place } from "./admit";
import { ApiFailure } from "./api-failure";

/**
 * A page of another origin, another port included, sends its `Origin` or says so in `Sec-Fetch-Site`. Only following a
 * link to a page of ours is allowed from anywhere: it changes nothing, and the linking page reads nothing.
 *
 * @param own this server's addresses under the `Host` that was asked for
 * @throws ApiFailure 403
 */
export function checkBrowser(method: string, headers: Headers, place: Place, own: readonly string[]): void {
  const origin = headers.get("origin");
  if (origin !== null && !own.includes(origin)) throw foreign();
  const site = headers.get("sec-fetch-site");
  const isFollowedLink =
    (place === "page" || place === "entrance") &&
    headers.get("sec-fetch-mode") === "navigate" &&
    headers.get("sec-fetch-dest") === "document";
  if (site !== null && site !== "same-origin" && site !== "none" && !isFollowedLink) throw foreign();
  if (origin === null && isWrite(method) && isBrowser(headers)) {
    throw new ApiFailure(
      403,
      "foreign_origin",
      "A browser has to say which page changes something: Origin is missing.",
    );
  }
}

function isWrite(method: string): boolean {
  return method !== "GET" && method !== "HEAD";
}

/** No page can take these away, and no program sets them by chance: of them all, Node's own fetch sends `sec-fetch-mode`. */
function isBrowser(headers: Headers): boolean {
  return [...headers.keys()].some((name) => /^(sec-fetch-(site|dest)|sec-ch-.*|cookie)$/.test(name));
}

function foreign(): ApiFailure {
  return new ApiFailure(403, "foreign_origin", "Calls from other pages than this server's own are refused.");
}
