// Which short messages wait to be shown, and how does code outside React send one?

export type Toast = {
  readonly id: number;
  readonly title: string;
  readonly detail?: string;
  readonly tone?: "neutral" | "error";
  /** What can still be done about it, such as undoing. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Told once the message is gone, whether or not something was done about it. */
  readonly onGone?: () => void;
};

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  const gone = toasts.filter((toast) => !next.includes(toast));
  toasts = next;
  for (const listener of listeners) listener();
  for (const toast of gone) toast.onGone?.();
}

/** Shows a message for a few seconds; at most three at once, the oldest goes first. */
export function notify(toast: Omit<Toast, "id">): void {
  change([...toasts.slice(-2), { ...toast, id: nextId++ }]);
}

export function dismissToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

/** True from the first message on, also once it is gone. */
export function hasHadToasts(): boolean {
  return nextId > 1;
}
