// What do comments and docstrings say about a function and its parameters?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";

export type Documented = { readonly description: string; readonly params: ReadonlyMap<string, string> };

/** `@param {string} city - The city`; what stands before the first tag is the description. */
export function readJsDoc(comment: string): Documented {
  const [description = "", ...tags] = comment.split(
    /(?:^|\s)@(?=(?:param|arg|argument|returns?|throws|example|see|deprecated|default|async|type|template)\b)/,
  );
  const params = tags.flatMap((tag): [string, string][] => {
    const found = /^(?:param|arg|argument)\s+(?:\{[^}]*\}\s+)?\[?([\w$.]+)[^\s]*\s*(?:-\s*)?([\s\S]*)$/.exec(
      tag.trim(),
    );
    return found === null ? [] : [[found[1] ?? "", oneLine(found[2] ?? "")]];
  });
  return { description: paragraphs(description), params: new Map(params) };
}

/** The styles of Google (`Args:`), NumPy (`Parameters` and a line of dashes) and Sphinx (`:param city:`). */
export function readDocstring(text: string): Documented {
  const lines = text.replaceAll("\t", "    ").split("\n");
  const section =
    /^\s*(Args|Arguments|Parameters|Params|Returns?|Yields|Raises|Examples?|Notes?|See Also|Attributes)\s*:?\s*$/;
  const start = lines.findIndex(
    (line, at) =>
      section.test(line) || isUnderlined(lines, at) || /^\s*:(param|returns?|raises|type|rtype)\b/.test(line),
  );
  const head = start < 0 ? lines : lines.slice(0, start);
  return {
    description: paragraphs(head.map((line) => line.trim()).join("\n")),
    params: new Map(docParams(lines)),
  };
}

function isUnderlined(lines: readonly string[], at: number): boolean {
  return /^\s*-{3,}\s*$/.test(lines[at + 1] ?? "") && (lines[at] ?? "").trim() !== "";
}

function docParams(lines: readonly string[]): [string, string][] {
  const params: [string, string][] = [];
  let inside: "google" | "numpy" | null = null;
  let indent: number | null = null;
  for (const [at, line] of lines.entries()) {
    const sphinx = /^\s*:param\s+(?:[\w[\], .]+\s+)?(\w+)\s*:\s*(.*)$/.exec(line);
    if (sphinx !== null) params.push([sphinx[1] ?? "", sphinx[2] ?? ""]);
    else if (/^\s*(Args|Arguments|Parameters|Params)\s*:?\s*$/.test(line)) {
      inside = isUnderlined(lines, at) ? "numpy" : "google";
      indent = null;
    } else if (
      inside !== null &&
      (isUnderlined(lines, at) || /^\s*(Returns?|Raises|Yields|Examples?|Notes?)\s*:/.test(line))
    ) {
      inside = null;
    } else if (inside !== null && line.trim() !== "" && !/^\s*-{3,}\s*$/.test(line)) {
      const depth = line.length - line.trimStart().length;
      indent ??= depth;
      const named =
        inside === "google" ? /^\s*\*{0,2}(\w+)\s*(?:\([^)]*\))?\s*:\s*(.*)$/ : /^\s*(\w+)\s*(?::.*)?$()/;
      const found = depth === indent ? named.exec(line) : null;
      const last = params.at(-1);
      if (found !== null) params.push([found[1] ?? "", found[2] ?? ""]);
      else if (last !== undefined) params[params.length - 1] = [last[0], oneLine(`${last[1]} ${line}`)];
    }
  }
  return params;
}

/** Puts what is said of each parameter at its property, unless the type already says something. */
export function withDescriptions(schema: JsonObject, params: ReadonlyMap<string, string>): JsonObject {
  if (!isJsonObject(schema.properties)) return schema;
  const properties = Object.entries(schema.properties).map(([name, property]): [string, unknown] => {
    const said = params.get(name) ?? [...params].find(([path]) => path.endsWith(`.${name}`))?.[1];
    const described =
      isJsonObject(property) && said !== undefined && said !== "" && !("description" in property);
    return [name, described ? { ...property, description: said } : property];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** Lines of one paragraph are one line. */
function paragraphs(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map(oneLine)
    .filter(Boolean)
    .join("\n\n");
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}
