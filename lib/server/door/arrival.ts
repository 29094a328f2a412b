// Over which connection did a call arrive?
import type { Socket } from "node:net";
import { isOwnConnection } from "./own-connections";
import { plainAddress } from "./plain-address";

export type Arrival = {
  /** The address and port of this server that were connected to. */
  readonly address: string;
  readonly port: number;
  /** The address of whoever connected. */
  readonly peer: string;
  /** True where this very process is at the other end. */
  readonly fromOurselves: boolean;
};

/** @param socket one that this process's server accepted */
export function arrivalOf(socket: Socket): Arrival {
  return {
    address: plainAddress(socket.localAddress),
    port: socket.localPort ?? 0,
    peer: plainAddress(socket.remoteAddress),
    fromOurselves: isOwnConnection(socket),
  };
}

/** @param address as the system writes it, never what a caller says */
export function isThisMachine(address: string): boolean {
  return address === "::1" || /^127\.\d+\.\d+\.\d+$/.test(address);
}

/**
 * The addresses at which a caller of this connection may know us: this machine's names, the address that was connected to
 * (a number, which no name server can give to somebody else's page), and those the operator listed.
 */
export function ownOrigins({ address, port }: Arrival, listed: readonly string[]): string[] {
  const written = address.includes(":") ? `[${address}]` : address;
  const hosts = new Set(["localhost", "127.0.0.1", "[::1]", ...(address === "" ? [] : [written])]);
  const ending = port === 80 ? "" : `:${port}`;
  return [...[...hosts].map((host) => `http://${host}${ending}`), ...listed];
}
