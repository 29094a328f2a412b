// What do the handlers of a tool share that is tried or checked outside any run?
import { limitsSchema } from "@/lib/protocol/run-request";
import { readEnvironment } from "../environment";
import { machine } from "../machine";
import { newRunId } from "../store/run-id";
import type { HandlerSetting } from "./defined-handle";

/** The same reach as in a run. Nobody can be asked: a tool that a person answers says so. */
export function trialSetting(): HandlerSetting {
  const { humanTimeoutMs } = limitsSchema.parse({});
  const { mcp } = machine();
  return { runId: newRunId(Date.now()), network: readEnvironment().network, humanTimeoutMs, mcp };
}
