import { JsonView } from "@/components/ui/json-view";
import type { JsonObject } from "@/lib/protocol/json-object";

/** One message of a request: its role, its number, its content. */
export function MessageView({ message, number }: { message: JsonObject; number: number }) {
  const { role, content } = message;
  return (
    <div className="rounded-md border">
      <p className="flex justify-between border-b bg-sunken px-2 py-0.5 text-xs text-subtle">
        <span className="text-muted">{String(role)}</span> message {number}
      </p>
      <div className="p-2">
        {typeof content === "string" ? (
          <p className="whitespace-pre-wrap break-words text-sm">{content}</p>
        ) : (
          <JsonView value={content} label={`Message ${number}`} openDepth={2} />
        )}
      </div>
    </div>
  );
}
