// A bare `node:http` server that answers every request with the bytes of a file: what there is no way below. Prints its port.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const bytes = readFileSync(process.argv[2] ?? "");

const server = createServer(async (incoming, outgoing) => {
  for await (const _chunk of incoming);
  outgoing.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
  outgoing.end(bytes);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
