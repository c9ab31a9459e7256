// node screens.js FOLDER: takes a picture of the first phone screen of each .html file in the folder, in light and in dark, and prints one
// JSON object for each about what is on it.
import chromium from '@sparticuz/chromium';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as driver } from 'playwright-core';

const [folder] = process.argv.slice(2);
const browser = await driver.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--no-zygote', '--disable-gpu'], timeout: 60000 });
for (const [width, scheme] of [[375, 'light'], [375, 'dark'], [600, 'light']]) {
  const page = await browser.newPage({ viewport: { width, height: 667 }, colorScheme: scheme, javaScriptEnabled: true });
  for (const file of readdirSync(folder).filter(name => name.endsWith('.html')).sort()) {
    const name = file.slice(0, -'.html'.length);
    await page.setContent(readFileSync(join(folder, file), 'utf8'));
    const screen = await page.evaluate(() => {
      const seen = [...document.querySelectorAll('h1,h2,p,a,td')].filter(each => !each.querySelector('h1,h2,p,a,td'))
        .map(each => ({ text: each.innerText.trim(), top: each.getBoundingClientRect().top, bottom: each.getBoundingClientRect().bottom }))
        .filter(each => each.text.length > 0);
      const luminance = colour => {
        const [r, g, b] = colour.match(/[0-9.]+/g).slice(0, 3).map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = element => {
        for (let each = element; each; each = each.parentElement) {
          const colour = getComputedStyle(each).backgroundColor;
          if (!/, 0\)$|transparent/.test(colour)) return colour;
        }
        return 'rgb(255,255,255)';
      };
      const contrasts = [...document.querySelectorAll('h1,h2,p,a,td')].filter(each => !each.querySelector('h1,h2,p,a,td') && each.innerText.trim())
        .map(each => {
          const [one, other] = [luminance(getComputedStyle(each).color), luminance(behind(each))].sort((a, b) => b - a);
          return { text: each.innerText.trim().slice(0, 40), ratio: (one + 0.05) / (other + 0.05) };
        });
      return { width: document.documentElement.scrollWidth, seen, faintest: contrasts.sort((a, b) => a.ratio - b.ratio)[0] };
    });
    await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`) });
    console.log(JSON.stringify({ name, viewport: width, scheme, ...screen }));
  }
  await page.close();
}
await browser.close();
