import { Component, type ComponentChildren } from "preact";

/** A component that is drawn again only when one of its props is another. */
export const memo = <Props extends object>(draw: (props: Props) => ComponentChildren) =>
  class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      for (const name in next) {
        if (next[name] !== this.props[name]) {
          return true;
        }
      }
      return false;
    }

    override render(): ComponentChildren {
      return draw(this.props);
    }
  };
