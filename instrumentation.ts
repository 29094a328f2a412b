// What has to be in place before the server answers its first request?

export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { refuseBadLock } = await import("@/lib/server/door/refuse-bad-lock");
  const { rememberIncomingMessages } = await import("@/lib/server/door/incoming-message");
  const { rememberDetachedContext } = await import("@/lib/server/run/detached");
  const { keepFrontGate } = await import("@/lib/server/door/front-gate");
  const { rememberOwnConnections } = await import("@/lib/server/door/own-connections");
  const { machine } = await import("@/lib/server/machine");
  const { shutDownOnSignal } = await import("@/lib/server/shutdown");
  refuseBadLock();
  rememberDetachedContext();
  rememberOwnConnections();
  keepFrontGate();
  try {
    // Made at the start: runs that a crash left open are closed before anybody looks.
    machine();
  } catch (cause) {
    // A folder that cannot be had may be had later: each call tries again, and the page says what is wrong.
    console.error(cause instanceof Error ? cause.message : cause);
  }
  shutDownOnSignal(machine);
  rememberIncomingMessages();
}
