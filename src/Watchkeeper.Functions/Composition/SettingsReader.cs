using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Watchkeeper.Aws;
using Watchkeeper.Aws.Connections;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Webhooks;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Secrets;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Composition;

/// <summary>Reads <see cref="Settings"/> from variables and reports all problems, not only the first.</summary>
public sealed class SettingsReader(Func<string, string?> variable)
{
    private readonly List<string> problems = [];

    /// <summary>Returns the settings, or null if <see cref="Problems"/> lists any problem.</summary>
    public Settings? Read()
    {
        var function = Choice<FunctionName>("WATCHKEEPER_FUNCTION", null, value => value.ToString());
        var table = Required("WATCHKEEPER_TABLE", "the name of the table");
        var deadLetters = Address("WATCHKEEPER_DEAD_LETTER_URL", "the address of the dead-letter queue");
        var timers = Optional("WATCHKEEPER_TIMER_URL") is null
            ? null
            : Address("WATCHKEEPER_TIMER_URL", "the address of the queue of timers");
        var topic = Topic("WATCHKEEPER_TOPIC_ARN");
        var webhookTopic = Topic("WATCHKEEPER_WEBHOOK_TOPIC_ARN");
        var (mailFrom, mailTo) = Mail(topic);
        var locale = Choice<Locale>("WATCHKEEPER_LOCALE", Locale.English, value => value is Locale.Chinese ? "zh-CN" : "en");
        var reactions = Reactions();
        var trust = Trust();
        var home = Home();
        var ownRoles = OwnRoles();
        var timeZone = TimeZone();
        var networks = Networks();
        var webhookEndpoint = Optional("WATCHKEEPER_WEBHOOK_ENDPOINT") is null
            ? null
            : Address("WATCHKEEPER_WEBHOOK_ENDPOINT", "the address of the server that gets webhooks in their receivers' place");
        var supportRegion = Optional("WATCHKEEPER_SUPPORT_REGION") ?? "us-east-1";
        if (problems.Count > 0)
        {
            ExplainLocalRun();
            return null;
        }

        return new Settings
        {
            Function = function,
            Table = table,
            DeadLetterUrl = deadLetters!,
            TimerUrl = timers,
            TopicArn = topic,
            WebhookTopicArn = webhookTopic,
            MailFrom = mailFrom,
            MailTo = mailTo,
            MailConfigurationSet = Optional("WATCHKEEPER_MAIL_CONFIGURATION_SET"),
            Locale = locale,
            TimeZone = timeZone,
            Reactions = reactions,
            Trust = trust!,
            Home = home,
            OwnRoles = ownRoles,
            SupportRegion = supportRegion,
            WebhookNetworks = networks!,
            WebhookEndpoint = webhookEndpoint,
        };
    }

    /// <summary>The problems, one sentence each. A sentence names the variable and a valid value.</summary>
    public IReadOnlyList<string> Problems => problems;

    private string? Topic(string name)
    {
        var topic = Optional(name);
        if (topic is not null && !topic.StartsWith("arn:", StringComparison.Ordinal))
        {
            problems.Add(
                $"{name} is «{topic}»: it must be the ARN of a topic, such as arn:aws:sns:eu-central-1:123456789012:name");
        }

        return topic;
    }

    // The template always sets all three variables to its parameters' values. This method decides which of them apply.
    private (string? From, ImmutableArray<string> To) Mail(string? topic)
    {
        const string by = "WATCHKEEPER_MAIL_BY";
        const string sender = "WATCHKEEPER_MAIL_FROM";
        const string recipients = "WATCHKEEPER_MAIL_TO";
        if (Choice(by, (MailWay?)MailWay.Ses, KebabCase.ToKebabCase) is MailWay.Sns)
        {
            if (topic is null)
            {
                problems.Add(
                    $"WATCHKEEPER_TOPIC_ARN is not set: if {by} is sns, it must be the ARN of the topic that sends the mails");
            }

            return (null, []);
        }

        var to = Mails(recipients);
        var from = Optional(sender);
        if (from is not null && (!IsMail(from) || IsReference(from)))
            problems.Add($"{sender} is «{from}»: it must be one mail address, or empty for the first of {recipients}");
        if (from is null && to is [{ } first, ..] && IsReference(first))
        {
            problems.Add(
                $"{sender} is not set: if {recipients} begins with a reference to a secret, it must be one mail address");
        }

        if (to.IsEmpty && (from ?? Optional(by)) is not null)
        {
            problems.Add(
                $"{recipients} is not set: if {(from is null ? $"{by} is ses" : $"{sender} is set")}, "
                + "it must be one or more mail addresses");
        }

        return (from ?? to.FirstOrDefault(), to);
    }

    // SAM CLI does not know the addresses and ARNs of resources. It substitutes their logical names.
    private void ExplainLocalRun()
    {
        if (Optional("AWS_SAM_LOCAL") is not null && Optional("AWS_ENDPOINT_URL") is null)
        {
            problems.Add(
                "AWS_ENDPOINT_URL is not set: sam local invoke needs the address of an emulator. "
                + "Add EndpointUrl=http://host.docker.internal:PORT to --parameter-overrides");
        }
    }

    private ReactionOptions Reactions()
    {
        var usual = new ReactionOptions();
        return usual with
        {
            Mode = Choice("WATCHKEEPER_REACTIONS", (ReactionMode?)usual.Mode, KebabCase.ToKebabCase),
            Stopped = Choice("WATCHKEEPER_REACTIONS_STOP", (YesNo?)YesNo.False, KebabCase.ToKebabCase) is YesNo.True,
            PerHour = Number("WATCHKEEPER_REACTIONS_PER_HOUR", usual.PerHour, 0, 1000),
            Cooldown = TimeSpan.FromSeconds(Number(
                "WATCHKEEPER_REACTION_COOLDOWN",
                (int)usual.Cooldown.TotalSeconds,
                (int)ReactionOptions.MinCooldown.TotalSeconds,
                86_400)),
            ScaleStep = Number("WATCHKEEPER_SCALE_STEP", usual.ScaleStep, 1, 100),
        };
    }

    private Home Home()
    {
        const string name = "WATCHKEEPER_ACCOUNT";
        var (account, region) = (Optional(name), Optional("AWS_REGION"));
        if (account is not null && !(account.Length == 12 && account.All(char.IsAsciiDigit)))
            problems.Add($"{name} is «{account}»: it must be the twelve digits of an account");
        return account is null || region is null ? Signals.Home.Unknown : new Home(account, region);
    }

    private string TimeZone()
    {
        const string name = "WATCHKEEPER_TIME_ZONE";
        // Loading the zones takes time at every start, which UTC saves.
        if (Optional(name) is not { } zone
            || string.Equals(zone, WatchkeeperConfiguration.Utc, StringComparison.OrdinalIgnoreCase))
        {
            return WatchkeeperConfiguration.Utc;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            problems.Add(
                $"{name} is «{zone}»: it must be a time zone of the IANA database, such as Europe/Berlin or Asia/Shanghai");
        }

        return zone;
    }

    // Spaces separate, because a role's name may hold a comma.
    private ImmutableArray<string> OwnRoles()
    {
        const string name = "WATCHKEEPER_OWN_ROLES";
        ImmutableArray<string> roles = [.. (Optional(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var role in roles.Where(role => !IsRole(role)))
        {
            problems.Add(
                $"{name} holds «{role}»: it must be ARNs of roles separated by spaces, such as "
                + "arn:aws:iam::123456789012:role/name");
        }

        return roles;
    }

    // A colon would be the next ARN after a comma.
    private static bool IsRole(string text) =>
        Arn.Parse(text) is { Service: "iam", Region: "" } arn && Arn.IsAccount(arn.Account)
        && arn.Resource.StartsWith("role/", StringComparison.Ordinal) && !arn.Resource.Contains(':', StringComparison.Ordinal);

    private TrustStore? Trust()
    {
        const string name = "WATCHKEEPER_TRUST";
        switch (Optional(name)?.ToLowerInvariant())
        {
            case null or "amazon":
                return TrustStore.Amazon;
            case "system":
                return TrustStore.System;
            case ['/', ..]:
                var store = TrustStore.FromFile(Optional(name)!, out var problem);
                if (problem is not null)
                    problems.Add($"{name} is «{Optional(name)}», which cannot be used: {problem}");
                return store;
            default:
                problems.Add($"{name} is «{Optional(name)}»: it must be amazon, system, or the full path of a PEM file");
                return null;
        }
    }

    private WebhookNetworks? Networks()
    {
        const string name = "WATCHKEEPER_WEBHOOK_NETWORKS";
        var networks = WebhookNetworks.Parse(Optional(name) ?? "", out var problem);
        if (problem is not null)
            problems.Add($"{name}: {problem}");
        return networks;
    }

    private string? Optional(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;

    private string Required(string name, string what)
    {
        if (Optional(name) is { } value)
            return value;
        problems.Add($"{name} is not set: it must be {what}");
        return "";
    }

    private Uri? Address(string name, string what)
    {
        var value = Required(name, what);
        if (value.Length == 0)
            return null;
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
            return address;
        problems.Add($"{name} is «{value}»: it must be {what}, an https address");
        return null;
    }

    private ImmutableArray<string> Mails(string name)
    {
        var addresses = (Optional(name) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var address in addresses)
        {
            if (SecretReference.Parse(address) is SecretReferenceResult.Rejected(var rejection))
                problems.Add($"{name} holds «{address}», which is no reference to a secret: {rejection.Reason}");
            else if (!IsMail(address) && !IsReference(address))
                problems.Add($"{name} holds «{address}»: it must be mail addresses separated by commas");
        }

        return [.. addresses];
    }

    private static bool IsReference(string address) => SecretReference.Parse(address) is SecretReferenceResult.Parsed;

    private static bool IsMail(string address) => address.IndexOf('@', StringComparison.Ordinal) > 0;

    private int Number(string name, int usual, int least, int most)
    {
        if (Optional(name) is not { } text)
            return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        problems.Add($"{name} is «{text}»: it must be a whole number from {least} to {most}");
        return usual;
    }

    private T Choice<T>(string name, T? usual, Func<T, string> write)
        where T : struct, Enum
    {
        var text = Optional(name);
        if (text is null && usual is { } value)
            return value;
        foreach (var choice in Enum.GetValues<T>())
        {
            if (string.Equals(write(choice), text, StringComparison.OrdinalIgnoreCase))
                return choice;
        }

        var choices = string.Join(", ", Enum.GetValues<T>().Select(write));
        problems.Add(text is null
            ? $"{name} is not set: it must be one of {choices}"
            : $"{name} is «{text}»: it must be one of {choices}");
        return default;
    }

    private enum MailWay
    {
        Ses,
        Sns,
    }

    private enum YesNo
    {
        False,
        True,
    }
}
