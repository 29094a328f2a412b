// What has to be in place before the server answers its first request?

export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { rememberIncomingMessages } = await import("@/lib/server/door/incoming-message");
  const { rememberDetachedContext } = await import("@/lib/server/run/detached");
  const { machine } = await import("@/lib/server/machine");
  const { shutDownOnSignal } = await import("@/lib/server/shutdown");
  rememberDetachedContext();
  // Made at the start: runs that a crash left open are closed before anybody looks.
  machine();
  shutDownOnSignal(machine);
  rememberIncomingMessages();
}
