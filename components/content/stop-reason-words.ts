const words: Readonly<Record<string, string>> = {
  refusal: "The model declined to go on.",
  max_tokens: "The answer was cut at max_tokens.",
  model_context_window_exceeded: "The answer was cut: the context window is full.",
};

/** @returns why an answer with this stop reason is not a whole one, in a sentence; null where it is */
export function stopReasonWords(stopReason: string): string | null {
  return words[stopReason] ?? null;
}
