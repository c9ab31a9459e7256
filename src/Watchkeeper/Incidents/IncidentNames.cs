namespace Watchkeeper.Incidents;

/// <summary>Ids of incidents as people write them.</summary>
public static class IncidentNames
{
    private const string Prefix = "inc-";
    private const int Digits = 10;

    /// <summary>
    /// The first ten of an id's twenty digits: its second, and two digits that tell incidents of one second apart. The command
    /// line takes any beginning that no other incident has.
    /// </summary>
    public static string Abbreviate(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var digits = id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id;
        return digits.Length <= Digits ? digits : digits[..Digits];
    }
}
