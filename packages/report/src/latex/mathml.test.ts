import { expect, test } from "vitest";
import { checkMathMl } from "./mathml.ts";

test.each([
  "<math><mi>x</mi></math>",
  '<math display="block" class="tml-display" style="display:block math;"><mo stretchy="true">(</mo></math>',
])("%s is a formula", (markup) => {
  expect(checkMathMl(markup)?.toString()).toBe(markup);
});

test.each([
  '<math href="javascript:alert(1)"><mi>x</mi></math>',
  '<math><mi onclick="alert(1)">x</mi></math>',
  '<math><mi style="background:url(//evil.test)">x</mi></math>',
  '<math><mi style="position:fixed">x</mi></math>',
  '<math><mi style="width:100%;background:\\75rl(x)">x</mi></math>',
  '<math><mi id="a">x</mi></math>',
  "<math><annotation-xml><script>1</script></annotation-xml></math>",
  "<math><mtext><style>x</style></mtext></math>",
  "<math><mtext><img src=x></mtext></math>",
  "<math><mi>x</math></mi>",
  "<math><mi>x</mi>",
  "<math><!-- x --></math>",
])("%s is none", (markup) => {
  expect(checkMathMl(markup)).toBeUndefined();
});
