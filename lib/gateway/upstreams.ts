// Where do requests go, and with which credential?

/** A provider behind the gateway. */
export type Upstream = {
  /** The API's path is appended to it. */
  readonly baseURL: string;
  /** The header that carries the stored credential; left out, the provider gets none. */
  readonly credential?: { readonly name: string; readonly value: string };
};

/** @param maxUpstreams the least recently used goes first */
export function createUpstreams(maxUpstreams: number) {
  const registered = new Map<string, Upstream>();

  /** The upstream of a path's name: one that was registered, or the same name at the usual one. */
  const find = (name: string | undefined, usual: Upstream): Upstream => {
    if (name === undefined) return usual;
    const own = registered.get(name);
    if (own === undefined) return { ...usual, baseURL: `${usual.baseURL}/~${encodeURIComponent(name)}` };
    registered.delete(name);
    registered.set(name, own);
    return own;
  };

  /** @returns how to take it away again; harmless when something else has that name by then */
  const register = (name: string, upstream: Upstream): (() => void) => {
    registered.delete(name);
    registered.set(name, upstream);
    const oldest = registered.keys().next().value;
    if (registered.size > maxUpstreams && oldest !== undefined) registered.delete(oldest);
    return () => {
      if (registered.get(name) === upstream) registered.delete(name);
    };
  };

  return { find, register };
}
