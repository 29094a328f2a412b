"use client";
import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

/** The address, the theme and the results live in the browser: the server draws the frame only. */
const LabPage = dynamic(() => import("./lab-page").then((module) => module.LabPage), {
  ssr: false,
  loading: () => (
    <main aria-busy="true" className="flex h-dvh flex-col gap-3 p-3">
      <title>Header lab · Toolscope</title>
      <p className="sr-only">Loading the header lab…</p>
      <Skeleton className="h-9" />
      <Skeleton className="h-80" />
    </main>
  ),
});

/** Which headers leave and arrive, engine by engine and version by version, measured at the press of a button. */
export function HeaderLab() {
  return <LabPage />;
}
