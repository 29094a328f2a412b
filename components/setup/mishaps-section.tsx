"use client";
import { useSetup } from "@/lib/client/setup-store";
import { FoldedFields } from "./folded-fields";
import { SetupSection } from "./setup-section";

/** Mistakes that our own loop makes when asked to, to learn from. */
export function MishapsSection() {
  const count = useSetup(({ draft }) => draft.mishaps.length);
  return (
    <SetupSection name="mishaps" title="Mishaps" summary={count === 0 ? "none" : `${count} of ours`}>
      <FoldedFields section="mishaps" />
    </SetupSection>
  );
}
