// How does a connection go only to an address that was checked?
import { lookup as dnsLookup } from "node:dns/promises";
import { isIP } from "node:net";
import { Agent } from "undici";
import { boundConnector } from "./bound-connector";
import { bareHost, checkAddress, type OutboundPolicy } from "./outbound-policy";

/** Every address of a name; a test may stand in for the system's resolver. */
export type Resolve = (host: string) => Promise<readonly string[]>;

const systemResolve: Resolve = async (host) =>
  (await dnsLookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/**
 * A dispatcher for one target. The name is looked up here, each address is checked, and the connection is made to that very
 * address: a name that answers differently a moment later gains nothing. What the socket is connected to is checked again.
 *
 * @param signal ends its connections, those on their way too
 * @param timeouts of the client; zero for streams that may be silent as long as they like
 */
export function guardedAgent(
  policy: OutboundPolicy,
  signal: AbortSignal,
  resolve: Resolve = systemResolve,
  timeouts: { readonly headersTimeout?: number; readonly bodyTimeout?: number } = {},
): Agent {
  const connectTo = boundConnector(signal);
  return new Agent({
    pipelining: 0,
    ...timeouts,
    connect: (options, callback) => {
      const url = new URL(
        `${options.protocol}//${hostOf(options.hostname)}:${options.port || defaultPort(options.protocol)}`,
      );
      checkedAddress(url, policy, resolve).then(
        (address) => {
          const servername = isIP(bareHost(url)) === 0 ? bareHost(url) : undefined;
          const target = {
            ...options,
            hostname: address,
            ...(servername === undefined ? {} : { servername }),
          };
          connectTo(target, (error, socket) => {
            // Left out where there is an error, whatever its type says.
            if (error !== null || socket == null) {
              callback(error ?? new Error("not connected"), null);
              return;
            }
            try {
              checkAddress(url, socket.remoteAddress ?? "", policy);
              callback(null, socket);
            } catch (cause) {
              socket.destroy();
              callback(asError(cause), null);
            }
          });
        },
        (cause: unknown) => callback(asError(cause), null),
      );
    },
  });
}

/** All of a name's addresses must pass: one that does not makes the name unfit. @returns the first of them */
async function checkedAddress(url: URL, policy: OutboundPolicy, resolve: Resolve): Promise<string> {
  const host = bareHost(url);
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  for (const address of addresses) checkAddress(url, address, policy);
  const [first] = addresses;
  if (first === undefined) throw new Error(`${host} has no address`);
  return first;
}

function hostOf(hostname: string): string {
  return isIP(hostname) === 6 ? `[${hostname}]` : hostname;
}

function defaultPort(protocol: string): string {
  return protocol === "https:" ? "443" : "80";
}

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}
