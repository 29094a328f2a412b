"use client";
import { useSetup } from "@/lib/client/setup-store";
import { countOf } from "@/lib/run/quantity-text";
import { FoldedFields } from "./folded-fields";
import { SetupSection } from "./setup-section";

/** Headers to send, and headers that must be on every request. */
export function HeadersSection() {
  const count = useSetup(({ draft }) => draft.defaultHeaders.length + draft.perRequestHeaders.length);
  return (
    <SetupSection name="headers" title="Headers" summary={count === 0 ? "none" : countOf(count, "header")}>
      <FoldedFields section="headers" />
    </SetupSection>
  );
}
