namespace Watchkeeper.Signals;

/// <summary>The account and region in which Watchkeeper runs. Watchkeeper queries and changes nothing outside them.</summary>
/// <param name="Account">The twelve-digit account; empty if unknown, which matches nothing.</param>
/// <param name="Region">The region's code.</param>
public sealed record Home(string Account, string Region)
{
    /// <summary>The unknown home, which matches nothing.</summary>
    public static Home Unknown { get; } = new("", "");

    /// <summary>Whether the account and region are the home.</summary>
    public bool Holds(string account, string region) =>
        Account.Length > 0 && Region.Length > 0 && account == Account && region == Region;
}
