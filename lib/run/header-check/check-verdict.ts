// Did the headers a run was checked for arrive on every request, and if not, where did which one get lost first?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import type { RunError } from "@/lib/protocol/run-error";
import { placedRequests } from "../findings/placed-requests";
import { pointsOf } from "../header-lookup";
import { type RequestKind, requestKinds } from "../request-kind";
import type { Run } from "../run";
import type { PlannedCell } from "./check-cell";
import { type HeaderVerdict, headerVerdict } from "./header-verdict";

/**
 * The worst of what became of its headers, in the order from bad to good. `failed` and `not-shown` say nothing about the
 * headers: the run broke off, or never made a request it was made for. `renamed` is a key that travels in another header.
 */
export const checkFates = ["lost", "replaced", "failed", "not-shown", "renamed", "arrived"] as const;
export type CheckFate = (typeof checkFates)[number];

export type CheckVerdict = {
  readonly fate: CheckFate;
  readonly headers: readonly HeaderVerdict[];
  readonly requests: number;
  /** The furthest point that every request was seen at; null where there was no request. */
  readonly seenUpTo: ObservationPoint | null;
  /** Kinds of request the run was made for and did not make. */
  readonly unseen: readonly RequestKind[];
  /** Why the run failed, where it did. */
  readonly error: RunError | null;
  readonly followUp: FollowUp | null;
};

/** What the first follow-up carries of the conversation. */
export type FollowUp = {
  readonly requestId: string;
  readonly number: number;
  readonly hasSystem: boolean;
  readonly hasTools: boolean;
  readonly messages: number;
  /** `create`, `continue`, or null without a thread. */
  readonly thread: string | null;
};

/** @returns null while the run goes on */
export function checkVerdict(
  cell: Pick<PlannedCell, "wanted" | "requestKinds">,
  run: Run,
): CheckVerdict | null {
  if (run.end === null) return null;
  const requests = placedRequests(run);
  const headers = cell.wanted.map((wanted) => headerVerdict(wanted, run, requests));
  const seen = new Set(requests.map(({ context }) => context.kind));
  const unseen = requestKinds.filter((kind) => cell.requestKinds.includes(kind) && !seen.has(kind));
  const error = run.end.outcome === "failed" ? run.end.error : null;
  const fates: readonly CheckFate[] = [
    ...headers.map(({ fate }) => fate),
    ...(run.end.outcome === "completed" || run.end.outcome === "turn-limit" ? [] : ["failed" as const]),
    ...(unseen.length > 0 ? ["not-shown" as const] : []),
    "arrived",
  ];
  const points = requests.map(({ request }) => pointsOf(request));
  return {
    fate: checkFates.find((fate) => fates.includes(fate)) ?? "arrived",
    headers,
    requests: requests.length,
    seenUpTo: points[0]?.findLast((point) => points.every((each) => each.includes(point))) ?? null,
    unseen,
    error,
    followUp: followUpOf(requests),
  };
}

function followUpOf(requests: ReturnType<typeof placedRequests>): FollowUp | null {
  const found = requests.find(({ context }) => context.kind === "follow-up");
  const body = found?.request.body;
  if (found === undefined || !isJsonObject(body)) return null;
  const { system, tools, messages, thread } = body;
  return {
    requestId: found.request.requestId,
    number: found.number,
    hasSystem: system !== undefined,
    hasTools: tools !== undefined,
    messages: Array.isArray(messages) ? messages.length : 0,
    thread: isJsonObject(thread) && typeof thread.type === "string" ? thread.type : null,
  };
}
