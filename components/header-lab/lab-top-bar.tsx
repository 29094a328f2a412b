"use client";
import { PageTopBar } from "@/components/content/page-top-bar";
import { CopyButton } from "@/components/ui/copy-button";
import { labPath } from "@/lib/client/page-paths";

/** The lab's title, what it is for, and a link to the choice on screen. */
export function LabTopBar() {
  return (
    <PageTopBar
      title="Header lab"
      path={labPath}
      beside={
        <p className="ml-2 truncate text-xs text-subtle max-lg:hidden">
          Real packages, one run per cell: does each header arrive on every request?
        </p>
      }
      actions={<CopyButton text={() => window.location.href} label="Copy link to this choice" />}
    />
  );
}
