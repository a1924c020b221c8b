// Shows what the card itself finds wrong with the settings: patients never read that.
document.addEventListener("aftercare-error", (event) => {
  const problem = document.getElementById("aftercare-consensus-problem");
  problem.textContent = event.detail.message;
  problem.hidden = false;
});
