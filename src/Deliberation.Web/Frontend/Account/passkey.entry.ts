import { PasskeyForm } from './passkey-form';

customElements.define('passkey-form', PasskeyForm);
