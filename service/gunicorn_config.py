"""``gunicorn -c python:service.gunicorn_config``: one process with the models, and threads for its requests.

More processes would each load the models. A request may take as long as a long article takes: the worker
proves that it lives from its main loop, not from the threads that translate, so ``timeout`` does not cut a
request off. The application is never preloaded: the threads of the engine do not survive a fork.
"""

wsgi_app = "service.app:create_app()"
worker_class = "gthread"
workers = 1
threads = 8
timeout = 120
graceful_timeout = 60
keepalive = 5
preload_app = False
control_socket_disable = True
accesslog = "-"
access_log_format = '%(h)s "%(r)s" %(s)s %(b)s %(L)ss %({x-request-id}o)s'
