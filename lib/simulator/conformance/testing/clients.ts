// Which published clients is the simulator tried with?
import AnthropicNewest from "@anthropic-ai/sdk";
import { betaTool as betaToolNewest } from "@anthropic-ai/sdk/helpers/beta/json-schema";
import { VERSION as newest } from "@anthropic-ai/sdk/version";
import Anthropic0x63 from "sdk-0.63.1";
import { betaTool as betaTool0x63 } from "sdk-0.63.1/helpers/beta/json-schema";
import Anthropic0x80 from "sdk-0.80.0";
import { betaTool as betaTool0x80 } from "sdk-0.80.0/helpers/beta/json-schema";
import Anthropic0x137 from "sdk-0.137.0";
import { betaTool as betaTool0x137 } from "sdk-0.137.0/helpers/beta/json-schema";
import Anthropic1x0 from "sdk-1.0.0";
import { betaTool as betaTool1x0 } from "sdk-1.0.0/helpers/beta/json-schema";
import Anthropic1x11 from "sdk-1.11.0";
import { betaTool as betaTool1x11 } from "sdk-1.11.0/helpers/beta/json-schema";
import { playgroundTools } from "../../testing/tools";

export type SdkMessage = {
  readonly id: string;
  readonly stop_reason: string | null;
  readonly content: readonly { readonly type: string }[];
};

type Runner = AsyncIterable<unknown> & PromiseLike<SdkMessage>;

/** As much of a client as all versions have in common; their parameter types differ from version to version. */
export type SdkClient = {
  messages: {
    create(params: object): Promise<SdkMessage>;
    stream(params: object): { finalMessage(): Promise<SdkMessage> };
    countTokens(params: object): Promise<{ input_tokens: number }>;
  };
  models: { list(params?: object): AsyncIterable<{ id: string }> };
  beta: { messages: { create(params: object): Promise<SdkMessage>; toolRunner(params: object): Runner } };
};

type Version = {
  readonly version: string;
  readonly client: (baseURL: string) => SdkClient;
  readonly tools: readonly object[];
  /** Whether its tool runner goes over message threads unless told not to. */
  readonly threads?: true;
};

type BetaTool = (options: {
  name: string;
  description: string;
  inputSchema: { type: "object"; properties: Record<string, object>; required: string[] };
  run: (input: unknown) => string;
}) => object;

/** Tools that the version's own tool runner runs. */
function runnable(betaTool: BetaTool): readonly object[] {
  const results: Record<string, object> = {
    get_weather: { temperature: 18, unit: "celsius", conditions: "foggy" },
    get_time: { time: "09:41" },
  };
  return playgroundTools
    .filter(({ name }) => name in results)
    .map(({ name, description, input_schema: inputSchema }) =>
      betaTool({
        name,
        description,
        inputSchema,
        run: (input) => JSON.stringify({ ...Object(input), ...results[name] }),
      }),
    );
}

const options = (baseURL: string) => ({ baseURL, apiKey: "sk-test", maxRetries: 0 });

export const versions: readonly Version[] = [
  { version: "0.63.1", client: (url) => new Anthropic0x63(options(url)), tools: runnable(betaTool0x63) },
  { version: "0.80.0", client: (url) => new Anthropic0x80(options(url)), tools: runnable(betaTool0x80) },
  { version: "0.137.0", client: (url) => new Anthropic0x137(options(url)), tools: runnable(betaTool0x137) },
  { version: "1.0.0", client: (url) => new Anthropic1x0(options(url)), tools: runnable(betaTool1x0) },
  {
    version: "1.11.0",
    client: (url) => new Anthropic1x11(options(url)),
    tools: runnable(betaTool1x11),
    threads: true,
  },
  {
    version: newest,
    client: (url) => new AnthropicNewest(options(url)),
    tools: runnable(betaToolNewest),
    threads: true,
  },
];
