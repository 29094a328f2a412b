// What is a page of the little web that the simulator's own tools search and fetch?

export type Article = {
  readonly title: string;
  /** On a reserved domain: no address here is one of the real web. */
  readonly url: string;
  /** When it was last changed, as search engines write it. */
  readonly pageAge: string;
  readonly text: string;
};

export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/u).filter((sentence) => sentence !== "");
}
