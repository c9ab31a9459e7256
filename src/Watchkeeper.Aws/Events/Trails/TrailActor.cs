using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>
/// The caller («CloudTrail userIdentity element» in CloudTrail's user guide). Access keys do not identify a caller: they change
/// while their holder stays the same.
/// </summary>
/// <param name="Name">The readable name; empty if unknown.</param>
/// <param name="Key">The key that distinguishes this actor from others across sessions.</param>
/// <param name="IsKnownBySource">Whether only the source address identifies the actor.</param>
internal sealed record TrailActor(string Name, string Key, bool IsKnownBySource)
{
    private const string Anonymous = "ANONYMOUS_PRINCIPAL";

    /// <summary>Reads the actor from a record's <c>userIdentity</c>.</summary>
    public static TrailActor From(JsonElement identity) => identity.Text("type") switch
    {
        "Root" => Known(First(identity.Text("arn"), $"root of {identity.Text("accountId")}")) with { IsKnownBySource = true },
        "AssumedRole" => Session(identity),
        "IdentityCenterUser" => IdentityCenterUser(identity),
        "WebIdentityUser" or "SAMLUser" => Federated(identity),
        "AWSAccount" => OtherAccount(identity),
        _ => Known(NameOf(identity)),
    };

    private static TrailActor Session(JsonElement identity)
    {
        var context = identity.Get("sessionContext");
        var name = NameOf(identity);
        var arn = identity.Text("arn");
        var slash = arn.LastIndexOf('/');
        var session = slash < 0 ? AfterColon(identity.Text("principalId")) : arn[(slash + 1)..];
        var role = First(
            context.Get("sessionIssuer").Text("arn"), slash < 0 ? "" : arn[..slash], BeforeColon(identity.Text("principalId")));
        // The identity provider sets the source identity, which stays through chains of roles. The source identity is therefore
        // the person.
        var person = First(context.Text("sourceIdentity"), SessionName.IsMadeByMachine(session, role) ? "" : session);
        return new TrailActor(name, person.Length > 0 ? $"{role}/{person}" : role, IsKnownBySource: false);
    }

    private static TrailActor IdentityCenterUser(JsonElement identity)
    {
        var id = identity.Get("onBehalfOf").Text("userId");
        var name = First(identity.Text("userName"), id, identity.Text("principalId"), identity.Text("accountId"));
        return new TrailActor(
            $"Identity Center user {name}".TrimEnd(), $"identity-center/{First(id, name)}", IsKnownBySource: false);
    }

    private static TrailActor Federated(JsonElement identity)
    {
        var provider = identity.Text("identityProvider");
        var user = First(identity.Text("userName"), identity.Text("principalId"));
        if (user.Length == 0)
            return Known(NameOf(identity));
        return Known(provider.Length > 0 && !user.StartsWith(provider, StringComparison.Ordinal) ? $"{provider}:{user}" : user);
    }

    private static TrailActor OtherAccount(JsonElement identity)
    {
        var account = identity.Text("accountId");
        var principal = identity.Text("principalId");
        if (account == Anonymous)
            return new TrailActor("anonymous", "anonymous", IsKnownBySource: true);
        if (identity.Text("arn").Length > 0 || account.Length == 0)
            return Known(NameOf(identity));
        var session = AfterColon(principal);
        var key = session.Length > 0 && SessionName.IsMadeByMachine(session, "") ? BeforeColon(principal) : principal;
        var name = principal.Length > 0 ? $"account {account} ({principal})" : $"account {account}";
        return new TrailActor(name, $"{account}/{key}", IsKnownBySource: false);
    }

    private static TrailActor Known(string name) => new(name, name, IsKnownBySource: false);

    private static string NameOf(JsonElement identity) => First(
        identity.Text("arn"),
        identity.Get("sessionContext").Get("sessionIssuer").Text("arn"),
        identity.Text("invokedBy"),
        identity.Text("userName"),
        identity.Text("principalId"),
        identity.Text("accountId"));

    private static string First(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > 0)
                return text;
        }

        return "";
    }

    private static string AfterColon(string text) => text.IndexOf(':') is var at and >= 0 ? text[(at + 1)..] : "";

    private static string BeforeColon(string text) => text.IndexOf(':') is var at and >= 0 ? text[..at] : text;
}
