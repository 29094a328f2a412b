"use client";
import { CircleHelp, PanelLeft, Plus, Search } from "lucide-react";
import { Logo } from "@/components/content/logo";
import { PageLinks } from "@/components/content/page-links";
import { SignOutButton } from "@/components/content/sign-out-button";
import { ThemeSelect } from "@/components/content/theme-select";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { openOverlay } from "@/lib/client/overlay";
import { historyPath } from "@/lib/client/page-paths";
import { useSetupShown } from "@/lib/client/view-store";
import { newRun, toggleSetup } from "./commands";
import { loadPalette } from "./load-palette";
import { RecentRunsMenu } from "./recent-runs-menu";
import { RunControls } from "./run-controls";
import { RunTitle } from "./run-title";
import { chordText } from "./shortcut-keys";

/** The top of the page: where one is, what one can do. */
export function TopBar() {
  const setupOpen = useSetupShown();
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-panel px-3">
      <a
        href="/"
        className="flex items-center gap-2 rounded-md"
        aria-label="Toolscope, new run"
        onClick={goHome}
      >
        <Logo className="size-5" />
        <span className="text-md font-semibold tracking-tight max-md:sr-only">Toolscope</span>
      </a>
      <span aria-hidden className="mx-1 h-5 w-px bg-line-strong" />
      <IconButton
        label={setupOpen ? "Hide setup" : "Show setup"}
        shortcut="["
        aria-expanded={setupOpen}
        onClick={toggleSetup}
      >
        <PanelLeft aria-hidden />
      </IconButton>
      <Button variant="ghost" onClick={newRun}>
        <Plus aria-hidden />
        <span className="max-md:sr-only">New run</span>
      </Button>
      <RecentRunsMenu />
      <PageLinks except={historyPath} />
      <RunTitle />
      <IconButton
        label="Command palette"
        shortcut={chordText("K")}
        onPointerEnter={() => void loadPalette()}
        onFocus={() => void loadPalette()}
        onClick={() => openOverlay("palette")}
      >
        <Search aria-hidden />
      </IconButton>
      <IconButton label="Keyboard shortcuts" shortcut="?" onClick={() => openOverlay("shortcuts")}>
        <CircleHelp aria-hidden />
      </IconButton>
      <ThemeSelect />
      <SignOutButton />
      <span aria-hidden className="mx-1 h-5 w-px bg-line-strong" />
      <RunControls />
    </header>
  );
}

function goHome(event: React.MouseEvent): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  newRun();
}
