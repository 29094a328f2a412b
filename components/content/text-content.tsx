import { JsonView } from "@/components/ui/json-view";

/** Text with its whitespace; text that is a JSON object or array is drawn as a tree. */
export function TextContent({ text, label }: { text: string; label: string }) {
  const json = jsonIn(text);
  if (json !== null) return <JsonView value={json} label={label} openDepth={2} />;
  if (text === "") return <p className="text-xs text-subtle">empty text</p>;
  return <pre className="min-w-0 whitespace-pre-wrap break-words">{text}</pre>;
}

function jsonIn(text: string): object | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
