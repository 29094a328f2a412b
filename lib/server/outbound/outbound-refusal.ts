// Why may a request not leave?

/** Thrown before anything was sent. The message names the target, the rule and the remedy, and holds no credentials. */
export class OutboundRefusal extends Error {
  override readonly name = "OutboundRefusal";
}
