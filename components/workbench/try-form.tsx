"use client";
import { FlaskConical, Square } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { CodeEditor } from "@/components/ui/code-editor";
import { NumberField } from "@/components/ui/number-field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { toolInput } from "@/lib/client/tool-input";
import type { Trial } from "@/lib/client/trial-call";
import { typeInput, useTrials } from "@/lib/client/trial-store";
import { stopTrial, tryItem } from "@/lib/client/try-tool";
import { useToolSchema } from "@/lib/client/use-tool-schema";
import { useUrlParam } from "@/lib/client/use-url-param";
import { readJson } from "@/lib/tool-design/json-text";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { InputForm } from "./input-form";

const views = [
  { value: "form", label: "Form" },
  { value: "json", label: "JSON" },
] as const;

/** The input of a call, as a form or as JSON, and how often it is called at once. */
export function TryForm({
  tool,
  goingOn,
  onTry,
}: {
  tool: ToolItem;
  goingOn: Trial | undefined;
  onTry: () => void;
}) {
  const [view, setView] = useUrlParam("input", "form");
  const [times, setTimes] = useState<number | null>(1);
  const [timeoutMs, setTimeoutMs] = useState<number | null>(30_000);
  const schema = useToolSchema(tool);
  const typed = useTrials((state) => state.inputs[tool.id]);
  const text = typed ?? toolInput(schema);
  const read = readJson(text);
  const start = () => {
    onTry();
    void tryItem(tool, { inputText: text, times: times ?? 1, timeoutMs: timeoutMs ?? 30_000 });
  };
  useTryKey(() => goingOn === undefined && start());
  return (
    <div className="flex flex-col gap-3 border-b p-3">
      <div className="flex items-center justify-between">
        <h3 className="text-xs font-medium text-muted">Input</h3>
        <SegmentedControl
          label="View of the input"
          value={view === "json" ? "json" : "form"}
          onValueChange={setView}
          options={views}
        />
      </div>
      {view === "json" ? (
        <CodeEditor
          label="Input (JSON)"
          labelHidden
          language="json"
          minRows={4}
          maxRows={16}
          value={text}
          onValueChange={(next) => typeInput(tool.id, next)}
          marks={"problem" in read ? [{ ...read.problem, severity: "warning" }] : noMarks}
          hint={
            "problem" in read
              ? `${read.problem.message} (line ${read.problem.line}). It can be tried all the same: the tool gets null, as in a run.`
              : "Sent as it stands, whether it fits the schema or not."
          }
        />
      ) : (
        <InputForm schema={schema} text={text} onTextChange={(next) => typeInput(tool.id, next)} />
      )}
      <div className="flex items-end gap-2">
        <NumberField
          label="Times at once"
          min={1}
          max={100}
          className="w-24"
          value={times}
          onValueChange={setTimes}
        />
        <NumberField
          label="Timeout"
          unit="ms"
          min={1}
          max={600_000}
          className="w-28"
          value={timeoutMs}
          onValueChange={setTimeoutMs}
        />
        {goingOn === undefined ? (
          <Button variant="primary" className="ml-auto" onClick={start}>
            <FlaskConical aria-hidden />
            Try
          </Button>
        ) : (
          <Button className="ml-auto" onClick={() => stopTrial(goingOn.id)}>
            <Square aria-hidden />
            Stop
          </Button>
        )}
      </div>
    </div>
  );
}

const noMarks = [] as const;

/** Ctrl or Cmd with Enter, wherever one types. */
function useTryKey(start: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    start();
  });
  useEffect(() => {
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
