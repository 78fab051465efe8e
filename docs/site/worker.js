// Browsers start no worker from a file: the search of a site opened from a folder runs in a hidden frame instead.
"use strict";
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.head.appendChild(frame);
      const inner = frame.contentWindow;
      this.ready = new Promise((done) => {
        inner.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
        inner.importScripts = () => Promise.resolve();
        const script = frame.contentDocument.createElement("script");
        script.src = String(url);
        script.onload = () => done(inner);
        script.onerror = () => this.dispatchEvent(new Event("error"));
        frame.contentDocument.body.appendChild(script);
      });
      this.addEventListener("message", (event) => this.onmessage && this.onmessage(event));
    }
    postMessage(data) {
      this.ready.then((inner) => inner.dispatchEvent(new MessageEvent("message", { data })));
    }
    terminate() {}
  };
}
