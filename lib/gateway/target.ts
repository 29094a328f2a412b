// Which address does a path lead to?

import { errorCodes, GatewayRefusal } from "./gateway-error";
import type { Upstream } from "./upstreams";

/**
 * `/~<name>/v1/messages` asks for the upstream of that name, any other path for the usual one; the rest of the path and the
 * query are appended to its base URL.
 *
 * @throws GatewayRefusal 400 for a path that would leave the upstream's own
 */
export function targetOf(
  { path, query }: { readonly path: string; readonly query: string },
  find: (name: string | undefined) => Upstream,
): { readonly upstream: Upstream; readonly url: URL } {
  const [, name, rest] = /^\/~([^/]+)(\/.*)?$/.exec(path) ?? [];
  const upstream = find(name === undefined ? undefined : decoded(name));
  const base = upstream.baseURL.replace(/\/+$/, "");
  const apiPath = name === undefined ? path : (rest ?? "/");
  const text = `${base}${apiPath}${query === "" ? "" : `?${query}`}`;
  const url = apiPath.startsWith("/") && URL.canParse(text) ? new URL(text) : null;
  if (url === null || !url.href.startsWith(new URL(base).href.replace(/\/$/, ""))) {
    throw new GatewayRefusal(400, errorCodes.badSetting, "The path leads out of the provider's own.");
  }
  return { upstream, url };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
