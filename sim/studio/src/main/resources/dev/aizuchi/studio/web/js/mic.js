// Push to talk: sound of the browser's microphone, at 16 kHz, to the agent's own recogniser. Nothing is kept.
import {ask, notice, t} from './dom.js';

const RATE = 16000;
const LONGEST = 30 * RATE;

export class Microphone {
  #button;
  #person;
  #recording = null;

  constructor(button, person) {
    this.#button = button;
    this.#person = person;
    button.hidden = false;
    button.addEventListener('pointerdown', down => {
      button.setPointerCapture(down.pointerId);
      this.#begin();
    });
    for (const end of ['pointerup', 'pointercancel', 'blur']) button.addEventListener(end, () => this.#end());
    button.addEventListener('keydown', key => {
      if ([' ', 'Enter'].includes(key.key) && !key.repeat) {
        key.preventDefault();
        this.#begin();
      }
    });
    button.addEventListener('keyup', key => {
      if ([' ', 'Enter'].includes(key.key)) this.#end();
    });
  }

  async #begin() {
    if (this.#recording) return;
    if (!navigator.mediaDevices) {
      notice(t('mic.insecure'));
      return;
    }
    const recording = {chunks: [], samples: 0, ended: false};
    this.#recording = recording;
    this.#show(true);
    try {
      recording.stream = await navigator.mediaDevices.getUserMedia({audio: {channelCount: 1, echoCancellation: true, noiseSuppression: true}});
      recording.sound = new AudioContext({sampleRate: RATE});
      await recording.sound.audioWorklet.addModule('js/mic-worklet.js');
      const worklet = new AudioWorkletNode(recording.sound, 'pcm');
      worklet.port.onmessage = ({data}) => {
        if (recording.samples < LONGEST) recording.chunks.push(data);
        recording.samples += data.length;
      };
      recording.sound.createMediaStreamSource(recording.stream).connect(worklet);
      if (recording.ended) this.#close(recording);
    } catch {
      notice(t('mic.denied'));
      recording.ended = true;
      this.#close(recording);
      this.#recording = null;
      this.#show(false);
    }
  }

  async #end() {
    const recording = this.#recording;
    if (!recording) return;
    this.#recording = null;
    recording.ended = true;
    this.#show(false);
    this.#close(recording);
    if (!recording.samples) return;
    const pcm = new Blob(recording.chunks);
    const answer = await ask(`api/live/speech?person=${encodeURIComponent(this.#person())}`, {
      method: 'POST', type: 'application/octet-stream', body: pcm,
    });
    if (answer && !answer.heard) notice(t('mic.nothing'));
  }

  #close({stream, sound}) {
    stream?.getTracks().forEach(track => track.stop());
    if (sound && sound.state !== 'closed') sound.close();
  }

  #show(on) {
    this.#button.classList.toggle('recording', on);
    this.#button.setAttribute('aria-pressed', String(on));
    this.#button.textContent = t(on ? 'mic.recording' : 'mic');
  }
}
