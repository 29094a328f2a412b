// `npm run simulator`: the Messages API simulator alone, for programs that want one to talk to.
import { listenAddress, refuseTakenPort } from "./lib/address.mjs";
import { checkNode, install } from "./lib/install.mjs";
import { main, step } from "./lib/steps.mjs";

await main(async () => {
  checkNode();
  const address = listenAddress(
    { ...process.env, PORT: process.env.PORT?.trim() || "3001" },
    { door: false },
  );
  await refuseTakenPort(address, "npm run simulator");
  await install();
  await step("serve", async () => {
    // What the installation brings can only be imported after it.
    const { loadTypeScript } = await import("./lib/load-typescript.mjs");
    const { serve } = await loadTypeScript("lib/simulator/serve.ts");
    await serve(address);
  });
  process.stdout.write(usage(address.shown));
});

function usage(origin) {
  const lines = [
    [`ANTHROPIC_BASE_URL=${origin} ANTHROPIC_API_KEY=not-used`, "what the SDKs and Claude Code read"],
    [`${origin}/~four-parallel-calls`, "a base URL that chooses a scenario, or a failure: /~fault-529-once"],
    [`${origin}/_requests`, "what was received lately"],
  ];
  const width = Math.max(...lines.map(([what]) => what.length));
  const rows = lines.map(([what, why]) => `  ${what.padEnd(width)}  ${why}\n`);
  return `\n  Simulator  ${origin}\n\n${rows.join("")}\n`;
}
