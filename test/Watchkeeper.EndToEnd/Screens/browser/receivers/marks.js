// What a receiver makes of a text beyond the text itself. Each such mark is an element with its kind in «data-mark», by which the
// drawn page is asked what it holds.

const tags = {
  bold: 'b', italic: 'i', strike: 's', code: 'code', heading: 'h4', quote: 'blockquote', link: 'a', button: 'a', mention: 'span',
  emoji: 'span', colour: 'span', image: 'span', tag: 'span', date: 'span', item: 'div', rule: 'div', table: 'div',
};

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The text as HTML. */
export const plain = text => String(text).replace(/[&<>"]/g, sign => signs[sign]);

/** A mark around HTML. */
export const mark = (kind, html, attributes = {}) => {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${plain(value)}"`).join('');
  return `<${tags[kind]} data-mark="${kind}"${written}>${html}</${tags[kind]}>`;
};

/** A link; what it leads to is never fetched. */
export const link = (html, address) => mark('link', html, { 'data-to': address });

/** A button that opens an address. */
export const button = (name, address, style = 'default') =>
  mark('button', plain(name), { 'data-to': address, class: `button ${style}` });

/** A message in a conversation, from a sender whose sign is ours. */
export const said = (tag, html) => `
  <div class="chat"><div class="avatar">W</div><div class="said">
    <div class="who">Watchkeeper<span class="tag">${plain(tag)}</span></div>${html}</div></div>`;

/** Stops where a receiver would refuse. */
export const limit = (what, length, most) => {
  if (length > most)
    throw new Error(`${what} has ${length}, and the receiver takes ${most}`);
};

/** The length in bytes of UTF-8. */
export const bytes = text => Buffer.byteLength(text, 'utf8');
