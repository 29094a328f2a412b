// How does a connection end with what it was made for?
import { buildConnector } from "undici";

/** In milliseconds, name and TLS included. */
const connectTimeout = 10_000;

/**
 * A connector whose sockets are destroyed with the signal, whether they stand or are on their way. Left to itself, undici
 * gives up a connection on its way only at its limit, and opens another for a request that was aborted.
 */
export function boundConnector(signal: AbortSignal): buildConnector.connector {
  const connect = buildConnector({ timeout: connectTimeout, signal });
  return (options, callback) => {
    // A socket made with a signal that is aborted already would connect all the same.
    if (signal.aborted) callback(new Error("given up before it connected", { cause: signal.reason }), null);
    else connect(options, callback);
  };
}
