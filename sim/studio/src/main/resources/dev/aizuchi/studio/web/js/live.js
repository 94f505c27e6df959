// The agent that runs now: events as they come, and what a person does to it.
import {ask, clock, el, notice, order, t} from './dom.js';
import {Board} from './board.js';
import {Disturb} from './disturb.js';
import {Fleet} from './fleet.js';
import {Microphone} from './mic.js';

const KEPT = 1000;

export class Live {
  #board = new Board(document.getElementById('page-live'));
  #fleet = new Fleet(document.querySelector('#page-live .fleet'), name => this.#choose(name));
  #disturb = new Disturb(document.getElementById('disturb-body'), () => this.#fleet.chosen);
  #events = [];
  #described = null;
  #run = '';
  #history = [];
  #at = 0;
  #peopled = false;
  #source = null;

  async start() {
    this.#described = await ask('api/live');
    if (!this.#described) {
      setTimeout(() => this.start(), 2000);
      return;
    }
    const {floor, paced, local} = this.#described;
    document.getElementById('pace').hidden = !paced;
    document.getElementById('exposed').hidden = local;
    this.#board.show(floor ?? null);
    this.#disturb.draw(this.#described);
    this.#wire();
    this.#follow();
    document.addEventListener('visibilitychange', () => this.#follow());
    this.#suggest();
  }

  /**
   * Hold a stream of events while somebody looks: a browser has six connections to one place for all of its tabs, and
   * with six streams none would be left for a stop.
   */
  #follow() {
    if (document.hidden) {
      this.#source?.close();
      this.#source = null;
    } else if (!this.#source) {
      this.#connect();
    }
  }

  #connect() {
    const source = new EventSource('api/live/events');
    this.#source = source;
    source.addEventListener('hello', ({data}) => {
      const {run, from} = JSON.parse(data);
      if (run !== this.#run || from === 0) {
        this.#run = run;
        this.#events = [];
        this.#board.clear();
      }
      this.#link('on');
    });
    source.addEventListener('state', ({data}) => {
      this.#update(JSON.parse(data));
      if (!performance.getEntriesByName('live').length) performance.mark('live');
    });
    source.addEventListener('event', ({data}) => {
      const event = JSON.parse(data);
      if (event.kind !== 'progressed' && event.kind !== 'partial_heard') this.#events.push(event);
      if (this.#events.length > KEPT) this.#events.shift();
      this.#board.add(event);
      this.#tick(event.at);
    });
    source.onerror = () => {
      this.#link('off');
      if (source.readyState !== EventSource.CLOSED) return;
      this.#source = null;
      setTimeout(() => this.#follow(), 2000);
    };
  }

  #link(state) {
    const link = document.getElementById('link');
    link.className = `link ${state}`;
    link.lastChild.textContent = t(`link.${state}`);
    link.lastChild.dataset.t = `link.${state}`;
  }

  #tick(at) {
    document.getElementById('clock').textContent = clock(at).slice(0, 8);
  }

  #update(changed) {
    if (changed.at) this.#tick(changed.at);
    if (Object.keys(changed).length === 1 && changed.at) return;
    this.#board.update(changed);
    if ('stopped' in changed || 'emergency_stop' in changed) this.#showLatch();
    if ('speed' in changed) {
      for (const button of document.querySelectorAll('#pace button')) {
        button.setAttribute('aria-pressed', String(Number(button.dataset.speed) === changed.speed));
      }
    }
    if (changed.people && !this.#peopled) {
      this.#peopled = true;
      this.#people(changed.people);
    }
    if (changed.robots) this.#fleet.update(changed.robots);
    this.#disturb.update(this.#board.state);
  }

  #choose(name) {
    this.#board.choose(name);
    this.#disturb.update(this.#board.state);
  }

  #showLatch() {
    const {stopped, emergency_stop: pressed} = this.#board.state;
    const latch = document.getElementById('latch');
    const key = pressed ? 'latch.estop' : stopped ? 'latch.stopped' : 'latch.free';
    latch.dataset.t = key;
    latch.textContent = t(key);
    latch.className = `chip ${pressed || stopped ? 'bad' : 'good'}`;
    document.getElementById('resume').hidden = !stopped || pressed;
    document.body.classList.toggle('stopped', Boolean(stopped || pressed));
  }

  #people(people) {
    const form = document.getElementById('say');
    const names = people.map(person => el('option', {value: person.name}, `${person.name}（${t(`role.${person.role}`)}）`));
    form.elements.person.replaceChildren(...names, el('option', {value: ''}, t('who.unknown')));
    form.elements.to.append(...people.map(person => el('option', {value: person.name}, `→ ${person.name}`)));
    this.#disturb.people(people);
  }

  #wire() {
    const form = document.getElementById('say');
    form.addEventListener('submit', submitted => {
      submitted.preventDefault();
      this.#say(form);
    });
    form.elements.text.addEventListener('keydown', key => this.#recall(key, form.elements.text));
    for (const button of document.querySelectorAll('#pace button')) {
      button.addEventListener('click', () => order('pace', {speed: Number(button.dataset.speed)}));
    }
    if (!this.#described.simulated) form.elements.person.replaceChildren(el('option', {value: ''}, t('who.unknown')));
    if (this.#described.ears) new Microphone(document.getElementById('mic'), () => form.elements.person.value);
  }

  async #say(form) {
    const text = form.elements.text.value.trim();
    if (!text) return;
    this.#history.push(text);
    this.#at = this.#history.length;
    const said = await order('say', {text, person: form.elements.person.value, to: form.elements.to.value});
    if (said !== null) form.elements.text.value = '';
  }

  /** Up and down bring back what was typed before, as in a terminal. */
  #recall(key, field) {
    const step = {ArrowUp: -1, ArrowDown: 1}[key.key];
    if (!step || key.isComposing || !this.#history.length || field.getAttribute('list') === null) return;
    if (field.value && field.value !== this.#history[this.#at]) return;
    this.#at = Math.max(0, Math.min(this.#history.length, this.#at + step));
    field.value = this.#history[this.#at] ?? '';
    key.preventDefault();
  }

  /** Offer what may be said: phrases without a hole. */
  async #suggest() {
    const known = await ask('api/skills');
    const phrases = (known?.skills ?? []).flatMap(skill => skill.intents.flatMap(intent => intent.phrases.slice(0, 3)))
      .filter(phrase => !phrase.includes('{'));
    document.getElementById('phrases').replaceChildren(...[...new Set(phrases)].map(phrase => el('option', {value: phrase})));
  }

  /** Show all again in the language that was chosen. */
  retell() {
    if (!this.#described) return;
    this.#board.retell(this.#events);
    this.#disturb.draw(this.#described);
    if (this.#board.state.people) {
      document.querySelectorAll('#say select[name=to] option:not([data-t])').forEach(option => option.remove());
      this.#people(this.#board.state.people);
    }
    this.#fleet.clear();
    if (this.#board.state.robots) this.#fleet.update(this.#board.state.robots);
    this.#disturb.update(this.#board.state);
  }

  static stop() {
    return ask('api/live/stop', {method: 'POST'});
  }

  static async resume() {
    if (await ask('api/live/resume', {method: 'POST'}) === null) return;
    notice('');
  }
}
