// What can a header check be made over?

/** The tool runner stands here twice, since with a thread it sends other headers and bodies than without. */
export const checkEngines = ["manual", "tool-runner", "tool-runner-no-thread", "ai-sdk"] as const;
export type CheckEngine = (typeof checkEngines)[number];

export const checkEngineTitles: Readonly<Record<CheckEngine, string>> = {
  manual: "Manual loop",
  "tool-runner": "Tool runner",
  "tool-runner-no-thread": "Tool runner, thread off",
  "ai-sdk": "AI SDK",
};

/** Where the headers under test are set. */
export const headerKinds = ["default", "per-request", "environment", "beta", "betas", "key"] as const;
export type HeaderKind = (typeof headerKinds)[number];

export const headerKindTitles: Readonly<Record<HeaderKind, string>> = {
  default: "Default headers",
  "per-request": "Per-request headers",
  environment: "Environment",
  beta: "anthropic-beta in the default headers",
  betas: "anthropic-beta in the default headers, betas in the call",
  key: "API key",
};

/** One sentence each: how the headers of a kind are set. */
export const headerKindNotes: Readonly<Record<HeaderKind, string>> = {
  default: "Set once on the client, by defaultHeaders.",
  "per-request": "Given with the call: the second argument of create and toolRunner, headers of the AI SDK.",
  environment: "Read by the SDK from ANTHROPIC_CUSTOM_HEADERS of the process it runs in.",
  beta: "A beta flag set on the client, while the engine may set flags of its own.",
  betas: "A beta flag set on the client and another one in the call's betas.",
  key: "The API key, which the Messages API documents as x-api-key.",
};

export const checkRoutes = ["direct", "gateway"] as const;
export type CheckRoute = (typeof checkRoutes)[number];

export const checkRouteTitles: Readonly<Record<CheckRoute, string>> = {
  direct: "Direct",
  gateway: "Through the gateway",
};

/** Every combination is checked once. The AI SDK has one version only: it is checked once for all of `sdkVersions`. */
export type CheckChoice = {
  readonly engines: readonly CheckEngine[];
  readonly sdkVersions: readonly string[];
  readonly kinds: readonly HeaderKind[];
  readonly routes: readonly CheckRoute[];
};
