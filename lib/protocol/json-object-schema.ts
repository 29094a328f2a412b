// How is a JSON object accepted without looking inside?
import { z } from "zod";
import { isJsonObject, type JsonObject } from "./json-object";

/** Handed on as it is: zod's own records leave a field named `__proto__` out, and what is typed is sent as typed. */
export const jsonObjectSchema = z.custom<JsonObject>(isJsonObject, { error: "give a JSON object" });
