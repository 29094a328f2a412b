import { ownOrigin } from "@/lib/server/door/incoming-message";

/** Where this server gives recorded replies to a run. */
export function recordedURL(runId: string): string {
  return `${ownOrigin()}/recorded/~${runId}`;
}
