"use client";
import type { ReactNode } from "react";
import { CollapsibleSection } from "@/components/ui/collapsible-section";
import { openSection, useView } from "@/lib/client/view-store";

/** A section of the setup; whether it stands open is remembered. */
export function SetupSection({
  name,
  title,
  summary,
  openAtFirst = false,
  children,
}: {
  name: string;
  title: string;
  summary?: ReactNode;
  openAtFirst?: boolean;
  children: ReactNode;
}) {
  const open = useView((view) => view.sections[name] ?? openAtFirst);
  return (
    <CollapsibleSection
      title={title}
      summary={summary}
      open={open}
      onOpenChange={(next) => openSection(name, next)}
      className="border-t"
    >
      <div className="flex flex-col gap-3 px-3 pt-1 pb-4">{children}</div>
    </CollapsibleSection>
  );
}
