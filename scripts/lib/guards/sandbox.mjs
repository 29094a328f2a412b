// What keeps a user's JavaScript inside, and what is each case without it?

/** See groups.mjs for what an entry says. */
export const sandbox = [
  {
    case: "P26",
    guard: "A call that is stopped ends with its thread.",
    file: "lib/server/sandbox/sandbox-thread.ts",
    find: "    const onAbort = () => {\n      end();\n",
    replace: "    const onAbort = () => {\n",
    test: "lib/server/sandbox/sandbox-limits.test.ts",
  },
  {
    case: "P27",
    guard: "The memory of a call has a ceiling.",
    file: "lib/server/sandbox/sandbox-worker.ts",
    find: "maximum: pages(sandboxMemoryBytes),",
    replace: "maximum: pages(8 * sandboxMemoryBytes),",
    test: "lib/server/sandbox/sandbox-limits.test.ts",
  },
  {
    case: "P28",
    guard: "The functions of the host are not within reach of a call.",
    file: "lib/server/sandbox/guest-prelude.ts",
    find: "  const globals = {\n",
    replace: "  const globals = {\n    host,\n",
    test: "lib/server/sandbox/escapes.test.ts",
  },
  {
    case: "P28",
    guard: "Each call has an interpreter of its own.",
    file: "lib/server/sandbox/guest.ts",
    find: "const context = runtime.newContext();",
    replace:
      "const kept = globalThis as { context?: QuickJSContext };\n  const context = (kept.context ??= runtime.newContext());",
    test: "lib/server/sandbox/escapes.test.ts",
  },
  {
    case: "P29",
    guard: "A result has a largest size.",
    file: "lib/server/sandbox/guest.ts",
    find: "    if (length > mostResultCharacters) return",
    replace: "    if (length > 10 * mostResultCharacters) return",
    test: "lib/server/sandbox/sandbox.test.ts",
    says: "it gave back",
  },
  {
    case: "P29",
    guard: "The log of a call has a greatest length, in characters too.",
    file: "lib/server/sandbox/sandbox-worker.ts",
    find: " || characters > mostLogCharacters",
    replace: "",
    test: "lib/server/sandbox/sandbox.test.ts",
  },
];
