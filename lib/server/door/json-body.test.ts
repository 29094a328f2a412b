import { expect, test } from "vitest";
import { jsonBody } from "./json-body";

const post = (body: string, type = "application/json; charset=utf-8") =>
  jsonBody(new Request("http://localhost/", { method: "POST", body, headers: { "content-type": type } }));

test("JSON comes back as it was sent, __proto__ as a field like any other", async () => {
  const body = await post('{"a":[1,{"b":null}],"__proto__":{"polluted":true}}');
  expect(Object.keys(body as object)).toEqual(["a", "__proto__"]);
  expect("polluted" in {}).toBe(false);
});

test.each([
  ["text/plain", "{}", 415],
  ["application/json", "", 400],
  ["application/json", "{oops", 400],
])("%s with %j is refused", async (type, body, status) => {
  await expect(post(body, type)).rejects.toMatchObject({ status });
});

test("200 levels are taken, 200,000 are refused without recursion", async () => {
  const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
  await expect(post(nested(200))).resolves.toBeDefined();
  await expect(post(nested(202))).rejects.toMatchObject({ code: "too_deep" });
  await expect(post(nested(200_000))).rejects.toMatchObject({ code: "too_deep" });
});

test("a body over 32 MB is read to its end and refused", async () => {
  await expect(post(`"${"a".repeat(32 * 1024 * 1024)}"`)).rejects.toMatchObject({ status: 413 });
});
