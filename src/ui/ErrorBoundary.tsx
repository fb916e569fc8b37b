/** The last resort: a screen that broke says so and can be started again. */
import { Component, type PropsWithChildren } from 'react';
import type { Translate } from '../i18n.ts';
import { FailureNote } from './FailureNote.tsx';

type Props = PropsWithChildren<{ words: Translate }>;

export class ErrorBoundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    const title = this.props.words('failure.screen');
    return <FailureNote kind="unexpected" title={title} onRetry={() => this.setState({ isBroken: false })} />;
  }
}
