namespace Watchkeeper.Configuration;

/// <summary>The result of applying a version.</summary>
public abstract record ConfigurationApplyResult
{
    private ConfigurationApplyResult()
    {
    }

    /// <summary>The version was put in force. Somebody may have applied another one since.</summary>
    /// <param name="Version">The version with its number.</param>
    public sealed record Applied(AppliedConfiguration Version) : ConfigurationApplyResult;

    /// <summary>Somebody else applied another version in between. Nothing was written.</summary>
    /// <param name="Version">The newest version.</param>
    public sealed record Overtaken(AppliedConfiguration Version) : ConfigurationApplyResult;

    /// <summary>The version does not fit into a row. Nothing was written.</summary>
    /// <param name="Bytes">The size: of the row as it would be stored, compressed, or of the content itself.</param>
    /// <param name="Limit">The greatest size, in bytes.</param>
    public sealed record TooLarge(int Bytes, int Limit) : ConfigurationApplyResult
    {
        /// <summary>By how many bytes the version is too large.</summary>
        public int Excess => Bytes - Limit;
    }
}
