// What came of each utterance and how long each stage took; and the bare events.
import {act, clock, el, percept, t} from './dom.js';

const KEPT = 200;

export class Turns {
  #root;
  #turns = new Map();
  #rows = new Map();
  #actions = new Map();
  #events = [];
  #showEvents = false;
  #filter = '';
  #body;
  #latency;

  constructor(root) {
    this.#root = root;
    this.draw();
  }

  /** Draw all anew, in the page's language. */
  draw() {
    this.#latency = el('span', {class: 'mono'});
    const pick = (events, name) => el('button', {
      type: 'button', 'data-view': name, 'aria-pressed': String(this.#showEvents === events),
      onclick: () => { this.#showEvents = events; this.draw(); },
    }, t(name));
    const filter = el('input', {
      type: 'search', 'aria-label': t('filter'), placeholder: t('filter'), value: this.#filter, hidden: !this.#showEvents,
      oninput: ({target}) => { this.#filter = target.value; this.#fillEvents(); },
    });
    this.#body = el('tbody');
    const stages = el('span', {class: 'key'}, ...['hear', 'understand', 'decide'].map(stage =>
      el('span', {}, el('i', {class: stage}), t(stage))));
    const heads = this.#showEvents ? ['at', 'turn', 'kind', 'what']
      : ['turn', 'at', 'utterance', 'intent', 'hear', 'understand', 'decide', 'stages', 'act', 'outcome'];
    const numbers = ['turn', 'hear', 'understand', 'decide'];
    this.#root.replaceChildren(
      el('h2', {}, el('span', {class: 'group', role: 'group'}, pick(false, 'turns'), pick(true, 'events')), filter,
        el('span', {class: 'grow'}), this.#showEvents ? '' : stages, this.#latency),
      el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t(this.#showEvents ? 'events' : 'turns')},
        el('table', {class: this.#showEvents ? null : 'by-turn'}, el('thead', {}, el('tr', {}, ...heads.map(head =>
          el('th', {scope: 'col', class: `${head === 'stages' ? 'stages-head' : head} ${numbers.includes(head) ? 'n' : ''}`}, t(head))))), this.#body)));
    this.#rows.clear();
    if (this.#showEvents) this.#fillEvents();
    else for (const turn of this.#turns.values()) this.#put(turn);
    this.#tellLatency();
  }

  clear() {
    this.#turns.clear();
    this.#actions.clear();
    this.#events = [];
    this.draw();
  }

  add(event) {
    if (event.command && event.action) this.#actions.set(event.command, act(event));
    if (event.kind === 'progressed' || event.kind === 'partial_heard') return;
    this.#events.push(event);
    if (this.#events.length > 5 * KEPT) this.#events.shift();
    if (event.turn > 0) this.#take(event);
    if (this.#showEvents && this.#fits(event)) this.#body.prepend(this.#eventRow(event));
  }

  #take(event) {
    let turn = this.#turns.get(event.turn);
    if (!turn) {
      turn = {number: event.turn, events: [], acts: new Map()};
      this.#turns.set(event.turn, turn);
      if (this.#turns.size > KEPT) {
        const oldest = this.#turns.keys().next().value;
        this.#turns.delete(oldest);
        this.#rows.get(oldest)?.forEach(row => row.remove());
        this.#rows.delete(oldest);
      }
    }
    turn.events.push(event);
    switch (event.kind) {
      case 'heard': turn.heard ??= event; break;
      case 'understood': case 'not_understood': turn.understood ??= event; break;
      case 'commanded': turn.acts.set(event.command, {text: act(event), at: event.at}); break;
      case 'completed': case 'failed': Object.assign(turn.acts.get(event.command) ?? {}, {ended: event}); break;
      default:
    }
    if (['said', 'asked', 'commanded', 'refused', 'stopped', 'resumed'].includes(event.kind)) turn.answered ??= event;
    if (!this.#showEvents) this.#put(turn);
    if (event === turn.understood) this.#tellLatency();
  }

  #put(turn) {
    const [row, detail] = this.#rows.get(turn.number) ?? [];
    const open = detail ? !detail.hidden : false;
    const fresh = this.#turnRow(turn, open);
    const details = el('tr', {class: 'detail', hidden: !open}, el('td', {colspan: 10}, open ? this.#detail(turn) : ''));
    const focused = row?.contains(document.activeElement);
    if (row) {
      row.replaceWith(fresh);
      detail.replaceWith(details);
    } else {
      this.#body.prepend(fresh, details);
    }
    this.#rows.set(turn.number, [fresh, details]);
    if (focused) fresh.querySelector('button').focus();
  }

  #turnRow(turn, open) {
    const hear = turn.heard?.took_ms;
    const understand = turn.understood?.took_ms;
    const decide = turn.answered && turn.understood ? Math.max(0, turn.answered.at - turn.understood.at) : undefined;
    const bar = el('div', {class: 'stages'});
    // To a second, the time after which a person thinks that nobody listens.
    for (const [stage, took] of Object.entries({hear, understand, decide})) {
      if (!took) continue;
      const part = el('i', {class: stage, title: `${t(stage)} ${took} ms`});
      part.style.width = `${Math.min(100, took / 10)}%`;
      bar.append(part);
    }
    const acts = [...turn.acts.values()].map(each =>
      `${each.text}${each.ended ? ` ${((each.ended.at - each.at) / 1000).toFixed(1)} s` : ''}`).join('、');
    const {kind, intent, skill, confidence} = turn.understood ?? {};
    const meaning = kind === 'understood' ? `${skill}/${intent} ${confidence.toFixed(2)}` : kind ? t('ev.not_understood') : '';
    const text = turn.heard?.text ?? '';
    return el('tr', {class: 'pick'},
      el('td', {class: 'n'}, String(turn.number)),
      el('td', {class: 'mono'}, clock((turn.heard ?? turn.events[0]).at).slice(0, 8)),
      el('td', {title: text}, el('button', {
        type: 'button', 'aria-expanded': String(open), lang: 'ja', onclick: () => this.#toggle(turn),
      }, text || '–')),
      el('td', {title: meaning}, meaning),
      this.#millis(hear), this.#millis(understand), this.#millis(decide), el('td', {}, bar),
      el('td', {title: acts}, acts), el('td', {}, this.#outcome(turn)));
  }

  #millis(took) {
    return el('td', {class: 'n'}, took === undefined ? '' : took < 10 && took > 0 ? took.toFixed(1) : String(Math.round(took)));
  }

  #outcome(turn) {
    const has = kind => turn.events.some(event => event.kind === kind);
    const ended = [...turn.acts.values()];
    const chip = (tone, key) => el('span', {class: `chip ${tone}`}, t(`out.${key}`));
    if (has('stopped')) return chip('bad', 'stopped');
    if (has('refused')) return chip('warn', 'refused');
    if (ended.some(each => each.ended?.kind === 'failed')) return chip('bad', 'failed');
    if (ended.length) return ended.every(each => each.ended) ? chip('good', 'done') : chip('', 'running');
    if (turn.understood?.kind === 'not_understood') return chip('warn', 'cleared');
    return has('said') || has('asked') ? chip('good', 'said') : chip('', 'none');
  }

  #toggle(turn) {
    const [row, detail] = this.#rows.get(turn.number);
    detail.hidden = !detail.hidden;
    row.querySelector('button').setAttribute('aria-expanded', String(!detail.hidden));
    detail.firstChild.replaceChildren(detail.hidden ? '' : this.#detail(turn));
  }

  #detail(turn) {
    const from = (turn.heard ?? turn.events[0]).at;
    return el('table', {}, el('tbody', {}, ...turn.events.map(event => el('tr', {},
      el('td', {class: 'n'}, `+${((event.at - from) / 1000).toFixed(2)} s`), el('td', {}, event.kind), el('td', {}, this.#what(event))))));
  }

  #what(event) {
    const command = event.command ? this.#actions.get(event.command) : '';
    switch (event.kind) {
      case 'heard': case 'said': case 'asked': return `「${event.text}」`;
      case 'understood': {
        const slots = Object.entries(event.slots).map(([name, value]) => `${name}=${value}`).join(' ');
        return `${event.skill}/${event.intent} ${event.confidence.toFixed(2)} ${event.took_ms} ms ${slots}`;
      }
      case 'commanded': case 'deferred': return act(event);
      case 'refused': return `${act(event)} · ${event.rule}: ${event.reason}`;
      case 'failed': return `${command} · ${event.reason} ${event.detail}`;
      case 'completed': return command;
      case 'stopped': return event.cause;
      case 'faulted': return `${event.part}: ${event.message}`;
      case 'perceived': return percept(event);
      default: return '';
    }
  }

  #fits(event) {
    const text = `${event.kind} ${this.#what(event)} ${event.turn}`.toLowerCase();
    return this.#filter.toLowerCase().split(/\s+/).every(word => text.includes(word));
  }

  #fillEvents() {
    this.#body.replaceChildren(...this.#events.filter(event => this.#fits(event)).reverse().map(event => this.#eventRow(event)));
  }

  #eventRow(event) {
    return el('tr', {}, el('td', {class: 'mono'}, clock(event.at)), el('td', {class: 'n'}, String(event.turn)),
      el('td', {}, event.kind), el('td', {}, this.#what(event)));
  }

  #tellLatency() {
    const took = [...this.#turns.values()].map(turn => turn.understood?.took_ms).filter(each => each !== undefined).sort((a, b) => a - b);
    if (!took.length) {
      this.#latency.textContent = '';
      return;
    }
    const at = share => Math.round(took[Math.min(took.length - 1, Math.ceil(share * took.length) - 1)]);
    this.#latency.textContent = t('latency', {p50: at(0.5), p95: at(0.95)});
  }
}
