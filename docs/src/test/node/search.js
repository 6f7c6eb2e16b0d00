// Docs: runs the site's own search without a browser. Arguments: the site's folder, then words; prints a line per word:
// the word, and the places that the search offers, best first.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

function element() {
  return {
    children: [],
    listeners: {},
    form: { addEventListener() {} },
    addEventListener(event, listener) { this.listeners[event] = listener; },
    append(child) { this.children.push(child); },
    replaceChildren() { this.children = []; },
    querySelector() { return null; },
  };
}

const [site, ...words] = process.argv.slice(2);
const box = element();
const hits = element();
const page = vm.createContext({
  window: {},
  document: {
    body: { dataset: { root: '' } },
    getElementById: (id) => (id === 'search' ? box : hits),
    createElement: element,
  },
});
for (const script of ['lunr.js', 'sections.js', 'search.js']) {
  vm.runInContext(fs.readFileSync(path.join(site, 'assets', script), 'utf8'), page);
}
for (const word of words) {
  box.value = word;
  box.listeners.input();
  console.log([word, ...hits.children.map((line) => line.children[0].href)].join(' '));
}
