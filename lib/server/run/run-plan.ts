// What is needed to carry out a run request, and what is wrong with one that cannot be?

import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import type { JsonObject } from "@/lib/protocol/json-object";
import type { RunConfig } from "@/lib/protocol/run-config";
import type { RunRequest } from "@/lib/protocol/run-request";
import { refuseUnfit } from "../engines/unfit-request";
import type { Environment } from "../environment";
import type { McpRegistry } from "../mcp/mcp-registry";
import type { Fingerprint } from "../recording/fingerprint";
import { heldSecrets } from "../recording/held-secrets";
import { createRedactor, type Redactor } from "../recording/redactor";
import { credentialParts, isSensitiveHeader } from "../recording/sensitive-headers";
import { createTools } from "../tools/create-tools";
import { handlerHeaders } from "../tools/handler-headers";
import type { Tool } from "../tools/tool";
import { urlSecrets } from "../tools/url-secrets";
import { type ProviderEndpoint, providerEndpoint } from "./provider-endpoint";

/** A run request with everything found that it refers to. */
export type RunPlan = {
  readonly request: RunRequest;
  readonly messages: readonly JsonObject[];
  readonly tools: readonly Tool[];
  readonly serverTools: readonly JsonObject[];
  readonly endpoint: ProviderEndpoint;
  readonly redactor: Redactor;
  /** The request as it may be written down. */
  readonly config: RunConfig;
};

/** What a run finds where it is carried out. */
type RunPlace = {
  readonly runId: string;
  readonly simulatorURL: string;
  readonly mcp: McpRegistry;
};

/**
 * @param place the run's id, where the embedded simulator answers for it, and the MCP servers there are
 * @throws FieldError naming the field that cannot be carried out; nothing has been started then
 */
export function planRun(
  request: RunRequest,
  environment: Environment,
  { runId, simulatorURL, mcp }: RunPlace,
  fingerprint: Fingerprint,
): RunPlan {
  refuseUnfit(request);
  const endpoint = providerEndpoint(request.provider, environment, simulatorURL);
  const { tools, serverTools } = createTools(request.tools, {
    toolTimeoutMs: request.limits.toolTimeoutMs,
    humanTimeoutMs: request.limits.humanTimeoutMs,
    runId,
    network: environment.network,
    mcp,
  });
  const secrets = [...secretsOf(request, environment, endpoint), ...mcp.secrets()];
  const redactor = createRedactor(secrets, fingerprint);
  return {
    request,
    messages: request.messages ?? [{ role: "user", content: request.prompt ?? "" }],
    tools,
    serverTools,
    endpoint,
    redactor,
    config: configOf(request, environment, endpoint, redactor),
  };
}

function secretsOf(request: RunRequest, environment: Environment, endpoint: ProviderEndpoint): string[] {
  const { headers, tools } = request;
  const typed = [...headers.default, ...headers.perRequest, ...handlerHeaders(tools)].filter(
    ({ name, secret }) => secret === true || isSensitiveHeader(name),
  );
  const credential = endpoint.from === "placeholder" ? [] : Object.values(endpoint.credential);
  const values = typed.map((header) => header.value);
  // A far end quotes the token as often without the scheme in front of it as with it.
  const bare = values.map((value) => credentialParts(value).secret);
  return [...heldSecrets(environment), ...credential, ...urlSecrets(tools), ...values, ...bare];
}

function configOf(
  request: RunRequest,
  environment: Environment,
  endpoint: ProviderEndpoint,
  redactor: Redactor,
): RunConfig {
  const shown = (entries: readonly { name: string; value: string; secret?: boolean | undefined }[]) =>
    entries.map(({ name, value, secret }) => ({
      name,
      value: redactor.headerValue(name, value, secret),
      ...(secret === undefined ? {} : { secret }),
    }));
  const { provider, headers, tools, ...rest } = request;
  return {
    ...rest,
    tools: tools ?? [...builtinToolNames],
    provider: {
      kind: provider.kind,
      baseURL: endpoint.baseURL,
      credential: endpoint.from,
      ...(provider.gateway === undefined ? {} : { gateway: provider.gateway }),
      ...(provider.kind === "recorded" ? { runId: provider.runId, speed: provider.speed } : {}),
    },
    headers: {
      default: shown(headers.default),
      perRequest: shown(headers.perRequest),
      environment: shown(environment.customHeaders.map((header) => ({ ...header, secret: true }))),
    },
  };
}
