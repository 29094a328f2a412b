// How is a JSON object accepted without looking inside?
import { z } from "zod";

export const jsonObjectSchema = z.record(z.string(), z.unknown());
