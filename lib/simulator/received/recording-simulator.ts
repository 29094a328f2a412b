// How does a simulator remember what it was sent, for whoever wants to see it?

import type { Simulator, SimulatorResponse } from "../simulator";
import { mayReadRecord } from "./may-read-record";
import { createRequestRecord, type RequestRecord } from "./request-record";

/** Answers `GET /_requests` with `{requests: […]}`, newest first; everything else is recorded and handed on. */
export function recordingSimulator(
  simulator: Simulator,
  record: RequestRecord = createRequestRecord(),
): Simulator {
  return {
    ...simulator,
    async handle(request) {
      if (request.method.toUpperCase() === "GET" && /^\/_requests\/?$/.test(request.path)) {
        return mayReadRecord(request.headers) ? answer(200, { requests: record.list() }) : refusal();
      }
      const answered = record.note(request);
      const response = await simulator.handle(request);
      answered(response.status);
      return response;
    },
  };
}

function refusal(): SimulatorResponse {
  const message =
    "Only programs on this machine, and this server's own pages, may read what was received. Ask for it as localhost.";
  return answer(403, { type: "error", error: { type: "permission_error", message } });
}

function answer(status: number, body: object): SimulatorResponse {
  return {
    status,
    headers: [
      ["content-type", "application/json"],
      ["cache-control", "no-store"],
      ["x-content-type-options", "nosniff"],
    ],
    body: JSON.stringify(body, null, 2),
  };
}
