/** Every message of the workspace, before the SDK sees it. */
window.wire = [];
window.addEventListener('message', ({ data }) => {
  window.wire.push(typeof data === 'string' ? JSON.parse(data) : data);
});
