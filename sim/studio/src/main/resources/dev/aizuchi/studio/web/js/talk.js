// What was said, by whom, with readings and how polite it was.
import {act, clock, el, percept, t} from './dom.js';

const KEPT = 400;

/** Write a text with its readings over it. */
export function ruby(event) {
  const parts = event.ruby ?? [[event.text ?? '']];
  return parts.map(([text, reading]) => (reading ? el('ruby', {}, text, el('rt', {}, reading)) : text));
}

export class Talk {
  #log;
  #actions = new Map();
  #speaker = '';

  constructor(log) {
    this.#log = log;
  }

  clear() {
    this.#actions.clear();
    this.#speaker = '';
    this.#log.replaceChildren();
  }

  /** Take in one event; what is not of the talk changes nothing. */
  add(event) {
    if (event.command && event.action) this.#actions.set(event.command, act(event));
    if (event.kind === 'perceived' && event.percept === 'speaker') {
      this.#speaker = event.arguments.speaker;
      return;
    }
    const line = this.#line(event);
    if (!line) return;
    const stuck = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 60;
    this.#log.append(line);
    if (this.#log.childElementCount > KEPT) this.#log.firstChild.remove();
    if (stuck) this.#log.scrollTop = this.#log.scrollHeight;
  }

  #line(event) {
    switch (event.kind) {
      case 'heard': return this.#words(event, this.#speaker || t('who.unknown'));
      case 'said': case 'asked': return this.#words(event, t('who.robot'));
      case 'not_understood': return this.#note(event, 'warn', t('ev.not_understood'));
      case 'not_heard': return this.#note(event, 'faint', t('ev.not_heard'));
      case 'nodded': return this.#note(event, 'faint', t('ev.nodded', {text: event.text}));
      case 'speech_cut': return this.#note(event, 'faint', t('ev.speech_cut'));
      case 'stopped': return this.#note(event, 'bad', `■ ${t('ev.stopped', {cause: event.cause})}`);
      case 'resumed': return this.#note(event, 'faint', t('ev.resumed'));
      case 'refused': return this.#note(event, 'warn', `✗ ${t('ev.refused', {action: act(event), rule: event.rule})}`);
      case 'commanded': return this.#note(event, 'faint', t('ev.commanded', {action: act(event)}));
      case 'completed': return this.#note(event, 'faint', `✓ ${t('ev.completed', {action: this.#actions.get(event.command) ?? ''})}`);
      case 'failed': return this.#note(event, 'warn', `✗ ${t('ev.failed', {action: this.#actions.get(event.command) ?? '', reason: event.reason})}`);
      case 'faulted': return this.#note(event, 'bad', t('ev.faulted', event));
      case 'perceived': return this.#note(event, 'faint', t('ev.perceived', {percept: percept(event)}));
      default: return null;
    }
  }

  #words(event, who) {
    const meta = el('div', {class: 'meta'});
    if (event.level) meta.append(el('span', {class: 'chip'}, t(`level.${event.level}`)));
    if (event.kind === 'asked') meta.append(el('span', {class: 'chip warn'}, t('asks')));
    if (event.small_talk) meta.append(el('span', {class: 'chip'}, t('small_talk')));
    if (event.confidence < 1) meta.append(el('span', {}, t('confidence', {value: event.confidence.toFixed(2)})));
    for (const issue of event.issues ?? []) {
      meta.append(el('span', {class: 'issue', title: issue.kind}, t('repair', issue)));
    }
    return el('li', {class: event.kind}, el('time', {}, clock(event.at)),
      el('div', {}, el('span', {class: 'who'}, who), el('span', {class: 'words', lang: 'ja'}, ...ruby(event)), meta));
  }

  #note(event, tone, text) {
    return el('li', {class: tone}, el('time', {}, clock(event.at)), el('span', {}, text));
  }
}
