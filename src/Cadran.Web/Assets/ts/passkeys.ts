/**
 * <form data-passkey="create|get" data-options="…" hidden>: asks the device for a passkey and sends the form with it. The form is shown
 * only where the browser knows how; what is marked data-without-passkeys only where it does not.
 */
export function passkeys() {
  if (!window.PublicKeyCredential || !("parseCreationOptionsFromJSON" in PublicKeyCredential)) return;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) prepare(form);
  for (const note of document.querySelectorAll<HTMLElement>("[data-without-passkeys]")) note.hidden = true;
}

function prepare(form: HTMLFormElement) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = form.querySelector<HTMLElement>("[role=alert]");
    const field = form.querySelector<HTMLInputElement>("input[name$=redential]");
    if (!failed || !field) return;
    failed.hidden = true;
    try {
      const asked = await fetch(form.dataset.options ?? "", { method: "POST", body: new FormData(form) });
      const given = await ask(form.dataset.passkey, await asked.json());
      field.value = JSON.stringify(given);
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}

function ask(what: string | undefined, options: unknown): Promise<Credential | null> {
  return what === "create"
    ? navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON),
      })
    : navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
      });
}
