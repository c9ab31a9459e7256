// A program of one's own: the headers of Standard Webhooks, whose signature is verified here once more, and the JSON.
import { createHmac } from 'node:crypto';
import { bytes, limit, plain } from './marks.js';

export const title = { en: 'Your own program', 'zh-CN': '自己的程序（Webhook）' };

export const rules = {
  en: 'Standard Webhooks: HMAC-SHA256 over id, time and body; body ≤ 256 KB, in one line, here with line ends',
  'zh-CN': 'Standard Webhooks 的规则：对标识、时间和正文做 HMAC-SHA256 签名；正文 ≤ 256 KB，原为一行，此处换行显示',
};

const words = { en: { yes: 'signature verified', no: 'signature wrong' }, 'zh-CN': { yes: '签名已验证', no: '签名错误' } };

const isSigned = ({ headers, key, raw }) => headers['webhook-signature'] === 'v1,' + createHmac('sha256', key)
  .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${raw}`).digest('base64');

const value = json => {
  if (json === null || typeof json !== 'object')
    return `<span class="${typeof json}">${plain(JSON.stringify(json))}</span>`;
  const isList = Array.isArray(json);
  const [open, close] = isList ? '[]' : '{}';
  return open + Object.entries(json).map(([name, each]) => (isList ? '' : member(name)) + value(each)).join(', ') + close;
};

const member = name => `<span class="name">${plain(JSON.stringify(name))}</span>: `;

// The members of the whole each on a line, those inside them one after the other.
const lines = json => Object.entries(json).map(([name, each], at, all) => `
  <div class="member">${member(name)}${value(each)}${at < all.length - 1 ? ',' : ''}</div>`).join('');

export const write = (body, more) => {
  limit('the body', bytes(more.raw), 256 * 1024);
  const headers = Object.entries({ 'content-type': 'application/json; charset=utf-8', ...more.headers });
  const seal = isSigned(more) ? 'yes' : 'no';
  return `
    <div class="code"><div class="request">POST ${plain(more.address)}</div>
    ${headers.map(([name, each]) => `<div><span class="name">${plain(name)}</span>: ${plain(each)}</div>`).join('')}
    <div class="seal ${seal}">${words[more.locale][seal]}</div><div>{</div>${lines(body)}<div>}</div></div>`;
};
