// Which guards does the door have, and what is each without?

/** See groups.mjs for what an entry says. */
export const door = [
  {
    case: "P01",
    guard:
      "`npm start` tells the server to listen on the address that was worked out, not on all of the machine's.",
    file: "scripts/start.mjs",
    find: '[nextBin, "start", "-H", host, "-p", String(port)]',
    replace: '[nextBin, "start", "-p", String(port)]',
    test: "e2e/door.spec.ts",
  },
  {
    case: "P02",
    guard: "An address beyond this machine needs an access token.",
    file: "scripts/lib/address.mjs",
    find: "  if (!token) {",
    replace: "  if (!token && isIP(named) === 0) {",
    test: "scripts/start.test.ts",
  },
  {
    case: "P02",
    guard: "Only numbers are taken for an address beyond this machine, also with a token.",
    file: "scripts/lib/address.mjs",
    find: "if (isIP(address) !== 0) return address;",
    replace: "if (address !== '') return address;",
    test: "scripts/start.test.ts",
  },
  {
    case: "P03",
    guard: "The `Host` is compared letter by letter, in its case too.",
    file: "lib/server/door/admit.ts",
    find: "=== host);",
    replace: "=== host?.toLowerCase());",
    test: "e2e/door.spec.ts",
  },
  {
    case: "P03",
    guard: "What a caller claims in `X-Forwarded-Host` counts for nothing.",
    file: "lib/server/door/admit.ts",
    find: 'originsOfHost(headers.get("host"), ',
    replace: 'originsOfHost(headers.get("x-forwarded-host") ?? headers.get("host"), ',
    test: "lib/server/door/admit.test.ts",
  },
  {
    case: "P04",
    guard: "The `Host` has to name this machine: a right port under another name is not enough.",
    file: "lib/server/door/admit.ts",
    find: 'origin.slice(origin.indexOf("//") + 2) === host);',
    replace: 'origin.split(":").at(-1) === host?.split(":").at(-1));',
    test: "e2e/door.spec.ts",
  },
  {
    case: "P05",
    guard:
      "A page of another port is another origin. Two locks, both taken away: `Origin` and `Sec-Fetch-Site`.",
    edits: [
      {
        file: "lib/server/door/foreign-page.ts",
        find: "!own.includes(origin)",
        replace: 'new URL(origin).hostname !== "localhost"',
      },
      {
        file: "lib/server/door/foreign-page.ts",
        find: 'site !== "none" &&',
        replace: 'site !== "none" && site !== "same-site" &&',
      },
    ],
    test: "e2e/door.spec.ts",
  },
  {
    case: "P05",
    guard:
      "Only a body that is sent as JSON is one: a type that merely mentions it, a page may send unasked.",
    file: "lib/server/door/admit.ts",
    find: "/^application\\/(json|x-ndjson|jsonl)\\s*(;|$)/i",
    replace: "/application\\/(json|x-ndjson|jsonl)/i",
    test: "lib/server/door/admit.test.ts",
  },
  {
    case: "P06",
    guard: "An `Origin` that is empty or `null` is a foreign one, not an absent one.",
    file: "lib/server/door/foreign-page.ts",
    find: "if (origin !== null && !own",
    replace: 'if (origin && origin !== "null" && !own',
    test: "e2e/door.spec.ts",
  },
  {
    case: "P06",
    guard: "The `Origin` is compared whole, not by how it begins.",
    file: "lib/server/door/foreign-page.ts",
    find: "!own.includes(origin)",
    replace: "!own.some((each) => origin.startsWith(each))",
    test: "lib/server/door/admit.test.ts",
  },
  {
    case: "P07",
    guard: "Pages need a session too, although they hold no data.",
    file: "lib/server/door/credential.ts",
    find: 'new Set(["asset", "entrance", "open"])',
    replace: 'new Set(["asset", "entrance", "open", "page"])',
    test: "e2e/door.spec.ts",
  },
  {
    case: "P07",
    guard: "A token is compared whole: its beginning is none.",
    file: "lib/server/door/access-token.ts",
    find: "timingSafeEqual(sha256(token), digest))[0]",
    replace: 'given !== "" && token.startsWith(given))[0]',
    test: "lib/server/door/admit.test.ts",
  },
  {
    case: "P07",
    guard:
      "A wrong token takes the same time whatever it is: none is looked at longer for having the right length.",
    edits: [
      {
        file: "lib/server/door/access-token.ts",
        find: "import { createHash, timingSafeEqual }",
        replace: "import { createHash, scryptSync, timingSafeEqual }",
      },
      {
        file: "lib/server/door/access-token.ts",
        find: "timingSafeEqual(sha256(token), digest)",
        replace:
          'token.length === given.length && timingSafeEqual(scryptSync(token, "", 32), scryptSync(given, "", 32))',
      },
    ],
    test: "e2e/door.spec.ts",
  },
  {
    case: "P07",
    guard: "The health check says that the server is up, and nothing of what it is.",
    file: "app/api/health/route.ts",
    find: '{ status: "ok" }',
    replace: '{ status: "ok", node: process.version }',
    test: "e2e/door.spec.ts",
  },
  {
    case: "P08",
    guard: "Each handler asks the door itself, whatever the proxy has let through.",
    file: "lib/server/door/api-response.ts",
    find: "const caller = guardRequest(request, place);",
    replace: 'const caller = { origin: new URL(request.url).origin, scope: "", signedIn: false };',
    test: "lib/server/door/handlers.test.ts",
  },
  {
    case: "P08",
    guard: "No handler goes without the wrapper that asks the door.",
    file: "app/api/engines/route.ts",
    find: "handler(() => Response.json(engineCatalogue()))",
    replace: "async () => Response.json(engineCatalogue())",
    test: "lib/server/door/handlers.test.ts",
  },
  {
    case: "P09",
    guard: "Many wrong tokens from one address are answered with 429.",
    file: "lib/server/door/wrong-tokens.ts",
    find: "return count.wrong <= most ? 0 :",
    replace: "return count.wrong <= most * 100 ? 0 :",
    test: "e2e/door.spec.ts",
  },
  {
    case: "P09",
    guard: "A right token is let in from an address that sent many wrong ones.",
    file: "lib/server/door/credential.ts",
    find: "for (const each of given) {",
    replace:
      "for (const each of given) {\n    if (afterWrongToken(arrival.peer, Date.now()) > 0) refuseWrongToken(arrival.peer);",
    test: "lib/server/door/admit.test.ts",
  },
];
