using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>Whoever made a call, as people know them. The whole ARN stands among the fields.</summary>
internal static class ActorName
{
    private const int ArnParts = 6;
    private const string User = "user/";
    private const string Session = "assumed-role/";

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
            Translations.Fill(acts.Session, ("session", Inert(session)), ("role", Inert(role))),
        _ => Inert(resource),
    };

    private static string Inert(string text) => MessageFields.Value(text, SubjectLimits.LabelValue);
}
