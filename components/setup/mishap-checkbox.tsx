"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { mishapList, mishapNames, mishapSentences } from "@/lib/client/draft-mishaps";
import { editSetup, setupStore, useSetup } from "@/lib/client/setup-store";
import type { Mishap } from "@/lib/protocol/mishap";

/** One mishap, with what it does in one sentence. */
export function MishapCheckbox({ mishap, disabled }: { mishap: Mishap; disabled: boolean }) {
  const checked = useSetup(({ draft }) => draft.mishaps.includes(mishap));
  const id = `mishap-${mishap}`;
  return (
    <div>
      <Checkbox
        label={mishapNames[mishap]}
        checked={checked}
        disabled={disabled}
        aria-describedby={id}
        onCheckedChange={(next) => switchMishap(mishap, next === true)}
      />
      <p id={id} className="pl-5.5 text-subtle text-xs">
        {mishapSentences[mishap]}
      </p>
    </div>
  );
}

function switchMishap(mishap: Mishap, on: boolean): void {
  const { mishaps } = setupStore.getState().draft;
  editSetup({ mishaps: mishapList.filter((each) => (each === mishap ? on : mishaps.includes(each))) });
}
