import { JsonText } from "@/components/ui/json-text";
import { wordDifference } from "@/lib/run/compare-words";

/** One value in one run: a list or object in short (its rows follow where it is open), a text with the words that differ. */
export function JsonCellView({ value, base, open }: { value: unknown; base: unknown; open: boolean }) {
  if (typeof value === "object" && value !== null)
    return <code className="[overflow-wrap:anywhere]">{open ? sizeText(value) : previewText(value)}</code>;
  const words = typeof value === "string" && typeof base === "string" ? wordDifference(base, value) : null;
  if (words === null)
    return (
      <code className="[overflow-wrap:anywhere]">
        <JsonText value={value} />
      </code>
    );
  return (
    <code className="block whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">
      {words.map(({ kind, text }, place) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no identity but their place
        if (kind === "same") return <span key={place}>{text}</span>;
        const Tag = kind === "added" ? "ins" : "del";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Tag key={place} className={kind === "added" ? addedClasses : removedClasses}>
            {text}
          </Tag>
        );
      })}
    </code>
  );
}

const addedClasses = "bg-header-added-soft text-header-added-text underline decoration-1 underline-offset-2";
const removedClasses = "bg-header-missing-soft text-header-missing-text line-through";
const longestPreview = 90;

function sizeText(value: object): string {
  const count = Object.keys(value).length;
  return Array.isArray(value) ? `[${count}]` : `{${count}}`;
}

function previewText(value: object): string {
  const text = JSON.stringify(value);
  return text.length > longestPreview ? `${text.slice(0, longestPreview)}…` : text;
}
