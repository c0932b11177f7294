package io.telproof.sandbox.tencent;

/**
 * The keys under which this vendor takes encrypted fields, instead of the two that the real one
 * publishes in its helpers: RSA-1024 and SM2 as there, and a data key as its KMS would have made
 * it.
 *
 * <p>Public on both sides: they protect nothing, and open nothing anywhere else.
 */
public final class SandboxKeys {

  /** Wraps AES keys, with PKCS#1 v1.5 padding: base64 of the bare key, as PKCS#1 has it. */
  public static final String RSA_PUBLIC_KEY =
      "MIGJAoGBAMKAOSCZO/X8D79VViPZMxfXCaYj2Zp8PNfF+Yl8wyWr7Oe+vCoZdcAEwJaRJmD4eUcYJ6IAYG+DxUoX"
          + "syv3uHv02z+WA0f30YyQe9L28h3IhkY8B1Xu3I/ddkVqmuUUs11ihpTB3m2vcl4ZGE6VGDWXLAulUHejeGrS"
          + "5rUONb73AgMBAAE=";

  /** {@link #RSA_PUBLIC_KEY} in the form of the vendor's helpers. */
  public static final String RSA_PUBLIC_KEY_PEM = pem("RSA PUBLIC KEY", RSA_PUBLIC_KEY);

  /** Wraps SM4 keys, as C1C3C2: base64 of the key in its X.509 frame. */
  public static final String SM2_PUBLIC_KEY =
      "MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEtRYOjvr1p530bFSi04/LcLEUMrDPgDuKzCz13ezL8f99ehS62eXZ"
          + "9ddkdqBrVXZFODAa1PArjzz05y8LKteGzw==";

  /** {@link #SM2_PUBLIC_KEY} in the form of the vendor's helpers. */
  public static final String SM2_PUBLIC_KEY_PEM = pem("PUBLIC KEY", SM2_PUBLIC_KEY);

  /** A key of 32 bytes in base64, as {@code GenerateDataKey} of the vendor's KMS answers it. */
  public static final String DATA_KEY = "dGVscHJvb2Ytc2FuZGJveC1kYXRhLWtleS0zMmJ5dGU=";

  /** What stands for {@link #DATA_KEY} as CiphertextBlob: opaque, and not plain base64. */
  public static final String DATA_KEY_BLOB =
      "dGVscHJvb2Y-k-c2FuZGJveA-k-bm90LWJhc2U2NC1hcy1hLXdob2xl==-k-ZGF0YS1rZXk=";

  static final String RSA_PRIVATE_KEY =
      "MIICdwIBADANBgkqhkiG9w0BAQEFAASCAmEwggJdAgEAAoGBAMKAOSCZO/X8D79VViPZMxfXCaYj2Zp8PNfF+Yl8"
          + "wyWr7Oe+vCoZdcAEwJaRJmD4eUcYJ6IAYG+DxUoXsyv3uHv02z+WA0f30YyQe9L28h3IhkY8B1Xu3I/ddkVq"
          + "muUUs11ihpTB3m2vcl4ZGE6VGDWXLAulUHejeGrS5rUONb73AgMBAAECgYEAvnDf/qwrCqKAJL6Atl8P6PLT"
          + "bspBYULuK/ObbmQri3I4Z3zZLnt5UMcWbxa2NlJ0JQlgnP2zbtzdyrtD4vQNvBDar98Pn06utETu+0FxiTES"
          + "SQKLGc2F4CRPg+SNtlEoX8ivejShZ/yQcgZnbDp9m1chiWaI/9bnsYZavrGbnXECQQD8sq6lK2WKmPq7IOkO"
          + "ZWfSxvc/RjmC60F7utoySJNNuKEEtracXAZQCKv9Ygfajd9LAFGDVDvB3Yd42EVrJT7/AkEAxQrcmRfRdElJ"
          + "JI+cG673Pbs3DBbjG0PSVin9cxiPe5uSQur/HngzRTlrvRmdjT+mp4asPLaOcIyn7K0XyqF4CQJAbtu4sG9E"
          + "YbRRMuzyMUWdcaOl7lVRf7TTioNjm/Go5czcnuPFYv0gK9ZSFZv/FAtvbUjbecDnYlpcR1Chy6qQYwJBAMSf"
          + "4B5NLFA0SW7Yd9kQMdxCE95WgG5WsXAWGrpdyeB5D+0C/23yWIc9k4tyIkwvNih6NSmoql8ZnQCKgfFMS7EC"
          + "QDB5mYs0S7ixKjglDflQqmq9LOn4L/YKbgSApoGeaILbkSK3RvFZwupDIz8guZZ5C6/silkFBvd92rVK5PBv"
          + "w+U=";

  static final String SM2_PRIVATE_KEY =
      "0fff88496fa24f18fa847e369fc4b874a1f4c8e63cc45c7683df6b9ce6ce8197";

  private SandboxKeys() {}

  private static String pem(String kind, String base64) {
    StringBuilder pem = new StringBuilder("-----BEGIN " + kind + "-----\n");
    for (int at = 0; at < base64.length(); at += 64) {
      pem.append(base64, at, Math.min(at + 64, base64.length())).append('\n');
    }
    return pem.append("-----END ").append(kind).append("-----\n").toString();
  }
}
