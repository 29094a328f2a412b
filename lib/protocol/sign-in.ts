// What does somebody send to sign in?
import { z } from "zod";

export const signInSchema = z.strictObject({
  token: z.string().trim().min(1, "give the access token").max(4_096, "that is too long for an access token"),
});
