"use client";
import { FileInput } from "lucide-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { takeFiles } from "./file-commands";

/** Takes files that are dropped anywhere on it, and says so while one hovers above. */
export function DropZone({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false);
  /** Entering a child leaves its parent: only the count of both tells whether the pointer is outside. */
  const depth = useRef(0);
  const step = (event: DragEvent, change: 1 | -1) => {
    if (!hasFiles(event)) return;
    depth.current += change;
    setOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the Import button does the same by key
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragEnter={(event) => step(event, 1)}
      onDragLeave={(event) => step(event, -1)}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        void takeFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-2 z-40 flex items-center justify-center gap-2 rounded-lg border-2 border-accent border-dashed bg-accent-soft text-md font-medium text-accent-text">
          <FileInput aria-hidden className="size-5" />
          Drop to import the runs in it
        </div>
      )}
    </div>
  );
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes("Files");
}
