// Which guards are taken away, group by group of the public test plan?
import { content } from "./content.mjs";
import { door } from "./door.mjs";
import { mcp } from "./mcp.mjs";
import { outbound } from "./outbound.mjs";
import { sandbox } from "./sandbox.mjs";
import { secrets } from "./secrets.mjs";
import { streams } from "./streams.mjs";

/**
 * An entry: `case`, `guard` (what is taken away, in a sentence), `file`, `find` (in the file exactly once), `replace` (what a
 * careless change would have made of it) and `test` (the file whose tests of the case then have to fail). A guard of several
 * locks has `edits`, a list of file, find and replace. Where such a test fails by an error instead of an assertion, `says` is
 * what that error has to say.
 */
export const groups = [
  { name: "Door", seen: "door.json", entries: door },
  { name: "Outbound", seen: "outbound.json", entries: outbound },
  { name: "Secrets", seen: "secrets.json", entries: secrets },
  { name: "Content", seen: "content.json", entries: content },
  { name: "Sandbox", seen: "sandbox.json", entries: sandbox },
  { name: "MCP", seen: "mcp.json", entries: mcp },
  { name: "Streams and durability", seen: "streams.json", entries: streams },
];
