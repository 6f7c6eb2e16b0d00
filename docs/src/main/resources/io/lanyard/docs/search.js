// Docs: searches the sections of all pages in the browser; works from a folder on disk too.
(function () {
  'use strict';
  const root = document.body.dataset.root;
  const box = document.getElementById('search');
  const hits = document.getElementById('hits');
  const sections = window.lanyardSections;
  let index = null;

  function build() {
    index = index || lunr(function () {
      this.ref('place');
      this.field('title', { boost: 10 });
      this.field('page', { boost: 4 });
      this.field('text');
      sections.forEach((section, place) => this.add({ place, ...section }));
    });
  }

  function search(words) {
    build();
    return index.query((query) => {
      lunr.tokenizer(words).forEach((token) => {
        query.term(token.toString(), { boost: 10 });
        query.term(token.toString(), { wildcard: lunr.Query.wildcard.TRAILING });
      });
    });
  }

  box.addEventListener('input', () => {
    const words = box.value.trim();
    hits.replaceChildren();
    if (words.length < 2) {
      return;
    }
    search(words).slice(0, 8).forEach((hit) => {
      const section = sections[Number(hit.ref)];
      const link = document.createElement('a');
      link.href = root + section.href;
      link.textContent = section.title === section.page ? section.page : section.title + ' (' + section.page + ')';
      const line = document.createElement('li');
      line.append(link);
      hits.append(line);
    });
  });
  box.form.addEventListener('submit', (event) => {
    event.preventDefault();
    const first = hits.querySelector('a');
    if (first) {
      window.location = first.href;
    }
  });
})();
