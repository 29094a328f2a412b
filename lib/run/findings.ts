// What is worth telling about a run, with what to do about it?
import type { Finding } from "@/lib/protocol/run-summary";
import { causedByMishap } from "./findings/caused-by-mishap";
import { containerForgotten } from "./findings/container-forgotten";
import { cutToolCall } from "./findings/cut-tool-call";
import { expectedHeaderAltered } from "./findings/expected-header-altered";
import { expectedHeaderMissing } from "./findings/expected-header-missing";
import { failedCalls } from "./findings/failed-calls";
import { gatewayTokenMissing } from "./findings/gateway-token-missing";
import { headerDropped } from "./findings/header-dropped";
import { replayDiffers } from "./findings/replay-differs";
import { requestRetried } from "./findings/request-retried";
import { sequentialCalls } from "./findings/sequential-calls";
import { streamBuffered } from "./findings/stream-buffered";
import { thinkingStripped } from "./findings/thinking-stripped";
import { toolDefinitionForgotten } from "./findings/tool-definition-forgotten";
import { toolGrantForgotten } from "./findings/tool-grant-forgotten";
import { toolResults } from "./findings/tool-results";
import type { Run } from "./run";

const severities = ["error", "warning", "info"] as const;

/** @returns everything the findings noticed in the run so far, errors first, each kind in the order of the run */
export function findingsOf(run: Run): Finding[] {
  const findings = [
    gatewayTokenMissing,
    expectedHeaderMissing,
    headerDropped,
    expectedHeaderAltered,
    toolResults,
    containerForgotten,
    toolDefinitionForgotten,
    toolGrantForgotten,
    thinkingStripped,
    failedCalls,
    cutToolCall,
    sequentialCalls,
    requestRetried,
    streamBuffered,
    replayDiffers,
  ]
    .flatMap((notice) => notice(run))
    .map((finding) => causedByMishap(finding, run));
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
