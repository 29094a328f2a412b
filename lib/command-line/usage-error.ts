// What is wrong with a command as it was typed?

/** The message names the flag and what to do about it; nothing has been carried out. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
