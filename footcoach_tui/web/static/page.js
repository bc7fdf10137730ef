"use strict";
// What textual.js leaves to the page: the address of the line, focus, a tone for the bell, fingers.

const REASONS = {
  4001: "As many people as the server allows are using footcoach now. Try again in a while.",
  4002: "footcoach could not start. The person who runs the server can find out why with footcoach doctor.",
};
const BELL = 7, ESCAPE = 27, BACKSLASH = 92, OSC = 93;
let audio = null;

function ring() {
  // One short tone; browsers allow sound only after the page was touched once.
  if (!audio || audio.state !== "running") return;
  const tone = audio.createOscillator(), loudness = audio.createGain(), now = audio.currentTime;
  tone.frequency.value = 660;
  loudness.gain.setValueAtTime(0.2, now);
  loudness.gain.exponentialRampToValueAtTime(0.001, now + 0.25);
  tone.connect(loudness).connect(audio.destination);
  tone.start(now);
  tone.stop(now + 0.25);
  document.body.dataset.bells = Number(document.body.dataset.bells || 0) + 1;
}

class BellFinder {
  // A bell ends an OSC sequence, too: that one is silent.
  constructor() { this.last = 0; this.inOsc = false; }
  hasBell(bytes) {
    let found = false;
    for (const byte of bytes) {
      if (this.inOsc) {
        if (byte === BELL || (this.last === ESCAPE && byte === BACKSLASH)) this.inOsc = false;
      } else if (byte === BELL) found = true;
      else if (this.last === ESCAPE && byte === OSC) this.inOsc = true;
      this.last = byte;
    }
    return found;
  }
}

window.WebSocket = class extends WebSocket {
  constructor(url) {
    super(url);
    const finder = new BellFinder();
    let shown = 0;
    this.addEventListener("message", (event) => {
      if (typeof event.data === "string") return;
      if (shown < 3) { shown += 1; this.send('["focus"]'); }  // the app starts without focus
      if (finder.hasBell(new Uint8Array(event.data))) ring();
    });
    this.addEventListener("close", (event) => {
      if (REASONS[event.code]) document.getElementById("why").textContent = REASONS[event.code];
      document.getElementById("again").focus();
    });
  }
  send(data) {
    // The app always has the keys of this page; a line that is closed takes nothing.
    if (this.readyState === WebSocket.OPEN && data !== '["blur"]') super.send(data);
  }
};

function textarea() { return document.querySelector(".xterm-helper-textarea"); }

function focusTerminal() {
  if (!document.hidden && !document.body.classList.contains("-closed") && textarea()) textarea().focus();
}

function useFingers() {
  // A touch must not open the keyboard of the screen; a button does, for notes.
  const button = document.getElementById("keyboard");
  textarea().inputMode = "none";
  button.hidden = false;
  button.addEventListener("click", () => {
    textarea().inputMode = textarea().inputMode === "none" ? "text" : "none";
    textarea().blur();
    focusTerminal();
  });
}

document.addEventListener("DOMContentLoaded", () => {
  const terminal = document.getElementById("terminal");
  terminal.dataset.sessionWebsocketUrl = new URL("ws", location.href.split("?")[0]).href.replace(/^http/, "ws");
  const size = Number(new URLSearchParams(location.search).get("size"));
  if (size >= 8 && size <= 40) terminal.dataset.fontSize = size;
  document.getElementById("again").addEventListener("click", () => location.reload());
});
window.addEventListener("load", () => setTimeout(() => {
  if (matchMedia("(pointer: coarse)").matches) useFingers();
  focusTerminal();
}));
window.addEventListener("focus", focusTerminal);
document.addEventListener("visibilitychange", focusTerminal);
document.addEventListener("pointerdown", () => {
  audio = audio || new AudioContext();
  audio.resume();
});
document.addEventListener("keydown", () => {
  audio = audio || new AudioContext();
  audio.resume();
});
