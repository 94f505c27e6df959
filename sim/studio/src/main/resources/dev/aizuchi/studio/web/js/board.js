// All that is shown of one agent: its floor, its talk, its turns, its state, and what the gate said.
import {act, clock, el, t} from './dom.js';
import {FloorMap} from './map.js';
import {Talk} from './talk.js';
import {Turns} from './turns.js';

const VERDICTS = 100;

export class Board {
  #root;
  #map;
  #talk;
  #turns;
  #verdicts = [];
  #state = {};
  #plan = null;
  #pending = false;

  constructor(root) {
    this.#root = root;
    this.#map = new FloorMap(root.querySelector('.map'));
    this.#talk = new Talk(root.querySelector('.log'));
    this.#turns = new Turns(root.querySelector('.turns'));
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
    // The table beside the map: a few times a second is enough for a reader.
    if (!this.#pending) {
      this.#pending = true;
      setTimeout(() => {
        this.#pending = false;
        this.#drawStatus();
      }, 250);
    }
  }

  /** Take in one event. */
  add(event) {
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

  #drawStatus() {
    const state = this.#state;
    const {robot} = state;
    if (!robot) return;
    const battery = Math.round((state.battery ?? 0) * 100);
    const fact = (name, ...value) => [el('dt', {}, t(name)), el('dd', {}, ...value)];
    const facts = el('dl', {class: 'facts'},
      ...fact('place', robot.place || t('place.none')),
      ...fact('speed', el('span', {class: 'mono'}, `${robot.speed.toFixed(2)} m/s`)),
      ...fact('battery', el('meter', {min: 0, max: 100, low: 20, value: battery, 'aria-label': t('battery')}),
        el('span', {class: 'mono'}, ` ${battery} %`), state.charging ? ` ${t('charging')}` : ''),
      ...(state.tray ? fact('tray', state.tray.join('、') || t('empty')) : []),
      ...(state.shown ? fact('screen', state.shown) : []));
    const people = (state.people ?? []).map(person => el('tr', {},
      el('td', {lang: 'ja'}, person.name), el('td', {class: 'muted'}, t(`role.${person.role}`)), el('td', {lang: 'ja'}, person.place || '–'),
      el('td', {class: person.fallen ? 'bad' : 'muted'}, person.fallen ? t('fallen') : person.walking ? t('walking') : '')));
    const panel = this.#root.querySelector('.status');
    const top = panel.querySelector('.scroll')?.scrollTop ?? 0;
    const body = el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('state')}, facts,
      people.length ? el('table', {'aria-label': t('people')}, el('tbody', {}, ...people)) : null);
    panel.replaceChildren(el('h2', {}, t('state')), body);
    body.scrollTop = top;
  }
}
