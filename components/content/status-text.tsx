import { classNames } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";
import type { RequestState } from "@/lib/run/request-line";

/** The status of a request in words and colour: `200`, `529`, `waiting`, `no response`. */
export function StatusText({ status, state }: { status: number | null; state: RequestState }) {
  const text = status === null ? (state === "failed" ? "no response" : "waiting") : String(status);
  const open = state === "waiting" || state === "streaming";
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 font-mono text-xs",
        state === "failed" && "text-kind-error-text",
        state === "ended" && "text-kind-result-text",
        state === "waiting" && "text-kind-waiting-text",
        state === "streaming" && "text-kind-request-text",
      )}
    >
      {open && <Spinner className="size-3" />}
      {text}
    </span>
  );
}
