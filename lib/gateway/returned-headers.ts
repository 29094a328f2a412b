// Which headers does the caller get back?

import type { HeaderPairs } from "./header-pairs";

const hopByHop =
  /^(connection|keep-alive|proxy-authenticate|proxy-connection|te|trailer|transfer-encoding|upgrade)$/;

/** The provider's, as they came, without those of its connection. A stream is marked so that nobody on the way holds it back. */
export function returnedHeaders(answered: HeaderPairs): [name: string, value: string][] {
  const isStream = answered.some(
    ([name, value]) => /^content-type$/i.test(name) && /event-stream/i.test(value),
  );
  const kept = answered.flatMap(([name, value]): [string, string][] => {
    const lowered = name.toLowerCase();
    return hopByHop.test(lowered) || (isStream && lowered === "cache-control") ? [] : [[name, value]];
  });
  return isStream ? [...kept, ["cache-control", "no-cache, no-transform"]] : kept;
}

/** What describes this one exchange is no part of a cached answer: cookies, and what the far end says it received. */
export function cacheableHeaders(returned: HeaderPairs): HeaderPairs {
  return returned.filter(([name]) => !/^(set-cookie$|cf-aig-|x-.*-received-headers$)/i.test(name));
}
