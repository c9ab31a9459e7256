// The sheets on which messages are drawn: one for each channel with both languages side by side, one for each language with all
// channels.
import { readFileSync } from 'node:fs';
import { plain } from './receivers/marks.js';

const style = readFileSync(new URL('sheet.css', import.meta.url), 'utf8');

const words = {
  en: {
    name: 'English', imitation: 'Imitation', follows: rules => `Follows ${rules}.`,
    all: 'One incident, as each channel tells it',
    drawn: 'Drawn from the messages that were sent, by each receiver’s published rules.',
  },
  'zh-CN': {
    name: '中文', imitation: '仿制示意', follows: rules => `遵循${/^[A-Z]/.test(rules) ? ' ' : ''}${rules}。`,
    all: '同一事件在各渠道的消息',
    drawn: '按各接收方公布的规则，由实际发出的消息绘制。',
  },
};

const page = (lang, html) => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
  <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
  <style>${style}</style></head><body>${html}</body></html>`;

const pane = ({ kind, html }) => `<div class="pane ${kind}" data-kind="${kind}">${html}</div>`;

const heading = title => `<h1>${plain(title.en)}${
  title['zh-CN'] === title.en ? '' : `<small lang="zh-CN">${plain(title['zh-CN'])}</small>`}</h1>`;

const tile = (title, shown) => `
  <div class="tile"><h2>${plain(title)}</h2><div class="window"><div class="fade">${pane(shown)}</div></div></div>`;

/** The sheet of one channel: what it shows in each language. */
export const sheet = (title, shown) => page('en', `
  <div class="sheet">${heading(title)}
  <div class="columns">${shown.map(each => `<div lang="${each.locale}" data-locale="${each.locale}">
    <div class="label"><b>${words[each.locale].imitation}</b><span>${plain(words[each.locale].follows(each.rules))}</span></div>
    ${pane(each)}</div>`).join('')}</div></div>`);

/** The sheet of one language: every channel, the beginning of what it shows. */
export const overview = (locale, shown) => page(locale, `
  <div class="overview"><h1>${words[locale].all}</h1>
  <div class="label"><b>${words[locale].imitation}</b><span>${words[locale].drawn}</span></div>
  <div class="tiles">${shown.map(each => tile(each.title[locale], each)).join('')}</div></div>`);
