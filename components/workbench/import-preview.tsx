import { isJsonObject } from "@/lib/protocol/json-object";
import { countText } from "@/lib/run/quantity-text";
import type { Imported, ImportedTool } from "@/lib/tool-design/import/imported-tool";
import { propertyNames } from "@/lib/tool-design/lint/schema-places";

const shown = 50;

/** What a pasted text is read as, or why it is not. */
export function ImportPreview({ read, empty }: { read: Imported; empty: boolean }) {
  if (empty) return null;
  if (!read.ok) {
    return (
      <p
        role="alert"
        className="rounded-md border border-kind-error bg-kind-error-soft p-2 text-xs text-kind-error-text"
      >
        {read.message}
      </p>
    );
  }
  return (
    <ul
      aria-label="Found tools"
      className="flex max-h-64 flex-col divide-y overflow-y-auto rounded-md border"
    >
      {read.tools.slice(0, shown).map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and the list is made anew with each text
        <Found key={index} {...each} />
      ))}
      {read.tools.length > shown && (
        <li className="p-2 text-xs text-subtle">and {countText(read.tools.length - shown)} more</li>
      )}
    </ul>
  );
}

function Found({ tool, from, notes }: ImportedTool) {
  const definition = typeof tool === "string" ? { name: tool } : tool;
  const schema =
    "inputSchema" in definition && isJsonObject(definition.inputSchema) ? definition.inputSchema : {};
  const description = "description" in definition ? String(definition.description) : "";
  return (
    <li className="flex flex-col gap-0.5 p-2 text-xs">
      <p className="flex items-baseline gap-2">
        <span className="min-w-0 truncate font-mono">
          {String(definition.name ?? "unnamed")}({propertyNames(schema).join(", ")})
        </span>
        <span className="ml-auto shrink-0 text-2xs text-subtle">{from}</span>
      </p>
      {description !== "" && <p className="line-clamp-2 text-muted">{description}</p>}
      {notes.map((note) => (
        <p key={note} className="text-kind-waiting-text">
          {note}
        </p>
      ))}
    </li>
  );
}
