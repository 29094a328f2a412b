// Where on the page is a question to a person, and how does one get there?

/** @returns the id of the element that asks */
export function questionId(pauseId: string): string {
  return `question-${pauseId}`;
}

/** Brings the question into sight and puts the focus into its first field. */
export function focusQuestion(pauseId: string): void {
  const question = document.getElementById(questionId(pauseId));
  question?.scrollIntoView({ block: "nearest" });
  question?.querySelector<HTMLElement>("textarea, input, [role=combobox], button")?.focus();
}
