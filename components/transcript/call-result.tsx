import { classNames } from "@/components/ui/class-names";
import { focusQuestion } from "@/lib/client/question-focus";
import { resultPreview } from "@/lib/run/result-preview";
import type { CallView } from "@/lib/run/transcript-view";
import { callStateWords } from "../content/call-state-icon";
import { ResultContent } from "../content/result-content";

function DecideButton({ view }: { view: CallView }) {
  const pauseId = view.call?.waits.findLast((wait) => wait.to === null)?.pauseId;
  if (pauseId === undefined) return null;
  return (
    <button
      type="button"
      onClick={() => focusQuestion(pauseId)}
      className="ml-2 rounded-sm font-medium text-kind-waiting-text underline underline-offset-2"
    >
      Decide
    </button>
  );
}

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
        <p className="text-xs text-subtle">
          {callStateWords[view.state]}
          <DecideButton view={view} />
        </p>
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
