// May this caller come in, and as whom?
import { ApiFailure } from "./api-failure";
import { type Arrival, isThisMachine, ownOrigins } from "./arrival";
import { checkCredential } from "./credential";
import type { DoorSettings } from "./door-settings";
import { checkBrowser } from "./foreign-page";

/**
 * What is asked for: a page (HTML without data), the sign-in page, an asset of one, the API, a part of the API that needs
 * no token, or the simulator, the gateway and recorded replies, which serve programs.
 */
export type Place = "page" | "entrance" | "asset" | "api" | "open" | "mount";

export type Call = { readonly method: string; readonly headers: Headers; readonly arrival: Arrival };

/** `origin` is this server's address as the caller sees it; `scope` that of the token, blank for all runs. */
export type Caller = { readonly origin: string; readonly scope: string; readonly signedIn: boolean };

/**
 * The one door: proxy.ts asks it for every path, and each route handler asks it again, since proxies have been got around.
 *
 * @throws ApiFailure 421 for a foreign `Host`, 403 for a foreign page, 405, 415, 401 without a token, 429 for many wrong ones
 */
export function admit(call: Call, place: Place, settings: DoorSettings): Caller {
  const { method, headers, arrival } = call;
  const origins = originsOfHost(headers.get("host"), ownOrigins(arrival, settings.origins));
  // A server that asks for no token serves its own machine, however it came to listen beyond it.
  if (!settings.locked && !isThisMachine(arrival.peer)) {
    throw new ApiFailure(
      403,
      "not_local",
      "This server has no access token, and serves only its own machine.",
    );
  }
  checkBrowser(method, headers, place, origins);
  const token = settings.locked ? checkCredential(call, place, settings.tokens) : undefined;
  checkMethod(method, headers, place);
  const origin = origins.find((each) => each === headers.get("origin")) ?? (origins[0] as string);
  return { origin, scope: token?.scope ?? "", signedIn: token !== undefined };
}

/** Letter by letter: what a browser sends is in lower case and without a dot at the end. */
function originsOfHost(host: string | null, own: readonly string[]): string[] {
  const same = own.filter((origin) => origin.slice(origin.indexOf("//") + 2) === host);
  if (same.length > 0) return same;
  const named = own.map((origin) => origin.slice(origin.indexOf("//") + 2));
  throw new ApiFailure(
    421,
    "misdirected",
    `This server answers as ${[...new Set(named)].join(", ")}. Another address that leads here has to stand in TOOLSCOPE_ORIGINS.`,
  );
}

function checkMethod(method: string, headers: Headers, place: Place): void {
  if (method === "GET" || method === "HEAD" || place === "mount") return;
  if (place === "page" || place === "entrance" || place === "asset") {
    throw new ApiFailure(405, "method_not_allowed", "Pages are only read: use GET.", undefined, {
      allow: "GET, HEAD",
    });
  }
  const type = headers.get("content-type");
  if (method === "OPTIONS" || (type === null && isWithoutBody(headers))) return;
  // Each of these makes a browser ask before another site's page may send it. Which one fits, the handler knows.
  if (!/^application\/(json|x-ndjson|jsonl)\s*(;|$)/i.test(type ?? "")) {
    throw new ApiFailure(
      415,
      "unsupported_media_type",
      "Send the body as JSON, with content-type: application/json.",
    );
  }
}

function isWithoutBody(headers: Headers): boolean {
  return (headers.get("content-length") ?? "0") === "0" && !headers.has("transfer-encoding");
}
