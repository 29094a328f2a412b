export type Pace = { readonly events: number; readonly perSecond: number; readonly bytes?: number };
export function startPacedProvider(
  pace: Pace,
): Promise<{ readonly baseURL: string; readonly close: () => Promise<void> }>;
export function startPacedRun(origin: string, baseURL: string): Promise<string>;
export function readPacedRun(origin: string, runId: string): Promise<number[]>;
export function measurePacedRuns(
  origin: string,
  load: { readonly runs: number; readonly perSecond: number; readonly seconds: number },
): Promise<{ readonly delays: number[]; readonly lost: number; readonly p95Ms: number }>;
export function quantile(numbers: readonly number[], share: number): number;
