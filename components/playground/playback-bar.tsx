"use client";
import { Pause, Play, SkipBack, SkipForward, StepBack, StepForward } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import {
  pause,
  playbackSpeeds,
  playOrPause,
  seek,
  setSpeed,
  stepEvent,
  stepTurn,
  useHasEnded,
  useMoment,
  usePlaying,
  useWholeLength,
} from "@/lib/client/playback";
import { useRunClock } from "@/lib/client/use-run-clock";
import { useView } from "@/lib/client/view-store";
import { durationText } from "@/lib/run/quantity-text";
import { Scrubber } from "./scrubber";

const speeds = playbackSpeeds.map((speed) => ({ value: String(speed), label: `${speed}x` }));

/** The run as a film: play it, step through it, go to any moment. It stands there from the start and moves nothing. */
export function PlaybackBar() {
  const playing = usePlaying();
  const speed = useView((view) => view.playbackSpeed);
  return (
    <section
      aria-label="Playback"
      className="@container flex h-9 shrink-0 items-center gap-2 overflow-hidden border-b px-2"
    >
      <div className="flex items-center">
        <span className="contents @max-lg:hidden">
          <IconButton label="Turn before" shortcut="<" size="sm" onClick={() => stepTurn(-1)}>
            <SkipBack aria-hidden />
          </IconButton>
        </span>
        <IconButton label="Event before" shortcut="," size="sm" onClick={() => stepEvent(-1)}>
          <StepBack aria-hidden />
        </IconButton>
        <IconButton label={playing ? "Pause" : "Play"} shortcut="K" size="sm" onClick={playOrPause}>
          {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
        </IconButton>
        <IconButton label="Next event" shortcut="." size="sm" onClick={() => stepEvent(1)}>
          <StepForward aria-hidden />
        </IconButton>
        <span className="contents @max-lg:hidden">
          <IconButton label="Next turn" shortcut=">" size="sm" onClick={() => stepTurn(1)}>
            <SkipForward aria-hidden />
          </IconButton>
        </span>
      </div>
      <Scrubber />
      <Times />
      <Select
        label="Playback speed"
        labelHidden
        className="w-17 shrink-0"
        value={String(speed)}
        onValueChange={(value) => setSpeed(Number(value))}
        options={speeds}
      />
      <ToTheEnd />
    </section>
  );
}

function Times() {
  const now = useRunClock();
  const length = useWholeLength();
  return (
    <p className="w-28 shrink-0 text-right text-xs text-muted @max-md:hidden">
      {durationText(now)} <span className="text-subtle">/ {durationText(Math.max(now, length))}</span>
    </p>
  );
}

/** The way back to what is newest; it keeps its place where one is there already. */
function ToTheEnd() {
  const moment = useMoment();
  const ended = useHasEnded();
  return (
    <Button
      size="sm"
      className="w-16"
      disabled={moment === null}
      onClick={() => {
        pause();
        seek(null);
      }}
    >
      {ended ? "To end" : "Live"}
    </Button>
  );
}
