import { BallotWatch } from './ballot-watch';

customElements.define('ballot-watch', BallotWatch);
