"use client";
import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { IconButton } from "./icon-button";
import { notify } from "./toast-queue";

const shownForMs = 1_500;

/** Copies `text` (or what `text()` gives when pressed) and says so. `label` names what is copied: "Copy input". */
export function CopyButton({
  text,
  label = "Copy",
  size = "sm",
  className,
}: {
  text: string | (() => string);
  label?: string;
  size?: "sm" | "md";
  className?: string;
}) {
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === "string" ? text : text());
    } catch (error) {
      notify({ title: "Could not copy", detail: String(error), tone: "error" });
      return;
    }
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), shownForMs);
  };

  return (
    <>
      <IconButton
        label={copied ? "Copied" : label}
        size={size}
        onClick={copy}
        {...(className && { className })}
      >
        {copied ? <Check className="text-kind-result" aria-hidden /> : <Copy aria-hidden />}
      </IconButton>
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </>
  );
}
