// What lies around: reports, skills, models, and what the doctor says.
import {ask, el, t} from './dom.js';

export class Reports {
  #root = document.getElementById('page-reports');
  #picked = '';

  async show() {
    const answer = await ask('api/reports');
    if (!answer) return;
    const {reports, folder} = answer;
    this.#picked = reports.some(report => report.name === this.#picked) ? this.#picked : reports[0]?.name ?? '';
    this.#root.replaceChildren(el('div', {class: 'split'},
      el('div', {class: 'panel'},
        el('h2', {}, t('tab.reports'), el('span', {class: 'grow'}), el('button', {type: 'button', 'data-do': 'refresh', onclick: () => this.show()}, t('refresh'))),
        reports.length ? el('ul', {class: 'list'}, ...reports.map(report => this.#row(report)))
          : el('p', {class: 'empty'}, t('reports.none', {folder}))),
      el('div', {class: 'panel'}, this.#picked
        ? el('iframe', {title: this.#picked, sandbox: '', src: `api/reports/page?name=${encodeURIComponent(this.#picked)}`}) : null)));
  }

  #row({name, runs_right: right, runs_of: of, changed}) {
    return el('li', {}, el('button', {
      type: 'button', 'aria-current': String(name === this.#picked), onclick: () => { this.#picked = name; this.show(); },
    }, el('span', {class: `mark ${right === of ? 'good' : 'bad'}`}, right === of ? '✓' : '✗'), el('span', {}, name),
    el('small', {}, `${right === undefined ? '' : t('reports.right', {right, of})} · ${new Date(changed).toLocaleString(document.documentElement.lang)}`)));
  }
}

export class Skills {
  #root = document.getElementById('page-skills');
  #known = null;
  #filter = '';

  async show() {
    this.#known ??= await ask('api/skills');
    if (!this.#known) return;
    const filter = el('input', {
      type: 'search', placeholder: t('skills.filter'), 'aria-label': t('skills.filter'), value: this.#filter,
      oninput: ({target}) => { this.#filter = target.value; this.#fill(); },
    });
    const acts = this.#known.acts.map(act => el('tr', {}, el('td', {class: 'mono'}, act.action), el('td', {}, act.effect),
      el('td', {class: 'short'}, act.moves ? t('yes') : t('no')), el('td', {}, act.limits.map(limit => `${limit.argument}: ${limit.allows}`).join('; '))));
    this.#root.replaceChildren(el('div', {class: 'columns'},
      el('div', {class: 'panel'}, el('h2', {}, t('tab.skills')), el('div', {class: 'tools'}, filter),
        el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('tab.skills'), id: 'skills'})),
      el('div', {class: 'panel'}, el('h2', {}, t('acts'), ' · ', this.#known.robot),
        el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('acts')}, el('table', {}, head('act', 'effect', 'moves', 'limits'), el('tbody', {}, ...acts))))));
    this.#fill();
  }

  #fill() {
    const wanted = this.#filter.toLowerCase();
    const fits = (skill, intent) => !wanted || `${skill.name} ${intent.name} ${intent.phrases.join(' ')}`.toLowerCase().includes(wanted);
    document.getElementById('skills').replaceChildren(...this.#known.skills.map(skill => {
      const intents = skill.intents.filter(intent => fits(skill, intent));
      const shown = intent => intent.phrases.filter(phrase => phrase.includes(wanted)).concat(intent.phrases).slice(0, 8);
      const needs = [[t('skills.needs'), skill.needs], [t('skills.senses'), skill.senses]].filter(([, names]) => names.length);
      return el('details', {open: Boolean(wanted) && intents.length > 0, hidden: !intents.length},
        el('summary', {}, el('strong', {}, skill.name), ` ${t('intents', {n: intents.length})} `, el('span', {class: 'muted'},
          needs.map(([name, names]) => `${name}: ${names.join(', ')}`).join(' · '))),
        el('table', {}, head('intent', 'skills.slots', 'phrases'), el('tbody', {}, ...intents.map(intent => el('tr', {},
          el('td', {class: 'mono'}, intent.name), el('td', {}, (intent.slots ?? []).join(', ')),
          el('td', {lang: 'ja'}, el('ul', {class: 'phrases'}, ...[...new Set(shown(intent))].map(phrase => el('li', {}, phrase)),
            intent.phrases.length > 8 ? el('li', {}, `… ${intent.phrases.length}`) : null)))))));
    }));
  }
}

export class Models {
  #root = document.getElementById('page-models');
  #findings = null;
  #examining = false;

  async show() {
    const models = await ask('api/models');
    if (!models) return;
    const rows = models.map(model => el('tr', {},
      el('td', {class: 'mono'}, model.id), el('td', {}, model.title, el('div', {class: 'muted'}, model.kind)),
      el('td', {}, el('span', {class: `chip ${model.usable ? 'good' : model.state === 'corrupt' ? 'bad' : ''}`}, t(`model.${model.state}`))),
      el('td', {}, el('a', {href: model.licence_url, rel: 'noreferrer noopener', target: '_blank'}, model.licence), el('div', {class: 'muted'}, model.credit)),
      el('td', {class: 'n'}, model.bytes ? `${(model.bytes / 1e6).toFixed(model.bytes < 1e7 ? 1 : 0)} MB` : ''),
      el('td', {class: 'mono', title: model.sha256.join('\n')}, model.sha256.map(hash => hash.slice(0, 12)).join(' '))));
    this.#root.replaceChildren(el('div', {class: 'columns'},
      el('div', {class: 'panel'}, el('h2', {}, t('models')),
        el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('models')},
          el('table', {}, head('models', 'model.kind', 'model.state', 'model.licence', 'model.size', 'model.hash'), el('tbody', {}, ...rows)))),
      el('div', {class: 'panel'}, el('h2', {}, t('doctor'), el('span', {class: 'grow'}),
        el('button', {type: 'button', 'data-do': 'doctor', disabled: this.#examining, onclick: () => this.#examine()}, t('doctor.run'))),
      el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('doctor'), id: 'findings', 'aria-live': 'polite'}))));
    this.#fill();
  }

  async #examine() {
    this.#examining = true;
    await this.show();
    this.#findings = await ask('api/doctor', {method: 'POST'}) ?? this.#findings;
    this.#examining = false;
    await this.show();
  }

  #fill() {
    const signs = {good: ['✓', 'good'], note: ['·', 'warn'], broken: ['✗', 'bad']};
    const place = document.getElementById('findings');
    if (this.#examining || !this.#findings) {
      place.replaceChildren(el('p', {class: 'empty'}, t(this.#examining ? 'doctor.running' : 'doctor.note')));
      return;
    }
    place.replaceChildren(el('table', {}, el('tbody', {}, ...this.#findings.map(({check, state, detail}) => el('tr', {},
      el('td', {class: `mark ${signs[state][1]}`, title: state}, signs[state][0]), el('td', {class: 'mono'}, check), el('td', {}, detail))))));
  }
}

function head(...names) {
  return el('thead', {}, el('tr', {}, ...names.map(name => el('th', {scope: 'col'}, t(name)))));
}
