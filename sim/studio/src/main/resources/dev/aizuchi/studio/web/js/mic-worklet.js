// On the sound's own thread: samples from −1 to 1 become signed 16 bit, in pieces of a tenth of a second.
class Pcm extends AudioWorkletProcessor {
  #piece = new Int16Array(1600);
  #filled = 0;

  process([[channel]]) {
    for (const sample of channel ?? []) {
      this.#piece[this.#filled++] = Math.max(-1, Math.min(1, sample)) * 32767;
      if (this.#filled === this.#piece.length) {
        this.port.postMessage(this.#piece);
        this.#piece = new Int16Array(1600);
        this.#filled = 0;
      }
    }
    return true;
  }
}

registerProcessor('pcm', Pcm);
