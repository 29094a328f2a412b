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

/** Focuses a field once what was just opened is on the page. */
export function focusSetupField(field: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const named = (name: string) => document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
      // Of a tool, only its row is here; the rest is in the workbench.
      const place = /^tools\.[^.]+/.exec(field)?.[0] ?? field;
      const control = named(field) ?? within(place) ?? named("prompt");
      control?.scrollIntoView({ block: "center" });
      control?.focus();
    }),
  );
}
