import { createElement, type ReactElement } from 'react';

/** As much of a document as Plot draws into, in Node too: elements that are made, given attributes and put into each other. */
export class Drawing {
  readonly documentElement = new DrawnElement(this, 'html');

  createElementNS(_namespace: string, name: string): DrawnElement {
    return new DrawnElement(this, name);
  }
}

export class DrawnElement {
  readonly ownerDocument: Drawing;
  readonly name: string;
  readonly namespaceURI = 'http://www.w3.org/2000/svg';
  readonly attributes = new Map<string, string>();
  private children: (DrawnElement | string)[] = [];

  constructor(ownerDocument: Drawing, name: string) {
    this.ownerDocument = ownerDocument;
    this.name = name;
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(
      name,
      String(value).replace(/\d+\.\d{3,}/g, (number) => Number(number).toFixed(2)),
    );
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  appendChild(child: DrawnElement): DrawnElement {
    this.children.push(child);
    return child;
  }

  /** Plot names no other place than the end. */
  insertBefore(child: DrawnElement, _next: null): DrawnElement {
    return this.appendChild(child);
  }

  set textContent(text: string) {
    this.children = [text];
  }

  /**
   * As React's, which escapes every text and attribute. Left out are style sheets, since the page has its own, and what is said of the
   * parts to those who listen: they are told the whole.
   */
  toReact(props: object = {}): ReactElement {
    const attributes = [...this.attributes].filter(([name]) => !name.startsWith('aria-'));
    const own = attributes.map(([name, value]) => [nameInReact(name), value]);
    const children = this.children.filter((child) => typeof child === 'string' || child.name !== 'style');
    return createElement(
      this.name,
      { ...Object.fromEntries(own), ...props },
      ...children.map((child) => (typeof child === 'string' ? child : child.toReact())),
    );
  }
}

/** `stroke-width` is `strokeWidth`. */
function nameInReact(name: string): string {
  return name === 'class' ? 'className' : name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
