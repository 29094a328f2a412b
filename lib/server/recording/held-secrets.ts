// Which secrets does the server itself hold?
import type { Environment } from "../environment";
import { credentialParts } from "./sensitive-headers";

/** @returns every value of the environment that must never be written down, with and without its scheme */
export function heldSecrets({ apiKey, authToken, customHeaders, secrets }: Environment): string[] {
  const held = [apiKey, authToken, ...secrets].filter((secret) => secret !== undefined);
  const values = customHeaders.map((header) => header.value);
  return [...held, ...values, ...values.map((value) => credentialParts(value).secret)];
}
