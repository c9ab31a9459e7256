// node channels.js FOLDER [PICTURES]: draws each message of the folder, «en/slack.json», «zh-CN/slack.json» …, as its receiver
// would, and prints one JSON object for each about what is on the drawn page. Beside a webhook's body lies what was sent with it,
// «webhook.request.json». With PICTURES, takes a picture of each channel in both languages, and of all channels in each.
import chromium from '@sparticuz/chromium';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as driver } from 'playwright-core';
import { measure } from './measure.js';
import { shrink } from './palette.js';
import { overview, sheet } from './sheet.js';

const locales = ['en', 'zh-CN'];

// The order of the overviews; another kind comes after these.
const order = ['slack', 'teams', 'pagerduty', 'webhook', 'sms', 'feishu', 'dingtalk', 'wechat-robot', 'wechat', 'push'];

// A link has few pixels, and is nothing without its colour.
const linkColour = 0x1257b8;

const [folder, pictures] = process.argv.slice(2);
const kinds = readdirSync(join(folder, 'en')).filter(name => /^[a-z-]+\.json$/.test(name))
  .map(name => name.slice(0, -'.json'.length))
  .sort((a, b) => order.indexOf(a) - order.indexOf(b));

const draw = async (kind, locale) => {
  const receiver = await import(`./receivers/${kind}.js`);
  const raw = readFileSync(join(folder, locale, `${kind}.json`), 'utf8');
  const request = join(folder, locale, `${kind}.request.json`);
  const more = existsSync(request) ? JSON.parse(readFileSync(request, 'utf8')) : {};
  const html = receiver.write(JSON.parse(raw), { ...more, locale, raw });
  return { kind, locale, html, title: receiver.title, rules: receiver.rules[locale] };
};

const browser = await driver.launch({
  executablePath: await chromium.executablePath(), timeout: 60000,
  args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-lcd-text', '--font-render-hinting=none'],
});
const asked = [];
const open = async (width, deviceScaleFactor) => {
  const page = await browser.newPage({ viewport: { width, height: 600 }, deviceScaleFactor, offline: true });
  await page.route('**/*', route => {
    asked.push(route.request().url());
    return route.abort();
  });
  return page;
};

const take = async (page, name, selector) => {
  if (!pictures)
    return;
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, `${name}.png`), shrink(await page.locator(selector).screenshot(), [linkColour]));
};

const drawn = [];
const single = await open(1000, 1.5);
for (const kind of kinds) {
  const shown = await Promise.all(locales.map(locale => draw(kind, locale)));
  drawn.push(...shown);
  await single.setContent(sheet(shown[0].title, shown));
  for (const each of await single.evaluate(measure))
    console.log(JSON.stringify({ kind, ...each, asked }));
  await take(single, kind, '.sheet');
}
const grid = await open(1500, 1.2);
for (const locale of locales) {
  await grid.setContent(overview(locale, drawn.filter(each => each.locale === locale)));
  await take(grid, `all-${locale}`, '.overview');
}
await browser.close();
