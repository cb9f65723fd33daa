using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "site", worker = .site),
    (name = "pages", disk = "public"),
    # "public" is the internet. "private" only for an upstream in your own network.
    (name = "internet", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", address = "*:3000", http = (), service = "site")],
);

const site :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "dist/worker.js")],
  compatibilityDate = "2026-11-01",
  # Tells the worker that a visitor has left, where the runtime knows.
  compatibilityFlags = ["enable_request_signal"],
  bindings = [
    (name = "SITE_ORIGIN", fromEnvironment = "SITE_ORIGIN"),
    (name = "PAGE_ORIGINS", fromEnvironment = "PAGE_ORIGINS"),
    (name = "DIDWW_ENDPOINT", fromEnvironment = "DIDWW_ENDPOINT"),
    (name = "DIDWW_API_KEY", fromEnvironment = "DIDWW_API_KEY"),
    (name = "TICKET_KEY", fromEnvironment = "TICKET_KEY"),
    (name = "PAGES", service = "pages"),
  ],
);
