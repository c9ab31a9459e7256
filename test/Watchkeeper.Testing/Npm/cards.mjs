// Reads Adaptive Cards, one a line, with the program that Microsoft publishes, and prints what it finds wrong with each, as JSON.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(process.argv[2] + "/");
const cards = require("adaptivecards/dist/adaptivecards.min.js");
const { formatText } = require("adaptivecards/lib/text-formatters.js");

const events = (count, at) => Array.from({ length: count }, (_, index) => at(index).message);

// What the program kept of a card, without what it fills in; msteams is for Teams alone.
const missing = (given, kept, path) => {
  if (typeof given !== "object" || given === null) return given === kept ? [] : [`${path} is ${JSON.stringify(kept)}`];
  return Object.keys(given).filter((name) => name !== "msteams").flatMap((name) =>
    kept === undefined || kept === null ? [`${path} is missing`] : missing(given[name], kept[name], `${path}.${name}`));
};

const computed = (value) => typeof value === "string" ? (formatText("en", value) === value ? [] : [`computes ${value}`])
  : Object.values(value ?? {}).flatMap(computed);

for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line);
  const context = new cards.SerializationContext(cards.Versions.v1_4);
  const card = new cards.AdaptiveCard();
  card.parse(given, context);
  console.log(JSON.stringify([
    ...events(context.eventCount, (index) => context.getEventAt(index)),
    ...card.validateProperties().validationEvents.map((event) => event.message),
    ...missing(given, card.toJSON(), "$"),
    ...computed(given),
  ]));
}
