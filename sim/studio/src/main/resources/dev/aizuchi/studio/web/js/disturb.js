// What a person can do to the simulated floor, to see how the agent takes it.
import {el, order, t} from './dom.js';

const SENSES = ['person_arrived', 'person_left', 'fall', 'bumper'];

export class Disturb {
  #root;
  #simulated = false;
  #chosen;

  /** @param chosen gives the robot to which it is done, or null where there is but one */
  constructor(root, chosen) {
    this.#root = root;
    this.#chosen = chosen;
  }

  /** Do something to the robot that was chosen. */
  #toRobot(json) {
    const robot = this.#chosen()?.name;
    return order('disturb', robot ? {...json, robot} : json);
  }

  draw({simulated, floor, faults = []}) {
    this.#simulated = simulated;
    if (!simulated) {
      this.#root.replaceChildren(el('p', {class: 'empty'}, t('disturb.none')), this.#senses());
      return;
    }
    const places = (floor.places ?? []).map(place => place.name);
    const rooms = [...new Set((floor.doors ?? []).filter(door => door.leaf).map(door => door.room))];
    const lifts = [...new Set((floor.lifts ?? []).map(lift => lift.name))];
    this.#root.replaceChildren(this.#stop(), this.#blocks(places), ...lifts.map(name => this.#lift(name)), this.#persons(places), this.#doors(rooms), this.#battery(), this.#faults(faults), this.#dangers(places));
  }

  #set(name, ...parts) {
    return el('fieldset', {'data-set': name}, el('legend', {}, t(name)), ...parts);
  }

  #select(name, values) {
    return el('select', {name, 'aria-label': t(name)}, ...values.map(value => el('option', {value}, value)));
  }

  #button(key, act, name = key) {
    return el('button', {type: 'button', 'data-do': name, onclick: act}, t(key));
  }

  #toggle(key, name, act) {
    return el('button', {
      type: 'button', 'data-do': name, 'aria-pressed': 'false',
      onclick: async ({currentTarget: button}) => {
        const on = button.getAttribute('aria-pressed') !== 'true';
        if (await act(on) !== null) button.setAttribute('aria-pressed', String(on));
      },
    }, t(key));
  }

  #stop() {
    return this.#set('estop', this.#toggle('estop', 'estop', on => this.#toRobot({what: 'estop', on})));
  }

  #lift(lift) {
    return this.#set('lift', el('span', {lang: 'ja'}, lift),
      this.#toggle('lift.broken', `broken-${lift}`, on => order('disturb', {what: 'lift', lift, on: !on})),
      this.#toggle('lift.full', `full-${lift}`, on => order('disturb', {what: 'full', lift, on})));
  }

  #blocks(places) {
    const place = this.#select('place', places);
    return this.#set('place', place,
      this.#button('block', () => order('disturb', {what: 'block', place: place.value, on: true})),
      this.#button('unblock', () => order('disturb', {what: 'block', place: place.value, on: false})));
  }

  #persons(places) {
    const person = this.#select('person', []);
    const place = this.#select('place', places);
    return this.#set('person', person,
      this.#button('arrive', () => order('disturb', {what: 'arrive', person: person.value})),
      this.#button('fall', () => order('disturb', {what: 'fall', person: person.value})),
      place, this.#button('move', () => order('disturb', {what: 'move', person: person.value, place: place.value})),
      this.#button('point', () => order('disturb', {what: 'point', person: person.value, place: place.value})));
  }

  #doors(rooms) {
    const room = this.#select('door', rooms);
    return this.#set('door', room,
      this.#button('open', () => order('disturb', {what: 'door', room: room.value, on: true})),
      this.#button('close', () => order('disturb', {what: 'door', room: room.value, on: false})));
  }

  #battery() {
    const shown = el('output', {class: 'mono'}, '');
    const range = el('input', {
      type: 'range', name: 'battery', min: 0, max: 100, step: 1, 'aria-label': t('battery'),
      oninput: () => { shown.textContent = `${range.value} %`; },
      onchange: () => this.#toRobot({what: 'battery', value: range.value / 100}),
    });
    return this.#set('battery', range, shown);
  }

  #faults(faults) {
    return this.#set('faults', ...faults.map(name =>
      this.#toggle(`fault.${name}`, name, on => this.#toRobot({what: 'fault', name, on}))));
  }

  #dangers(places) {
    const place = this.#select('place', places);
    const danger = (what, on) => order('disturb', {what, place: place.value, on});
    return this.#set('dangers', place, ...['gas', 'water', 'fire'].map(what => this.#button(`danger.${what}`, () => danger(what, true), what)),
      this.#button('danger.over', async () => {
        for (const what of ['gas', 'water', 'fire']) await danger(what, false);
      }, 'over'),
      this.#toggle('danger.power', 'power', off => order('disturb', {what: 'power', on: !off})));
  }

  /** For a robot that is not simulated here: say what a sensor would. */
  #senses() {
    const person = el('input', {name: 'person', 'aria-label': t('person'), placeholder: t('person')});
    return this.#set('sense', person, ...SENSES.map(kind =>
      this.#button(`sense.${kind}`, () => order('perceive', {kind, person: person.value}), kind)));
  }

  /** Take in who is there. */
  people(people) {
    this.#root.querySelector('select[name=person]')?.replaceChildren(...people.map(person =>
      el('option', {value: person.name}, person.name)));
  }

  /** Follow what others, and the floor itself, do. */
  update(state) {
    if (!this.#simulated) return;
    const robot = this.#chosen() ?? state;
    this.#root.querySelector('[data-do=estop]')?.setAttribute('aria-pressed', String(Boolean(robot.emergency_stop)));
    for (const {name, working, full} of state.lifts ?? []) {
      this.#root.querySelector(`[data-do="broken-${name}"]`)?.setAttribute('aria-pressed', String(!working));
      this.#root.querySelector(`[data-do="full-${name}"]`)?.setAttribute('aria-pressed', String(full));
    }
    const range = this.#root.querySelector('[name=battery]');
    if (range && document.activeElement !== range && robot.battery !== undefined) {
      range.value = Math.round(robot.battery * 100);
      range.nextSibling.textContent = `${range.value} %`;
    }
  }
}
