// How the robot is, what it is at, and who is there. Only what has changed is written: it is looked at all day.
import {act, el, t} from './dom.js';

export class Status {
  #root;
  #state = {};
  #acts = new Map();
  #cells = {};
  #people;

  constructor(root) {
    this.#root = root;
  }

  clear() {
    this.#acts.clear();
    this.#state = {};
    this.#cells = {};
    this.#root.replaceChildren(el('h2', {}, t('state')));
  }

  update(changed) {
    Object.assign(this.#state, changed);
    if (!this.#state.robot) return;
    if (!this.#cells.place) this.#draw();
    const {robot, battery, charging, tray, shown, people} = this.#state;
    if (changed.robot) {
      this.#write('place', robot.place || t('place.none'));
      this.#write('speed', `${robot.speed.toFixed(2)} m/s`);
    }
    if ('battery' in changed || 'charging' in changed) {
      this.#cells.meter.value = battery;
      this.#write('charge', ` ${Math.round(battery * 100)} %${charging ? ` ${t('charging')}` : ''}`);
    }
    if (changed.tray) this.#write('tray', tray.join('、') || t('empty'));
    if ('shown' in changed) this.#write('screen', shown || t('empty'));
    if (changed.people) this.#fillPeople(people);
  }

  /** Follow what is being done. */
  add(event) {
    switch (event.kind) {
      case 'commanded': this.#begin(event); break;
      case 'progressed': {
        const bar = this.#acts.get(event.command)?.lastChild;
        if (bar) bar.value = event.done;
        break;
      }
      case 'completed': case 'failed':
        this.#acts.get(event.command)?.remove();
        this.#acts.delete(event.command);
        break;
      default:
    }
  }

  #begin(event) {
    const text = act(event);
    this.#acts.set(event.command, el('div', {}, text, ' ', el('progress', {max: 1, value: 0, 'aria-label': text})));
    this.#cells.act?.append(this.#acts.get(event.command));
  }

  #draw() {
    const cell = name => (this.#cells[name] = el('dd'));
    const fact = (name, dd = cell(name)) => [el('dt', {}, t(name)), dd];
    this.#cells.meter = el('meter', {min: 0, max: 1, low: 0.2, value: 1, 'aria-label': t('battery')});
    this.#cells.charge = el('span', {class: 'mono'});
    const simulated = 'tray' in this.#state;
    this.#people = el('tbody');
    const facts = el('dl', {class: 'facts'}, ...fact('act'), ...fact('place'), ...fact('speed'),
      ...fact('battery', el('dd', {}, this.#cells.meter, this.#cells.charge)),
      ...(simulated ? [...fact('tray'), ...fact('screen')] : []));
    this.#cells.speed.className = 'mono';
    this.#cells.act.append(...this.#acts.values());
    this.#root.replaceChildren(el('h2', {}, t('state')),
      el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('state')}, facts,
        el('table', {'aria-label': t('people'), hidden: !simulated}, this.#people)));
  }

  #write(name, text) {
    const cell = this.#cells[name];
    if (cell && cell.textContent !== text) cell.textContent = text;
  }

  #fillPeople(people) {
    this.#people.replaceChildren(...people.map(person => el('tr', {},
      el('td', {lang: 'ja'}, person.name), el('td', {class: 'muted'}, t(`role.${person.role}`)), el('td', {lang: 'ja'}, person.place || '–'),
      el('td', {class: person.fallen ? 'bad' : 'muted'}, person.fallen ? t('fallen') : person.walking ? t('walking') : ''))));
  }
}
