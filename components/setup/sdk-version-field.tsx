"use client";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { useResource } from "@/lib/client/api-resource";
import { engineCatalogue, type SdkVersion } from "@/lib/client/engine-catalogue";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { useField } from "./use-field";

/** The newest has no value of its own: a select cannot hold an empty one. */
const newest = "newest";

/** Which installed version of the SDK runs the loop. */
export function SdkVersionField() {
  const version = useSetup(({ draft }) => draft.sdkVersion);
  const known = useResource(engineCatalogue);
  const field = useField("engine.sdkVersion");
  const versions = known.status === "ready" ? known.value.sdkVersions : [];
  const gone = version !== "" && !versions.some((each) => each.version === version);
  return (
    <div className="flex flex-col gap-1">
      <Select
        label="SDK version"
        value={version === "" ? newest : version}
        onValueChange={(next) => editSetup({ sdkVersion: next === newest ? "" : next })}
        options={[
          { value: newest, label: newestLabel(versions) },
          ...versions
            .filter((each) => !each.newest)
            .map((each) => ({ value: each.version, label: each.version, detail: detailOf(each) })),
          ...(gone ? [{ value: version, label: version }] : []),
        ]}
        {...field}
      />
      {known.status === "error" && (
        <div className="flex items-center justify-between gap-2 text-xs text-muted">
          <span>The other versions could not be loaded. {known.message}</span>
          <Button size="sm" onClick={engineCatalogue.reload}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}

function newestLabel(versions: readonly SdkVersion[]): string {
  const version = versions.find((each) => each.newest)?.version;
  return version === undefined ? "Newest" : `Newest (${version})`;
}

/** What a version does otherwise with headers, in a word or two. */
function detailOf({ credentialHeader, perCallHeaders }: SdkVersion): string {
  const credential = credentialHeader === "x-api-key" ? "x-api-key" : "bearer key";
  if (perCallHeaders === "ignored") return `${credential}, ignores per-call headers`;
  if (perCallHeaders === "lost-on-compaction") return `${credential}, loses headers on compaction`;
  return credential;
}
