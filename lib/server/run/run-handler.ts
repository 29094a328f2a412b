// How does a handler answer that is about one run?
import { handler, notFound } from "../door/api-response";
import { type Machine, machine } from "../machine";
import { isVisible, scopedMachine } from "./scoped-machine";

type Params = { runId: string };
type Handle = (runId: string, machine: Machine, request: Request) => Promise<Response>;

/** A run of somebody else is as unknown as one that was never there. */
export function runHandler(handle: Handle) {
  return handler<Params>(async (request, { runId }, { scope }) => {
    const scoped = scopedMachine(machine(), scope);
    if (!(await isVisible(scoped, runId))) throw notFound(runId);
    return handle(runId, scoped, request);
  });
}
