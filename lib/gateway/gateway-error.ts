// What does the gateway answer where it does not let a request through?

/** Carries the answer from wherever the request failed. */
export class GatewayRefusal extends Error {
  override readonly name = "GatewayRefusal";

  /** @param code the gateway's own number for the cause */
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Numbers of the gateway's errors. 2009 is Cloudflare's (seen in its answers to a wrong token); the others are ours, out
 * of Cloudflare's range.
 */
export const errorCodes = {
  unauthorized: 2009,
  badSetting: 9001,
  tooLarge: 9002,
  unreachable: 9003,
  tooSlow: 9004,
  unusableAnswer: 9005,
  callerGone: 9006,
  internal: 9007,
} as const;

/** The body in the shape of Cloudflare AI Gateway, which is not that of any provider. */
export function errorBody({ status, code, message }: GatewayRefusal): string {
  return JSON.stringify({
    success: false,
    result: [],
    messages: [],
    error: [{ code, message }],
    name: "AiGatewayError",
    httpCode: status,
    internalCode: code,
    message,
  });
}
