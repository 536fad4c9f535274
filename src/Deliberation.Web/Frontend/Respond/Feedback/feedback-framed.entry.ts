import { tellHeights } from './framed-heights';

const { host } = document.body.dataset;
if (host && parent !== window) tellHeights(parent, host);
