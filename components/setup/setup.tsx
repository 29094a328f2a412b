"use client";
import { Eraser } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { PanelHeader } from "@/components/ui/panel-header";
import { notify } from "@/components/ui/toast-queue";
import { defaultDraft } from "@/lib/client/setup-draft";
import { replaceSetup } from "@/lib/client/setup-store";
import { HeadersSection } from "./headers-section";
import { LimitsSection } from "./limits-section";
import { ModelSection } from "./model-section";
import { PromptSection } from "./prompt-section";
import { ProviderSection } from "./provider-section";
import { ShareMenu } from "./share-menu";
import { ToolsSection } from "./tools-section";

/** Everything a run is started with. */
export function Setup() {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PanelHeader
        title="Setup"
        actions={
          <>
            <ShareMenu />
            <IconButton label="Reset setup" onClick={resetToDefaults}>
              <Eraser aria-hidden />
            </IconButton>
          </>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto overflow-x-hidden">
        <PromptSection />
        <ProviderSection />
        <ToolsSection />
        <ModelSection />
        <HeadersSection />
        <LimitsSection />
      </div>
    </div>
  );
}

function resetToDefaults(): void {
  const undo = replaceSetup(defaultDraft);
  notify({ title: "Setup reset to its defaults", action: { label: "Undo", run: undo } });
}
