namespace Watchkeeper.Text;

/// <summary>Why a parser rejects a document.</summary>
/// <param name="Path">
/// JSON path of the error, in RFC 9535 form without quotes where possible: <c>$.detail.state.value</c>.
/// </param>
/// <param name="Reason">What is wrong there, and what a valid value is; one line.</param>
public sealed record Rejection(string Path, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Reason}";
}
