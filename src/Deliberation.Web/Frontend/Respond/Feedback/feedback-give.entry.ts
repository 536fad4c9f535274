import { PersonalHint } from './personal-hint';

customElements.define('personal-hint', PersonalHint);
