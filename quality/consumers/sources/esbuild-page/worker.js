import "@scrapbook/browser-io/worker/script";
