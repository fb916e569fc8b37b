/** The last resort: a screen that broke says so and can be started again. */
import { Component, type PropsWithChildren } from 'react';
import { Failure } from '../care/failure.ts';
import type { Translate } from '../i18n.ts';
import { FailureNote } from './FailureNote.tsx';
import { Block } from './layout.ts';

type Props = PropsWithChildren<{ words: Translate; onReload?: () => void }>;

export class ErrorBoundary extends Component<Props, { cause: unknown; isBroken: boolean }> {
  override state = { cause: null as unknown, isBroken: false };

  static getDerivedStateFromError(cause: unknown) {
    return { cause, isBroken: true };
  }

  override render() {
    const { children, words, onReload = () => window.location.reload() } = this.props;
    const { cause, isBroken } = this.state;
    if (!isBroken) return children;
    // Code that did not arrive is not asked for a second time in one page; anything else may work when drawn anew.
    const isCode = cause instanceof Failure;
    const onRetry = isCode ? onReload : () => this.setState({ cause: null, isBroken: false });
    return (
      <Block>
        <FailureNote
          kind={isCode ? cause.kind : 'unexpected'}
          title={words('failure.screen')}
          onRetry={onRetry}
        />
      </Block>
    );
  }
}
