// What keeps content from being more than content, and what is each case without it?

/** See groups.mjs for what an entry says. */
export const content = [
  {
    case: "P21",
    guard: "Text of models, tools and people is drawn as text, never as markup.",
    file: "components/content/text-content.tsx",
    find: '<pre className="min-w-0 whitespace-pre-wrap break-words">{text}</pre>',
    replace:
      '<pre className="min-w-0 whitespace-pre-wrap break-words" dangerouslySetInnerHTML={{ __html: text }} />',
    test: "e2e/rendered-content.spec.ts",
  },
  {
    case: "P21",
    guard: "Of pictures only those are drawn that hold no script: an SVG is none of them.",
    file: "components/content/image-content.tsx",
    find: '"image/webp"]',
    replace: '"image/webp", "image/svg+xml"]',
    test: "e2e/rendered-content.spec.ts",
  },
  {
    case: "P22",
    guard:
      "Nothing is fetched that content names. Two locks, both taken away: pictures at an address are not drawn, and the policy of the page lets none in.",
    edits: [
      {
        file: "components/content/result-content.tsx",
        find: '  if (block.type === "document" && source !== null) {',
        replace:
          '  if (block.type === "image" && source?.type === "url") return <img src={String(source.url)} alt={label} />;\n  if (block.type === "document" && source !== null) {',
      },
      {
        file: "lib/server/door/content-policy.ts",
        find: "img-src 'self' data: blob:",
        replace: "img-src * data: blob:",
      },
    ],
    test: "e2e/rendered-content.spec.ts",
  },
  {
    case: "P23",
    guard: "A page that a tool returns is not shown as one in the app's own origin.",
    file: "components/content/text-content.tsx",
    find: '  if (text === "") return',
    replace:
      '  if (text.startsWith("<!doctype html>")) return <iframe srcDoc={text} title={label} />;\n  if (text === "") return',
    test: "e2e/rendered-content.spec.ts",
  },
  {
    case: "P24",
    guard: "No script runs for standing in the page: it needs the nonce.",
    file: "lib/server/door/content-policy.ts",
    find: "script-src 'self' 'nonce-",
    replace: "script-src 'self' 'unsafe-inline' 'was-",
    test: "e2e/content-policy.spec.ts",
  },
  {
    case: "P24",
    guard: "Each answer has a nonce of its own.",
    file: "proxy.ts",
    find: 'const nonce = crypto.randomUUID().replaceAll("-", "");',
    replace: 'const nonce = "0123456789abcdef0123456789abcdef";',
    test: "e2e/content-policy.spec.ts",
  },
  {
    case: "P24",
    guard: "Answers of the API can run nothing where they are opened as pages.",
    file: "next.config.ts",
    find: "default-src 'none'; frame-ancestors 'none'; sandbox",
    replace: "frame-ancestors 'none'",
    test: "e2e/content-policy.spec.ts",
  },
  {
    case: "P24",
    guard: "A normal session violates nothing: the styles that libraries add have the nonce.",
    file: "lib/server/door/content-policy.ts",
    find: "style-src 'self' 'nonce-",
    replace: "style-src 'self' 'was-",
    test: "e2e/content-policy.spec.ts",
  },
  {
    case: "P25",
    guard: "Objects that are typed are handed on as they are, with fields named `__proto__`.",
    file: "lib/protocol/json-object-schema.ts",
    find: 'z.custom<JsonObject>(isJsonObject, { error: "give a JSON object" })',
    replace: "z.record(z.string(), z.unknown()).refine((value): value is JsonObject => isJsonObject(value))",
    test: "lib/server/run/prototypes.test.ts",
  },
  {
    case: "P25",
    guard: "Of a stored setup the known fields are read, one by one; nothing is copied over.",
    edits: [
      {
        file: "lib/client/stored-draft.ts",
        find: '  return {\n    prompt: text("prompt", defaultDraft.prompt),',
        replace: '  return Object.assign({}, fields, {\n    prompt: text("prompt", defaultDraft.prompt),',
      },
      {
        file: "lib/client/stored-draft.ts",
        find: '    scenario: typeof fields.scenario === "string" ? fields.scenario : null,\n  };',
        replace: '    scenario: typeof fields.scenario === "string" ? fields.scenario : null,\n  });',
      },
    ],
    test: "lib/client/prototypes.test.ts",
  },
  {
    case: "P25",
    guard: "Names that are no fields of a run's limits are refused, `__proto__` too.",
    file: "lib/protocol/run-request.ts",
    find: "export const limitsSchema = z.strictObject({",
    replace: "export const limitsSchema = z.object({",
    test: "lib/server/run/prototypes.test.ts",
  },
];
