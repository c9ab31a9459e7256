namespace Watchkeeper.Functions.Webhooks;

/// <summary>Reads the address of a request before it is made. Where it leads is judged at the connection.</summary>
internal static class WebhookAddress
{
    private const int MaxLength = 2048;

    /// <summary>The address.</summary>
    /// <param name="text">The address as the secret or the configuration has it.</param>
    /// <param name="problem">What is wrong with it, without repeating it; null on success.</param>
    public static Uri? Parse(string text, out string? problem)
    {
        problem = Problem(text, out var address);
        return problem is null ? address : null;
    }

    private static string? Problem(string text, out Uri? address)
    {
        address = null;
        return text switch
        {
            "" => "is empty",
            { Length: > MaxLength } => "is longer than 2,048 characters",
            _ when text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) =>
                "has a blank or a line break: store it again, without one at its end",
            _ when text.Contains('\\', StringComparison.Ordinal) => "has a backslash",
            _ when !Uri.TryCreate(text, UriKind.Absolute, out address) => "is no address such as https://example.com/path",
            _ when address!.Scheme != Uri.UriSchemeHttps => "is not https",
            _ when address.UserInfo.Length > 0 => "has a user name or password before the host",
            _ when address.Fragment.Length > 0 => "has a fragment (#)",
            _ when address.Host.Length == 0 => "has no host",
            _ => null,
        };
    }
}
