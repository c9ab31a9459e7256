using System.Collections.Immutable;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Channels.Layout;

/// <summary>What a message says below its headline, line by line, in the order in which people need it.</summary>
internal static class MessageLines
{
    /// <summary>The lines.</summary>
    /// <param name="content">What the message says.</param>
    /// <param name="hasButtons">Whether the receiver shows the first addresses elsewhere, as buttons.</param>
    public static ImmutableArray<MessageLine> Create(MessageContent content, bool hasButtons = false)
    {
        if (content.Own is not { } own)
            return All(content, hasButtons);
        var lines = own.SelectMany(line => line switch
        {
            OwnLine.Text(var runs) => [MessageLine.Own(runs)],
            OwnLine.Ours(OurLines.Facts) => Facts(content),
            OwnLine.Ours(OurLines.Links) => Buttons(content, hasButtons).Concat(Links(content)),
            _ => All(content, hasButtons),
        }).ToImmutableArray();
        // Some receivers refuse a message without text.
        var first = lines.IsEmpty ? content.Notice + content.TimeAndPlace : content.Notice;
        return first.Length > 0 ? lines.Insert(0, new MessageLine(LineRank.Essential, "", first.TrimEnd())) : lines;
    }

    private static ImmutableArray<MessageLine> All(MessageContent content, bool hasButtons)
    {
        var words = content.Sentences;
        var lines = ImmutableArray.CreateBuilder<MessageLine>();
        Add(LineRank.Essential, "", content.TimeAndPlace);
        Add(LineRank.Essential, "", content.Lead);
        Add(LineRank.Essential, "", content.Reaction);
        if (content.AreWordsNews)
            AddField(LineRank.Reason, content.Words);
        AddField(LineRank.Reason, content.Description);
        AddField(LineRank.Reason, content.Importance);
        Add(LineRank.Advice, words[TextKey.WhatToDo], content.Advice);
        AddField(LineRank.Reason, content.Harmless);
        if (!content.AreWordsNews)
            AddField(LineRank.Reason, content.Words);
        if (content.Chart is { } chart)
            Add(LineRank.Reason, words[TextKey.DataPoints], chart.Line(words));
        lines.AddRange(Buttons(content, hasButtons));
        lines.AddRange(Facts(content));
        lines.AddRange(Links(content));
        return lines.ToImmutable();

        void AddField(LineRank rank, MessageField? field)
        {
            if (field is not null)
                Add(rank, field.Label, field.Value);
        }

        void Add(LineRank rank, string label, string value)
        {
            if (value.Length > 0)
                lines.Add(new MessageLine(rank, label, value));
        }
    }

    private static IEnumerable<MessageLine> Buttons(MessageContent content, bool hasButtons) =>
        hasButtons ? [] : content.Buttons.Select(link => MessageLine.Link(LineRank.Advice, link));

    private static IEnumerable<MessageLine> Facts(MessageContent content) => content.Facts
        .Select(fact => new MessageLine(LineRank.Detail, fact.Label, fact.Value) { IsCopied = true });

    private static IEnumerable<MessageLine> Links(MessageContent content) =>
        content.MoreLinks.Select(link => MessageLine.Link(LineRank.Detail, link));
}
