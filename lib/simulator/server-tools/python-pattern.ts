// Which JavaScript expression matches what a Python pattern matches?

/** `re.search` with case ignored; undefined where the pattern is none. Named groups are spelled differently in the two. */
export function pythonPattern(pattern: string): RegExp | undefined {
  const flagless = pattern.replace(/^\(\?[aimsxu]+\)/, "");
  const translated = flagless.replaceAll("(?P<", "(?<").replace(/\\Z$/, "$").replace(/^\\A/, "^");
  try {
    return new RegExp(translated, "i");
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A repeated group that itself repeats, `(a+)+`, can take for ever: it is refused rather than tried. */
export function isNestedRepetition(pattern: string): boolean {
  return /\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)\s*[*+{]/.test(pattern);
}
