// What do all versions of @anthropic-ai/sdk have in common, as far as our engines use them?
import type { Fetch } from "../recording/recorded-fetch";

/** Options that every version's constructor takes. `null` keeps a version from reading the other credential itself. */
export type SdkClientOptions = {
  readonly apiKey: string | null;
  readonly authToken: string | null;
  readonly baseURL: string;
  readonly fetch: Fetch;
  readonly defaultHeaders: [string, string][];
  readonly maxRetries: number;
  readonly timeout: number;
  readonly logLevel: "off";
};

/** Per-request options, the second argument of `create` and `toolRunner`. */
export type SdkRequestOptions = {
  readonly headers: [string, string][];
  readonly signal: AbortSignal;
};

export type SdkMessage = {
  readonly role: string;
  readonly content: readonly SdkBlock[];
  readonly stop_reason: string | null;
  readonly container?: { readonly id: string } | null;
};

export type SdkBlock = { readonly type: string; readonly id?: string; readonly name?: string };

/** One item of a runner: the message, or its stream where the runner streams. */
export type SdkRunnerItem = SdkMessage | { finalMessage(): Promise<SdkMessage> };

export type SdkRunnerParams = Readonly<Record<string, unknown>> & {
  readonly messages: readonly { readonly role: string }[];
};

/** The user message with the results of a reply. */
export type SdkToolResults = { readonly role: string; readonly content: string | readonly object[] };

/** `client.beta.messages.toolRunner(...)`, as far as every version has it. */
export type SdkRunner = AsyncIterable<SdkRunnerItem> & {
  readonly params: SdkRunnerParams;
  setMessagesParams(mutator: (params: SdkRunnerParams) => SdkRunnerParams): void;
  pushMessages(...messages: object[]): void;
  generateToolResponse(): Promise<SdkToolResults | null>;
  /** Since 0.129; see `SdkAbilities.compaction`. */
  compactBeforeNextTurn?(): void;
};

export type SdkClient = {
  readonly beta: {
    readonly messages: {
      create(params: object, options: SdkRequestOptions): { asResponse(): Promise<Response> };
      toolRunner(params: object, options: SdkRequestOptions): SdkRunner;
    };
  };
};

type ErrorClass<Thrown extends Error = Error> = new (...args: never[]) => Thrown;
export type SdkApiError = Error & {
  readonly status: number | undefined;
  readonly headers: Headers | undefined;
};

/** A version of the package, loaded. */
export type SdkModule = {
  readonly Anthropic: new (options: SdkClientOptions) => SdkClient;
  readonly AnthropicError: ErrorClass;
  readonly APIError: ErrorClass<SdkApiError>;
  readonly APIConnectionError: ErrorClass;
  readonly APIUserAbortError: ErrorClass;
  /** What a tool throws to answer with an error whose content is its own; 0.63 has none. */
  readonly ToolError?: new (
    content: never,
  ) => Error;
};
