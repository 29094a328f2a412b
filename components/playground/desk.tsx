"use client";
import { useEffect } from "react";
import { StoreBanner } from "@/components/content/store-banner";
import { momentParam, parseMoment, pause } from "@/lib/client/playback";
import { takeWish, whenRunEnded } from "@/lib/client/run-again";
import { loadLabel } from "@/lib/client/run-label";
import { useRunId } from "@/lib/client/run-path";
import { openRun } from "@/lib/client/run-store";
import { urlParam } from "@/lib/client/url-params";
import { carryOut } from "./commands";
import { Overlays } from "./overlays";
import { PageTitle } from "./run-title";
import { TopBar } from "./top-bar";
import { useShortcuts } from "./use-shortcuts";
import { Workspace } from "./workspace";

/** Follows the run the address names, and stays mounted while the address changes. */
export function Desk() {
  const runId = useRunId();
  useEffect(() => {
    const close = openRun(runId, parseMoment(urlParam(momentParam, "")));
    void loadLabel(runId);
    const wish = takeWish(runId);
    if (wish !== null) whenRunEnded(() => void carryOut(wish));
    return () => {
      pause();
      close();
    };
  }, [runId]);
  useShortcuts();
  return (
    <>
      <PageTitle />
      <div className="flex h-dvh flex-col overflow-hidden">
        <TopBar />
        <StoreBanner />
        <Workspace />
      </div>
      <Overlays />
    </>
  );
}
