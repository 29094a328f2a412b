"use client";
import { TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="h-dvh">
      <title>Error · Toolscope</title>
      <EmptyState
        icon={<TriangleAlert aria-hidden />}
        title="The page ran into an error"
        actions={
          <>
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
            <Button asChild>
              <a href="/">Open the playground</a>
            </Button>
          </>
        }
      >
        <p>Runs go on without the page, and what they logged is safe.</p>
        <code className="mt-2 block break-words text-kind-error-text">{error.message}</code>
      </EmptyState>
    </main>
  );
}
