// Which headers does the setup expect on every request, and how does one click change that?
import { editSetup, setupStore, useSetup } from "./setup-store";

/** @returns the names in the text of the setup's field, which separates them by commas or spaces */
export function expectedNames(text: string): string[] {
  return text.split(/[\s,]+/).filter((name) => name !== "");
}

/** @returns the text with the name added behind the others, or without it where it was there in any case */
export function withExpectation(text: string, name: string, expected: boolean): string {
  const others = expectedNames(text).filter((each) => each.toLowerCase() !== name.toLowerCase());
  return (expected ? [...others, name] : others).join(", ");
}

/** Adds a header to the expectations of the next run, or takes it out. */
export function expectHeader(name: string, expected: boolean): void {
  editSetup({ expectations: withExpectation(setupStore.getState().draft.expectations, name, expected) });
}

/** @returns true where the setup expects the header on every request of the next run */
export function useIsExpected(name: string): boolean {
  const key = name.toLowerCase();
  return useSetup(({ draft }) =>
    expectedNames(draft.expectations).some((each) => each.toLowerCase() === key),
  );
}
