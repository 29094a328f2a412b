// How is a header set written in a test, without fingerprints by hand?
import type { HeaderSet } from "@/lib/protocol/header-set";

/** @returns the header set of `[name, value]` pairs; equal values have equal fingerprints */
export function headerSet(...pairs: readonly (readonly [string, string])[]): HeaderSet {
  return pairs.map(([name, value]) => [name, { shown: value, redacted: false, fingerprint: `fp-${value}` }]);
}

/** @returns a header set of one redacted value, which shows a placeholder and keeps the value's fingerprint */
export function secretHeader(name: string, value: string): HeaderSet {
  return [[name, { shown: "[redacted]", redacted: true, fingerprint: `fp-${value}` }]];
}

/** @returns a header as it stands in the configuration of a run */
export function configuredHeader(name: string, value: string) {
  return { name, value: { shown: value, redacted: false, fingerprint: `fp-${value}` } };
}
