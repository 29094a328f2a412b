"use client";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import { closeOverlay } from "@/lib/client/overlay";
import { changeView, useView } from "@/lib/client/view-store";
import { chordText } from "./shortcut-keys";

const shortcuts: readonly [keys: string, action: string][] = [
  [chordText("Enter"), "Run"],
  ["Esc", "Close the inspector, then stop the run"],
  [chordText("K"), "Command palette"],
];

const singleKeys: readonly [keys: string, action: string][] = [
  ["1 – 4", "Transcript, Timeline, Headers, Log"],
  ["[", "Show or hide the setup"],
  ["N", "New run"],
  ["K", "Play the run, or pause"],
  [", .", "Event before, next event"],
  ["< >", "Turn before, next turn"],
  ["?", "This list"],
];

/** Every key that works wherever the focus is, and the switch for those without a modifier. */
export function ShortcutsDialog() {
  const enabled = useView((view) => view.singleKeys);
  return (
    <Dialog open onOpenChange={closeOverlay} title="Keyboard shortcuts" className="w-100">
      <ShortcutList items={shortcuts} />
      <div className="mt-4 mb-2 flex items-center justify-between border-t pt-4">
        <Switch
          label="Single keys"
          checked={enabled}
          onCheckedChange={(checked) => changeView({ singleKeys: checked })}
        />
        <span className="text-xs text-subtle">work while no field has the focus</span>
      </div>
      <ShortcutList items={singleKeys} />
    </Dialog>
  );
}

function ShortcutList({ items }: { items: readonly [keys: string, action: string][] }) {
  return (
    <dl className="flex flex-col">
      {items.map(([keys, action]) => (
        <div key={keys} className="flex h-7 items-center justify-between">
          <dt className="text-muted">{action}</dt>
          <dd>
            <Kbd>{keys}</Kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}
