"use client";
import { MishapTag } from "@/components/content/mishap-tag";
import { Button } from "@/components/ui/button";
import { FieldNote } from "@/components/ui/field";
import { mishapList } from "@/lib/client/draft-mishaps";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { MishapCheckbox } from "./mishap-checkbox";
import { useField } from "./use-field";

/** Each mishap with its switch, and what stands in the way of making any. */
export function MishapsFields() {
  const { name: field, error } = useField("mishaps");
  const isManual = useSetup(({ draft }) => draft.engine === "manual");
  return (
    <>
      <div className="flex flex-col items-start gap-1">
        <MishapTag>Ours, for demonstration</MishapTag>
        <p className="text-subtle text-xs">
          Mistakes of loops written by hand, made on purpose by our own. No SDK version makes them.
        </p>
      </div>
      {!isManual && (
        <div className="flex items-center justify-between gap-2 text-muted text-xs">
          <span>Only the manual loop makes mishaps: with this engine none is sent.</span>
          <Button size="sm" onClick={() => editSetup({ engine: "manual" })}>
            Use the manual loop
          </Button>
        </div>
      )}
      <fieldset data-field={field} disabled={!isManual} className="flex min-w-0 flex-col gap-2.5">
        <legend className="sr-only">Mishaps of the manual loop</legend>
        {mishapList.map((mishap) => (
          <MishapCheckbox key={mishap} mishap={mishap} disabled={!isManual} />
        ))}
        <FieldNote id="mishaps" error={error} />
      </fieldset>
    </>
  );
}
