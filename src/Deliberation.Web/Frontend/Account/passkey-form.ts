type Mode = 'create' | 'get';

/**
 * `<passkey-form mode="get" options="/connexion/cle?handler=Options" hidden><form>…` : asks the device for its key
 * when the form is sent, puts the answer in the field “Credential”, then sends. Stays hidden where keys are unknown.
 */
export class PasskeyForm extends HTMLElement {
  #isAnswered = false;

  connectedCallback(): void {
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
    this.hidden = false;
    this.querySelector('form')?.addEventListener('submit', (event) => {
      if (this.#isAnswered) return;
      event.preventDefault();
      void this.answer(event.currentTarget as HTMLFormElement);
    });
  }

  async answer(form: HTMLFormElement): Promise<void> {
    this.#say(false);
    try {
      const credential = await this.#ask(await this.#options(form));
      const field = form.elements.namedItem('Credential') as HTMLInputElement;
      field.value = JSON.stringify(credential);
      this.#isAnswered = true;
      form.requestSubmit();
    } catch {
      // Refused, cancelled or too slow: the e-mail link remains.
      this.#say(true);
    }
  }

  async #options(form: HTMLFormElement): Promise<unknown> {
    const response = await fetch(this.getAttribute('options') ?? '', { method: 'POST', body: new FormData(form) });
    if (!response.ok) throw new Error(`Options: ${response.status}`);
    return response.json();
  }

  async #ask(options: unknown): Promise<Credential | null> {
    if ((this.getAttribute('mode') as Mode) === 'create') {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
        options as PublicKeyCredentialCreationOptionsJSON,
      );
      return navigator.credentials.create({ publicKey });
    }
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
    return navigator.credentials.get({ publicKey });
  }

  #say(failed: boolean): void {
    const message = this.querySelector<HTMLElement>('[data-failed]');
    if (message) message.hidden = !failed;
  }
}
