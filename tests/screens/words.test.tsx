import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { withParts } from '#src/words/use-words.ts';

it('puts elements where a sentence names them, and leaves other angle brackets alone', () => {
  const { container } = render(
    <p>
      {withParts('Read <link>the manual</link> of <b>it</b>, 1 < 2', { link: (text) => <a href="/manual">{text}</a> })}
    </p>,
  );
  expect(container.innerHTML).toBe('<p>Read <a href="/manual">the manual</a> of &lt;b&gt;it&lt;/b&gt;, 1 &lt; 2</p>');
});
