using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>Whoever made a call, as people know them. The whole ARN stands among the fields.</summary>
internal static class ActorName
{
    private const int ArnParts = 6;
    private const string User = "user/";
    private const string Session = "assumed-role/";
    private const string SignOnRole = "AWSReservedSSO_";
    private const int SuffixLength = 16;
    private const string GeneratedCharacters = "0123456789abcdef-";
    private const int MinGenerated = 8;

    /// <summary>
    /// «The root user», a user's name, or a session and its role; with the account if it is not <paramref name="account"/>.
    /// Inert text.
    /// </summary>
    public static string Create(string actor, string account, Translations sentences)
    {
        if (actor.Length == 0)
            return sentences[TextKey.Somebody];
        if (!actor.StartsWith("arn:", StringComparison.Ordinal) || actor.Split(':', ArnParts) is not { Length: ArnParts } arn)
            return MessageFields.Value(actor, SubjectLimits.LabelValue);
        var name = Name(arn[^1], sentences.Acts);
        var owner = arn[^2];
        return owner.Length == 0 || account.Length == 0 || owner == account
            ? name
            : Translations.Fill(
                sentences.Acts.OfAccount, ("who", name), ("account", MessageFields.Value(owner, SubjectLimits.LabelValue)));
    }

    /// <summary>The part of an ARN behind the account, such as <c>user/jonas</c>; any other text unchanged.</summary>
    public static string ResourcePart(string resource) =>
        resource.StartsWith("arn:", StringComparison.Ordinal) && resource.Split(':', ArnParts) is { Length: ArnParts } arn
            && arn[^1].Length > 0
            ? arn[^1]
            : resource;

    private static string Name(string resource, ActTranslations acts) => resource switch
    {
        "root" => acts.RootUser,
        _ when resource.StartsWith(User, StringComparison.Ordinal) => Inert(resource[(resource.LastIndexOf('/') + 1)..]),
        _ when resource.StartsWith(Session, StringComparison.Ordinal) && resource.Split('/') is [_, .., var role, var session] =>
            Translations.Fill(
                IsGenerated(session) ? acts.RoleSession : acts.Session,
                ("session", Inert(session)), ("role", Inert(WithoutSuffix(role)))),
        _ => Inert(resource),
    };

    // A session that a program named: a number, an id, or «botocore-session-1731812345». It says nothing about who.
    private static bool IsGenerated(string session)
    {
        var id = session.AsSpan().TrimEnd(GeneratedCharacters);
        var rest = session.AsSpan(id.Length);
        return rest.Length >= MinGenerated && rest.ContainsAnyInRange('0', '9')
            && (id.IsEmpty || id[^1] is '-' || rest[0] is '-')
            && (id.IsEmpty || id.Contains("session", StringComparison.OrdinalIgnoreCase)
                || id.Contains("sdk", StringComparison.OrdinalIgnoreCase));
    }

    // IAM Identity Center adds an id to the name of a permission set's role.
    private static string WithoutSuffix(string role) =>
        role.StartsWith(SignOnRole, StringComparison.Ordinal) && role.LastIndexOf('_') is var end && end > SignOnRole.Length
            && role.Length - end - 1 == SuffixLength
            ? role[..end]
            : role;

    private static string Inert(string text) => MessageFields.Value(text, SubjectLimits.LabelValue);
}
