"use client";
import { TriangleAlert } from "lucide-react";
import { StoreBanner } from "@/components/content/store-banner";
import { Toasts } from "@/components/content/toasts";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { TooltipProvider } from "@/components/ui/tooltip";
import { loadLabSettingAgain, useLabSetting } from "@/lib/client/lab-setting";
import { Lab } from "./lab";
import { LabTopBar } from "./lab-top-bar";

/** The lab, once it is known which engines and versions there are. */
export function LabPage() {
  const setting = useLabSetting();
  return (
    <TooltipProvider>
      <title>Header lab · Toolscope</title>
      <div className="flex h-dvh flex-col overflow-hidden">
        <LabTopBar />
        <StoreBanner />
        {setting.status === "ready" ? (
          <Lab setting={setting.value} />
        ) : (
          <main className="min-h-0 flex-1 bg-panel p-3">
            {setting.status === "loading" ? (
              <Skeleton className="h-80" />
            ) : (
              <EmptyState
                icon={<TriangleAlert aria-hidden />}
                title="The engines could not be listed"
                actions={<Button onClick={loadLabSettingAgain}>Try again</Button>}
              >
                {setting.message}
              </EmptyState>
            )}
          </main>
        )}
      </div>
      <Toasts />
    </TooltipProvider>
  );
}
