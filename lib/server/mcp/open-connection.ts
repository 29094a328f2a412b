// How does a server's entry become a connection?
import { getDefaultEnvironment } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { OutboundPolicy } from "../outbound/outbound-policy";
import { type Connection, connect } from "./connection";
import { httpTransport } from "./http-transport";
import type { ServerEntry } from "./server-entry";
import { stdioTransport } from "./stdio-transport";

/** For the handshake, in milliseconds. A program may have to be downloaded first, by npx or uvx. */
const handshakeMs = { http: 15_000, stdio: 60_000 };

/**
 * @param ended called once, when the connection is over, with the reason
 * @param signal gives the handshake up
 * @throws McpFailure
 */
export function openConnection(
  entry: ServerEntry,
  network: Omit<OutboundPolicy, "typed">,
  ended: (reason: string) => void,
  signal: AbortSignal,
): Promise<Connection> {
  const transport =
    entry.transport === "http"
      ? httpTransport(entry, network)
      : stdioTransport(entry, { ...getDefaultEnvironment(), ...entry.env });
  return connect(entry.name, transport, { timeout: handshakeMs[entry.transport], signal }, ended);
}
