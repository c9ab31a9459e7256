// Asks a drawn page what is on it; runs inside the page.

/** For each message: its words as they are visible, its marks, and what is wider than it. */
export const measure = () => [...document.querySelectorAll('[data-locale]')].map(column => {
  const pane = column.querySelector('.pane');
  const edge = pane.getBoundingClientRect();
  const texts = [];
  for (const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT); walker.nextNode();) {
    if (walker.currentNode.data.trim())
      texts.push(walker.currentNode);
  }
  const isWider = text => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const frame = text.parentElement.closest('.bubble, .card, .feishu-card, .phone, .incident, .code, .pane');
    const box = frame.getBoundingClientRect();
    return [...range.getClientRects()].some(each => each.right > box.right + 0.5 || each.left < box.left - 0.5
      || each.bottom > edge.bottom + 0.5);
  };
  return {
    locale: column.dataset.locale,
    label: column.querySelector('.label').innerText.trim().replace(/\s+/g, ' '),
    text: pane.innerText.trim(),
    marks: [...pane.querySelectorAll('[data-mark]')].map(each =>
      ({ kind: each.dataset.mark, text: each.innerText, to: each.dataset.to ?? '' })),
    wider: texts.filter(isWider).map(text => text.data.trim().slice(0, 60)),
  };
});
