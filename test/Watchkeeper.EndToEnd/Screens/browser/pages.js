// node pages.js PAGE INBOX: opens a page and tries from it, in every way that a page has, to post an event to another port. Prints
// one JSON object about what the page heard.
import chromium from '@sparticuz/chromium';
import { chromium as driver } from 'playwright-core';

const [address, inbox] = process.argv.slice(2);
const browser = await driver.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--no-zygote', '--disable-gpu'], timeout: 60000 });
const page = await browser.newPage();
await page.goto(address);
const heard = await page.evaluate(async inbox => {
  const event = JSON.stringify({ version: '0', id: '1', source: 'aws.cloudwatch', 'detail-type': 'CloudWatch Alarm State Change', detail: {} });
  const tried = async options => {
    try {
      const answer = await fetch(inbox, { method: 'POST', body: event, ...options });
      return `${answer.type} ${answer.status}`;
    } catch {
      return 'nothing';
    }
  };
  const heard = {
    plain: await tried({ mode: 'no-cors', headers: { 'content-type': 'text/plain' } }),
    json: await tried({ headers: { 'content-type': 'application/json' } }),
    untyped: await tried({ mode: 'no-cors', body: new Blob([event]) }),
    beacon: String(navigator.sendBeacon(inbox, event)),
  };
  const frame = document.createElement('iframe');
  frame.name = 'target';
  document.body.append(frame);
  const form = document.createElement('form');
  Object.assign(form, { action: inbox, method: 'post', enctype: 'text/plain', target: 'target' });
  const field = document.createElement('input');
  field.name = event.slice(0, -1) + ',"x":"';
  field.value = '"}';
  form.append(field);
  document.body.append(form);
  const loaded = new Promise(done => frame.addEventListener('load', done, { once: true }));
  form.submit();
  await Promise.race([loaded, new Promise(done => setTimeout(done, 2000))]);
  return heard;
}, inbox);
console.log(JSON.stringify(heard));
await browser.close();
