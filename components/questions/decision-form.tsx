"use client";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { SchemaForm } from "@/components/content/schema-form";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { TextArea } from "@/components/ui/text-area";
import { firstValue } from "@/lib/client/schema-control";
import type { HumanDecision } from "@/lib/protocol/human-decision";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";

type Way = "answer" | "edit" | "refuse";
type AnswerContent = Extract<HumanDecision, { type: "answer" }>["content"];

/** A way to decide, with the fields it needs; what was typed for one way stays while another is looked at. */
export function DecisionForm({
  approval,
  answerSchema,
  inputSchema,
  input,
  sending,
  problem,
  onDecide,
}: {
  /** Whether the call runs when it is approved; else a person answers in its place. */
  approval: boolean;
  answerSchema: JsonObject | null;
  inputSchema: JsonObject | null;
  input: JsonObject;
  sending: boolean;
  problem: string | null;
  onDecide: (decision: HumanDecision) => void;
}) {
  const [way, setWay] = useState<Way>("answer");
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<unknown>(() => answerSchema && firstValue(answerSchema, answerSchema));
  const [edited, setEdited] = useState<unknown>(input);
  const [reason, setReason] = useState("");

  const sendAnswer = () => onDecide({ type: "answer", content: answerContent(answerSchema, answer, text) });
  const sendEdit = () => onDecide({ type: "edit", input: isJsonObject(edited) ? edited : {} });
  const sendRefusal = () => onDecide({ type: "refuse", ...(reason.trim() !== "" && { reason }) });
  const approve = () => onDecide({ type: "approve" });
  const submit = { answer: approval ? approve : sendAnswer, edit: sendEdit, refuse: sendRefusal }[way];
  const other = (next: Way, label: string) => (
    <Button variant="ghost" disabled={sending} onClick={() => setWay(next)}>
      {label}
    </Button>
  );
  const buttons: Readonly<Record<Way, ReactNode>> = {
    answer: (
      <>
        {!approval && (
          <Button type="submit" variant="primary" disabled={sending}>
            Send answer
          </Button>
        )}
        {answerSchema === null && (
          <Button variant={approval ? "primary" : "outline"} disabled={sending} onClick={approve}>
            Approve
          </Button>
        )}
        {answerSchema === null && other("edit", "Edit input")}
        {other("refuse", "Refuse")}
      </>
    ),
    edit: (
      <>
        <Button type="submit" variant="primary" disabled={sending}>
          Approve this input
        </Button>
        {other("answer", "Back")}
      </>
    ),
    refuse: (
      <>
        <Button type="submit" variant="primary" disabled={sending}>
          Refuse
        </Button>
        {other("answer", "Back")}
      </>
    ),
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => submitOnChord(event, submit)}
      className="flex max-w-2xl flex-col gap-3"
    >
      {way === "answer" && !approval && answerSchema !== null && (
        <SchemaForm schema={answerSchema} label="Your answer" value={answer} onValueChange={setAnswer} />
      )}
      {way === "answer" && !approval && answerSchema === null && (
        <TextArea label="Your answer" minRows={2} value={text} onValueChange={setText} />
      )}
      {way === "edit" && (
        <SchemaForm schema={inputSchema ?? {}} label="Input" value={edited} onValueChange={setEdited} />
      )}
      {way === "refuse" && (
        <TextArea
          label="Reason"
          hint="The model reads it. It may stay empty."
          minRows={2}
          value={reason}
          onValueChange={setReason}
        />
      )}
      {problem !== null && (
        <p role="alert" className="text-xs text-kind-error-text first-letter:uppercase">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        {buttons[way]}
        {sending && <Spinner label="Sending" className="size-4" />}
      </div>
    </form>
  );
}

/** What a form holds came from JSON and is JSON. */
function answerContent(schema: JsonObject | null, answer: unknown, text: string): AnswerContent {
  return schema === null ? text : ((answer ?? null) as AnswerContent);
}

function submitOnChord(event: KeyboardEvent, submit: () => void): void {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  submit();
}
