// UTF-32, which the platform's decoders do not know.

const BYTES = 4;
const LAST_CODE_POINT = 0x10ffff;
/** So many arguments a call may have everywhere. */
const MAX_AT_ONCE = 4096;
const BAD = 0xfffd;

/** Decodes UTF-32 as a `TextDecoder` would: what stands for no character becomes U+FFFD, and the mark at the start goes. */
export class Utf32Decoder {
  readonly #littleEndian: boolean;
  #held = new Uint8Array(0);
  #begun = false;

  /** Takes which end of a number comes first. */
  constructor(littleEndian: boolean) {
    this.#littleEndian = littleEndian;
  }

  /** Returns the text of the next bytes; what is unfinished waits for more where there are (`stream`). */
  decode(bytes: Uint8Array = new Uint8Array(0), { stream = false }: { stream?: boolean } = {}): string {
    const all = new Uint8Array(this.#held.length + bytes.length);
    all.set(this.#held);
    all.set(bytes, this.#held.length);
    const whole = all.length - (all.length % BYTES);
    this.#held = all.slice(whole);
    const text = this.#text(new DataView(all.buffer, 0, whole)) + (!stream && this.#held.length > 0 ? '\ufffd' : '');
    if (!this.#begun && text !== '') {
      this.#begun = true;
      return text.replace(/^\ufeff/, '');
    }
    return text;
  }

  #text(view: DataView): string {
    let text = '';
    let characters: number[] = [];
    for (let at = 0; at < view.byteLength; at += BYTES) {
      const character = view.getUint32(at, this.#littleEndian);
      const isBad = character > LAST_CODE_POINT || (character >= 0xd800 && character <= 0xdfff);
      if (characters.push(isBad ? BAD : character) < MAX_AT_ONCE) continue;
      text += String.fromCodePoint(...characters);
      characters = [];
    }
    return text + String.fromCodePoint(...characters);
  }
}
