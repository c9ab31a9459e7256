using Watchkeeper.Text;

namespace Watchkeeper.Secrets;

/// <summary>What a value of the configuration is.</summary>
public abstract record SecretReferenceResult
{
    private SecretReferenceResult()
    {
    }

    /// <summary>The value is not a reference.</summary>
    public static SecretReferenceResult Plain { get; } = new PlainValue();

    /// <summary>A reference.</summary>
    /// <param name="Reference">The reference.</param>
    public sealed record Parsed(SecretReference Reference) : SecretReferenceResult;

    /// <summary>The value is not a reference: it stands for itself.</summary>
    public sealed record PlainValue : SecretReferenceResult;

    /// <summary>The value looks like a reference, and is none.</summary>
    /// <param name="Rejection">What is wrong, and the right form. The path is <c>$</c>, the value itself.</param>
    public sealed record Rejected(Rejection Rejection) : SecretReferenceResult;
}
