// Whose connections does a run use?
import { boundConnector } from "../outbound/bound-connector";

/** What the built-in fetch takes as `dispatcher`. */
export type Dispatcher = object;
type AgentClass = new (options: { connect: ReturnType<typeof boundConnector> }) => Dispatcher;

/** Where Node keeps the dispatcher of its fetch; the name is undici's, and documented by it. */
const globalDispatcher = Symbol.for("undici.globalDispatcher.1");

/**
 * A dispatcher of the run's own, whose connections end with the signal. It is one of Node's own kind, not of the package
 * undici: what is written to the wire stays what the built-in fetch writes.
 *
 * @returns undefined where Node keeps another kind, which the run then shares with all others
 */
export function runDispatcher(signal: AbortSignal): Dispatcher | undefined {
  // Node makes it when one of fetch's classes is first touched.
  if (typeof Request === "undefined") return undefined;
  const shared = (globalThis as { [globalDispatcher]?: Dispatcher })[globalDispatcher];
  if (shared?.constructor.name !== "Agent") return undefined;
  return new (shared.constructor as AgentClass)({ connect: boundConnector(signal) });
}
