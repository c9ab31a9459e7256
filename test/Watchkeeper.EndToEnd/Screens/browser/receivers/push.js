// A notification on a phone: the payloads of APNs and of FCM v1, which SNS hands on. Every text is plain.
import { bytes, limit, plain } from './marks.js';

export const title = { en: 'Mobile push', 'zh-CN': '手机推送' };

export const rules = {
  en: 'the rules of APNs and FCM: payload ≤ 4 KB each, title and text plain, one thread for an incident',
  'zh-CN': 'APNs 与 FCM 的规则：负载各 ≤ 4 KB，标题与正文为纯文本，同一事件归为一组',
};

const words = {
  en: { now: 'now', group: 'grouped by' },
  'zh-CN': { now: '现在', group: '分组依据' },
};

const notification = ({ title: head, body }, group, say) => `
  <div class="push"><span class="avatar">W</span><div><div class="push-app">Watchkeeper<span>${say.now}</span></div>
  <div class="push-title">${plain(head)}</div><div class="push-text">${plain(body)}</div>
  <div class="push-group">${say.group} ${plain(group)}</div></div></div>`;

export const write = (body, { locale }) => {
  const forms = JSON.parse(body.Message);
  const say = words[locale];
  limit('the payload of APNs', bytes(forms.APNS), 4096);
  limit('the payload of FCM', bytes(forms.GCM), 4096);
  const { aps } = JSON.parse(forms.APNS);
  const { message } = JSON.parse(forms.GCM).fcmV1Message;
  const apple = notification(aps.alert, aps['thread-id'], say);
  const google = notification(message.notification, message.data.incident, say);
  const shown = apple === google ? [['APNs · FCM', apple]] : [['APNs', apple], ['FCM', google]];
  return `<div class="phone locked">${shown.map(([name, html]) => `<div class="platform">${name}</div>${html}`).join('')}</div>`;
};
