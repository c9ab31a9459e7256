import { createHmac, timingSafeEqual } from "node:crypto";

export function verify(key, headers, body) {
  const signed = Buffer.concat([Buffer.from(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.`), body]);
  const digest = createHmac("sha256", Buffer.from(key.replace(/^whsec_/, ""), "base64")).update(signed).digest("base64");
  const expected = Buffer.from(`v1,${digest}`);
  const isFresh = Math.abs(Date.now() / 1000 - Number(headers["webhook-timestamp"])) < 300;
  return isFresh && headers["webhook-signature"].split(" ").map((each) => Buffer.from(each))
    .some((each) => each.length === expected.length && timingSafeEqual(each, expected));
}
