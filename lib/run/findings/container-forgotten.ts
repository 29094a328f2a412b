// Does every request after a reply that named a container send that container along?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { Finding } from "@/lib/protocol/run-summary";
import { requestedCalls } from "../reply-of-turn";
import type { ProviderRequest, Run, Turn } from "../run";
import { numberedRequests, requestsText } from "./place-text";

type Named = { readonly id: string; readonly turn: Turn };
type Forgotten = { readonly named: Named; readonly number: number; readonly request: ProviderRequest };

/** `container-forgotten`, once per container, at the first request that does not send it. */
export function containerForgotten(run: Run): Finding[] {
  const forgotten = new Map<string, Forgotten[]>();
  let named: Named | null = null;
  for (const { request, number, turn } of numberedRequests(run)) {
    if (named !== null && isJsonObject(request.body) && sentContainer(request.body) === null) {
      const { id } = named;
      forgotten.set(id, [...(forgotten.get(id) ?? []), { named, number, request }]);
    }
    if (refusesItsContainer(request)) named = null;
    const answered = request.response?.message?.fields.container;
    if (isJsonObject(answered) && typeof answered.id === "string") named = { id: answered.id, turn };
  }
  return [...forgotten.values()].flatMap((losses) => findingOf(losses));
}

function findingOf(losses: readonly Forgotten[]): Finding[] {
  const [first] = losses;
  if (first === undefined) return [];
  const { id, turn } = first.named;
  const isAwaited = requestedCalls(turn).some(isCalledByCode);
  return [
    {
      code: "container-forgotten",
      severity: isAwaited ? "error" : "warning",
      message:
        `The reply of turn ${turn.index + 1} named the container ${id}, which is not on ${requestsText(losses.map(({ number }) => number))}. ` +
        (isAwaited
          ? "Code waits in it for the results of its calls: without the id they are refused."
          : "Code starts in a new, empty container then: files and variables are gone."),
      fix: "Send `container: response.container.id` with every later request, and read it anew from each reply.",
      turnId: first.request.turnId,
      requestId: first.request.requestId,
    },
  ];
}

/** @returns the container a request names, by its id or as an object with skills; null where it names none */
function sentContainer({ container }: JsonObject): string | null {
  if (typeof container === "string") return container;
  return isJsonObject(container) && typeof container.id === "string" ? container.id : null;
}

/** An expired or unknown container is answered by one of these; leaving it out afterwards is the remedy. */
function refusesItsContainer({ body, response }: ProviderRequest): boolean {
  const sent = isJsonObject(body) ? sentContainer(body) : null;
  return sent !== null && [400, 404, 500].includes(response?.status ?? 0);
}

function isCalledByCode({ caller }: JsonObject): boolean {
  return isJsonObject(caller) && String(caller.type).startsWith("code_execution");
}
