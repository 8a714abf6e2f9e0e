// What the form gains where scripts run: Ctrl+Enter, a word while it works, and files dropped on the text.
"use strict";

const form = document.getElementById("article");
const text = document.getElementById("text");
const file = document.getElementById("file");
const progress = document.getElementById("progress");
const submit = form.querySelector("button[type=submit]");

function waiting(is) {
  submit.setAttribute("aria-disabled", String(is));
  progress.textContent = is ? "Reading and translating …" : "";
}

form.addEventListener("submit", (event) => {
  if (event.submitter && event.submitter.name === "download") return;
  if (submit.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
    return;
  }
  waiting(true);
});

form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(submit);
});

text.addEventListener("dragover", (event) => {
  if (event.dataTransfer.types.includes("Files")) event.preventDefault();
});

text.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  file.files = event.dataTransfer.files;
  file.focus();
});

// Back from the result, the page may come out of the browser's memory as it was left.
window.addEventListener("pageshow", () => waiting(false));
