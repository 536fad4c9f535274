/** `<slider-value><input type="range">…<output hidden>` : says where the slider is while it moves. */
export class SliderValue extends HTMLElement {
  connectedCallback(): void {
    const [slider, output] = [this.querySelector('input'), this.querySelector('output')];
    if (!slider || !output) return;
    const show = () => (output.value = slider.value);
    output.hidden = false;
    slider.addEventListener('input', show);
    show();
  }
}
