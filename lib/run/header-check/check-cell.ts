// What is one run of a header check, and what is looked for in it?
import type { RunRequest } from "@/lib/protocol/run-request";
import type { AskedSource } from "../asked-headers";
import type { RequestKind } from "../request-kind";
import type { CheckEngine, CheckRoute, HeaderKind } from "./check-choice";

/** A header that has to be on every request; `source` is null where nobody sets it and any value will do. */
export type WantedHeader = { readonly name: string; readonly source: AskedSource | null };

export type CheckPlace = {
  /** The same for the same place in every plan: `"tool-runner@1.13.0/per-request/gateway"`. */
  readonly id: string;
  readonly engine: CheckEngine;
  /** Null for the AI SDK, which is here in one version. */
  readonly sdkVersion: string | null;
  readonly kind: HeaderKind;
  readonly route: CheckRoute;
  readonly labels: {
    readonly engine: string;
    readonly version: string;
    readonly kind: string;
    readonly route: string;
  };
};

export type PlannedCell = CheckPlace & {
  readonly status: "planned";
  readonly request: RunRequest;
  readonly wanted: readonly WantedHeader[];
  /** The kinds of request the run is made for; a verdict says which of them it never saw. */
  readonly requestKinds: readonly RequestKind[];
};

export type CheckCell =
  | PlannedCell
  | (CheckPlace & {
      readonly status: "not-applicable";
      /** A sentence, with what to do where something can be done. */
      readonly reason: string;
    });
