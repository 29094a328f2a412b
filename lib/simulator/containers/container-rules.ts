// Is the container that a request names still there?

import { isJsonObject } from "../json/canonical-json";
import type { RequestFacts } from "../rulebook/request-facts";
import type { Rule } from "../rulebook/rule";
import type { FindContainer } from "./container-shelf";

export type ContainerQuestion = { readonly facts: RequestFacts; readonly find: FindContainer };

/** The last of all lookups. Where tokens are counted no container is needed, and none is looked up. */
export const containerRules: readonly Rule<ContainerQuestion>[] = [
  {
    number: 66,
    precondition:
      "a container id that is none: the documentation speaks of a request error, without a wording",
    status: 400,
    evidenced: false,
    violation: (question) => {
      const id = containerId(question);
      return id === undefined || question.find(id) !== "unknown"
        ? undefined
        : { path: "container", wording: `Container '${id}' not found` };
    },
  },
  {
    number: 66,
    precondition:
      "a stale container id: one that has expired, or has the form of an id and was not issued here. Measured as a failure of the server",
    status: 500,
    evidenced: true,
    violation: (question) => {
      const id = containerId(question);
      return id !== undefined && question.find(id) === "expired"
        ? { wording: "Internal server error" }
        : undefined;
    },
  },
];

function containerId({ facts: { endpoint, request } }: ContainerQuestion): string | undefined {
  const { container } = request;
  const id = isJsonObject(container) ? container.id : container;
  return endpoint === "create" && typeof id === "string" ? id : undefined;
}
