// Is it this very process that is at the other end of a connection?
import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { plainAddress } from "./plain-address";

const openKey = Symbol.for("toolscope.own-connections");
type Holder = typeof globalThis & { [openKey]?: Set<string> };
const holder: Holder = globalThis;

/**
 * Remembers the near ends of all connections that this process opens. A run's requests to the simulator and the gateway
 * are known by them: the door must not add a header of its own to what an SDK sends.
 */
export function rememberOwnConnections(): void {
  if (holder[openKey] !== undefined) return;
  const open = new Set<string>();
  holder[openKey] = open;
  subscribe("net.client.socket", (message) => {
    const { socket } = message as { socket: Socket };
    socket.once("connect", () => {
      const end = endOf(socket.localAddress, socket.localPort);
      open.add(end);
      socket.once("close", () => open.delete(end));
    });
  });
}

/** @param socket one that this process's server accepted */
export function isOwnConnection(socket: Socket): boolean {
  return holder[openKey]?.has(endOf(socket.remoteAddress, socket.remotePort)) === true;
}

function endOf(address: string | undefined, port: number | undefined): string {
  return `${plainAddress(address)} ${port}`;
}
