import { Component, type VNode } from 'preact';

interface RedrawOnProps {
  values: readonly unknown[];
  children: () => VNode;
}

/**
 * Draws its child anew only when one of `values` is another; what the child does must read anything else where it is
 * current. Of two hundred items one is drawn for a key pressed in it.
 */
export class RedrawOn extends Component<RedrawOnProps> {
  override shouldComponentUpdate({ values }: RedrawOnProps): boolean {
    return values.some((value, at) => value !== this.props.values[at]);
  }

  override render({ children }: RedrawOnProps): VNode {
    return children();
  }
}
