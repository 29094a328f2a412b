// What else changes in the setup when the embedded gateway is switched on or off?
import { randomId } from "./random-id";
import type { HeaderRow, SetupDraft } from "./setup-draft";

/** The header the gateway asks for, with a token it takes when none is configured: no secret. */
const demoHeader = { name: "cf-aig-authorization", value: "Bearer demo", secret: false } as const;

/** @returns the setup with the gateway on or off; its header comes along where there is none, and leaves where it is ours */
export function gatewaySetup(draft: SetupDraft, on: boolean): SetupDraft {
  const { defaultHeaders, perRequestHeaders } = draft;
  if (!on) {
    const kept = defaultHeaders.filter((row) => !isGatewayHeader(row) || row.value !== demoHeader.value);
    return {
      ...draft,
      gateway: false,
      defaultHeaders: kept.length === defaultHeaders.length ? defaultHeaders : kept,
    };
  }
  const has = [...defaultHeaders, ...perRequestHeaders].some(isGatewayHeader);
  const row = { id: randomId(), ...demoHeader };
  return { ...draft, gateway: true, defaultHeaders: has ? defaultHeaders : [...defaultHeaders, row] };
}

function isGatewayHeader({ name }: HeaderRow): boolean {
  return name.trim().toLowerCase() === demoHeader.name;
}
