/** One call by the runtime of Tencent Cloud's own SDK. */
package io.telproof.bench.tencent;
