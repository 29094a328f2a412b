// What has to be in place before the server answers its first request?

export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { rememberIncomingMessages } = await import("@/lib/server/door/incoming-message");
  const { rememberDetachedContext } = await import("@/lib/server/run/detached");
  rememberDetachedContext();
  rememberIncomingMessages();
}
