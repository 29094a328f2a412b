"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/toast-queue";
import { showGallery } from "@/lib/client/gallery-open";
import { randomId } from "@/lib/client/random-id";
import { addSet } from "@/lib/client/set-edits";
import { replaceSetup, setupStore } from "@/lib/client/setup-store";
import { undoTools } from "@/lib/client/tool-store";
import { countOf } from "@/lib/run/quantity-text";
import type { GallerySet } from "@/lib/tool-design/gallery/gallery-set";
import { gallerySets } from "@/lib/tool-design/gallery/gallery-sets";
import { itemOfTool } from "@/lib/tool-design/item-of-tool";
import { selectTool } from "./use-selected-tool";

/** Ready tool sets, each with a prompt that puts it to use. */
export function SetGallery() {
  return (
    <Dialog
      open
      onOpenChange={showGallery}
      title="Ready tool sets"
      description="Each is opened as a set of your own, to try, change and keep."
      className="top-[6vh] max-h-[88vh] w-220"
    >
      <ul aria-label="Ready tool sets" className="grid grid-cols-1 gap-3 md:grid-cols-2">
        {gallerySets.map((set) => (
          <li key={set.name}>
            <SetCard set={set} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function SetCard({ set }: { set: GallerySet }) {
  return (
    <article aria-label={set.title} className="flex h-full flex-col gap-1.5 rounded-lg border bg-panel p-3">
      <h3 className="flex items-baseline gap-2 font-medium">
        {set.title}
        <span className="ml-auto shrink-0 text-xs font-normal text-subtle">
          {countOf(set.tools.length, "tool")}
        </span>
      </h3>
      <p className="text-muted">{set.teaches}</p>
      <p className="mt-auto line-clamp-2 border-l-2 border-line-strong pt-0.5 pl-2 text-xs text-subtle">
        {set.prompt}
      </p>
      <div className="mt-1 flex gap-2">
        <Button size="sm" variant="primary" onClick={() => open(set, true)}>
          Open with its prompt
        </Button>
        <Button size="sm" onClick={() => open(set, false)}>
          Open
        </Button>
      </div>
    </article>
  );
}

function open(set: GallerySet, withPrompt: boolean): void {
  const items = set.tools.map((tool) => itemOfTool(tool, randomId)).filter((item) => item !== null);
  addSet(set.title, items);
  const undoPrompt = withPrompt ? takePrompt(set) : () => undefined;
  const first = items.find(({ kind }) => kind === "own") ?? items[0];
  if (first !== undefined) selectTool(first.id);
  showGallery(false);
  notify({
    title: `Tool set ${set.title} opened`,
    ...(withPrompt && { detail: "Its prompt is in the setup: press Use in a run." }),
    action: {
      label: "Undo",
      run: () => {
        undoTools();
        undoPrompt();
      },
    },
  });
}

/** A scenario would answer by its script, whatever the tools are. */
function takePrompt({ prompt, system }: GallerySet): () => void {
  const { draft } = setupStore.getState();
  return replaceSetup({ ...draft, prompt, messagesText: "", system: system ?? "", scenario: null });
}
