// Scenarios: run one and watch it as a film that can be halted, stepped and wound back.
import {ask, el, t} from './dom.js';
import {Board} from './board.js';

const SIGNS = {passed: ['✓', 'good'], failed: ['✗', 'bad'], failed_as_expected: ['~', 'warn'], passed_unexpectedly: ['!', 'bad']};
const FRAME = 100;

export class Scenarios {
  #root = document.getElementById('page-scenarios');
  #list = null;
  #verdicts = new Map();
  #filter = '';
  #film = null;
  #board = null;
  #at = 0;
  #shownEvents = 0;
  #shownFrames = 0;
  #timer = null;
  #runningAll = false;

  async show() {
    this.#list ??= await ask('api/scenarios');
    if (!this.#list) return;
    this.draw();
  }

  draw() {
    if (!this.#list) return;
    this.#halt();
    const filter = el('input', {
      type: 'search', placeholder: t('scenarios.filter'), 'aria-label': t('scenarios.filter'), value: this.#filter,
      oninput: ({target}) => { this.#filter = target.value; this.#fillList(); },
    });
    const all = el('button', {type: 'button', 'data-do': 'all', onclick: () => this.#playAll()}, t('scenarios.all'));
    this.#root.replaceChildren(el('div', {class: 'split'},
      el('div', {class: 'panel'}, el('h2', {}, t('tab.scenarios'), el('span', {class: 'grow'}), el('output', {class: 'mono', id: 'progress'})),
        el('div', {class: 'tools'}, filter, all), el('ul', {class: 'list'})),
      el('div', {class: 'player'})));
    this.#fillList();
    this.#drawPlayer();
  }

  #shown() {
    const words = this.#filter.toLowerCase().split(/\s+/);
    return this.#list.filter(each => {
      const text = `${each.name ?? ''} ${each.file} ${(each.tags ?? []).join(' ')}`.toLowerCase();
      return words.every(word => text.includes(word));
    });
  }

  #fillList() {
    const list = this.#root.querySelector('.list');
    if (!this.#list.length) {
      list.replaceChildren(el('li', {class: 'empty'}, t('scenarios.none')));
      return;
    }
    list.replaceChildren(...this.#shown().map(each => {
      const [sign, tone] = SIGNS[this.#verdicts.get(each.id)] ?? (each.fault ? ['✗', 'bad'] : ['', '']);
      const short = each.file.split('/').slice(-1)[0];
      return el('li', {}, el('button', {
        type: 'button', 'data-id': each.id, 'aria-current': String(this.#film?.id === each.id), onclick: () => this.#play(each.id),
      }, el('span', {class: `mark ${tone}`}, sign), el('span', {}, each.name ?? short),
      el('small', {title: each.file}, each.fault ?? [short, each.floor, ...(each.tags ?? [])].join(' · '))));
    }));
  }

  #seed() {
    return Number(this.#root.querySelector('[name=seed]')?.value ?? 1) || 1;
  }

  async #play(id) {
    this.#halt();
    const player = this.#root.querySelector('.player');
    player.replaceChildren(el('p', {class: 'panel empty', role: 'status'}, t('running')));
    const film = await ask(`api/scenarios/${id}/play?film&seed=${this.#seed()}`, {method: 'POST'});
    this.#film = film;
    if (film) {
      this.#verdicts.set(id, film.verdict);
      film.text = await ask(`api/scenarios/${id}/text`);
    }
    this.#fillList();
    this.#drawPlayer();
    if (film) this.#run();
  }

  async #playAll() {
    if (this.#runningAll) {
      this.#runningAll = false;
      return;
    }
    this.#runningAll = true;
    const shown = this.#shown().filter(each => !each.fault);
    let right = 0;
    for (let done = 0; done < shown.length && this.#runningAll; done++) {
      const played = await ask(`api/scenarios/${shown[done].id}/play?seed=${this.#seed()}`, {method: 'POST'});
      if (!played) break;
      this.#verdicts.set(played.id, played.verdict);
      right += played.verdict === 'passed' || played.verdict === 'failed_as_expected' ? 1 : 0;
      document.getElementById('progress').textContent = t('progress', {done: done + 1, of: shown.length, right});
      this.#fillList();
    }
    this.#runningAll = false;
  }

  #drawPlayer() {
    const player = this.#root.querySelector('.player');
    const film = this.#film;
    if (!film) {
      player.replaceChildren(el('p', {class: 'panel empty'}, t('scenarios.pick')));
      return;
    }
    const [sign, tone] = SIGNS[film.verdict];
    const button = (key, text, act) => el('button', {type: 'button', 'data-do': key, title: t(key), 'aria-label': t(key), onclick: act}, text);
    const board = el('div', {class: 'board'},
      el('div', {class: 'panel floor'}, el('h2', {}, film.name), el('div', {class: 'map'})),
      el('div', {class: 'panel turns'}),
      el('div', {class: 'panel talk'}, el('h2', {}, t('dialogue'), el('span', {class: 'grow'}),
        el('button', {type: 'button', class: 'quiet furigana', 'aria-pressed': 'true'}, t('furigana'))),
      el('ol', {class: 'log', role: 'log', 'aria-label': t('dialogue'), tabindex: 0})),
      el('aside', {class: 'side'}, el('div', {class: 'panel status'}), el('div', {class: 'panel gate'})));
    player.replaceChildren(
      el('div', {class: 'panel'},
        el('div', {class: 'controls'},
          button('rewind', '|◀', () => this.#seek(this.#begin)), button('back', '◀|', () => this.#step(-1)),
          button('play', '▶', () => (this.#timer ? this.#halt() : this.#run())), button('forward', '▶|', () => this.#step(1)),
          el('input', {
            type: 'range', name: 'position', min: 0, max: this.#end - this.#begin, step: FRAME, value: 0, 'aria-label': t('position'),
            oninput: ({target}) => { this.#halt(); this.#slide(Number(target.value)); },
          }),
          el('output', {class: 'mono', name: 'at'}),
          el('select', {name: 'playspeed', 'aria-label': t('playspeed')}, ...[1, 2, 4, 8, 16].map(speed =>
            el('option', {value: speed, selected: speed === 4}, `${speed}×`))),
          el('label', {}, t('seed'), ' ', el('input', {type: 'number', name: 'seed', min: 0, max: 999999, value: film.seed})),
          button('run', t('run'), () => this.#play(film.id))),
        el('div', {class: 'verdict'}, el('strong', {class: tone, 'data-verdict': film.verdict}, `${sign} ${t(`verdict.${film.verdict}`)}`),
          el('span', {class: 'muted'}, t('simulated', {s: (film.simulated_ms / 1000).toFixed(1), ms: film.took_ms}))),
        film.complaint ? el('pre', {class: 'complaint', tabindex: 0}, film.complaint) : null,
        el('details', {}, el('summary', {}, t('source')), el('pre', {class: 'source', tabindex: 0}, film.text ?? ''))),
      board);
    this.#board = new Board(board);
    this.#board.show(film.floor ?? null);
    this.#shownEvents = 0;
    this.#shownFrames = 0;
    this.#seek(this.#begin);
  }

  get #begin() {
    const {frames, events} = this.#film;
    // A frame before anything happened.
    return Math.min(frames[0]?.at ?? Infinity, events[0]?.at ?? Infinity) - FRAME;
  }

  get #end() {
    const {frames, events} = this.#film;
    return Math.max(frames[frames.length - 1]?.at ?? 0, events[events.length - 1]?.at ?? 0);
  }

  /** Show the moment; backwards from the start, since what has changed is only told forwards. */
  #seek(at) {
    const {frames, events, floor} = this.#film;
    if (at < this.#at || this.#shownFrames === 0) {
      this.#board.show(floor ?? null);
      this.#board.clear();
      this.#shownEvents = 0;
      this.#shownFrames = 0;
    }
    this.#at = at;
    const changed = {};
    // The first stands for how it was before.
    while (this.#shownFrames < frames.length && (this.#shownFrames === 0 || frames[this.#shownFrames].at <= at)) Object.assign(changed, frames[this.#shownFrames++]);
    this.#board.update(changed);
    while (this.#shownEvents < events.length && events[this.#shownEvents].at <= at) this.#board.add(events[this.#shownEvents++]);
    this.#root.querySelector('[name=position]').value = at - this.#begin;
    this.#root.querySelector('[name=at]').textContent = `${((at - this.#begin) / 1000).toFixed(1)} / ${((this.#end - this.#begin) / 1000).toFixed(1)} s`;
  }

  /** The slider goes by frames: its last step is the end, wherever that falls. */
  #slide(millis) {
    const length = this.#end - this.#begin;
    this.#seek(millis > length - FRAME ? this.#end : this.#begin + millis);
  }

  /** Go to the next moment at which something happened, or to the one before. */
  #step(way) {
    this.#halt();
    const times = this.#film.events.map(event => event.at);
    const next = way > 0 ? times.find(at => at > this.#at) ?? this.#end : times.filter(at => at < this.#at).pop() ?? this.#begin;
    this.#seek(next);
  }

  #run() {
    if (this.#at >= this.#end) this.#seek(this.#begin);
    this.#playing(true);
    let before = performance.now();
    this.#timer = setInterval(() => {
      const now = performance.now();
      const speed = Number(this.#root.querySelector('[name=playspeed]').value);
      this.#seek(Math.min(this.#end, this.#at + (now - before) * speed));
      before = now;
      if (this.#at >= this.#end) this.#halt();
    }, FRAME);
  }

  #halt() {
    clearInterval(this.#timer);
    this.#timer = null;
    this.#playing(false);
  }

  #playing(on) {
    const button = this.#root.querySelector('[data-do=play]');
    if (!button) return;
    const key = on ? 'halt' : 'play';
    button.textContent = on ? '❚❚' : '▶';
    button.title = t(key);
    button.setAttribute('aria-label', t(key));
  }

  /** Nobody looks: let nothing run. */
  hide() {
    if (this.#film) this.#halt();
  }
}
