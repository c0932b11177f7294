/** An application that finds Telproof on the module path. */
module modular.application {
  requires io.telproof.client;
  requires io.telproof.core;
  requires io.telproof.tencent;
}
