// One stream of news for all tabs: browsers allow six connections to a server,
// and every stream would take one.

"use strict";

const tabs = new Set();
let newest = 0;

function connect() {
  const stream = new EventSource(`/__playbook/events${self.location.search}`);
  stream.addEventListener("built", (event) => {
    newest = Number(event.data);
    tell({ built: newest });
  });
  stream.onerror = () => {
    if (stream.readyState !== EventSource.CLOSED) return;
    tell({ lost: true });
    setTimeout(connect, 2000);
  };
}

function tell(news) {
  for (const tab of tabs) tab.postMessage(news);
}

self.onconnect = ({ ports: [tab] }) => {
  const enter = () => {
    tabs.add(tab);
    if (newest) tab.postMessage({ built: newest });
  };
  tab.onmessage = ({ data }) => (data === "leave" ? tabs.delete(tab) : enter());
  enter();
};

connect();
