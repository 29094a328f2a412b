// Which pieces of text does a prompt hand over as they are: quoted, listed, or named by a word before them?

/** What stands in quotation marks. */
export function quotedIn(text: string): readonly string[] {
  return Array.from(
    text.matchAll(/"([^"]+)"|“([^”]+)”|(?<![\p{L}])'([^']+)'(?![\p{L}])|`([^`]+)`/gu),
    (match) => match.slice(1).find((group) => group !== undefined) ?? "",
  ).filter((quoted) => quoted !== "");
}

/** What follows one of the words, up to the end of its phrase: `phraseAfter("a mail titled Hello", ["titled"])`. */
export function phraseAfter(text: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const pattern = new RegExp(
    `\\b(?:${words.join("|")})\\b[\\s:=]*(?:is|of|that|as|the)?\\s*(?:"([^"]+)"|“([^”]+)”|\`([^\`]+)\`|([^,;\\n]+))`,
    "iu",
  );
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const quoted = match[1] ?? match[2] ?? match[3];
  if (quoted !== undefined) return quoted;
  const bare = (match[4] ?? "").split(
    /\s+(?:and (?:the )?(?:body|subject|title|label|message|values?)|with|using|saying|to \S+@)\b/iu,
  )[0];
  return bare === undefined || bare.trim() === "" ? undefined : bare.trim();
}

/** The items of the last enumeration: "a, b and c". */
export function listedIn(text: string): readonly string[] {
  const tail = text.includes(":")
    ? text.slice(text.indexOf(":") + 1)
    : (/\b(?:of|for|with|labels?|items?|to)\s+(.+)$/iu.exec(text)?.[1] ?? text);
  return tail
    .split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/u)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** Pairs like "Jan 10, Feb 20" or "10 apples and 5 pears". */
export function labelledNumbersIn(text: string): readonly { label: string; value: number }[] {
  const pairs = listedIn(text).flatMap((item) => {
    const [, label, value] = /^(.*?\p{L}.*?)\s*[:=(]?\s*(-?\d+(?:\.\d+)?)\s*[%)]?$/u.exec(item) ?? [];
    if (label !== undefined) return [{ label: label.trim(), value: Number(value) }];
    const [, first, after] = /^(-?\d+(?:\.\d+)?)\s+(?:for\s+|in\s+)?(\p{L}.*)$/u.exec(item) ?? [];
    return after === undefined ? [] : [{ label: after.trim(), value: Number(first) }];
  });
  return pairs.length > 1 ? pairs : [];
}

export function emailsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu) ?? [];
}

export function urlsIn(text: string): readonly string[] {
  return (text.match(/\bhttps?:\/\/[^\s"'<>)]+/giu) ?? []).map((url) => url.replace(/[.,;?!]+$/u, ""));
}

/** Names that look like ids: `#4711`, `ORD-123`, `a1b2c3`. */
export function identifiersIn(text: string): readonly string[] {
  return Array.from(
    text.matchAll(/#(\w+)|\b([A-Za-z]{1,8}-\d[\w-]*|(?=\w*\d)(?=\w*[A-Za-z])\w{4,})\b/gu),
    (match) => match[1] ?? match[2] ?? "",
  );
}
