"use client";
import { X } from "lucide-react";
import { Toast as Radix } from "radix-ui";
import { useSyncExternalStore } from "react";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";
import { currentToasts, dismissToast, subscribeToasts, type Toast } from "./toast-queue";

const noToasts: readonly Toast[] = [];

/** Where messages sent by `notify` appear. Once per page. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts, () => noToasts);
  return (
    <Radix.Provider duration={6_000} swipeDirection="right">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
      <Radix.Viewport className="fixed right-4 bottom-4 z-50 flex w-90 max-w-[calc(100vw-2rem)] flex-col gap-2 outline-none" />
    </Radix.Provider>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const { id, title, detail, tone, action } = toast;
  return (
    <Radix.Root
      onOpenChange={(open) => !open && dismissToast(id)}
      className="flex animate-float-in items-start gap-3 rounded-md bg-raised py-2.5 pr-2 pl-3 shadow-float"
    >
      <div className="min-w-0 flex-1 py-0.5">
        <Radix.Title className={classNames("font-medium", tone === "error" && "text-kind-error-text")}>
          {title}
        </Radix.Title>
        {detail && (
          <Radix.Description className="mt-0.5 break-words text-xs text-muted">{detail}</Radix.Description>
        )}
      </div>
      {action && (
        <Radix.Action
          altText={action.label}
          onClick={action.run}
          className="h-6 shrink-0 rounded-md border border-line-strong px-2 text-xs font-medium hover:bg-hover"
        >
          {action.label}
        </Radix.Action>
      )}
      <Radix.Close asChild>
        <IconButton label="Dismiss" size="sm" tooltipSide="top">
          <X aria-hidden />
        </IconButton>
      </Radix.Close>
    </Radix.Root>
  );
}
