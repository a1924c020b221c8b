/** A radio button. */
import { useLayoutEffect, useRef } from "preact/hooks";

interface RadioProps {
  class: string;
  name: string;
  isChosen: boolean;
  isDisabled?: boolean;
  onChoose: () => void;
}

export function Radio({ class: style, name, isChosen, isDisabled, onChoose }: RadioProps) {
  const ref = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const input = ref.current;
    // Chromium keeps a radio button in its group for good if it is removed with its
    // name, and with it all that it stood in.
    return () => input?.removeAttribute("name");
  }, []);
  // The click comes first, while the button is chosen already: a page that listens for
  // it, and asks the element something, must not find the state before.
  const choose = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    if (currentTarget.checked && !isChosen) {
      onChoose();
    }
  };
  return (
    <input
      class={style}
      type="radio"
      name={name}
      checked={isChosen}
      disabled={isDisabled ?? false}
      onClick={choose}
      onChange={choose}
      ref={ref}
    />
  );
}
