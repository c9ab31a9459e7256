// PagerDuty: an incident of the Common Event Format («Events API v2»). Every text is plain; links have a place of their own.
import { bytes, limit, link, plain } from './marks.js';

export const title = { en: 'PagerDuty', 'zh-CN': 'PagerDuty' };

export const rules = {
  en: 'PagerDuty’s Events API v2: summary ≤ 1024 characters, key ≤ 255, event ≤ 512 KB, four severities',
  'zh-CN': 'PagerDuty Events API v2 的规则：摘要 ≤ 1024 字符，去重键 ≤ 255 字符，事件 ≤ 512 KB，四级严重程度',
};

const words = {
  en: {
    trigger: 'Triggered', acknowledge: 'Acknowledged', resolve: 'Resolved', source: 'Source', component: 'Component',
    group: 'Group', class: 'Class', key: 'Alert key', details: 'Custom details', links: 'Links',
    view: client => `View in ${client}`,
  },
  'zh-CN': {
    trigger: '已触发', acknowledge: '已确认', resolve: '已解决', source: '来源', component: '组件', group: '分组', class: '类别',
    key: '去重键', details: '自定义详情', links: '链接', view: client => `在 ${client} 中查看`,
  },
};

const row = (name, value) => `<tr><th>${plain(name)}</th><td>${plain(value)}</td></tr>`;

export const write = (body, { locale }) => {
  const { payload } = body;
  const say = words[locale];
  limit('the summary', payload.summary.length, 1024);
  limit('the key', body.dedup_key.length, 255);
  limit('the event', bytes(JSON.stringify(body)), 512 * 1024);
  if (!['critical', 'error', 'warning', 'info'].includes(payload.severity))
    throw new Error(`no severity: ${payload.severity}`);
  const fields = ['source', 'component', 'group', 'class'].filter(name => payload[name])
    .map(name => row(say[name], payload[name]));
  const details = Object.entries(payload.custom_details).map(([name, value]) => row(name, value));
  return `
    <div class="incident"><div class="state ${payload.severity}"><span>${say[body.event_action]}</span>
      <span class="severity">${plain(payload.severity)}</span></div>
    <h3>${plain(payload.summary)}</h3>
    <p class="client">${link(plain(say.view(body.client)), body.client_url)}</p>
    <table>${fields.join('')}${row(say.key, body.dedup_key)}</table>
    <h4>${say.links}</h4><ul>${body.links.map(each => `<li>${link(plain(each.text), each.href)}</li>`).join('')}</ul>
    <h4>${say.details}</h4><table>${details.join('')}</table></div>`;
};
