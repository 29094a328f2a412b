// What kind of place is an IP address?
import ipaddr from "ipaddr.js";

/** `internal` is everything that is not the public internet: private, loopback, link-local, reserved, translated, ... */
export type AddressKind = "public" | "loopback" | "internal" | "metadata";

/** Where clouds tell a machine its own credentials. 169.254.0.0/16 as a whole holds nothing a tool may want. */
const metadataRanges = [
  "169.254.0.0/16",
  "fd00:ec2::/32",
  "100.100.100.200/32",
  "168.63.129.16/32",
  "192.0.0.192/32",
].map((range) => ipaddr.parseCIDR(range));

/**
 * @param address an IPv4 or IPv6 address in any of its spellings, without brackets
 * @returns its kind; `internal` for what is no address at all: what is not understood is not let out
 */
export function addressKind(address: string): AddressKind {
  if (!ipaddr.isValid(address)) return "internal";
  // An IPv4 address in IPv6 clothes is judged as what it is.
  const parsed = ipaddr.process(address);
  if (metadataRanges.some((range) => range[0].kind() === parsed.kind() && parsed.match(range)))
    return "metadata";
  const embedded = embeddedIPv4(parsed);
  if (embedded !== null) return addressKind(embedded) === "metadata" ? "metadata" : "internal";
  const range = parsed.range();
  if (range === "loopback") return "loopback";
  return range === "unicast" ? "public" : "internal";
}

/**
 * `::127.0.0.1` (deprecated, reported as unicast), NAT64 and 6to4 carry an IPv4 address that a gateway may unwrap. None is
 * what a public host has.
 */
function embeddedIPv4(address: ipaddr.IPv4 | ipaddr.IPv6): string | null {
  if (!(address instanceof ipaddr.IPv6)) return null;
  const bytes = address.toByteArray();
  const zeros = bytes.slice(0, 12).every((byte) => byte === 0);
  const isUnspecifiedOrLoopback = zeros && bytes.slice(12, 15).every((byte) => byte === 0);
  if (zeros && !isUnspecifiedOrLoopback) return bytes.slice(12).join(".");
  if (address.range() === "rfc6052") return bytes.slice(12).join(".");
  return address.range() === "6to4" ? bytes.slice(2, 6).join(".") : null;
}
