/**
 * CAMARA, the network APIs of GSMA Open Gateway: any operator or aggregator that offers them,
 * written against the wire.
 */
@NullMarked
package io.telproof.camara;

import org.jspecify.annotations.NullMarked;
