"use client";
import { Button } from "@/components/ui/button";
import { useResource } from "@/lib/client/api-resource";
import { compactionNote } from "@/lib/client/compaction-beta";
import { abilitiesOf, engineCatalogue } from "@/lib/client/engine-catalogue";
import { editSetup, useSetup } from "@/lib/client/setup-store";

/** What the SDK version still needs to compact, and one press that adds it. */
export function CompactNote() {
  const draft = useSetup((setup) => setup.draft);
  const known = useResource(engineCatalogue);
  const version = known.status === "ready" ? abilitiesOf(known.value.sdkVersions, draft.sdkVersion) : null;
  const note = compactionNote(draft, version);
  if (note === null) return null;
  const { text, paramsText } = note;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-0.5 text-kind-waiting-text text-xs">
      <p className="min-w-0 flex-1">{text}</p>
      {paramsText !== null && (
        <Button size="sm" onClick={() => editSetup({ paramsText })}>
          Add the beta
        </Button>
      )}
    </div>
  );
}
