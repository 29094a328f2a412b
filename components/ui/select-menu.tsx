"use client";
import { Check } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { pageNonce } from "./page-nonce";
import { StandIn } from "./stand-in";

export type SelectOption = { value: string; label: string; detail?: string; icon?: ReactNode };

/** The open list of a select. It is loaded after the first screen, which shows closed ones only. */
export function SelectMenu({
  id,
  trigger,
  value,
  onValueChange,
  onClose,
  options,
}: {
  id: string;
  trigger: RefObject<HTMLElement | null>;
  value: string;
  onValueChange: (value: string) => void;
  onClose: () => void;
  options: readonly SelectOption[];
}) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()} value={value} onValueChange={onValueChange}>
      <Radix.Trigger asChild>
        <StandIn element={trigger} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          id={id}
          position="popper"
          sideOffset={4}
          className="z-50 max-h-80 min-w-(--radix-select-trigger-width) animate-float-in overflow-hidden rounded-md bg-raised p-1 shadow-float"
        >
          <Radix.Viewport nonce={pageNonce()}>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                className="flex min-h-7 cursor-default items-center gap-2 rounded-sm py-1 pr-2 pl-7 text-sm outline-none data-[highlighted]:bg-hover"
              >
                <Radix.ItemIndicator className="-ml-5 w-3.5">
                  <Check className="size-3.5 text-accent-text" aria-hidden />
                </Radix.ItemIndicator>
                <Radix.ItemText>{option.label}</Radix.ItemText>
                {option.detail && <span className="ml-auto pl-4 text-xs text-subtle">{option.detail}</span>}
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
