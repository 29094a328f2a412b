// May secrets that were typed for one setup go where another one sends them?
import type { SetupDraft } from "./setup-draft";

type FarEnd = Pick<SetupDraft, "provider" | "baseURL">;

/**
 * A run may come from a file, and its address with it: what was typed for one address is not sent to another. The
 * simulator and recorded replies are this server itself.
 */
export function mayKeepSecrets(typedFor: FarEnd, sentTo: FarEnd): boolean {
  if (sentTo.provider === "simulator" || sentTo.provider === "recorded") return true;
  if (typedFor.provider !== sentTo.provider) return false;
  return sentTo.provider !== "custom" || typedFor.baseURL.trim() === sentTo.baseURL.trim();
}
