import type { Toast } from './desk.ts';
import type { Emit } from './deskTabs.ts';

export function createToasts(emit: Emit) {
  let toasts: Toast[] = [];
  let lastId = 0;
  const show = (next: Toast[]) => {
    toasts = next;
    emit({ kind: 'changed' });
  };
  const dismiss = (toastId: number) => show(toasts.filter(({ id }) => id !== toastId));
  function add(message: string, kind: Toast['kind'], duration: number | null): void {
    const id = ++lastId;
    show([...toasts, { id, kind, message, duration }]);
    if (duration !== null) setTimeout(() => dismiss(id), duration);
  }
  return { all: () => toasts, add, dismiss };
}
