namespace Watchkeeper.Aws.Events.Trails;

/// <summary>
/// The name for people of a caller's ARN («IAM identifiers» in IAM's user guide): a user's name, a person's role session, or the
/// role with its session if a machine named the session.
/// </summary>
public static class CallerName
{
    /// <summary>Returns the name; the whole text if it is no caller's ARN.</summary>
    public static string From(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        if (Arn.Parse(arn) is not { } parts)
            return arn;
        return parts.Resource.Split('/') switch
        {
            ["root"] => $"root of {parts.Account}",
            ["assumed-role", .., var role, var session] =>
                SessionName.IsMadeByMachine(session, role) ? $"{role}/{session}" : session,
            ["user" or "federated-user", .., var name] => name,
            _ => parts.Resource,
        };
    }
}
