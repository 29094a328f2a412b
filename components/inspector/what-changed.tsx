import { JsonView } from "@/components/ui/json-view";
import { isJsonObject } from "@/lib/protocol/json-object";
import { countOf } from "@/lib/run/quantity-text";
import type { ProviderRequest } from "@/lib/run/run";
import { MessageView } from "./message-view";
import { Part } from "./part";

/** What this request carries that the one before it did not. */
export function WhatChanged({ request }: { request: ProviderRequest }) {
  const { delta } = request;
  if (delta === null || delta.kind === "text") {
    return <p className="p-3 text-sm text-muted">This body is no JSON: there is nothing to compare.</p>;
  }
  const { messages, ...others } = delta.fields;
  const fresh = Array.isArray(messages) ? messages.filter(isJsonObject) : [];
  return (
    <>
      <Part title="Repeated from the request before">
        <p className="text-sm text-muted">
          {delta.base === null
            ? "Nothing: this is the first request."
            : [
                countOf(delta.kept.messages, "message"),
                ...(delta.kept.tools ? ["the same tools"] : []),
                ...(delta.kept.system ? ["the same system prompt"] : []),
              ].join(", ")}
        </p>
      </Part>
      <Part title={`New: ${countOf(fresh.length, "message")}`} copy={() => JSON.stringify(fresh, null, 2)}>
        <div className="flex flex-col gap-2">
          {fresh.map((message, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: messages have no identity of their own and never move
            <MessageView key={index} message={message} number={delta.kept.messages + index + 1} />
          ))}
        </div>
      </Part>
      <Part title="Other fields, as sent" copy={() => JSON.stringify(others, null, 2)}>
        <JsonView value={others} label="Other fields" openDepth={1} />
      </Part>
    </>
  );
}
