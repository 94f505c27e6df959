// All that is shown of one agent: its floor, its talk, its turns, its state, and what the gate said.
import {act, clock, el, t} from './dom.js';
import {FloorMap} from './map.js';
import {Status} from './status.js';
import {Talk} from './talk.js';
import {Turns} from './turns.js';

const VERDICTS = 100;

export class Board {
  #root;
  #map;
  #talk;
  #turns;
  #status;
  #verdicts = [];
  #state = {};
  #plan = null;

  constructor(root) {
    this.#root = root;
    this.#map = new FloorMap(root.querySelector('.map'));
    this.#talk = new Talk(root.querySelector('.log'));
    this.#turns = new Turns(root.querySelector('.turns'));
    this.#status = new Status(root.querySelector('.status'));
    const furigana = root.querySelector('.furigana');
    furigana?.addEventListener('click', () => {
      const plain = root.querySelector('.log').classList.toggle('plain');
      furigana.setAttribute('aria-pressed', String(!plain));
    });
    this.#drawGate();
  }

  get state() {
    return this.#state;
  }

  /** Begin with a floor, or with none that is known. */
  show(plan) {
    this.#plan = plan;
    this.#state = {};
    this.#map.show(plan);
  }

  /** Forget what happened; the floor stays. */
  clear() {
    this.#verdicts = [];
    this.#status.clear();
    this.#talk.clear();
    this.#turns.clear();
    this.#drawGate();
  }

  /** Say all again in another language. */
  retell(events) {
    const state = this.#state;
    this.clear();
    this.show(this.#plan);
    this.update(state);
    events.forEach(event => this.add(event));
  }

  /** Take in what has changed on the floor. */
  update(changed) {
    Object.assign(this.#state, changed);
    this.#map.update(changed);
    this.#status.update(changed);
  }

  /** Look at one robot of several. */
  choose(name) {
    this.#map.choose(name);
  }

  /** Take in one event. */
  add(event) {
    this.#status.add(event);
    this.#talk.add(event);
    this.#turns.add(event);
    const verdict = this.#verdict(event);
    if (verdict) {
      this.#verdicts.unshift(verdict);
      this.#verdicts.length = Math.min(this.#verdicts.length, VERDICTS);
      const list = this.#root.querySelector('.verdicts');
      if (list) {
        list.prepend(this.#verdictRow(verdict));
        if (list.childElementCount > VERDICTS) list.lastChild.remove();
      } else {
        this.#drawGate();
      }
    }
  }

  #verdict(event) {
    switch (event.kind) {
      case 'commanded': return {...event, sign: '✓', tone: 'good', name: 'approved', why: ''};
      case 'refused': return {...event, sign: '✗', tone: 'bad', name: 'refused', why: `${event.rule}: ${event.reason}`};
      case 'deferred': return {...event, sign: '…', tone: 'warn', name: 'deferred', why: ''};
      default: return null;
    }
  }

  #verdictRow(verdict) {
    return el('li', {}, el('span', {class: `mark ${verdict.tone}`, 'aria-hidden': 'true'}, verdict.sign),
      el('time', {class: 'muted'}, clock(verdict.at)), ' ', el('span', {class: verdict.tone}, t(`gate.${verdict.name}`)), ' ', act(verdict),
      verdict.why ? el('small', {lang: 'ja'}, verdict.why) : null);
  }

  #drawGate() {
    this.#root.querySelector('.gate').replaceChildren(el('h2', {}, t('gate')),
      el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('gate')}, this.#verdicts.length
        ? el('ul', {class: 'verdicts'}, ...this.#verdicts.map(verdict => this.#verdictRow(verdict)))
        : el('p', {class: 'empty'}, t('gate.none'))));
  }
}
