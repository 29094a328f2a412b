// With which setting are tools made in a test?

/** Bound to loopback, five seconds for a call. */
export const toolOptions = {
  toolTimeoutMs: 5_000,
  humanTimeoutMs: 5_000,
  runId: "run_test",
  network: { local: true, allowed: new Set<string>() },
};
