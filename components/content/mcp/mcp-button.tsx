"use client";
import { Plug } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const McpDialog = dynamic(() => import("./mcp-dialog").then((module) => module.McpDialog), { ssr: false });

/** Opens the MCP servers, wherever it stands. */
export function McpButton({ size = "md", className }: { size?: "sm" | "md"; className?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size={size} onClick={() => setOpen(true)} {...(className && { className })}>
        <Plug aria-hidden />
        MCP servers
      </Button>
      {open && <McpDialog onClose={() => setOpen(false)} />}
    </>
  );
}
