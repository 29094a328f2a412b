// Which gateway answers under this server's own address?

import { createGateway, type Gateway } from "./gateway";

const kept: typeof globalThis & { toolscopeGateway?: Gateway } = globalThis;

/** The process's own gateway: the route answers from it, and runs put their providers into it. Bundles share it. */
export function mountedGateway(): Gateway {
  kept.toolscopeGateway ??= createGateway();
  return kept.toolscopeGateway;
}
