// What does a path ask for, before anything has looked at it?
import type { Place } from "./admit";

/**
 * However the path is spelt. What `next dev` does for its own overlay (it opens an editor, or a debugger) is no page that a
 * link may lead to. Where this guesses wrong, the handler that the path leads to knows better: it asks the door
 * again, as what it is.
 */
export function placeOfPath(pathname: string): Place {
  const path = decoded(pathname).replace(/[\\/]+/g, "/");
  if (/^\/api\/(health|session)\/?$/.test(path)) return "open";
  if (/^\/api(\/|$)/.test(path)) return "api";
  if (/^\/(simulator|gateway|recorded)\//.test(path)) return "mount";
  if (process.env.NODE_ENV === "development" && /^\/(__nextjs|_next\/mcp)/.test(path)) return "api";
  if (/^\/(_next\/|icon\.svg$|favicon\.ico$)/.test(path)) return "asset";
  return path === "/sign-in" ? "entrance" : "page";
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
