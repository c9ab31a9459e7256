// A text message on a phone, in segments of the GSM alphabet or of UCS-2 (3GPP TS 23.038 and 23.040). Phones make links of
// addresses.
import { bare } from './markdown.js';
import { limit, plain } from './marks.js';
import { scan } from './scanner.js';

export const title = { en: 'SMS to a phone', 'zh-CN': '短信' };

export const rules = {
  en: 'the rules of SMS: two segments at most, 306 characters of the GSM alphabet or 134 others',
  'zh-CN': '短信的规则：最多两条分段，GSM 字符 306 个，或其他字符 134 个',
};

const words = {
  en: {
    message: 'Text message',
    segments: (count, units) => `${units} characters, ${count} ${count > 1 ? 'segments' : 'segment'}`,
  },
  'zh-CN': { message: '短信', segments: (count, units) => `${units} 字符，${count} 条分段` },
};

const gsm = /^[\n\r @£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/u;

const extension = /[\^{}\\[\]~|€]/g;

const septets = text => {
  const plainer = text.replace(extension, '');
  return gsm.test(plainer) ? 2 * text.length - plainer.length : null;
};

export const write = (body, { locale }) => {
  const say = words[locale];
  const units = septets(body.Message);
  const [one, several] = units === null ? [70, 67] : [160, 153];
  const length = units ?? body.Message.length;
  const segments = length <= one ? 1 : Math.ceil(length / several);
  limit('a text message', segments, 2);
  return `
    <div class="phone"><div class="phone-title"><span class="avatar small">W</span>${say.message}</div>
    <div class="sms">${scan(body.Message, [bare])}</div><div class="segments">${say.segments(segments, length)}</div>
    <div class="phone-foot">${plain(body.PhoneNumber)}</div></div>`;
};
