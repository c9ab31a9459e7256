// WeChat Work, an application that writes to members: a text («Send application messages»), with tags for links, and no formats.
import { bytes, limit, link, mark, plain, said } from './marks.js';
import { bare, face, tag } from './markdown.js';
import { rule, scan } from './scanner.js';

export const title = { en: 'WeChat Work, members', 'zh-CN': '企业微信应用' };

export const rules = {
  en: 'the rules of WeChat Work’s applications: text ≤ 2,048 bytes, no formats, addresses become links',
  'zh-CN': '企业微信应用消息的规则：文本 ≤ 2048 字节，无格式，网址自动变为链接',
};

const anchor = rule(/<a\s+href=["']?([^"'>\s]+)["']?[^>]*>([^]*?)<\/a>/i, ([, address, name]) => link(plain(name), address));

const mention = rule(/<@([^<>\s]+)>|@(?:all|所有人)(?![\p{L}\p{N}])/u, ([text]) => mark('mention', plain(text)));

const sign = rule(/\/::?[\p{L}()|<>@$~*&+,!?'"-]/u, ([text]) => mark('emoji', plain(text)));

export const write = (body, { locale }) => {
  if (body.msgtype !== 'text')
    throw new Error(`no text: ${body.msgtype}`);
  limit('the content', bytes(body.text.content), 2048);
  const lines = body.text.content.split('\n').map(line => `<p>${scan(line, [anchor, mention, bare, face, sign, tag])}</p>`);
  return said(locale === 'en' ? 'application' : '应用', `<div class="bubble">${lines.join('')}</div>`);
};
