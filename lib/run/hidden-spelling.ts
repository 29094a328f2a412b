// Does a header set show the case and the order its names were given in?
import type { HeaderSet } from "@/lib/protocol/header-set";

/**
 * Clients hand most requests to fetch as a `Headers` object, which lists its names in lower case and sorted; the HTTP client
 * still writes them as they were given. What such a list says of case and order is the object's doing, nobody else's.
 *
 * @param headers a header set as observed at `fetch`; the other points see the lines themselves
 */
export function hidesSpelling(headers: HeaderSet): boolean {
  return headers.every(([name], index) => {
    const before = headers[index - 1]?.[0];
    return name === name.toLowerCase() && (before === undefined || before <= name);
  });
}
