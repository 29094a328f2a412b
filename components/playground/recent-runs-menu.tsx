"use client";
import { ChevronDown, History } from "lucide-react";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { onDemand, useOnDemand } from "@/components/ui/on-demand";
import { recentRuns } from "@/lib/client/catalogues";

const list = onDemand(() => import("./recent-runs"));

/** The runs before this one, newest first: to open one, or to pick several and put them side by side. */
export function RecentRunsMenu() {
  const loaded = useOnDemand(list);
  return (
    <DropdownMenu onOpenChange={(open) => open && openList()}>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" aria-label="History">
          <History aria-hidden />
          <span className="max-lg:sr-only">History</span>
          <ChevronDown className="text-subtle" aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-96">
        {loaded && <loaded.RecentRuns />}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function openList(): void {
  list.load();
  recentRuns.reload();
}
