export type Edit = { readonly file: string; readonly find: string; readonly replace: string };
export type Entry = {
  readonly case: string;
  readonly guard: string;
  readonly test: string;
  readonly says?: string;
} & (Edit | { readonly edits: readonly Edit[] });
export const groups: readonly {
  readonly name: string;
  readonly seen: string;
  readonly entries: readonly Entry[];
}[];
