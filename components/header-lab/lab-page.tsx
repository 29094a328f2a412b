"use client";
import { TriangleAlert } from "lucide-react";
import { PageFrame } from "@/components/content/page-frame";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { loadLabSettingAgain, useLabSetting } from "@/lib/client/lab-setting";
import { Lab } from "./lab";
import { LabTopBar } from "./lab-top-bar";

/** The lab, once it is known which engines and versions there are. */
export function LabPage() {
  const setting = useLabSetting();
  return (
    <PageFrame title="Header lab" topBar={<LabTopBar />}>
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
    </PageFrame>
  );
}
