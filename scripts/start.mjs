// `npm start`: from a fresh clone to a page that answers, doing only what is not done yet.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { listenAddress, loadEnvFile } from "./lib/address.mjs";
import { build, nextBin } from "./lib/build.mjs";
import { checkNode, install } from "./lib/install.mjs";
import { main, root, StepFailure, step } from "./lib/steps.mjs";

await main(async () => {
  checkNode();
  loadEnvFile(join(root, ".env"));
  const { host, port } = listenAddress();
  const origin = `http://${host === "::1" ? "[::1]" : host}:${port}`;
  await refuseTakenPort(origin, port);
  await install();
  await build();
  await serve(host, port, origin);
});

async function refuseTakenPort(origin, port) {
  const taken = await fetch(origin, { method: "HEAD", redirect: "manual" }).then(
    () => true,
    (error) => error.cause?.code !== "ECONNREFUSED",
  );
  if (taken) {
    throw new StepFailure(
      `Port ${port} is in use. Stop what listens there, or take another: PORT=${port + 1} npm start`,
    );
  }
}

async function serve(host, port, origin) {
  let output = "";
  const child = spawn(process.execPath, [nextBin, "start", "-H", host, "-p", String(port)], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      HOST: host,
      PORT: String(port),
    },
    stdio: ["inherit", "pipe", "inherit"],
  });
  let shown = false;
  child.stdout.on("data", (data) => {
    if (shown) process.stdout.write(data);
    else output += data;
  });
  const ended = new Promise((resolve) =>
    child.on("exit", (code, signal) => resolve(code ?? (signal ? 130 : 1))),
  );
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));

  await step("serve", async () => {
    const up = await Promise.race([answering(origin), ended.then(() => false)]);
    if (!up) throw new StepFailure(`${output.trimEnd()}\n\nThe server did not start.`);
  });
  shown = true;
  const shownHost = host === "127.0.0.1" ? "localhost" : new URL(origin).hostname;
  process.stdout.write(`\n  Toolscope  http://${shownHost}:${port}\n\n`);
  process.exitCode = await ended;
}

async function answering(origin) {
  for (;;) {
    const up = await fetch(`${origin}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
