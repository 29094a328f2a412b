// The simulator in a process of its own, with the replies that are measured. Prints its port.
import { loadTypeScript } from "../scripts/lib/load-typescript.mjs";

const { serve } = await loadTypeScript("lib/simulator/serve.ts");
const { server, simulator } = await serve({ host: "127.0.0.1", port: 0 });

/** A little more than a delta takes on average, so that a reply has at least that many. */
const lettersPerDelta = 9;
const words = (letters) => "word ".repeat(Math.ceil(letters / 5));
const reply = (deltas) => ({ content: [{ type: "text", text: words(deltas * lettersPerDelta) }] });

simulator.registerScript("instant", {
  script: { turns: [reply(4_000)] },
  pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 },
});
simulator.registerScript("paced", {
  script: { turns: [reply(500)] },
  pace: { timeToFirstTokenMs: 100, tokensPerSecond: 100 },
});
process.stdout.write(`${server.address().port}\n`);
