// WeChat Work, a robot in a group: markdown of its own with three colours («Group robot configuration»).
import { bytes, limit, mark, plain, said } from './marks.js';
import { block, inline } from './markdown.js';
import { rule } from './scanner.js';

export const title = { en: 'WeChat Work, a group', 'zh-CN': '企业微信群机器人' };

export const rules = {
  en: 'the rules of WeChat Work’s robots: markdown ≤ 4,096 bytes, headings, bold, links, quotations, three colours',
  'zh-CN': '企业微信群机器人的规则：markdown ≤ 4096 字节，标题、加粗、链接、引用、三种字体颜色',
};

const colour = read => rule(/<font color="(info|comment|warning)">([^]*?)<\/font>/, ([, name, inner]) =>
  mark('colour', read(inner), { class: name }));

const mention = rule(/<@([^<>\s]+)>/, ([, id]) => mark('mention', plain(`@${id}`)));

export const write = (body, { locale }) => {
  if (body.msgtype !== 'markdown')
    throw new Error(`no markdown: ${body.msgtype}`);
  limit('the content', bytes(body.markdown.content), 4096);
  const read = inline(read => [colour(read), mention], ['code']);
  const lines = body.markdown.content.split('\n').map(line => block(line, read, ['heading', 'quote']));
  return said(locale === 'en' ? 'robot' : '机器人', `<div class="bubble">${lines.join('')}</div>`);
};
