// How is an IP address written that the system tells us?

/** A socket that takes both families writes IPv4 addresses in IPv6's way. */
export function plainAddress(address: string | undefined): string {
  return (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
}
