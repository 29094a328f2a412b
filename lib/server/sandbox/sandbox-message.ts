// What do the server and a sandbox thread say to each other?

/** One call: the source of a function, and its input as JSON. */
export type SandboxJob = { readonly source: string; readonly inputJson: string };

export type FetchRequest = {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
};

export type FetchResponse = {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array<ArrayBuffer>;
};

export type ToThread =
  | { readonly type: "job"; readonly job: SandboxJob }
  | { readonly type: "fetched"; readonly id: number; readonly response: FetchResponse }
  | { readonly type: "fetch-failed"; readonly id: number; readonly reason: string };

/** `json` is null where the function gave back nothing. */
export type SandboxOutcome =
  | { readonly kind: "value"; readonly json: string | null }
  | { readonly kind: "failure"; readonly text: string };

/** `reusable` is false where the thread should serve no further call: its memory grew, or the interpreter broke. */
export type FromThread =
  | { readonly type: "log"; readonly line: string }
  | { readonly type: "fetch"; readonly id: number; readonly request: FetchRequest }
  | { readonly type: "done"; readonly outcome: SandboxOutcome; readonly reusable: boolean };
