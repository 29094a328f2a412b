// What is worth telling about a run, with what to do about it?
import type { Finding } from "@/lib/protocol/run-summary";
import { cutToolCall } from "./findings/cut-tool-call";
import { expectedHeaderMissing } from "./findings/expected-header-missing";
import { failedCalls } from "./findings/failed-calls";
import { headerDropped } from "./findings/header-dropped";
import { requestRetried } from "./findings/request-retried";
import { sequentialCalls } from "./findings/sequential-calls";
import { streamBuffered } from "./findings/stream-buffered";
import { toolResults } from "./findings/tool-results";
import type { Run } from "./run";

const severities = ["error", "warning", "info"] as const;

/** @returns everything the findings noticed in the run so far, errors first, each kind in the order of the run */
export function findingsOf(run: Run): Finding[] {
  const findings = [
    expectedHeaderMissing,
    headerDropped,
    toolResults,
    failedCalls,
    cutToolCall,
    sequentialCalls,
    requestRetried,
    streamBuffered,
  ].flatMap((notice) => notice(run));
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
