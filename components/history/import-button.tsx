"use client";
import { Upload } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { takeFiles } from "./file-commands";

/** Chooses files with exported runs. */
export function ImportButton() {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept=".jsonl,.ndjson,application/x-ndjson"
        aria-label="Files with exported runs"
        onChange={({ currentTarget }) => {
          void takeFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
      <Button onClick={() => field.current?.click()}>
        <Upload aria-hidden />
        Import
      </Button>
    </>
  );
}
