// Makes and uses passkeys. A form with data-passkey asks the address in data-options what to do, lets the browser do it,
// and sends the answer in its field "credential". Where the browser cannot, the form stays hidden.
(() => {
  "use strict";

  const bytes = text =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));

  const text = buffer =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const readable = options => {
    const read = { ...options, challenge: bytes(options.challenge) };
    if (options.user) read.user = { ...options.user, id: bytes(options.user.id) };
    for (const list of ["allowCredentials", "excludeCredentials"]) {
      if (options[list]) read[list] = options[list].map(one => ({ ...one, id: bytes(one.id) }));
    }
    return read;
  };

  const sendable = credential => {
    const response = credential.response;
    const parts = { clientDataJSON: text(response.clientDataJSON) };
    for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (response[part]) parts[part] = text(response[part]);
    }
    if (response.getTransports) parts.transports = response.getTransports();
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: parts
    };
  };

  const perform = async form => {
    const typed = new URLSearchParams({ _csrf: form.elements._csrf.value });
    const email = document.getElementById(form.dataset.email || "");
    if (email) typed.set("email", email.value);
    const answer = await fetch(form.dataset.options, { method: "POST", body: typed });
    if (!answer.ok) throw new Error(String(answer.status));
    const publicKey = readable(await answer.json());
    const credential = form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey })
      : await navigator.credentials.get({ publicKey });
    form.elements.credential.value = JSON.stringify(sendable(credential));
    form.submit();
  };

  const fits = name => location.hostname === name || location.hostname.endsWith("." + name);

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!window.PublicKeyCredential || !window.isSecureContext || !fits(form.dataset.relyingParty)) continue;
    form.hidden = false;
    for (const without of document.querySelectorAll("[data-without-passkeys]")) without.hidden = true;
    const failed = form.querySelector("[data-failed]");
    form.addEventListener("submit", event => {
      event.preventDefault();
      failed.hidden = true;
      const button = form.querySelector("button");
      button.disabled = true;
      perform(form).catch(() => {
        failed.hidden = false;
        button.disabled = false;
      });
    });
  }
})();
