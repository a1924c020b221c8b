/** A radio button. */
import { useLayoutEffect, useRef } from "preact/hooks";

interface RadioProps {
  class: string;
  name: string;
  value?: string;
  /** What a screen reader says, and a mouse shows. */
  label?: string;
  isChosen: boolean;
  /** Whether the attribute says so, too: it outlives a copy of the page. */
  isDefault?: boolean;
  isDisabled?: boolean;
  onChoose: () => void;
  onFocus?: () => void;
}

export function Radio({
  class: style,
  name,
  value,
  label,
  isChosen,
  isDefault,
  isDisabled,
  onChoose,
  onFocus,
}: RadioProps) {
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
  const naming = label === undefined ? undefined : { "aria-label": label, title: label };
  const owned = value === undefined ? undefined : { value };
  return (
    <input
      class={style}
      type="radio"
      name={name}
      {...owned}
      {...naming}
      defaultChecked={isDefault ?? false}
      checked={isChosen}
      disabled={isDisabled ?? false}
      onClick={choose}
      onChange={choose}
      onFocus={onFocus}
      ref={ref}
    />
  );
}
