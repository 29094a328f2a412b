"use client";
import { CircleAlert, CircleCheck, Lightbulb, TriangleAlert } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { useLints } from "@/lib/client/tool-lints";
import type { Lint, Severity } from "@/lib/tool-design/lint/lint";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { focusToolField } from "./focus-tool-field";
import { LintFixButton } from "./lint-fix-button";

const icons: Record<Severity, { Icon: typeof CircleAlert; tone: string; word: string }> = {
  error: { Icon: CircleAlert, tone: "text-kind-error", word: "Error" },
  warning: { Icon: TriangleAlert, tone: "text-kind-waiting", word: "Warning" },
  hint: { Icon: Lightbulb, tone: "text-kind-request", word: "Hint" },
};

/** What is to be said about the tool, with the reason, and one press to put it right where that is possible. */
export function LintPanel({ tool }: { tool: ToolItem }) {
  const lints = useLints(tool);
  if (tool.kind !== "own") {
    return (
      <EmptyState icon={<CircleCheck aria-hidden />} title="Nothing to check">
        Only tools of your own are looked at.
      </EmptyState>
    );
  }
  if (lints.length === 0) {
    return (
      <EmptyState icon={<CircleCheck className="text-kind-result" aria-hidden />} title="Nothing to say">
        The API takes this tool, and a model has what it needs to call it well.
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Lint" className="flex h-full flex-col gap-2 overflow-y-auto p-3">
      {lints.map((lint) => (
        <li key={`${lint.code} ${lint.path?.join("/")} ${lint.message}`}>
          <LintItem lint={lint} tool={tool} />
        </li>
      ))}
    </ul>
  );
}

function LintItem({ lint, tool }: { lint: Lint; tool: ToolItem }) {
  const { Icon, tone, word } = icons[lint.severity];
  return (
    <article className="flex gap-2 rounded-md border p-2">
      <Icon className={`mt-0.5 size-4 shrink-0 ${tone}`} aria-label={word} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <button
          type="button"
          onClick={() => focusToolField(lint.field)}
          className="rounded-sm text-left font-medium break-words hover:underline"
        >
          {lint.message}
        </button>
        <p className="text-xs break-words text-muted">{lint.reason}</p>
        <LintFixButton lint={lint} toolId={tool.id} />
      </div>
    </article>
  );
}
