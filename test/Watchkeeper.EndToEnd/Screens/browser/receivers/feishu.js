// Feishu and Lark: a card of JSON 1.0 («Custom bot usage guide»): header, lark_md, buttons and a note.
import { button, bytes, limit, mark, plain, said } from './marks.js';
import { block, inline } from './markdown.js';
import { rule } from './scanner.js';

export const title = { en: 'Feishu, Lark', 'zh-CN': '飞书' };

export const rules = {
  en: 'Feishu’s card JSON 1.0: body ≤ 20 KB, header colour, lark_md, buttons, note',
  'zh-CN': '飞书卡片 JSON 1.0 的规则：请求体 ≤ 20 KB，标题栏颜色，lark_md 文本，按钮，备注',
};

const colours = [
  'blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange', 'red', 'carmine', 'violet', 'purple', 'indigo', 'grey',
];

const mention = rule(/<at\s+(?:user_)?(?:id|email|ids)=[^>]*>(?:[^<\n]*<\/at>)?/i, ([text]) => mark('mention', plain(text)));

const emoji = rule(/:[A-Za-z0-9_]*[A-Za-z_][A-Za-z0-9_]*:/, ([text]) => mark('emoji', plain(text)));

const markdown = inline(() => [mention, emoji], ['italic', 'strike', 'code']);

const text = ({ tag, content }) => {
  if (tag === 'plain_text')
    return `<p>${plain(content)}</p>`;
  if (tag !== 'lark_md')
    throw new Error(`no text: ${tag}`);
  return content.split('\n').map(line => block(line, markdown, ['heading', 'quote', 'item', 'rule', 'table'])).join('');
};

const elements = {
  div: each => `<div class="feishu-div">${text(each.text)}</div>`,
  action: each => `<div class="buttons">${
    each.actions.map(action => button(action.text.content, action.url, action.type)).join('')}</div>`,
  note: each => `<div class="feishu-note">${each.elements.map(text).join('')}</div>`,
};

export const write = (body, { locale }) => {
  if (body.msg_type !== 'interactive' || !body.timestamp !== !body.sign)
    throw new Error(`no card, or half a signature: ${body.msg_type}`);
  limit('the body', bytes(JSON.stringify(body)), 20_000);
  const { header, elements: all } = body.card;
  if (!colours.includes(header.template))
    throw new Error(`no colour: ${header.template}`);
  return said(locale === 'en' ? 'robot' : '机器人', `
    <div class="feishu-card"><div class="feishu-header ${header.template}">${plain(header.title.content)}</div>
    ${all.map(each => elements[each.tag](each)).join('')}</div>`);
};
