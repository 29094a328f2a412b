export type CaseState = "passed" | "failed" | "left out" | "not run";
export type KeptStep = {
  readonly step: string;
  readonly at: string;
  readonly commit: string;
  readonly tests: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: string;
    readonly numbers?: Readonly<Record<string, readonly number[]>>;
  }[];
};
export type Scorecard = {
  readonly groups: readonly {
    readonly name: string;
    readonly cases: readonly { readonly id: string; readonly state: CaseState }[];
  }[];
  readonly numbers: readonly (readonly [name: string, value: string, target: string])[];
};
export function scorecard(kept?: readonly KeptStep[]): Scorecard;
export function scorecardText(card: Scorecard): string;
