// Where on the page is a field of the setup form?

const sections: readonly [prefix: RegExp, section: string][] = [
  [/^(tools|toolChoice|execution)\b/, "tools"],
  [/^provider\b/, "provider"],
  [/^(model|maxTokens|params|stream)\b/, "model"],
  [/^(headers|expectations)\b/, "headers"],
  [/^(engine|hooks)\b/, "engine"],
  [/^mishaps\b/, "mishaps"],
  [/^limits\b/, "limits"],
];

/** @returns the section of the setup that holds the field; null where the field is always in sight */
export function sectionOf(field: string): string | null {
  return sections.find(([prefix]) => prefix.test(field))?.[1] ?? null;
}

/** Radio groups, switches and checkboxes are buttons without a name: their frame carries it. */
function within(field: string): HTMLElement | null {
  const frame = document.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const checked = frame?.querySelector<HTMLElement>('[role="radio"][aria-checked="true"]');
  return checked ?? frame?.querySelector<HTMLElement>("button") ?? null;
}

/** Stands for the fields of an open section that are still on their way. */
export const arriving = { "data-arriving": "" };

/** So long the setup may take to be loaded, in milliseconds: a page that was just opened has none yet. */
const mostLoadingMs = 4_000;

/** Focuses a field once what was just opened is on the page. */
export function focusSetupField(field: string): void {
  const givenUpAt = performance.now() + mostLoadingMs;
  const focus = () => {
    const control = controlOf(field);
    control?.scrollIntoView({ block: "center" });
    control?.focus();
    if (control === null && performance.now() < givenUpAt) requestAnimationFrame(focus);
  };
  requestAnimationFrame(() => requestAnimationFrame(focus));
}

function controlOf(field: string): HTMLElement | null {
  const named = (name: string) => document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
  // Of a tool, only its row is here; the rest is in the workbench.
  const place = /^tools\.[^.]+/.exec(field)?.[0] ?? field;
  const found = named(field) ?? within(place);
  if (found !== null || document.querySelector("[data-arriving]") !== null) return found;
  return named("prompt");
}
