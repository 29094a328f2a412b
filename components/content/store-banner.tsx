"use client";
import { DatabaseZap } from "lucide-react";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { checkStore, followStore, useStoreProblem } from "@/lib/client/store-watch";

/** Says while runs cannot be stored what is wrong, where, and what to do. It goes by itself when all is well again. */
export function StoreBanner() {
  useEffect(followStore, []);
  const problem = useStoreProblem();
  if (problem === null) return null;
  return (
    <section
      role="alert"
      aria-label="Runs cannot be stored"
      className="flex shrink-0 items-start gap-3 border-b bg-kind-error-soft px-3 py-2"
    >
      <DatabaseZap aria-hidden className="mt-0.5 size-4 shrink-0 text-kind-error" />
      <p className="min-w-0 flex-1 break-words text-kind-error-text">
        {problem}{" "}
        <span className="text-ink">Until then nothing new is stored, and no run can be started.</span>
      </p>
      <Button size="sm" onClick={() => void checkStore()}>
        Check again
      </Button>
    </section>
  );
}
