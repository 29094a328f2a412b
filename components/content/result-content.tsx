import { FileText } from "lucide-react";
import { JsonView } from "@/components/ui/json-view";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { ToolResultContent } from "@/lib/protocol/tool-result";
import { bytesText } from "@/lib/run/quantity-text";
import { ImageContent } from "./image-content";
import { TextContent } from "./text-content";

/** The content of a tool result or a message: text, JSON in text, images, documents; other kinds as their JSON. */
export function ResultContent({ content, label }: { content: ToolResultContent; label: string }) {
  if (typeof content === "string") return <TextContent text={content} label={label} />;
  if (content.length === 0) return <p className="text-xs text-subtle">nothing</p>;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {content.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity of their own and never move
        <Block key={index} block={block} label={label} />
      ))}
    </div>
  );
}

function Block({ block, label }: { block: JsonObject; label: string }) {
  const source = isJsonObject(block.source) ? block.source : null;
  if (block.type === "text") return <TextContent text={String(block.text ?? "")} label={label} />;
  if (block.type === "image" && source?.type === "base64") {
    return <ImageContent mediaType={String(source.media_type)} data={String(source.data)} label={label} />;
  }
  if (block.type === "document" && source !== null) {
    return <DocumentContent block={block} source={source} label={label} />;
  }
  return <JsonView value={block} label={label} openDepth={1} />;
}

function DocumentContent({ block, source, label }: { block: JsonObject; source: JsonObject; label: string }) {
  const data = typeof source.data === "string" ? source.data : "";
  const bytes = source.type === "base64" ? Math.floor((data.length * 3) / 4) : data.length;
  const size = data === "" ? "" : ` · ${bytesText(bytes)}`;
  return (
    <div className="min-w-0 rounded-md border bg-panel">
      <p className="flex h-7 items-center gap-1.5 border-b px-2 text-xs text-muted">
        <FileText aria-hidden className="size-3.5 shrink-0" />
        <span className="truncate">{String(block.title ?? "Document")}</span>
        <span className="shrink-0 text-subtle">
          {String(source.media_type ?? source.type)}
          {size}
        </span>
      </p>
      <div className="p-2">
        {source.type === "text" ? (
          <TextContent text={data} label={label} />
        ) : (
          <p className="text-xs text-subtle">
            {source.type === "url" ? `At ${String(source.url)}; not fetched.` : "Binary content; not drawn."}
          </p>
        )}
      </div>
    </div>
  );
}
