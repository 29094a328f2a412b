// `npm run check:headers -- --expect NAMES`: are these headers on every request of a tool loop? For CI; `--help` says more.
import { checkNode, install } from "./lib/install.mjs";
import { main } from "./lib/steps.mjs";

await main(async () => {
  checkNode();
  await install();
  // What the installation brings can only be imported after it.
  const { loadTypeScript } = await import("./lib/load-typescript.mjs");
  const { checkHeaders } = await loadTypeScript("lib/command-line/check-headers.ts");
  process.exitCode = await checkHeaders(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(`\n${text}`),
    onProgress: showProgress,
  });
});

/** On a terminal only, and taken away again before the table. */
function showProgress(done, all) {
  if (process.stderr.isTTY !== true) return;
  process.stderr.write(done === all ? "\r\x1b[2K" : `\r  … ${done} of ${all} runs`);
}
