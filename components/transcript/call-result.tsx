import { classNames } from "@/components/ui/class-names";
import { resultPreview } from "@/lib/run/result-preview";
import type { CallView } from "@/lib/run/transcript-view";
import { callStateWords } from "../content/call-state-icon";
import { ResultContent } from "../content/result-content";

/** What a call answered: its beginning, or all of it. One line is kept from the start, so a short result moves nothing. */
export function CallResult({ view, open }: { view: CallView; open: boolean }) {
  const result = view.call?.result ?? null;
  const preview = result === null ? null : resultPreview(result.content);
  return (
    <div
      className={classNames(
        "mr-2.5 mb-2 ml-8 min-h-[1.125rem] border-l-2 pl-2.5",
        view.state === "failed" ? "border-kind-error text-kind-error-text" : "border-kind-result/50",
        result === null && "border-line",
      )}
    >
      {result === null ? (
        <p className="text-xs text-subtle">{callStateWords[view.state]}</p>
      ) : open || preview === null ? (
        <ResultContent content={result.content} label={`result of ${view.name} ${view.summary}`} />
      ) : (
        <pre className="line-clamp-3 whitespace-pre-wrap break-words">{preview}</pre>
      )}
    </div>
  );
}
