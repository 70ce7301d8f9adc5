// Put into pages by `teicable serve` alone: load the page anew when the site changed, and show why it could not.
"use strict";
(() => {
  const banner = document.createElement("pre");
  banner.setAttribute("role", "alert");
  banner.id = "teicable-failed";
  banner.style.cssText = "position: sticky; bottom: 0; z-index: 9; max-height: 45vh; overflow: auto; margin: 1rem 0 0; padding: 0.8rem 1rem;"
    + "background: #7d2a1a; color: #fff; font: 0.875rem/1.45 ui-monospace, monospace; white-space: pre-wrap;";
  const news = new EventSource(`/-/news?since=${document.currentScript.dataset.since}`);
  news.addEventListener("changed", () => { news.close(); location.reload(); });
  news.addEventListener("failed", ({ data }) => {
    banner.textContent = data;
    if (data) document.body.append(banner);
    else banner.remove();
  });
  addEventListener("pagehide", () => news.close());
})();
