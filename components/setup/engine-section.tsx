"use client";
import { useSetup } from "@/lib/client/setup-store";
import { engineNames } from "./engine-names";
import { FoldedFields } from "./folded-fields";
import { SetupSection } from "./setup-section";

/** What drives the loop. */
export function EngineSection() {
  const engine = useSetup(({ draft }) => draft.engine);
  const version = useSetup(({ draft }) => draft.sdkVersion);
  const name = engineNames[engine];
  const summary = version === "" || engine === "ai-sdk" ? name : `${name}, SDK ${version}`;
  return (
    <SetupSection name="engine" title="Engine" summary={summary}>
      <FoldedFields section="engine" />
    </SetupSection>
  );
}
