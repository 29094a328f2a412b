import { TriangleAlert } from "lucide-react";

const thisMachine = ["localhost", "127.0.0.1", "[::1]"];

/** Over plain http to another machine, everybody in between reads the token: that must be said before it is typed. */
export function PlainHttpNote() {
  const { protocol, hostname } = window.location;
  if (protocol === "https:" || thisMachine.includes(hostname)) return null;
  return (
    <p className="mt-4 flex max-w-88 gap-2 text-xs text-muted">
      <TriangleAlert className="mt-0.5 size-3.5 shrink-0 text-kind-error-text" aria-hidden />
      <span>
        This connection is not encrypted: others in the same network can read the token. Ask for an https
        address, or use one only in a network you trust.
      </span>
    </p>
  );
}
