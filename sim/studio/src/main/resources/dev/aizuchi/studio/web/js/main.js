// Begin here: language, theme, pages, and the stop.
import {language, speak} from './dom.js';
import {Live} from './live.js';
import {Models, Reports, Skills} from './library.js';
import {Scenarios} from './scenarios.js';

const root = document.documentElement;
const remembered = (key, otherwise) => {
  try { return localStorage.getItem(key) ?? otherwise; } catch { return otherwise; }
};
const remember = (key, value) => {
  try { localStorage.setItem(key, value); } catch { /* A browser that keeps nothing: asked again next time. */ }
};

const systemTheme = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
root.dataset.theme = remembered('theme', systemTheme);

let live = null;
const pages = {live: null, scenarios: new Scenarios(), reports: new Reports(), skills: new Skills(), models: new Models()};
let current = '';

function turnTo(name, showing = true) {
  const wanted = name in pages ? name : 'live';
  if (current === 'scenarios' && wanted !== current) pages.scenarios.hide();
  current = wanted;
  for (const page of Object.keys(pages)) document.getElementById(`page-${page}`).hidden = page !== wanted;
  for (const tab of document.querySelectorAll('.tabs a')) {
    if (tab.hash === `#${wanted}`) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
  if (showing) pages[wanted]?.show();
}

function nameLanguage() {
  const button = document.getElementById('lang');
  button.textContent = language === 'ja' ? 'EN' : '日本語';
  button.lang = language === 'ja' ? 'en' : 'ja';
}

document.getElementById('theme').addEventListener('click', () => {
  root.dataset.theme = root.dataset.theme === 'light' ? 'dark' : 'light';
  remember('theme', root.dataset.theme);
});
document.getElementById('lang').addEventListener('click', async () => {
  const wanted = language === 'ja' ? 'en' : 'ja';
  remember('lang', wanted);
  await speak(wanted);
  nameLanguage();
  live?.retell();
  if (current === 'scenarios') pages.scenarios.draw();
  else pages[current]?.show();
});
document.getElementById('stop').addEventListener('click', () => Live.stop());
document.getElementById('resume').addEventListener('click', () => Live.resume());
// Esc stops, wherever the focus is; while kana are being changed into kanji it belongs to the input method.
addEventListener('keydown', key => {
  if (key.key === 'Escape' && !key.isComposing) Live.stop();
});
addEventListener('hashchange', () => turnTo(location.hash.slice(1)));

turnTo(location.hash.slice(1), false);
await speak(remembered('lang', navigator.language.startsWith('ja') ? 'ja' : 'en'));
nameLanguage();
pages[current]?.show();
live = new Live();
await live.start();
