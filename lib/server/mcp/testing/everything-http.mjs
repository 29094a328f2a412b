// The real server-everything over streamable HTTP, on loopback. Started as a program it prints its address.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { createServer as createEverything } from "@modelcontextprotocol/server-everything/dist/server/index.js";

/**
 * Its own launcher listens on every interface; this one on 127.0.0.1 only.
 *
 * @returns the address, the headers of every request that came, and how to end it or forget its sessions
 */
export async function startEverything() {
  const sessions = new Map();
  const received = [];
  const server = createServer(async (request, response) => {
    received.push(request.headers);
    const known = sessions.get(request.headers["mcp-session-id"]);
    if (known !== undefined) return known.handleRequest(request, response);
    if (request.headers["mcp-session-id"] !== undefined) return response.writeHead(404).end();
    const { server: everything } = createEverything();
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      onsessioninitialized: (id) => sessions.set(id, transport),
      onsessionclosed: (id) => sessions.delete(id),
    });
    await everything.connect(transport);
    return transport.handleRequest(request, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/mcp`,
    received,
    sessions,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${(await startEverything()).url}\n`);
}
