// The floor, seen from above: north is up, a unit is a centimetre.
import {el, svg, t} from './dom.js';

// One sheet above the other, so that what moves does not have the browser paint what stays: seldom, now and then, always.
const SHEETS = [['rooms', 'hazards', 'furniture', 'lifts', 'doors', 'places'], ['items', 'people'], ['way', 'others', 'robot']];
const ROBOT = 25;
const PERSON = 20;

export class FloorMap {
  #root;
  #plan = null;
  #layers = {};
  #rooms = new Map();
  #leaves = new Map();
  #spots = new Map();
  #people = new Map();
  #others = new Map();
  #shafts = [];
  #state = {};
  #drawn = [];
  #storeys;
  #chosen = '';

  constructor(root) {
    this.#root = root;
    this.#storeys = root.parentElement.querySelector('.storeys');
  }

  /** Draw what never moves; null where nobody has a plan: then the robot alone, on a square around it. */
  show(plan) {
    this.#plan = plan;
    this.#state = {};
    this.#drawn = [];
    this.#rooms.clear();
    this.#leaves.clear();
    this.#spots.clear();
    this.#people.clear();
    this.#others.clear();
    this.#shafts = [];
    const size = plan ? this.#around({x0: 0, y0: 0, x1: plan.width, y1: plan.height}) : {x: -600, y: -600, w: 1200, h: 1200};
    this.#root.replaceChildren(...SHEETS.map(names => svg('svg', {
      viewBox: `${size.x} ${size.y} ${size.w} ${size.h}`, 'aria-hidden': 'true',
    }, ...names.map(name => (this.#layers[name] = svg('g'))))));
    this.#root.setAttribute('role', 'img');
    this.#root.setAttribute('aria-label', t('floor'));
    this.#layers.robot.append(this.#drawRobot());
    if (plan) this.#drawPlan(plan);
    this.#offerStoreys(plan?.storeys ?? []);
  }

  #around({x0, y0, x1, y1}) {
    return {x: x0 * 100 - 20, y: (this.#plan.height - y1) * 100 - 20, w: (x1 - x0) * 100 + 40, h: (y1 - y0) * 100 + 40};
  }

  /** One storey as large as it goes, or all of them. */
  #offerStoreys(storeys) {
    if (!this.#storeys) return;
    this.#storeys.hidden = !storeys.length;
    const show = (button, area) => {
      const {x, y, w, h} = this.#around(area);
      for (const sheet of this.#root.children) sheet.setAttribute('viewBox', `${x} ${y} ${w} ${h}`);
      for (const each of this.#storeys.children) each.setAttribute('aria-pressed', String(each === button));
    };
    const button = (name, area, pressed) => el('button', {
      type: 'button', 'aria-pressed': String(pressed), onclick: ({currentTarget}) => show(currentTarget, area)}, name);
    this.#storeys.replaceChildren(...(storeys.length ? [
      button(t('storeys.all'), {x0: 0, y0: 0, x1: this.#plan.width, y1: this.#plan.height}, true),
      ...storeys.map(storey => button(storey.name, storey, false))] : []));
  }

  #x = metres => metres * 100;
  #y = metres => (this.#plan ? this.#plan.height - metres : -metres) * 100;

  #drawPlan(plan) {
    for (const room of plan.rooms ?? []) {
      const box = svg('rect', this.#box(room, 'room'));
      this.#rooms.set(room.name, box);
      const name = svg('text', {class: 'room-name', x: this.#x((room.x0 + room.x1) / 2), y: this.#y(room.y0) - 12}, room.name);
      this.#layers.rooms.append(box);
      this.#layers.places.append(name);
    }
    for (const storey of plan.storeys ?? []) {
      this.#layers.places.append(svg('text', {class: 'storey', x: this.#x(storey.x1) - 8, y: this.#y(storey.y1) + 64}, storey.name));
    }
    for (const shaft of plan.lifts ?? []) {
      const door = svg('line', {class: 'leaf', x1: this.#x(shaft.door.x0), y1: this.#y(shaft.door.y0), x2: this.#x(shaft.door.x1), y2: this.#y(shaft.door.y1)});
      const car = svg('rect', this.#box(shaft, 'shaft'), svg('title', {}, shaft.name));
      this.#shafts.push({...shaft, door, car});
      this.#layers.lifts.append(car, door);
    }
    for (const each of plan.furniture ?? []) {
      this.#layers.furniture.append(svg('rect', this.#box(each, 'furniture'), svg('title', {}, each.name)));
    }
    for (const door of plan.doors ?? []) {
      this.#layers.doors.append(svg('line', {...this.#line(door), class: 'gap'}));
      if (door.leaf) {
        const leaf = svg('line', {class: 'leaf'}, svg('title', {}, door.room));
        this.#leaves.set(door.room, {door, leaf});
        this.#layers.doors.append(leaf);
      }
    }
    for (const place of plan.places ?? []) {
      const mark = svg('g', {transform: `translate(${this.#x(place.x)} ${this.#y(place.y)})`},
        (plan.docks ?? []).includes(place.name)
          ? svg('rect', {class: 'dock', x: -18, y: -18, width: 36, height: 36, rx: 6})
          : svg('circle', {class: 'place', r: 7}),
        svg('title', {}, place.name));
      this.#spots.set(place.name, mark);
      this.#layers.places.append(mark);
    }
  }

  #box(area, name) {
    return {
      class: name, x: this.#x(area.x0), y: this.#y(area.y1),
      width: this.#x(area.x1 - area.x0), height: this.#x(area.y1 - area.y0),
    };
  }

  #line(door) {
    return {x1: this.#x(door.x0), y1: this.#y(door.y0), x2: this.#x(door.x1), y2: this.#y(door.y1)};
  }

  #drawRobot() {
    const robot = svg('g', {class: 'robot', visibility: 'hidden'},
      svg('circle', {class: 'ring', r: ROBOT + 11}), svg('circle', {r: ROBOT}), svg('path', {d: 'M20 0 L-8 -11 L-3 0 L-8 11 Z'}));
    return robot;
  }

  /** Take in what has changed. */
  update(changed) {
    Object.assign(this.#state, changed);
    if (changed.robot || 'stopped' in changed || 'emergency_stop' in changed) this.#moveRobot();
    if (changed.robots) this.#moveOthers();
    if (changed.lifts) this.#moveLifts(changed.lifts);
    if (changed.people) this.#movePeople(changed.people);
    if (changed.lamps) {
      for (const [room, on] of Object.entries(changed.lamps)) this.#rooms.get(room)?.classList.toggle('lit', on);
    }
    if (changed.doors) this.#moveDoors(changed.doors);
    if (changed.blocked) this.#block(changed.blocked);
    if (changed.hazards) this.#drawHazards(changed.hazards);
    if (changed.way) this.#drawWay(changed.way);
    if (changed.tray || changed.held || changed.dropped || changed.people || (changed.robot && this.#state.tray?.length)) this.#drawItems();
  }

  #moveRobot() {
    const {robot} = this.#state;
    if (!robot) return;
    const mark = this.#layers.robot.firstChild;
    mark.setAttribute('visibility', 'visible');
    mark.setAttribute('transform', `translate(${this.#x(robot.x)} ${this.#y(robot.y)}) rotate(${-robot.heading})`);
    mark.classList.toggle('stopped', Boolean(this.#state.stopped || this.#state.emergency_stop));
    if (!this.#plan) {
      for (const sheet of this.#root.children) sheet.setAttribute('viewBox', `${robot.x * 100 - 600} ${-robot.y * 100 - 600} 1200 1200`);
    }
  }

  /** The first of the robots is the one whose agent is shown: it has a mark of its own. */
  #moveOthers() {
    const [watched, ...others] = this.#state.robots;
    for (const robot of others) {
      let mark = this.#others.get(robot.name);
      if (!mark) {
        mark = svg('g', {class: 'robot other'}, svg('circle', {class: 'ring', r: ROBOT + 11}), svg('circle', {r: ROBOT}),
          svg('path', {d: 'M20 0 L-8 -11 L-3 0 L-8 11 Z'}), svg('text', {y: -ROBOT - 10}, robot.name));
        this.#others.set(robot.name, mark);
        this.#layers.others.append(mark);
      }
      mark.setAttribute('transform', `translate(${this.#x(robot.x)} ${this.#y(robot.y)})`);
      mark.querySelector('path').setAttribute('transform', `rotate(${-robot.heading})`);
      mark.classList.toggle('stopped', robot.stopped || robot.emergency_stop);
    }
    this.#markChosen(watched.name);
  }

  /** Ring the robot that was chosen. */
  choose(name) {
    this.#chosen = name;
    if (this.#state.robots) this.#markChosen(this.#state.robots[0].name);
  }

  #markChosen(watched) {
    const chosen = this.#chosen || watched;
    this.#layers.robot.firstChild.classList.toggle('chosen', chosen === watched);
    for (const [name, mark] of this.#others) mark.classList.toggle('chosen', name === chosen);
  }

  /** The car is where its shaft is filled. */
  #moveLifts(lifts) {
    for (const shaft of this.#shafts) {
      const car = lifts.find(each => each.name === shaft.name);
      if (!car) continue;
      const here = car.storey === shaft.storey;
      shaft.car.classList.toggle('here', here);
      shaft.car.classList.toggle('broken', !car.working);
      shaft.door.classList.toggle('away', here && car.open);
    }
  }

  #movePeople(people) {
    for (const person of people) {
      let mark = this.#people.get(person.name);
      if (!mark) {
        mark = svg('g', {class: person.role === 'resident' ? 'person' : 'person staff'},
          svg('circle', {r: PERSON}), svg('text', {y: -PERSON - 8}, person.name));
        this.#people.set(person.name, mark);
        this.#layers.people.append(mark);
      }
      mark.classList.toggle('fallen', person.fallen);
      mark.lastChild.textContent = person.fallen ? `${person.name} ${t('fallen')}` : person.name;
      mark.setAttribute('transform', `translate(${this.#x(person.x)} ${this.#y(person.y)})`);
    }
  }

  /** An open leaf stands at right angles to its gap, on the side of its room's middle. */
  #moveDoors(doors) {
    for (const [room, open] of Object.entries(doors)) {
      const {door, leaf} = this.#leaves.get(room) ?? {};
      if (!door) continue;
      const line = this.#line(door);
      if (open) {
        const [dx, dy] = [line.x2 - line.x1, line.y2 - line.y1];
        const area = this.#plan.rooms.find(each => each.name === room);
        const inside = area ? Math.sign(this.#y((area.y0 + area.y1) / 2) - line.y1) || 1 : 1;
        line.x2 = line.x1 - dy * 0.9;
        line.y2 = line.y1 + Math.abs(dx) * 0.9 * inside;
      }
      for (const [key, value] of Object.entries(line)) leaf.setAttribute(key, value);
      leaf.classList.toggle('open', open);
    }
  }

  #block(blocked) {
    for (const [name, mark] of this.#spots) {
      mark.querySelector('.cross')?.remove();
      if (blocked.includes(name)) {
        mark.append(svg('g', {class: 'cross'},
          svg('line', {class: 'blocked', x1: -22, y1: -22, x2: 22, y2: 22}), svg('line', {class: 'blocked', x1: -22, y1: 22, x2: 22, y2: -22})));
      }
    }
  }

  /** Cells of half a metre; each kind has its colour, and its name in its middle. */
  #drawHazards(hazards) {
    const marks = [];
    for (const kind of ['water', 'gas', 'smoke', 'fire']) {
      const cells = hazards[kind] ?? [];
      if (!cells.length) continue;
      const path = cells.map(([x, y]) => `M${this.#x(x) - 25} ${this.#y(y) - 25}h50v50h-50z`).join('');
      const middle = at => cells.reduce((sum, cell) => sum + cell[at], 0) / cells.length;
      marks.push(svg('path', {class: `hazard ${kind}`, d: path}),
        svg('text', {x: this.#x(middle(0)), y: this.#y(middle(1))}, t(`hazard.${kind}`)));
    }
    this.#layers.hazards.replaceChildren(...marks);
  }

  #drawWay(way) {
    const {robot} = this.#state;
    if (!way.length || !robot) {
      this.#drawn = [];
      this.#layers.way.replaceChildren();
      return;
    }
    // A way that only gets shorter is drawn anew by the metre: all of the map around it is painted with it.
    const drawn = this.#drawn;
    const at = point => drawn.findIndex(([x, y]) => x === point[0] && y === point[1]);
    const end = way[way.length - 1];
    if (drawn.length && at(end) === drawn.length - 1 && at(way[0]) >= 0 && drawn.length - way.length < 10) return;
    this.#drawn = way;
    const points = [[robot.x, robot.y], ...way].map(([x, y]) => `${this.#x(x)},${this.#y(y)}`).join(' ');
    const [x, y] = end;
    this.#layers.way.replaceChildren(
      svg('polyline', {class: 'way', points}), svg('circle', {class: 'goal', cx: this.#x(x), cy: this.#y(y), r: 14}));
  }

  #drawItems() {
    const {robot, tray = [], held = [], dropped = [], people = []} = this.#state;
    const marks = [];
    const item = (name, x, y) => marks.push(
      svg('rect', {class: 'item', x: x - 8, y: y - 8, width: 16, height: 16, rx: 3}), svg('text', {x, y: y + 32}, name));
    if (robot) tray.forEach((name, i) => item(name, this.#x(robot.x) + 20 + 24 * i, this.#y(robot.y) + 20));
    for (const {item: name, person} of held) {
      const who = people.find(each => each.name === person);
      if (who) item(name, this.#x(who.x) + 22, this.#y(who.y) + 10);
    }
    for (const {item: name, x, y} of dropped) item(name, this.#x(x), this.#y(y));
    if (marks.length || this.#layers.items.childElementCount) this.#layers.items.replaceChildren(...marks);
  }
}
