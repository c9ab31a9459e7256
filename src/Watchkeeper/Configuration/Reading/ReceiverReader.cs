using System.Collections.Immutable;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Channels.Sections;
using Watchkeeper.Routing;

namespace Watchkeeper.Configuration.Reading;

/// <summary>
/// Reads the receivers. <c>default</c> stands for the topic or the mail addresses of the template's parameters. A receiver whose
/// channels this version cannot send to has the template's channels, so that nobody who asked to be told is left out.
/// </summary>
internal static class ReceiverReader
{
    private const string Default = "default";

    // Alertmanager's own defaults for its two kinds.
    private const bool TopicTellsEnd = true;
    private const bool MailTellsEnd = false;

    public static ImmutableDictionary<string, Receiver> Read(ContentPart root, WatchkeeperConfiguration parameters)
    {
        var defaults = parameters.Receivers.GetValueOrDefault(Default)?.Channels ?? [];
        var global = root.Map("global");
        ImmutableArray<(ChannelSection Section, ChannelReader Reader)> others =
            [.. ChannelCatalogue.All.Select(channel => (channel.Section, new ChannelReader(channel, global)))];
        var receivers = ImmutableDictionary.CreateBuilder<string, Receiver>(StringComparer.Ordinal);
        foreach (var part in root.List("receivers"))
        {
            var receiver = Receiver(part, defaults, others);
            if (!receivers.TryAdd(receiver.Name, receiver))
                throw part.Refuse($"shares its name with another: {receiver.Name}");
        }

        foreach (var part in root.List("oncall"))
        {
            // Rotations have no effect yet: whoever is on call is told by the template's channels.
            var name = part.Required("name");
            receivers.TryAdd(name, new Receiver(name, defaults));
        }

        return receivers.ToImmutable();
    }

    /// <summary>What the readers of receivers prefer; receivers whose readers prefer nothing are left out.</summary>
    public static ImmutableDictionary<string, ReaderPreferences> Readers(ContentPart root) => root.List("receivers")
        .Select(part => KeyValuePair.Create(
            part.Required("name"), new ReaderPreferences(LocaleText.Read(part), TimeZoneText.Read(part))))
        .Where(each => each.Value is not { Locale: null, TimeZone: null })
        .ToImmutableDictionary(StringComparer.Ordinal);

    private static Receiver Receiver(
        ContentPart part, ImmutableArray<Channel> defaults, ImmutableArray<(ChannelSection Section, ChannelReader Reader)> others)
    {
        var channels = ImmutableArray.CreateBuilder<Channel>();
        var templates = ImmutableArray.CreateBuilder<ChannelTemplate>();
        foreach (var topic in part.List("sns_configs"))
            Add(topic, Topic(topic, defaults), TemplateForm.None);
        foreach (var mail in part.List("email_configs"))
            Add(mail, Mail(mail, defaults), TemplateForm.Lines);
        foreach (var (section, reader) in others)
        {
            foreach (var item in part.List(section.Name))
                Add(item, reader.Read(item) is { } channel ? [channel] : [], section.Template);
        }

        return new Receiver(part.Required("name"), channels.Count == 0 && HasOthers(part) ? defaults : channels.ToImmutable())
        {
            Fallback = part.Text("fallback"),
            Templates = templates.ToImmutable(),
        };

        void Add(ContentPart item, IEnumerable<Channel> read, TemplateForm form)
        {
            var template = form is TemplateForm.None ? null : item.Text(ChannelSection.TemplateKey);
            foreach (var channel in read)
            {
                channels.Add(channel);
                if (template is not null)
                    templates.Add(new ChannelTemplate(channel.Kind, channel.Address, form, template));
            }
        }
    }

    private static bool HasOthers(ContentPart part) => part.Element.EnumerateObject().Any(member =>
        member.Name.EndsWith("_configs", StringComparison.Ordinal) && member.Value.GetArrayLength() > 0);

    private static IEnumerable<Channel> Topic(ContentPart part, ImmutableArray<Channel> defaults)
    {
        var tellsEnd = part.Flag("send_resolved") ?? TopicTellsEnd;
        if (part.Text("phone_number") is { } number)
            return [new Channel(ChannelKind.Sms, number, tellsEnd)];
        if (part.Text("target_arn") is { } target)
            return [new Channel(IsEndpoint(target) ? ChannelKind.Push : ChannelKind.Sns, target, tellsEnd)];
        return part.Text("topic_arn") switch
        {
            null => [],
            Default => defaults.Where(channel => channel.Kind is ChannelKind.Sns)
                .Select(channel => channel with { SendResolved = tellsEnd }),
            var arn => [new Channel(ChannelKind.Sns, arn, tellsEnd)],
        };
    }

    // A target is a device or a topic (API reference of SNS, Publish); a reference does not say which, and devices need it.
    private static bool IsEndpoint(string target) =>
        !target.StartsWith("arn:", StringComparison.Ordinal) || target.Contains(":endpoint/", StringComparison.Ordinal);

    private static IEnumerable<Channel> Mail(ContentPart part, ImmutableArray<Channel> defaults)
    {
        var tellsEnd = part.Flag("send_resolved") ?? MailTellsEnd;
        var to = part.Required("to");
        return to == Default
            ? defaults.Where(channel => channel.Kind is ChannelKind.Mail)
                .Select(channel => channel with { SendResolved = tellsEnd })
            : to.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(address => new Channel(ChannelKind.Mail, address, tellsEnd));
    }
}
