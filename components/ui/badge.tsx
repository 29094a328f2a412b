import type { ComponentProps } from "react";
import { classNames } from "./class-names";

const tones = {
  neutral: "bg-sunken text-muted border-line",
  request: "bg-kind-request-soft text-kind-request-text border-kind-request/30",
  thinking: "bg-kind-thinking-soft text-kind-thinking-text border-kind-thinking/30",
  tool: "bg-kind-tool-soft text-kind-tool-text border-kind-tool/30",
  result: "bg-kind-result-soft text-kind-result-text border-kind-result/30",
  error: "bg-kind-error-soft text-kind-error-text border-kind-error/30",
  waiting: "bg-kind-waiting-soft text-kind-waiting-text border-kind-waiting/30",
  accent: "bg-accent-soft text-accent-text border-accent/30",
};
export type BadgeTone = keyof typeof tones;

/** A short word about the thing beside it. */
export function Badge({
  tone = "neutral",
  className,
  ...props
}: ComponentProps<"span"> & { tone?: BadgeTone }) {
  return (
    <span
      className={classNames(
        "inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 text-2xs font-medium [&_svg]:size-3",
        tones[tone],
        className,
      )}
      {...props}
    />
  );
}
