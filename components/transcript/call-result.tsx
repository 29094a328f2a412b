import { classNames } from "@/components/ui/class-names";
import { resultPreview } from "@/lib/run/result-preview";
import type { CallView } from "@/lib/run/transcript-view";
import { callStateWords } from "../content/call-state-icon";
import { ResultContent } from "../content/result-content";

/** What a call answered: its first line, or all of it. That line is kept from the start, so a result moves nothing; an error is worth three. */
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
        <pre
          title={preview}
          className={classNames(
            "whitespace-pre-wrap break-words",
            view.state === "failed" ? "line-clamp-3" : "line-clamp-1 break-all",
          )}
        >
          {preview}
        </pre>
      )}
    </div>
  );
}
