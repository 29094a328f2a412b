// May this caller read what others have sent?

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Programs on this machine may, and pages of this server's own origin. A page under a rebound name has a foreign `Host`, a
 * page of another origin sends `Origin` or says `cross-site`.
 */
export function mayReadRecord(headers: readonly (readonly [name: string, value: string])[]): boolean {
  const valuesOf = (name: string) =>
    headers.filter(([given]) => given.toLowerCase() === name).map(([, value]) => value.trim());
  const hosts = valuesOf("host");
  const host = hosts[0] ?? "";
  return (
    hosts.length === 1 &&
    loopbackHost.test(host) &&
    valuesOf("origin").every((origin) => origin.toLowerCase() === `http://${host.toLowerCase()}`) &&
    valuesOf("sec-fetch-site").every((site) => site === "same-origin" || site === "none")
  );
}
