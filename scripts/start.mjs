// `npm start`: from a fresh clone to a page that answers, doing only what is not done yet.
import { spawn } from "node:child_process";
import { listenAddress, refuseTakenPort } from "./lib/address.mjs";
import { build, nextBin } from "./lib/build.mjs";
import { checkNode, install } from "./lib/install.mjs";
import {
  childExit,
  main,
  passSignalsOn,
  quietNext,
  roomForHeaders,
  root,
  StepFailure,
  step,
} from "./lib/steps.mjs";

const startDeadlineMs = 60_000;

await main(async () => {
  checkNode();
  const address = listenAddress();
  await refuseTakenPort(address, "npm start");
  await install();
  await build();
  await serve(address);
});

async function serve({ host, port, origin, shown }) {
  const child = spawn(process.execPath, [nextBin, "start", "-H", host, "-p", String(port)], {
    cwd: root,
    env: {
      ...process.env,
      ...quietNext,
      ...roomForHeaders,
      NODE_ENV: "production",
      HOST: host,
      PORT: String(port),
    },
    stdio: ["inherit", "pipe", "inherit"],
  });
  const interruption = passSignalsOn(child);
  const ended = childExit(child);
  const banner = heldBack(child.stdout);
  await step("serve", async () => {
    if (await answering(origin, ended)) return;
    if (interruption.signal() !== undefined) throw new StepFailure("Interrupted.", await ended);
    child.kill("SIGKILL");
    throw new StepFailure(`${banner.text()}\n\nThe server did not start.`);
  });
  banner.release();
  process.stdout.write(`\n  Toolscope  ${shown}\n\n`);
  process.exitCode = await ended;
}

/** Next.js greets with a banner of its own: kept for the case that the start fails. What comes later is passed on. */
function heldBack(stream) {
  const chunks = [];
  const keep = (data) => chunks.push(data);
  stream.on("data", keep);
  return {
    text: () => Buffer.concat(chunks).toString("utf8").trimEnd(),
    release: () => {
      stream.off("data", keep);
      stream.pipe(process.stdout);
    },
  };
}

/** @returns whether the server answers; false as soon as it has ended, or where it takes too long */
async function answering(origin, ended) {
  let waiting = true;
  ended.then(() => {
    waiting = false;
  });
  const deadline = performance.now() + startDeadlineMs;
  while (waiting && performance.now() < deadline) {
    const up = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(2_000) }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up && waiting) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
