/** Tells, when its page is put aside or left, how far a text was read: the workroom then says what is new. */
export class Reading {
  #told = -1;

  constructor(
    private readonly address: string,
    private readonly version: () => number | null,
    private readonly form: HTMLFormElement | null,
  ) {
    document.addEventListener('visibilitychange', this.#hidden);
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#hidden);
    this.#tell();
  }

  #hidden = (): void => {
    if (document.visibilityState === 'hidden') this.#tell();
  };

  #tell(): void {
    const version = this.version();
    if (version === null || version === this.#told) return;
    const token = this.form?.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')?.value ?? '';
    const body = new URLSearchParams({ version: `${version}`, __RequestVerificationToken: token });
    if (navigator.sendBeacon(this.address, body)) this.#told = version;
  }
}
