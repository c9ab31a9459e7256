// DingTalk: a robot's markdown («Message types of custom robots»). It has no escape; a mention must stand in the list beside the
// text too.
import { bytes, limit, mark, plain, said } from './marks.js';
import { block, inline } from './markdown.js';

export const title = { en: 'DingTalk', 'zh-CN': '钉钉' };

export const rules = {
  en: 'DingTalk’s rules: body ≤ 20,000 bytes, a robot’s markdown without escapes, title for the list of chats',
  'zh-CN': '钉钉的规则：消息体 ≤ 20000 字节，机器人 markdown 无转义，标题用于会话列表',
};

const mention = at => {
  const ids = [...at.atMobiles, ...at.atUserIds, ...at.isAtAll ? ['all', '所有人'] : []];
  return (text, place) => {
    const id = text[place] === '@' && ids.find(each => text.startsWith(each, place + 1));
    return id ? { html: mark('mention', plain(`@${id}`)), end: place + 1 + id.length } : null;
  };
};

export const write = (body, { locale }) => {
  if (body.msgtype !== 'markdown')
    throw new Error(`no markdown: ${body.msgtype}`);
  limit('the body', bytes(JSON.stringify(body)), 20_000);
  const read = inline(() => [mention(body.at)], ['image', 'italic', 'code', 'strike']);
  const lines = body.markdown.text.split(/\n+/).map(line => block(line, read, ['heading', 'quote', 'item', 'rule', 'table']));
  const list = `<div class="list-of-chats"><span class="avatar small">W</span><span>${plain(body.markdown.title)}</span></div>`;
  return list + said(locale === 'en' ? 'robot' : '机器人', `<div class="bubble">${lines.join('')}</div>`);
};
