import { useSyncExternalStore } from 'react';
import type { Observable } from '../../editor/connection/observable.ts';

/** The present value of something the connection shows; renders again when it changes. */
export const useObservable = <Value>(observable: Observable<Value>): Value =>
  useSyncExternalStore(observable.subscribe, observable.get);
