import { FoldVertical, Hash, ListRestart, RotateCw } from "lucide-react";
import { type RequestKind, requestKindWords } from "@/lib/run/request-kind";

const icons = {
  retry: RotateCw,
  "thread-replay": ListRestart,
  "count-tokens": Hash,
  compaction: FoldVertical,
};

/** What sets a request apart from the plain steps of the loop; nothing for those. */
export function KindIcon({ kind }: { kind: RequestKind }) {
  if (kind === "first" || kind === "follow-up") return null;
  const Icon = icons[kind];
  return <Icon role="img" aria-label={requestKindWords[kind]} className="inline size-3 shrink-0" />;
}
