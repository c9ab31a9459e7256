// Microsoft Teams: an Adaptive Card of version 1.4, as a workflow posts it. A run of a RichTextBlock has no Markdown.
import { button, bytes, limit, link, mark, plain, said } from './marks.js';

export const title = { en: 'Microsoft Teams', 'zh-CN': 'Microsoft Teams' };

export const rules = {
  en: 'the rules of Adaptive Cards 1.4 in Microsoft Teams: message ≤ 28 KB, rich text without Markdown, buttons open addresses',
  'zh-CN': 'Microsoft Teams 自适应卡片 1.4 的规则：消息 ≤ 28 KB，富文本不解析 Markdown，按钮打开网址',
};

// A card computes dates, and Teams looks for its mentions, wherever text stands.
const text = (words, entities) => {
  const parts = words.split(/(\{\{(?:DATE|TIME)\([^)]*\)\}\}|<at[^>]*>.*?<\/at>)/i);
  return parts.map((part, at) => {
    if (at % 2 === 0)
      return plain(part);
    if (part.startsWith('{{'))
      return mark('date', plain(part));
    const known = entities.find(each => each.text === part);
    return known ? mark('mention', plain(known.mentioned.name)) : mark('tag', plain(part));
  }).join('');
};

const run = (inline, entities) => {
  if (typeof inline === 'string')
    return text(inline, entities);
  if (inline.type !== 'TextRun')
    throw new Error(`no part of a RichTextBlock: ${inline.type}`);
  let html = text(inline.text, entities);
  if (inline.weight === 'Bolder')
    html = mark('bold', html);
  if (inline.selectAction)
    html = link(html, inline.selectAction.url);
  return inline.size === 'Large' ? `<span class="card-large">${html}</span>` : html;
};

const elements = {
  RichTextBlock: (each, entities) => `<p>${each.inlines.map(inline => run(inline, entities)).join('')}</p>`,
  TextBlock: (each, entities) => `<p>${text(each.text, entities)}</p>`,
  Container: (each, entities) => `
    <div class="card-container ${plain(each.style)} ${each.bleed ? 'bleed' : ''}">${all(each.items, entities)}</div>`,
};

const all = (some, entities) => some.map(each => elements[each.type](each, entities)).join('');

export const write = body => {
  limit('the message', bytes(JSON.stringify(body)), 28 * 1024);
  const cards = body.attachments.map(({ contentType, content: card }) => {
    if (contentType !== 'application/vnd.microsoft.card.adaptive' || card.type !== 'AdaptiveCard' || card.version !== '1.4')
      throw new Error(`no card of version 1.4: ${contentType} ${card.version}`);
    limit('the actions', card.actions.length, 6);
    const actions = card.actions.map(({ type, title: name, url }) => {
      if (type !== 'Action.OpenUrl')
        throw new Error(`an action that a workflow cannot answer: ${type}`);
      return button(name, url);
    });
    return `<div class="card">${all(card.body, card.msteams.entities)}<div class="buttons">${actions.join('')}</div></div>`;
  });
  return said('Workflows', cards.join(''));
};
