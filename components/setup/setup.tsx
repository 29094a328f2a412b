"use client";
import { Eraser } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { PanelHeader } from "@/components/ui/panel-header";
import { EngineSection } from "./engine-section";
import { HeadersSection } from "./headers-section";
import { LimitsSection } from "./limits-section";
import { MishapsSection } from "./mishaps-section";
import { ModelSection } from "./model-section";
import { PromptSection } from "./prompt-section";
import { ProviderSection } from "./provider-section";
import { resetSetup } from "./reset-setup";
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
            <IconButton label="Reset setup" onClick={resetSetup}>
              <Eraser aria-hidden />
            </IconButton>
          </>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto overflow-x-hidden">
        <PromptSection />
        <ProviderSection />
        <EngineSection />
        <ToolsSection />
        <ModelSection />
        <HeadersSection />
        <MishapsSection />
        <LimitsSection />
      </div>
    </div>
  );
}
