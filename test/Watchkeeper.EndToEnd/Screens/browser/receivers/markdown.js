// Markdown as the three Chinese receivers read it: the inline part of CommonMark that each has, and blocks of one line.
import { link, mark, plain } from './marks.js';
import { isBlank, isPunctuation, isWord, rule, scan } from './scanner.js';

// Inside a word, «_» is a letter.
const isLetter = (sign, before, after) => sign === '_' && isWord(before) && isWord(after);

const opens = (text, at, length) => {
  const [before, after] = [text[at - 1], text[at + length]];
  return !isLetter(text[at], before, after) && !isBlank(after)
    && (!isPunctuation(after) || isBlank(before) || isPunctuation(before));
};

const closes = (text, at, length) => {
  const [before, after] = [text[at - 1], text[at + length]];
  return !isLetter(text[at], before, after) && !isBlank(before)
    && (!isPunctuation(before) || isBlank(after) || isPunctuation(after));
};

const between = (sign, kind, inner) => (text, at) => {
  if (!text.startsWith(sign, at) || !opens(text, at, sign.length))
    return null;
  for (let end = text.indexOf(sign, at + sign.length + 1); end > 0; end = text.indexOf(sign, end + 1)) {
    if (closes(text, end, sign.length))
      return { html: mark(kind, inner(text.slice(at + sign.length, end))), end: end + sign.length };
  }
  return null;
};

const named = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" };

/** A character by its number or name, which is text and never markup. */
const entity = rule(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|nbsp|apos));/i, ([, number, hex, name]) =>
  plain(name ? named[name.toLowerCase()] : String.fromCodePoint(number ? Number(number) : parseInt(hex, 16))));

const code = rule(/`([^`\n]+)`/, ([, text]) => mark('code', plain(text)));

const image = rule(/!\[([^\]\n]*)\]\(([^)\s]+)\)/, ([, name]) => mark('image', plain(name)));

/** An address that a program makes a link of, though nobody wrote it as one. */
export const bare = rule(/(?:https?:\/\/|www\.)[^\s<>"'()\u3000-\u303f\uff00-\uffef]+/i, ([address]) =>
  link(plain(address), address));

/** A face by its Chinese name in brackets. */
export const face = rule(/\[[\p{Script=Han}]{1,6}\](?!\()/u, ([name]) => mark('emoji', plain(name)));

/** Any other tag: what a program does with one is not written anywhere. */
export const tag = rule(/<\/?[a-z@!][^>\n]*>/i, ([text]) => mark('tag', plain(text)));

/**
 * A line of text.
 * @param own The rules that the receiver has of its own, which come first; a function of what reads the inside of a mark.
 * @param formats The formats that it has beside bold text and links.
 */
export const inline = (own, formats) => {
  const read = text => scan(text, [
    entity, ...own(read),
    ...formats.includes('code') ? [code] : [],
    ...formats.includes('image') ? [image] : [],
    rule(/\[([^\]\n]+)\]\(([^)\s]+)\)/, ([, name, address]) => link(read(name), address)),
    ...formats.includes('strike') ? [between('~~', 'strike', read)] : [],
    between('**', 'bold', read),
    ...formats.includes('italic') ? [between('*', 'italic', read), between('_', 'italic', read)] : [],
    bare, face, tag,
  ]);
  return read;
};

/** A line that is a block: a heading, a quotation, an item of a list, a rule or a row; else a paragraph. */
export const block = (line, read, blocks) => {
  const heading = blocks.includes('heading') && /^ {0,3}(#{1,6})\s+(.*)$/.exec(line);
  if (heading)
    return mark('heading', read(heading[2]), { 'data-level': heading[1].length });
  const quote = blocks.includes('quote') && /^ {0,3}>\s?(.*)$/.exec(line);
  if (quote)
    return mark('quote', read(quote[1]));
  const item = blocks.includes('item') && /^ {0,3}(?:[-+*]|\d{1,9}[.)])\s+(.*)$/.exec(line);
  if (item)
    return mark('item', read(item[1]));
  if (blocks.includes('rule') && /^ {0,3}(?:[-*_]\s*){3,}$/.test(line))
    return mark('rule', '');
  if (blocks.includes('table') && /^\s*\|.*\|\s*$/.test(line))
    return mark('table', plain(line));
  return `<p>${read(line)}</p>`;
};
