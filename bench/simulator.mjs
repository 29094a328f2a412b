// What does the simulator cost above a bare server, and does it keep its pace with many readers?
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const warmUps = 200;
const streams = 200;
const agent = new Agent({ keepAlive: true });
const body = JSON.stringify({
  model: "claude-opus-5",
  max_tokens: 60_000,
  stream: true,
  messages: [{ role: "user", content: "Tell me a long story." }],
});

/** @returns rows of the benchmark's table and what they were computed from */
export async function measureSimulator(rounds) {
  const simulator = await startServer("simulator-server.mjs");
  const folder = mkdtempSync(join(tmpdir(), "toolscope-bench-"));
  try {
    const { bytes } = await ask(simulator.port, "/~instant/v1/messages");
    const deltas = bytes.toString().split('"text_delta"').length - 1;
    if (deltas < 4_000) throw new Error(`The instant reply has ${deltas} deltas, not 4,000`);
    writeFileSync(join(folder, "bytes"), bytes);
    const bare = await startServer("bare-server.mjs", join(folder, "bytes"));
    try {
      const instant = await instantReplies(simulator.port, bare.port, bytes.length, rounds);
      return { ...instant, bytes: bytes.length, pace: await pacedStreams(simulator.port) };
    } finally {
      bare.child.kill();
    }
  } finally {
    simulator.child.kill();
    rmSync(folder, { recursive: true });
  }
}

/** The two take turns, so that whatever else the machine does falls on both alike. */
async function instantReplies(simulatorPort, barePort, length, rounds) {
  const walls = { simulator: [], bare: [] };
  for (let round = -warmUps; round < rounds; round += 1) {
    const simulated = await ask(simulatorPort, "/~instant/v1/messages");
    const bare = await ask(barePort, "/");
    if (simulated.bytes.length !== length || bare.bytes.length !== length)
      throw new Error("An answer is not as long as the first");
    if (round < 0) continue;
    walls.simulator.push(simulated.wallMs);
    walls.bare.push(bare.wallMs);
  }
  return walls;
}

/** How far each of many concurrent streams is from the pace it was told to keep, first delta to last. */
async function pacedStreams(port) {
  const answers = await Promise.all(
    Array.from({ length: streams }, () => ask(port, "/~paced/v1/messages", new Agent())),
  );
  return answers.map(({ bytes, firstMs, lastMs }) => {
    const tokens = Number(
      /"output_tokens":(\d+)[^}]*\}\}\s*\n\nevent: message_stop/.exec(bytes.toString())?.[1],
    );
    const wantedMs = (tokens / 100) * 1000;
    return (lastMs - firstMs) / wantedMs - 1;
  });
}

function ask(port, path, connections = agent) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const chunks = [];
    let firstMs;
    const outgoing = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method: "POST",
        agent: connections,
        headers: {
          "content-type": "application/json",
          "anthropic-version": "2026-10-21",
          authorization: "Bearer bench",
          "content-length": Buffer.byteLength(body),
        },
      },
      (answer) => {
        answer.on("data", (chunk) => {
          firstMs ??= performance.now() - started;
          chunks.push(chunk);
        });
        answer.on("error", reject);
        answer.on("end", () => {
          const wallMs = performance.now() - started;
          if (answer.statusCode !== 200) reject(new Error(`${answer.statusCode} ${Buffer.concat(chunks)}`));
          else resolve({ bytes: Buffer.concat(chunks), wallMs, firstMs, lastMs: wallMs });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

async function startServer(file, ...args) {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise((resolve, reject) => {
    child.stdout.once("data", (data) => resolve(Number(String(data))));
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return { child, port };
}
