namespace Watchkeeper.Signals;

/// <summary>Where Watchkeeper itself runs. It asks and changes nothing outside of it.</summary>
/// <param name="Account">The twelve-digit account; empty where it is not known, which is nobody's home.</param>
/// <param name="Region">The region's code.</param>
public sealed record Home(string Account, string Region)
{
    /// <summary>Not known: nothing is at home there.</summary>
    public static Home Unknown { get; } = new("", "");

    /// <summary>Whether a thing of this account and region is here.</summary>
    public bool Holds(string account, string region) =>
        Account.Length > 0 && Region.Length > 0 && account == Account && region == Region;
}
