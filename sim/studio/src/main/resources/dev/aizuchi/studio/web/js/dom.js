// Elements, words in the page's language, and requests: what all parts need.

let words = {};
export let language = 'ja';

const SVG = 'http://www.w3.org/2000/svg';

/** Make an element: el('td', {class: 'n', onclick: f}, child, 'text'). */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** Make an SVG element. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** Give a sentence of the page in its language; {holes} are filled. What has no translation is its own name. */
export function t(key, holes = {}) {
  const text = words[key] ?? key.slice(key.lastIndexOf('.') + 1);
  return text.replace(/\{(\w+)}/g, (all, hole) => holes[hole] ?? all);
}

/** Load a language and put its words where the page has marked them. */
export async function speak(wanted) {
  const answer = await fetch(`lang/${wanted}.json`);
  words = await answer.json();
  language = wanted;
  document.documentElement.lang = wanted;
  for (const each of document.querySelectorAll('[data-t]')) each.textContent = t(each.dataset.t);
  for (const each of document.querySelectorAll('[data-t-label]')) each.setAttribute('aria-label', t(each.dataset.tLabel));
  for (const each of document.querySelectorAll('[data-t-title]')) each.title = t(each.dataset.tTitle);
  for (const each of document.querySelectorAll('[data-t-placeholder]')) each.placeholder = t(each.dataset.tPlaceholder);
}

/** Show a message to the person until the next one; '' takes it away. */
export function notice(text) {
  const place = document.getElementById('notice');
  place.textContent = text;
  place.hidden = !text;
}

/** Ask the studio; what it refuses is shown with its reason, and gives null. */
export async function ask(path, {method = 'GET', json, body, type} = {}) {
  const headers = json !== undefined ? {'Content-Type': 'application/json'} : type ? {'Content-Type': type} : {};
  try {
    const answer = await fetch(path, {method, headers, body: json !== undefined ? JSON.stringify(json) : body});
    const text = await answer.text();
    const isJson = (answer.headers.get('Content-Type') ?? '').includes('json');
    if (answer.ok) {
      notice('');
      return isJson ? JSON.parse(text) : text;
    }
    notice(isJson ? JSON.parse(text).title : text);
  } catch {
    notice(t('lost'));
  }
  return null;
}

/** Post an order about what is live. */
export const order = (what, json) => ask(`api/live/${what}`, {method: 'POST', json});

/** Write a time of day to a tenth of a second. */
export function clock(millis) {
  const at = new Date(millis);
  const two = number => String(number).padStart(2, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${Math.floor(at.getMilliseconds() / 100)}`;
}

const short = value => (typeof value === 'number' ? Number(value.toPrecision(3)) : value);

/** Write an act with its arguments: navigate 給湯室. */
export function act(event) {
  const values = Object.entries(event.arguments ?? {}).map(([name, value]) =>
    typeof value === 'string' ? value : `${name}=${short(value)}`);
  return [event.action, ...values].join(' ');
}

/** Write what a sensor said. */
export function percept(event) {
  const values = Object.values(event.arguments ?? {}).filter(value => value !== '').map(short);
  return [event.percept, ...values].join(' ');
}
