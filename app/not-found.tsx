import { SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <main className="h-dvh">
      <title>Not found · Toolscope</title>
      <EmptyState
        icon={<SearchX aria-hidden />}
        title="There is no such page"
        actions={
          <Button asChild variant="primary">
            <a href="/">Open the playground</a>
          </Button>
        }
      >
        The playground is at <code>/</code>, a run at <code>/runs/</code> and its id.
      </EmptyState>
    </main>
  );
}
