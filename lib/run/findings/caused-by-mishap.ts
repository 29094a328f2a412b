// Was it a mishap of our own loop that caused a finding?
import type { Mishap } from "@/lib/protocol/mishap";
import type { Finding } from "@/lib/protocol/run-summary";
import type { Run } from "../run";

/** What each mishap looks like in the log. `results-out-of-order` is one as an error only: then text stands in front. */
const signs: Readonly<Record<Mishap, readonly string[]>> = {
  "drop-default-headers-on-follow-up": ["header-dropped", "expected-header-missing", "gateway-token-missing"],
  "split-tool-results": ["results-split"],
  "text-before-tool-results": ["results-out-of-order"],
  "forget-tool-result": ["results-missing"],
  "forget-granted-tools": ["tool-definition-forgotten", "tool-grant-forgotten"],
  "forget-container": ["container-forgotten"],
  "strip-thinking": ["thinking-stripped"],
};

/** @returns the finding, labelled as ours where a mishap of the run's setup is what made the mistake */
export function causedByMishap(finding: Finding, run: Run): Finding {
  const mishap = run.config?.mishaps?.find(
    (each) => signs[each].includes(finding.code) && fits(each, finding, run),
  );
  if (mishap === undefined) return finding;
  const message = `${finding.message} This is a mishap you switched on (${mishap}): a mistake of our loop, not of the SDK.`;
  return { ...finding, message, mishap };
}

function fits(mishap: Mishap, finding: Finding, run: Run): boolean {
  if (mishap === "text-before-tool-results") return finding.severity === "error";
  if (mishap !== "drop-default-headers-on-follow-up") return true;
  const isDefault = run.config?.headers.default.some(
    ({ name }) => name.toLowerCase() === finding.header?.toLowerCase(),
  );
  return isDefault === true && finding.turnId !== run.turns[0]?.turnId;
}
