// Which simulator answers under this server's own address?

import { recordingSimulator } from "./received/recording-simulator";
import { createSimulator, type Simulator } from "./simulator";

const kept: typeof globalThis & { toolscopeSimulator?: Simulator } = globalThis;

/**
 * The process's own simulator: the route answers from it, and whoever runs a scripted scenario registers the script
 * here. It is kept on `globalThis`, because a reload in development, or a second bundle, has its own copy of this module.
 */
export function mountedSimulator(): Simulator {
  kept.toolscopeSimulator ??= recordingSimulator(createSimulator());
  return kept.toolscopeSimulator;
}
