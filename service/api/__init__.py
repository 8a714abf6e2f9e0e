"""The HTTP API: routes, schemas, problems. It only translates between HTTP and ``service.digest``."""
