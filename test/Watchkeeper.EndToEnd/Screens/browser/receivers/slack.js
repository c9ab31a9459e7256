// Slack: blocks, and mrkdwn («Formatting message text», «Block Kit»), with the colour bar of an attachment.
import { limit, link, mark, plain, said } from './marks.js';
import { isBlank, isWord, rule, scan } from './scanner.js';

export const title = { en: 'Slack', 'zh-CN': 'Slack' };

export const rules = {
  en: 'Slack’s rules: header ≤ 150 characters, sections of mrkdwn ≤ 3000, colour bar of attachments',
  'zh-CN': 'Slack 的规则：标题 ≤ 150 字符，mrkdwn 段落 ≤ 3000 字符，附件带颜色条',
};

const unescaped = text => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const shown = text => plain(unescaped(text));

const between = (sign, kind, read) => (text, at) => {
  if (text[at] !== sign || isWord(text[at - 1]) || isBlank(text[at + 1]) || text[at + 1] === sign)
    return null;
  for (let end = at + 2; end < text.length && text[end] !== '\n'; end++) {
    if (text[end] === sign && !isBlank(text[end - 1]) && !isWord(text[end + 1]))
      return { html: mark(kind, read(text.slice(at + 1, end))), end: end + 1 };
  }
  return null;
};

const control = rule(/<([^<>\n]+)>/, ([, inner]) => {
  const [target, name] = inner.split('|', 2);
  if (/^[@#!]/.test(target))
    return target.startsWith('!date^') ? mark('date', shown(name ?? target)) : mark('mention', shown(name ?? target));
  return link(shown(name ?? target), unescaped(target));
});

const escape = rule(/&(?:lt|gt|amp);/, ([text]) => shown(text));

const code = rule(/```([^]+?)```|`([^`\n]+)`/, ([, block, span]) => mark('code', shown(block ?? span)));

// A name has a letter; of numbers, Slack has these.
const emoji = rule(/:([\p{L}\p{M}\p{N}_'+-]+)(?:::skin-tone-\d)?:/u, ([text, name]) =>
  /\p{L}/u.test(name) || ['+1', '-1', '100', '1234'].includes(name) ? mark('emoji', plain(text)) : null);

const bare = rule(/https?:\/\/[^\s<>|]+/, ([address]) => link(shown(address), address));

const named = rule(/@(?:here|channel|everyone)\b/, ([text]) => mark('mention', plain(text)));

const mrkdwn = (text, isVerbatim) => {
  const read = some => scan(some, [
    control, code, escape, emoji, ...isVerbatim ? [] : [bare, named],
    ...[['*', 'bold'], ['_', 'italic'], ['~', 'strike']].map(([sign, kind]) => between(sign, kind, inner => read(inner))),
  ]);
  return text.split('\n').map(line => {
    const quote = /^(?:>|&gt;)\s?(.*)$/.exec(line);
    return quote ? mark('quote', read(quote[1])) : `<p>${read(line)}</p>`;
  }).join('');
};

const text = object => {
  if (object.type === 'plain_text')
    return `<p>${plain(object.text)}</p>`;
  return mrkdwn(object.text, object.verbatim === true);
};

const blocks = {
  header: ({ text: object }) => {
    limit('a header', object.text.length, 150);
    return `<h3 class="slack-header">${plain(object.text)}</h3>`;
  },
  section: ({ text: object }) => {
    limit('a section', object.text.length, 3000);
    return `<div class="slack-section">${text(object)}</div>`;
  },
  context: ({ elements }) => {
    limit('a context', elements.length, 10);
    return `<div class="slack-context">${elements.map(text).join('')}</div>`;
  },
};

const draw = all => {
  limit('a message', all.length, 50);
  return all.map(block => blocks[block.type](block)).join('');
};

export const write = body => {
  limit('the text', body.text.length, 40_000);
  const attachments = body.attachments.map(each => `
    <div class="slack-attachment"><i class="bar" style="background:${plain(each.color)}"></i>
    <div>${draw(each.blocks)}</div></div>`);
  return said('APP', draw(body.blocks) + attachments.join(''));
};
