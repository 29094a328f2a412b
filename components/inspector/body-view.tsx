import { JsonView } from "@/components/ui/json-view";
import { Part } from "./part";

/** A body: JSON as a tree, anything else as its text. */
export function BodyView({ body, title, label }: { body: unknown; title: string; label: string }) {
  if (body === null || body === undefined) return <p className="p-3 text-sm text-muted">No body.</p>;
  return (
    <Part title={title} copy={() => (typeof body === "string" ? body : JSON.stringify(body, null, 2))}>
      {typeof body === "string" ? (
        <pre className="whitespace-pre-wrap break-words">{body}</pre>
      ) : (
        <JsonView value={body} label={label} openDepth={2} />
      )}
    </Part>
  );
}
