namespace Watchkeeper.Secrets;

/// <summary>Why a secret has no value.</summary>
public enum SecretFault
{
    /// <summary>No such secret, version, label or field; or the secret is marked for deletion.</summary>
    Missing,

    /// <summary>The function may not read the secret, or may not use the key that encrypts it.</summary>
    Denied,

    /// <summary>The service has too many requests. May pass.</summary>
    Throttled,

    /// <summary>No answer, or the service fails. May pass.</summary>
    Unreachable,

    /// <summary>The value holds nothing but blanks.</summary>
    Empty,

    /// <summary>The value is binary, has control characters, or is a JSON value where a text is wanted.</summary>
    NotText,
}
