// What does the real server-everything on loopback give its test?
import type { IncomingHttpHeaders } from "node:http";

export function startEverything(): Promise<{
  readonly url: string;
  readonly received: readonly IncomingHttpHeaders[];
  readonly sessions: Map<string, unknown>;
  readonly close: () => Promise<unknown>;
}>;
