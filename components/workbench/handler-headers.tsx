"use client";
import { Plus } from "lucide-react";
import { HeaderRowEditor } from "@/components/content/header-row-editor";
import { Button } from "@/components/ui/button";
import { handlerHeaders } from "@/lib/client/handler-headers";
import { randomId } from "@/lib/client/random-id";
import type { HeaderRow } from "@/lib/client/setup-draft";
import { problemOf } from "@/lib/client/tool-check";
import { editHandler } from "@/lib/client/tool-edits";
import type { ToolProblem } from "@/lib/protocol/tool-trial";
import type { HandlerValues, OwnItem } from "@/lib/tool-design/tool-item";

/** The headers of an HTTP handler. */
export function HandlerHeaders({
  tool,
  values,
  title,
  problems,
}: {
  tool: OwnItem;
  values: HandlerValues;
  title: string;
  problems: readonly ToolProblem[];
}) {
  const rows = handlerHeaders(values);
  const change = (next: readonly HeaderRow[]) => editHandler(tool, { headers: next });
  return (
    <fieldset className="flex w-full min-w-0 flex-col gap-2">
      <legend className="float-left w-full text-xs font-medium text-muted">{title}</legend>
      {rows.map((row, index) => (
        <HeaderRowEditor
          key={row.id}
          row={row}
          note={null}
          errors={{
            name: problemOf(problems, `handler.headers.${index}.name`)?.message,
            value: problemOf(problems, `handler.headers.${index}.value`)?.message,
          }}
          onChange={(part) => change(rows.map((each) => (each.id === row.id ? { ...each, ...part } : each)))}
          onRemove={() => change(rows.filter((each) => each.id !== row.id))}
        />
      ))}
      <Button
        size="sm"
        className="self-start"
        onClick={() => change([...rows, { id: randomId(), name: "", value: "", secret: false }])}
      >
        <Plus aria-hidden />
        Add a header
      </Button>
    </fieldset>
  );
}
