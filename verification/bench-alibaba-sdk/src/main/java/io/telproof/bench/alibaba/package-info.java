/** One call by the runtime of Alibaba Cloud's own SDK. */
package io.telproof.bench.alibaba;
