"use client";
import { useRunClock } from "@/lib/client/use-run-clock";
import { callRunningMs, callWaitedMs } from "@/lib/run/call-waits";
import { durationText } from "@/lib/run/quantity-text";
import type { ToolCall } from "@/lib/run/run";

/** How long a call ran, or has run so far; what it waited for a person stands apart. */
export function CallDuration({ call, className }: { call: ToolCall; className?: string }) {
  return call.endAt === null ? (
    <Growing call={call} {...(className && { className })} />
  ) : (
    <Times call={call} now={call.endAt} {...(className && { className })} />
  );
}

function Growing({ call, className }: { call: ToolCall; className?: string }) {
  return <Times call={call} now={useRunClock()} {...(className && { className })} />;
}

function Times({ call, now, className }: { call: ToolCall; now: number; className?: string }) {
  const waited = callWaitedMs(call, now);
  return (
    <span className={className}>
      {waited > 0 && <span className="text-kind-waiting-text">waited {durationText(waited)} · </span>}
      {durationText(callRunningMs(call, now))}
    </span>
  );
}
