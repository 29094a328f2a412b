/** A finished run of 200 turns and 50,000 events, in the history of this server. */
export function importedRun(origin: string): Promise<{ readonly runId: string; readonly events: number }>;
