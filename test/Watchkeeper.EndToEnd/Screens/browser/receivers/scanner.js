// Reads a text from left to right: at each place, the first rule that finds something says what it is and where it ends; else
// there is a character.
import { plain } from './marks.js';

/**
 * @param rules Functions of the text and a place in it, which return nothing or the HTML of what begins there and where it ends.
 */
export const scan = (text, rules) => {
  let html = '';
  for (let at = 0; at < text.length;) {
    const found = rules.map(rule => rule(text, at)).find(each => each);
    html += found ? found.html : plain(text[at]);
    at = found ? found.end : at + 1;
  }
  return html;
};

/** A rule by an expression that must begin at the place. */
export const rule = (expression, write) => {
  const sticky = new RegExp(expression.source, expression.flags + 'y');
  return (text, at) => {
    sticky.lastIndex = at;
    const found = sticky.exec(text);
    const html = found && write(found, text, at);
    return html ? { html, end: at + found[0].length } : null;
  };
};

/** Whether the character is a letter or a digit of any script. */
export const isWord = sign => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

export const isBlank = sign => sign === undefined || /\s/u.test(sign);

export const isPunctuation = sign => sign !== undefined && /[\p{P}\p{S}]/u.test(sign);
