import type { Toast, ToastPart } from './desk.ts';
import type { Emit } from './deskTabs.ts';

export function createToasts(emit: Emit) {
  let toasts: Toast[] = [];
  let lastId = 0;
  const show = (next: Toast[]) => {
    toasts = next;
    emit({ kind: 'changed' });
  };
  const dismiss = (toastId: number) => show(toasts.filter(({ id }) => id !== toastId));
  function add(message: string, kind: Toast['kind'], duration: number | null, parts?: ToastPart[]): void {
    const id = ++lastId;
    show([...toasts, { id, kind, message, duration, ...(parts && { parts }) }]);
    if (duration !== null) setTimeout(() => dismiss(id), duration);
  }
  return { all: () => toasts, add, dismiss };
}
