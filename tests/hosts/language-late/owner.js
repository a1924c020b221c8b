// The site's owner listens for what is wrong.
addEventListener("aftercare-error", ({ detail }) => {
  document.documentElement.dataset.code = detail.code;
  document.documentElement.dataset.message = detail.message;
});
