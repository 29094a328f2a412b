// What keeps MCP servers within bounds, and what is each case without it?

/** See groups.mjs for what an entry says. */
export const mcp = [
  {
    case: "P30",
    guard: "Programs are run only where nobody else can ask for it, or the operator says so.",
    file: "lib/server/mcp/known-servers.ts",
    find: "return environment().mcpStdio ? null : stdioRefusal;",
    replace: "return null;",
    test: "lib/server/mcp/stdio-servers.test.ts",
  },
  {
    case: "P31",
    guard: "Nothing is run that nobody agreed to.",
    file: "lib/server/mcp/known-servers.ts",
    find: " && consents.given(consents.hashOf(entry)) === null)",
    replace: ' && consents.given(consents.hashOf(entry)) === "")',
    test: "lib/server/mcp/stdio-servers.test.ts",
  },
  {
    case: "P31",
    guard: "A consent is one to all that decides what is run, the environment too.",
    file: "lib/server/mcp/command-consent.ts",
    find: "JSON.stringify([name, command, args, cwd, sorted])",
    replace: "JSON.stringify([name, command, args, cwd, sorted.length > 999])",
    test: "lib/server/mcp/stdio-servers.test.ts",
  },
  {
    case: "P32",
    guard: "A program gets none of the server's environment but what is safe.",
    file: "lib/server/mcp/open-connection.ts",
    find: "{ ...getDefaultEnvironment(), ...entry.env }",
    replace: "{ ...getDefaultEnvironment(), ...(process.env as Record<string, string>), ...entry.env }",
    test: "lib/server/mcp/stdio-servers.test.ts",
  },
  {
    case: "P33",
    guard: "A server that floods is cut off.",
    file: "lib/server/mcp/stdio-transport.ts",
    find: "        else if (!budget.spend(chunk.length, lines)) cutOff(floodText);\n",
    replace: "",
    test: "lib/server/mcp/odd-servers.test.ts",
  },
  {
    case: "P33",
    guard: "Of a list of tools the first two thousand are taken.",
    file: "lib/server/mcp/tool-listing.ts",
    find: "if (tools.size >= mostTools || bytes",
    replace: "if (bytes",
    test: "lib/server/mcp/odd-servers.test.ts",
  },
];
