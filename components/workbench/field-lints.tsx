"use client";
import { CircleAlert } from "lucide-react";
import type { Lint } from "@/lib/tool-design/lint/lint";
import { LintFixButton } from "./lint-fix-button";

/** What the API refuses, told where it was typed. The rest is in the panel. */
export function FieldLints({
  lints,
  fields,
  toolId,
}: {
  lints: readonly Lint[];
  fields: readonly string[];
  toolId: string;
}) {
  const errors = lints.filter(({ severity, field }) => severity === "error" && fields.includes(field));
  if (errors.length === 0) return null;
  return (
    <ul aria-label="Errors" className="flex flex-col gap-1.5">
      {errors.map((lint) => (
        <li
          key={`${lint.code} ${lint.path?.join("/")} ${lint.message}`}
          className="flex flex-col gap-1 rounded-md border border-kind-error bg-kind-error-soft p-2 text-xs"
        >
          <p role="alert" className="flex gap-1.5 text-kind-error-text">
            <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
            <span className="min-w-0 break-words">
              {lint.message} {lint.reason}
            </span>
          </p>
          <LintFixButton lint={lint} toolId={toolId} />
        </li>
      ))}
    </ul>
  );
}
