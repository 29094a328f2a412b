// Does the gateway's header come and go with the gateway, and is one that somebody typed left alone?
import { expect, test } from "vitest";
import { gatewaySetup } from "./gateway-setup";
import { defaultDraft } from "./setup-draft";

const own = { id: "1", name: "CF-AIG-Authorization", value: "Bearer mine", secret: true };

test("the header comes with the gateway and leaves with it", () => {
  const on = gatewaySetup(defaultDraft, true);
  expect(on).toMatchObject({
    gateway: true,
    defaultHeaders: [{ name: "cf-aig-authorization", value: "Bearer demo", secret: false }],
  });
  expect(gatewaySetup(on, false)).toEqual(defaultDraft);
});

test.each(["defaultHeaders", "perRequestHeaders"] as const)("one typed in %s stays as it is", (list) => {
  const draft = { ...defaultDraft, [list]: [own] };
  expect(gatewaySetup(draft, true)).toEqual({ ...draft, gateway: true });
  expect(gatewaySetup({ ...draft, gateway: true }, false)).toEqual(draft);
});
