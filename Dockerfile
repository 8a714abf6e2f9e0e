# docker build -t kernzin --build-arg TORCH_INDEX=https://download.pytorch.org/whl/cpu .
# docker run -p 8000:8000 -v kernzin:/var/lib/kernzin kernzin
FROM python:3.11-slim AS build
ARG TORCH_INDEX=
WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY models models
COPY service service
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir -c constraints.txt ${TORCH_INDEX:+--extra-index-url $TORCH_INDEX} .

FROM python:3.11-slim
RUN useradd --uid 10001 --create-home kernzin \
 && install -d -o kernzin -g kernzin /var/lib/kernzin
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    KERNZIN_MODEL_DIR=/var/lib/kernzin/models \
    KERNZIN_CACHE=sqlite:////var/lib/kernzin/cache.sqlite3
COPY --from=build /venv /venv
USER kernzin
WORKDIR /home/kernzin
# Converts the checkpoint that ships and makes one translation with it, so that a broken image is not built.
RUN kernzin doctor
VOLUME /var/lib/kernzin
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
CMD ["kernzin", "serve", "--host", "0.0.0.0", "--port", "8000"]
