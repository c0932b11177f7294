package io.telproof.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;

/** A type whose parts are nothing to Flink: it has one field, itself, and is no key. */
abstract class LeafTypeInfo<T> extends TypeInformation<T> {
  private static final long serialVersionUID = 1L;

  @Override
  public final boolean isBasicType() {
    return false;
  }

  @Override
  public final boolean isTupleType() {
    return false;
  }

  @Override
  public final int getArity() {
    return 1;
  }

  @Override
  public final int getTotalFields() {
    return 1;
  }

  @Override
  public final boolean isKeyType() {
    return false;
  }
}
