"use client";
import { useEffect } from "react";
import { onDemand, useOnDemand } from "@/components/ui/on-demand";
import { Skeleton } from "@/components/ui/skeleton";
import type { FoldedSection } from "./fields-at-first-folded";
import { arriving } from "./setup-focus";

const fields = onDemand(() => import("./fields-at-first-folded"));

/** What a section holds that nobody has opened when the page is new. */
export function FoldedFields({ section }: { section: FoldedSection }) {
  const loaded = useOnDemand(fields);
  useEffect(fields.load, []);
  if (loaded !== null) return <loaded.FieldsOf section={section} />;
  return (
    <div {...arriving} aria-busy>
      <Skeleton className="h-7" />
    </div>
  );
}
