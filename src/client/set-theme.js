// Runs inline before the first paint, so that a chosen theme never flashes.
try {
  const choice = localStorage.getItem("theme");
  if (choice === "light" || choice === "dark") document.documentElement.dataset.theme = choice;
} catch {
  // Storage may be blocked; the system's theme stays.
}
