// All robots of the floor, where there are several: how each is, which one is looked at, and a stop for each.
import {el, order, t} from './dom.js';

export class Fleet {
  #root;
  #chosen = '';
  #rows = new Map();
  #robots = [];
  #choose;

  constructor(root, choose) {
    this.#root = root;
    this.#choose = choose;
  }

  /** Give the robot that was chosen; the first where none was. */
  get chosen() {
    return this.#robots.find(robot => robot.name === this.#chosen) ?? this.#robots[0] ?? null;
  }

  clear() {
    this.#rows.clear();
    this.#root.replaceChildren();
  }

  update(robots) {
    this.#robots = robots;
    this.#root.hidden = robots.length < 2;
    if (this.#rows.size !== robots.length) this.#draw(robots);
    robots.forEach((robot, index) => this.#fill(robot, index === 0));
  }

  #draw(robots) {
    this.#rows.clear();
    const rows = robots.map((robot, index) => {
      const cells = {
        pick: el('button', {type: 'button', class: 'pick', 'aria-pressed': 'false', onclick: () => this.#pick(robot.name)}, robot.name),
        place: el('span', {class: 'place muted', lang: 'ja'}), battery: el('span', {class: 'mono'}), latch: el('span', {class: 'chip'}),
        halt: el('button', {type: 'button', 'data-halt': robot.name, onclick: () => order('halt', {robot: robot.name})}, t('fleet.stop')),
        release: el('button', {type: 'button', 'data-release': robot.name, onclick: () => order('release', {robot: robot.name})}, t('fleet.release')),
        estop: el('button', {
          type: 'button', 'data-estop': robot.name, 'aria-pressed': 'false', onclick: ({currentTarget: button}) =>
            order('disturb', {what: 'estop', robot: robot.name, on: button.getAttribute('aria-pressed') !== 'true'}),
        }, t('estop')),
      };
      this.#rows.set(robot.name, cells);
      return el('li', {'data-robot': robot.name}, cells.pick, cells.place, cells.battery, cells.latch,
        el('span', {class: 'acts'}, cells.halt, index ? cells.release : null, cells.estop));
    });
    this.#root.replaceChildren(
      el('h2', {}, el('span', {}, t('fleet')), el('span', {class: 'grow'}),
        el('button', {type: 'button', class: 'stop all', onclick: () => order('stop')}, t('fleet.stop_all'))),
      el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('fleet')}, el('ul', {}, ...rows)));
  }

  #fill(robot, watched) {
    const cells = this.#rows.get(robot.name);
    const pressed = robot.emergency_stop;
    const key = pressed ? 'latch.estop' : robot.stopped ? 'latch.stopped' : robot.moving ? 'fleet.moving' : 'fleet.standing';
    this.#write(cells.place, robot.place || '–');
    this.#write(cells.battery, `${Math.round(robot.battery * 100)} %`);
    this.#write(cells.latch, t(key));
    cells.latch.className = `chip ${pressed || robot.stopped ? 'bad' : 'good'}`;
    cells.estop.setAttribute('aria-pressed', String(pressed));
    cells.halt.disabled = robot.stopped;
    cells.release.disabled = watched || !robot.stopped || pressed;
    cells.pick.setAttribute('aria-pressed', String(this.chosen?.name === robot.name));
  }

  #write(cell, text) {
    if (cell.textContent !== text) cell.textContent = text;
  }

  #pick(name) {
    this.#chosen = name;
    this.update(this.#robots);
    this.#choose(name);
  }
}
